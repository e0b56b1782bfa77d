"""Shares that are told by the head: one in five children, 4 in 10 adults, one in four of them."""

from __future__ import annotations

from decimal import Decimal

from accord.quantities import nouns
from accord.quantities.figure import Figure
from accord.quantities.line import Line
from accord.quantities.vocabulary import NUMBERS, VERBS, words_of

_POPULATIONS = words_of("populations")
_CHANCES = frozenset(("chance", "chances", "risk", "probability", "odds", "likelihood"))
_DOING = VERBS | {"has", "have", "had", "is", "are", "was", "were", "said", "owns", "uses"}
_LARGEST = 1000


def read(line: Line, k: int) -> Figure | None:
    """The share that begins with the number at word `k`, or None: two in three games is none."""
    lows = line.lows
    if lows[k + 1] != "in":
        return _hyphened(line, k) if lows[k + 1] == "-" and lows[k + 2] == "in" else None
    at = k + 2 + (lows[k + 2] == "every")
    part, whole = _number(lows[k]), _number(lows[at])
    if part is None or whole is None or not 0 < part < whole <= _LARGEST:
        return None
    likely = lows[at + 1] in _CHANCES or (part == 1 and lows[at + 1] in _DOING)
    if lows[at + 1] != "of" and not likely and not _is_population(line, at + 1):
        return None
    return Figure(k, at + 1, part / whole, part / whole, Decimal(0), "part")


def _hyphened(line: Line, k: int) -> Figure | None:
    """A one-in-five chance, a 1-in-2,700 risk."""
    lows = line.lows
    part, whole = _number(lows[k]), _number(lows[k + 4].replace(",", ""))
    between = lows[k + 1 : k + 4] == ["-", "in", "-"] and all(map(line.joined, range(k + 1, k + 5)))
    if part is None or whole is None or not between or not 0 < part < whole:
        return None
    return Figure(k, k + 5, part / whole, part / whole, Decimal(0), "part")


def _number(low: str) -> Decimal | None:
    return Decimal(low) if low.isdecimal() and len(low) <= 4 else NUMBERS.get(low)


def _is_population(line: Line, j: int) -> bool:
    named = nouns.head(line, j, plural=True)
    if named is None:
        return False
    low, written = line.lows[named[0]], line.words[named[0]]
    return nouns.is_person(low, written) or low in _POPULATIONS
