"""The unit of a number: the unit or currency behind it, and the scale between the two."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from accord import units
from accord.quantities import currency
from accord.quantities.digits import letter
from accord.quantities.figure import Figure
from accord.quantities.line import Line
from accord.quantities.nouns import head, is_plural, phrase
from accord.quantities.vocabulary import LETTERS, STOP, words_of
from accord.quantities.written import Measure, Way, follow, index

_TABLE = units.load_units()


def _hyphened(names: Mapping[str, units.Unit]) -> dict[str, units.Unit]:
    """Names of several words as they are written before a noun: square-metre, basis-point."""
    joined = {name.replace(" ", "-"): target for name, target in names.items() if " " in name}
    return {**joined, **names}


NAMES = index(_hyphened(_TABLE.names), 0)
SYMBOLS = index(_TABLE.symbols, 0)


def after(line: Line, figure: Figure, priced: bool) -> Measure | None:
    """The unit that follows `figure`; `priced` where a currency already stands before it."""
    j = figure.j
    hyphen = line.words[j] in ("-", "\u2011") and line.joined(j)
    k = j + 1 if hyphen and line.words[j + 1] else j
    worth = letter(line, figure) if line.lows[j] in LETTERS else None
    if worth is not None and (priced or _is_scale(line, figure)):
        return _lettered(line, figure, worth, priced)
    if priced:
        return None
    return _unit_at(line, figure, k, hyphen)


def _is_scale(line: Line, figure: Figure) -> bool:
    """Whether the letter after the number is a scale: 2m euros, 25k, 1.2m tons; not 40m or 5 t."""
    j = figure.j
    low, nxt = line.lows[j], line.words[j + 1]
    if low == "k":
        return line.joined(j)
    if low in {"t", "mm"}:
        return False
    if currency.is_at(line, j + 1):
        return True
    if low == "m" and line.joined(j) and not line.joined(j + 1) and _is_unit(line, j + 1):
        return True
    if not line.joined(j) or low != "m":
        return low == "b" and line.joined(j) and is_plural(line.lows[j + 1])
    plain = nxt[:1].isalpha() and line.lows[j + 1] not in STOP and not line.joined(j + 1)
    return plain and head(line, j + 1, plural=True) is not None


def _is_unit(line: Line, k: int) -> bool:
    """Whether a unit with a sign of its own stands at word `k`: 44m km."""
    symbol = _symbol(line, k) if line.lows[k] not in STOP else None
    return symbol is not None and sum(map(len, symbol[0])) > 1


def _lettered(line: Line, figure: Figure, worth: Decimal, priced: bool) -> Measure | None:
    figure.low, figure.high = figure.low * worth, figure.high * worth
    figure.resolution *= worth
    figure.j, figure.scaled = figure.j + 1, True
    hyphen = line.words[figure.j] == "-" and line.joined(figure.j)
    return None if priced else _unit_at(line, figure, figure.j + hyphen, hyphen)


def _unit_at(line: Line, figure: Figure, k: int, hyphen: bool) -> Measure | None:
    low, word = line.lows[k], line.words[k]
    found = _physical(line, figure, k, hyphen) if low in NAMES or word in SYMBOLS else None
    paid = low in currency.FIRST_LOWS or word in currency.FIRST_WORDS
    money = currency.behind(line, figure, k) if paid else None
    if found is not None and money is not None:
        if low in ("pound", "pounds") and not money.j > k + 1:
            money.candidates = ()
            found.candidates = ("GBP",)
            return found
        return (
            money
            if money.j > found.j or (len(money.candidates) > 1 and found.kind == "percent")
            else found
        )
    return money or found


def _physical(line: Line, figure: Figure, k: int, hyphen: bool) -> Measure | None:
    low, word = line.lows[k], line.words[k]
    way = follow(NAMES, line.lows, k)
    if way is not None and low == "second" and not hyphen and figure.low == int(figure.low):
        return None
    symbol = _symbol(line, k)
    if symbol is not None and (way is None or len(symbol[0]) > len(way[0])):
        if len(word) == 1 and len(symbol[0]) == 1 and not _alone(line, figure, k):
            symbol = None
        else:
            way = symbol
    if way is None:
        return None
    unit = way[1]
    end = k + len(way[0])
    if unit.dimension == "incidence" and _is_measured(line, end):
        return None
    return Measure(unit.code, unit.kind, figure.i, end, phrase(line, k, end), unit.times)


def incidence(line: Line, j: int) -> tuple[units.Unit, int] | None:
    """The unit of "per 1,000" at word `j` and its end, or None; per 1,000 dollars is none."""
    way = follow(NAMES, line.lows, j)
    if way is None or way[1].dimension != "incidence" or _is_measured(line, j + len(way[0])):
        return None
    return way[1], j + len(way[0])


def _is_measured(line: Line, j: int) -> bool:
    """Whether a unit or a currency stands at word `j`."""
    return (
        follow(NAMES, line.lows, j) is not None
        or currency.is_named(line, j)
        or _symbol(line, j) is not None
    )


def _symbol(line: Line, k: int) -> Way[units.Unit] | None:
    """The symbol at word `k`; its signs touch one another where the table writes no blank."""
    for way in SYMBOLS.get(line.words[k], ()):
        n = len(way[0])
        if n == 1:
            return way
        if way[0][-1] == "." and not line.words[k + n]:
            continue  # it ends the sentence
        if tuple(line.words[k : k + n]) == way[0] and (
            way[0][0] in ("sq", "cu", "fl", "lb", "deg", "°")
            or all(line.joined(k + step) for step in range(1, n))
        ):
            return way
    return None


def _alone(line: Line, figure: Figure, k: int) -> bool:
    """Whether a single letter may be a unit here."""
    word = line.words[k]
    if word in "%°º″٪":
        return True
    if figure.form not in ("digits", "part") or line.words[k + 1] in ("'", "\u2019"):
        return False
    if (
        line.joined(k + 1)
        and line.words[k + 1][:1].isalnum()
        and not line.words[k + 1][0].isdecimal()
    ):
        return False
    if line.joined(k):
        return not (word == "s" and figure.low < 10_000 and figure.low % 10 == 0)
    return word in "mgthl" or line.words[k + 1] == "/"


_DESCRIBERS = words_of("describers")


def described(line: Line, figure: Figure) -> Measure | None:
    """The unit of time behind one describing word: 3 consecutive days, two full years."""
    k = figure.j
    if line.lows[k] not in _DESCRIBERS:
        return None
    found = _physical(line, figure, k + 1, hyphen=False)
    return found if found is not None and found.kind == "duration" else None
