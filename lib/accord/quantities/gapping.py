"""What a verb said once shares: Ruritania sold 40 tons, Arcadia 12; rents rose 4%, wages 3%."""

from __future__ import annotations

from accord.quantities.draft import Draft
from accord.quantities.line import Line
from accord.quantities.vocabulary import MONTHS, STOP, VERBS

_FAR, _LONGEST = 10, 4  # words between the two numbers, words of who the second is of
_ARTICLES = frozenset(("the", "its", "their", "his", "her"))
_LINKS = frozenset(("with", "on", "at", "by"))
_WITHIN = _ARTICLES | {"of", "in", "those"}  # and the mills of the coast by 4%
_SEPARATING = frozenset((",", "and"))
_PARTING = frozenset((".", ";", ":", "(", ")", "but", "while", "which", "who", "when", "that"))
_MOVED = frozenset(("percent", "points"))
_SIZES = frozenset(("mass", "volume", "area", "distance", "energy", "power", "percent", "money"))


def share(line: Line, left: Draft, right: Draft) -> None:
    """Give the second of two numbers of one verb the unit and the direction of the first."""
    if left.kind == right.kind:
        moved = right.kind in _MOVED and left.direction is not None and right.direction is None
        if moved and _is_gapped(line, left, right):
            right.direction = left.direction
        return
    bare = right.bare and right.unit is None and left.kind in _SIZES
    if bare and _is_like(left, right) and _is_gapped(line, left, right):
        right.unit, right.unit_text, right.kind = left.unit, left.unit_text, left.kind
        right.direction, right.bare = left.direction, False


def _is_like(left: Draft, right: Draft) -> bool:
    """Whether both may be of one unit: no million of percent, no lone 7 beside $4bn."""
    if left.kind == "percent":
        return not right.scaled and right.high <= 100
    return right.scaled == left.scaled


def _is_gapped(line: Line, left: Draft, right: Draft) -> bool:
    """Whether a comma or "and", and then only who or what, stand before the second number."""
    lows, start, end = line.lows, left.xj, right.xi
    by = lows[end - 1] == "by"
    end -= lows[end - 1] in _LINKS
    if not 2 <= end - start <= _FAR or not _PARTING.isdisjoint(lows[start:end]):
        return False
    who = end - 1
    while who > start and (_names(line, who) or (by and lows[who] in _WITHIN)):
        who -= 1
    who -= lows[who] in _ARTICLES
    near = end - who <= (_FAR if by else _LONGEST + 1)
    named = who + 1 < end - (lows[who + 1] in _ARTICLES)
    return near and named and lows[who] in _SEPARATING and VERBS.isdisjoint(lows[start:who])


def _names(line: Line, k: int) -> bool:
    """Whether word `k` may be part of a name or a noun phrase."""
    low, word = line.lows[k], line.words[k]
    noun = low not in STOP and low not in VERBS and low not in MONTHS and not low.endswith("ed")
    return noun and word[0].isalpha()
