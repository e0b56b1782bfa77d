"""Numbers in words: twenty-one, half a million, two and a half, one-third, dozens."""

from __future__ import annotations

from decimal import Decimal

from accord.quantities import measures
from accord.quantities.digits import scale
from accord.quantities.figure import Figure
from accord.quantities.line import Line
from accord.quantities.vocabulary import DOWN, NUMBERS, ORDINALS, PARTS, SCALES, STOP, UP, VAGUE
from accord.quantities.written import follow

_HUNDRED = Decimal(100)
_HALF = Decimal("0.5")
_LONGEST = 60  # words, hyphens and "and"s; a number below a quadrillion takes at most 45
_CHAINED = frozenset((*NUMBERS, *SCALES, "and", "-"))


def read(line: Line, i: int) -> Figure | None:
    """The number that begins with the number word at `i`, or None."""
    low = line.lows[i]
    if low in VAGUE:
        return _vague(line, i)
    if low in NUMBERS:
        return _of_a_unit(line, _fraction_of(line, _words(line, i)))
    if low in SCALES:
        return _scale_alone(line, i)
    if low in PARTS:
        return _of_a_unit(line, _part(line, i))
    return None


def _of_a_unit(line: Line, figure: Figure | None) -> Figure | None:
    """Half an hour, a quarter of a mile: the part is a number of the unit, not a share."""
    if figure is None or figure.form != "part":
        return figure
    j = figure.j + (line.lows[figure.j] == "of")
    one = line.lows[j] == "one" and j > figure.j
    if (one or line.lows[j] in ("a", "an")) and follow(measures.NAMES, line.lows, j + 1):
        figure.j, figure.form = j + 1, "words"
    return figure


def part_behind(line: Line, j: int) -> Decimal | None:
    """The part that "and a half" at word `j` adds to the unit before it, or None."""
    lows = line.lows
    if lows[j] != "and" or lows[j + 1] not in ("a", "one"):
        return None
    if lows[j + 2] not in ("half", "quarter") or lows[j + 3] == "of":
        return None
    return 1 / PARTS[lows[j + 2]]


def endless(line: Line, i: int) -> int | None:
    """Where the number words that begin at `i` end, if they are more than any number needs."""
    j = i
    while line.lows[j] in _CHAINED:
        j += 1
    return j if j - i > _LONGEST else None


def _skip_hyphen(line: Line, j: int) -> int:
    return j + 1 if line.words[j] == "-" and line.joined(j) and line.joined(j + 1) else j


def _words(line: Line, i: int) -> Figure:
    total, current, last, j = Decimal(0), NUMBERS[line.lows[i]], Decimal(1), i + 1
    scaled = False
    closed = current < 20
    while True:
        k = _skip_hyphen(line, j)
        low = line.lows[k]
        if low in NUMBERS and not closed and 0 < NUMBERS[low] < 10:
            current, last, closed, j = current + NUMBERS[low], Decimal(1), True, k + 1
        elif low == "hundred" and 0 < current < 100:
            current, last, closed, j = current * 100, _HUNDRED, False, k + 1
            current, last, j, closed = _after_hundred(line, current, last, j)
        elif low in SCALES and current:
            worth = SCALES[low]
            total, last, j, scaled = (total + current) * worth, worth, k + 1, True
            current, j, last, closed = _after_scale(line, j, last, worth)
            if current is _NOTHING:
                break
        else:
            break
    value = total + current
    figure = Figure(i, j, value, value, last, "words", scaled=scaled)
    return _and_a_half(line, figure)


_NOTHING = Decimal(0)


def _after_hundred(
    line: Line, current: Decimal, last: Decimal, j: int
) -> tuple[Decimal, Decimal, int, bool]:
    k = j + 1 if line.lows[j] == "and" else j
    low = line.lows[k]
    if low in NUMBERS and NUMBERS[low] and line.lows[k + 1] != "hundred":
        value = NUMBERS[low]
        return current + value, Decimal(1), k + 1, value < 20
    return current, last, j, True


def _after_scale(
    line: Line, j: int, last: Decimal, worth: Decimal
) -> tuple[Decimal, int, Decimal, bool]:
    k = j + 1 if line.lows[j] in ("and", ",") else j
    low = line.lows[k]
    follows = low in NUMBERS and NUMBERS[low] and worth >= 1000
    if follows and (k == j or line.lows[k + 1] in SCALES or line.lows[j] == "and"):
        return NUMBERS[low], k + 1, Decimal(1), NUMBERS[low] < 20
    return _NOTHING, j, last, True


def _and_a_half(line: Line, figure: Figure) -> Figure:
    j = figure.j
    j = _skip_hyphen(line, j)
    if line.lows[j] != "and":
        return scale(line, figure)
    k = _skip_hyphen(line, j + 1)
    if line.lows[k] in ("a", "one"):
        k = _skip_hyphen(line, k + 1)
    if line.lows[k] in ("half", "quarter"):
        figure.low = figure.high = figure.low + 1 / PARTS[line.lows[k]]
        figure.j, figure.resolution = k + 1, Decimal(0)
        return scale(line, figure)
    return figure


