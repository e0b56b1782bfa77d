"""Numbers in digits: any grouping, decimals, powers of ten, plain and vulgar fractions."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from functools import lru_cache

from accord.quantities.figure import Figure
from accord.quantities.line import Line
from accord.quantities.vocabulary import LETTERS, SCALES, words_of

LONGEST = 80
_CENT = Decimal("0.01")
_WESTERN = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?\Z")
_INDIAN = re.compile(r"\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?\Z")
_EUROPEAN = re.compile(r"\d{1,3}(?:\.\d{3})+,\d+\Z|\d{1,3}(?:\.\d{3}){2,}\Z")
_COMMA = re.compile(r"\d+,\d+\Z")
_GROUP = re.compile(r"\d{3}(?:\.\d+)?\Z")
_PLAIN = re.compile(r"\d+(?:\.\d+)?\Z")
_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁻"
_SUPERS = str.maketrans(_RAISED, "0123456789-")
VULGAR = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
DIGITS = frozenset("0123456789" + VULGAR)
_OPENING = DIGITS.union(_RAISED)
_ONE = Decimal(1)
_JOINTS = frozenset(("-", "/", "'", "\u2019", "e", "E", "x", "X", "\u00d7", "·", "^"))


def read(line: Line, i: int) -> Figure | None:
    """The number that begins with the digits at word `i`, or None where they are none."""
    word = line.words[i]
    if len(word) > LONGEST:
        return None
    found = _plain(word)
    if found is None:
        return None
    value, resolution, doubts = found
    figure = Figure(i, i + 1, value, value, resolution, "digits", doubts=[*doubts])
    if word.isdecimal() and line.words[i - 1] == "." and line.joined(i) and not line.joined(i - 1):
        _point_first(figure, word)
    if _may_go_on(line, figure.j):
        _thousands(line, figure)
        _fraction(line, figure)
        _power(line, figure)
    if figure.form == "beyond":
        return None
    low = line.lows[figure.j]
    return scale(line, figure) if low in SCALES or low == "-" else figure


def _may_go_on(line: Line, j: int) -> bool:
    """Whether word `j` can be more of the digits before: 2 000, 2 1/2, 2 and a half, 2e6, 10⁶."""
    word = line.words[j]
    return word[:1] in _OPENING or word in _JOINTS or line.lows[j] == "and"


def vulgar(line: Line, i: int) -> Figure:
    """The number of a vulgar fraction character that stands alone."""
    value = _vulgar_value(line.words[i])
    figure = Figure(i, i + 1, value, value, Decimal(0), "part")
    return scale(line, figure)


_MIL = "mil is read as a thousand, as in Spanish and Portuguese"
_ROMANCE = words_of("romance")
_MILLIONS = frozenset(("millones", "milhões"))
_POINT = "the point is read as a decimal mark, not as thousands"  # a scale word settles it


@lru_cache(maxsize=4096)
def _plain(word: str) -> tuple[Decimal, Decimal, tuple[str, ...]] | None:
    if word.isdecimal():
        return Decimal(word), _ONE, ()
    doubts: tuple[str, ...] = ()
    if _PLAIN.match(word):
        clean = word
    elif _WESTERN.match(word) or _INDIAN.match(word):
        clean = word.replace(",", "")
    elif _EUROPEAN.match(word):
        clean = word.replace(".", "").replace(",", ".")
    elif _COMMA.match(word):
        clean = word.replace(",", ".")
        doubts = ("the comma is read as a decimal mark",)
    else:
        return None
    whole, _, decimals = clean.partition(".")
    if len(decimals) == 3 and len(whole) <= 3 and whole != "0" and not doubts:
        doubts = (_POINT,)
    return Decimal(clean), _ONE.scaleb(-len(decimals)), doubts


def _point_first(figure: Figure, word: str) -> None:
    figure.i -= 1
    figure.low = figure.high = Decimal("0." + word.replace(",", ""))
    figure.resolution = _ONE.scaleb(-len(word))


def _thousands(line: Line, figure: Figure) -> None:
    words, j = line.words, figure.j
    if not (words[figure.i].isdecimal() and len(words[figure.i]) <= 3):
        return
    clean = words[figure.i]
    while words[j] and len(clean) < LONGEST and (at := _group_at(line, j)):
        clean, j = clean + words[at], at + 1
    if j > figure.j:
        figure.low = figure.high = Decimal(clean)
        figure.resolution = _ONE.scaleb(-len(clean.partition(".")[2]))
        figure.j = j


def _group_at(line: Line, j: int) -> int:
    """Where the next three digits stand, behind a thin blank or an apostrophe; 0 is nowhere."""
    if len(line.words[j]) == 3 and line.words[j].isdecimal() and _thin(line, j):
        return j
    quoted = line.words[j] in ("'", "\u2019") and line.joined(j) and line.joined(j + 1)
    return j + 1 if quoted and _GROUP.match(line.words[j + 1]) else 0


def _thin(line: Line, j: int) -> bool:
    return line.start(j) - line.ends[j - 1] == 1


def _fraction(line: Line, figure: Figure) -> None:
    words, j = line.words, figure.j
    if words[j] and words[j][0] in VULGAR and line.joined(j):
        figure.low = figure.high = figure.low + _vulgar_value(words[j][0])
        figure.resolution, figure.j = Decimal(0), j + 1
        return
    if _halved(line, figure):
        figure.low = figure.high = figure.low + Decimal("0.5")
        figure.resolution, figure.j = Decimal(0), j + 3
        return
    if words[j] == "-" and words[j + 1].isdecimal() and line.joined(j) and line.joined(j + 1):
        j += _slashed(line, j + 1)
    if j > figure.j and figure.resolution >= _CENT and len(words[figure.i]) <= 7:
        part = Decimal(words[j]) / max(_ONE, Decimal(words[j + 2]))
        figure.low = figure.high = figure.low + part * figure.resolution
        figure.resolution, figure.j = Decimal(0), j + 3
        return
    j = figure.j
    if _slashed(line, figure.i):
        top, under = Decimal(words[j - 1]), Decimal(words[j + 1])
        if 0 < top < under <= 100:
            figure.low = figure.high = top / under
            figure.resolution, figure.j, figure.form = Decimal(0), j + 2, "part"
        return
    if words[j].isdecimal() and _slashed(line, j) and not line.joined(j):
        top, under = Decimal(words[j]), Decimal(words[j + 2])
        if 0 < top < under <= 100 and words[figure.i].isdecimal():
            figure.low = figure.high = figure.low + top / under
            figure.resolution, figure.j = Decimal(0), j + 3


def _halved(line: Line, figure: Figure) -> bool:
    """Whether "and a half" follows a short number: 2 and a half years."""
    j, word = figure.j, line.words[figure.i]
    told = line.lows[j : j + 3] == ["and", "a", "half"] and line.lows[j + 3] not in ("of", "-")
    return told and word.isdecimal() and len(word) <= 2


def _slashed(line: Line, i: int) -> bool:
    words = line.words
    return (
        words[i + 1] == "/"
        and "," not in words[i]
        and words[i + 2].isdecimal()
        and len(words[i]) <= 3
        and len(words[i + 2]) <= 3
        and line.joined(i + 1)
        and line.joined(i + 2)
        and not (words[i + 3] == "/" and line.joined(i + 3))
    )


def _power(line: Line, figure: Figure) -> None:
    words, j = line.words, figure.j
    exponent = None
    if words[figure.i] == "10" and line.joined(j):
        exponent = _of_ten(line, j)
    elif words[j] in ("e", "E") and line.joined(j):
        exponent = _exponent(line, j + 1)
    elif words[j] in ("x", "\u00d7", "X", "·") and words[j + 1] == "10" and words[j + 2]:
        if words[j + 2] == "^":
            exponent = _exponent(line, j + 3)
        elif line.joined(j + 2):
            exponent = _raised(line, j + 2)
    if exponent is not None and abs(exponent[0]) > LONGEST:
        figure.form = "beyond"
    elif exponent is not None:
        worth = _ONE.scaleb(exponent[0])
        figure.low, figure.high = figure.low * worth, figure.high * worth
        figure.resolution *= worth
        figure.j = exponent[1]


def _of_ten(line: Line, j: int) -> tuple[int, int] | None:
    """How often 10 itself is taken ten times: 10⁹, 10^9; a small raised digit marks a note."""
    if line.words[j] in ("-", "\u2013"):
        return None  # 10-14 days
    found = _exponent(line, j + 1) if line.words[j] == "^" else _raised(line, j)
    return (found[0] - 1, found[1]) if found and abs(found[0]) > 2 else None


def _exponent(line: Line, j: int) -> tuple[int, int] | None:
    sign = line.words[j] in ("-", "\u2212", "+")
    word = line.words[j + sign]
    if not (word.isdecimal() and len(word) <= 3 and line.joined(j + sign)):
        return None
    return (-int(word) if line.words[j] in ("-", "\u2212") else int(word)), j + sign + 1


def _raised(line: Line, j: int) -> tuple[int, int] | None:
    if line.words[j] in ("-", "\u2212", "\u2013"):
        return _exponent(line, j)
    clean = ""
    while line.words[j] and not line.words[j].strip(_RAISED) and line.joined(j):
        clean += line.words[j].translate(_SUPERS)
        j += 1
    return (int(clean), j) if clean.lstrip("-").isdecimal() and len(clean) <= 3 else None


def _vulgar_value(character: str) -> Decimal:
    top, _, under = unicodedata.normalize("NFKD", character).partition("\u2044")
    return Decimal(top) / Decimal(under)


def scale(line: Line, figure: Figure) -> Figure:
    """`figure` times the scale words that follow it: 4 hundred million, 1.2-billion, 3bn."""
    while True:
        j = figure.j
        low = line.lows[j]
        if low == "-" and line.lows[j + 1] in SCALES and line.joined(j):
            j += 1
            low = line.lows[j]
        worth = SCALES.get(low)
        if worth is None:
            return figure
        if low == "mil" and _is_romance(line, j):
            worth = Decimal(1000)
            figure.doubts.append(_MIL)
        figure.low, figure.high = figure.low * worth, figure.high * worth
        figure.resolution = (figure.resolution or Decimal(0)) * worth
        figure.j, figure.scaled = j + 1, True
        if _POINT in figure.doubts:
            figure.doubts.remove(_POINT)


def _is_romance(line: Line, j: int) -> bool:
    """Whether "mil" at word `j` is a thousand, as in a Spanish or Portuguese title."""
    return line.lows[j + 1] in _MILLIONS or len(_ROMANCE.intersection(line.lows)) > 1


def letter(line: Line, figure: Figure) -> Decimal | None:
    """What a letter beside the number ("£3m") would multiply it by, or None."""
    j = figure.j
    if figure.form != "digits" or figure.scaled:
        return None
    worth = LETTERS.get(line.lows[j])
    if worth is None or (line.words[j] == "mm" and not line.joined(j)):
        return None
    return worth