def _fraction_of(line: Line, figure: Figure) -> Figure:
    """`figure` as the numerator of the word that follows: two-thirds, three quarters."""
    j = _skip_hyphen(line, figure.j)
    low = line.lows[j]
    under = PARTS.get(low)
    if under is None or figure.scaled or not 0 < figure.low < under:
        return figure
    before_noun = j > figure.j and line.words[j + 1] == "-"  # a three-quarter-point cut
    if figure.low > 1 and not low.endswith("s") and low != "half" and not before_noun:
        return figure
    if low in ("quarter", "quarters") and figure.low == 1 and line.words[j - 1] != "-":
        return figure if line.lows[j + 1] != "of" else _divided(line, figure, j, under)
    return _divided(line, figure, j, under)


def _divided(line: Line, figure: Figure, j: int, under: Decimal) -> Figure:
    value = figure.low / under
    return _of_a_scale(line, Figure(figure.i, j + 1, value, value, Decimal(0), "part"))


def _of_a_scale(line: Line, part: Figure) -> Figure:
    """A part of a scale word is a number: a quarter of a million, three-quarters of a billion."""
    lows, j = line.lows, part.j
    if lows[j] == "of" and lows[j + 1] in ("a", "an") and lows[j + 2] in SCALES:
        part.j, part.form = j + 2, "words"
    elif lows[j] in SCALES:
        part.form = "words"
    return scale(line, part)


def _part(line: Line, i: int) -> Figure | None:
    """A half, a fifth, half a million, a quarter of."""
    low, before = line.lows[i], line.lows[i - 1]
    under = PARTS[low]
    value = 1 / under
    if low == "half":
        return _half(line, i)
    if _is_of_a_point(line, i):
        return Figure(i - (before in ("a", "an")), i + 1, value, value, Decimal(0), "part")
    if before not in ("a", "an") and not (before == "of" and low == "quarter"):
        return None
    moved = line.lows[i - 2] in _MOVED and line.lows[i + 1] in STOP
    if low in ORDINALS and line.lows[i + 1] not in _WHOLE_AFTER and not moved:
        return None
    start = i - 1
    if before in ("a", "an"):
        return _of_a_scale(line, Figure(start, i + 1, value, value, Decimal(0), "part"))
    return None


def _is_of_a_point(line: Line, i: int) -> bool:
    """Whether the quarter at word `i` is of a point: every quarter point, the quarter-point cut."""
    j = i + 1 + (line.lows[i + 1] == "-")
    told = line.lows[j] in ("point", "points") and line.lows[i] not in ORDINALS
    return told and line.lows[i - 1] not in ORDINALS and line.lows[i - 1] != "-"


_MOVED = UP | DOWN | {"by"}
_WHOLE_AFTER = frozenset(("of", "off", "", ",", ".", "less", "more", "in", "by", "to", "from", ";"))


def _half(line: Line, i: int) -> Figure | None:
    start = i - 1 if line.lows[i - 1] in ("a", "one") else i
    figure = Figure(start, i + 1, _HALF, _HALF, Decimal(0), "part")
    j = i + 1
    if line.lows[j] in ("a", "an") and line.lows[j + 1] in SCALES:
        figure.j, figure.form = j + 1, "words"
        return scale(line, figure)
    if line.lows[j] == "-":
        k = j + 1
        if line.lows[k] in SCALES:
            figure.form = "words"
            return scale(line, figure)
        return figure
    return _of_a_scale(line, figure)


def _scale_alone(line: Line, i: int) -> Figure | None:
    """A million, a dozen, several hundred."""
    low, before = line.lows[i], line.lows[i - 1]
    worth = SCALES[low]
    if before in ("a", "an", "one"):
        return scale(line, Figure(i - 1, i + 1, worth, worth, worth, "words", scaled=True))
    if before in ("several", "few"):
        return Figure(i, i + 1, 2 * worth, 10 * worth - 1, worth, "vague", "between", scaled=True)
    if before in ("of", "many") and low in ("millions", "billions"):
        return _plural(i, worth)
    if low in ("millions", "billions"):
        return _plural(i, worth)
    if before == "of" and line.lows[i - 2] in ("couple", "pair"):
        start = i - 3 if line.lows[i - 3] == "a" else i - 2
        value = 2 * worth
        return scale(line, Figure(start, i + 1, value, value, worth, "words", "about", scaled=True))
    return None


def _plural(i: int, worth: Decimal) -> Figure:
    return Figure(i, i + 1, worth, 10 * worth - 1, worth, "vague", "between", scaled=True)


def _vague(line: Line, i: int) -> Figure:
    low, high, modifier = VAGUE[line.lows[i]]
    figure = Figure(i, i + 1, low, high, low, "vague", modifier)
    nxt = line.lows[i + 2]
    if line.lows[i + 1] == "of" and nxt in _PLURAL_SCALES:
        worth = _PLURAL_SCALES[nxt]
        figure.low, figure.high = low * worth, (high + 1) * worth - 1
        figure.j, figure.modifier, figure.scaled = i + 3, "between", True
        figure.resolution = figure.low
    return figure


_PLURAL_SCALES = {
    "thousands": Decimal(1000),
    "millions": Decimal("1e6"),
    "billions": Decimal("1e9"),
    "hundreds": Decimal(100),
}
