"""What sets two claims apart, and how to say it."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from accord.facts.mention import Mention
from accord.facts.opposites import written
from accord.facts.pairs import Pairs, remembered
from accord.facts.sets import Truth, Whole
from accord.facts.table import APART

CYCLE = 3  # days of one news cycle


def currencies_differ(p: Pairs) -> Truth:
    """Whether two amounts are in two currencies; an unknown one joins only at an equal value."""
    if p.of.block != "money":
        return np.zeros(len(p), dtype=np.bool_)
    unit, point = p.of.unit, p.of.point
    known = (unit[p.a] >= 0) & (unit[p.b] >= 0)
    found: Truth = ~p.same(unit) & (known | (point[p.a] != point[p.b]))
    return found


def nouns_differ(p: Pairs) -> Truth:
    """Whether two counts count things by different nouns, and not by two for one thing."""
    alike = p.same_head & (p.of.unit[p.a] >= 0) & (p.of.unit[p.b] >= 0)
    return ~p.same(p.of.unit) & ~alike & (p.of.block == "count")


@remembered
def marks_apart(p: Pairs) -> Truth:
    """Whether one of them speaks of a part, a stage or an other, and the other does not.

    A share is of a whole, whether a text names it or not, unless both say of what.
    """
    if p.of.block != "percent":
        return ~p.same(p.of.apart)
    measure = p.of.measure
    told = (measure.lengths[p.a] > 0) & (measure.lengths[p.b] > 0)
    other = told & (measure.common(p.a, p.b) == 0)
    return np.where(p.elsewhere & ~other, ~p.same(p.of.but_part), ~p.same(p.of.apart))


def stages_apart(p: Pairs) -> Truth:
    """Whether one of them is of a stage, or an interval around a value, and the other is not."""
    return ~p.same(p.of.stage)


def paces_apart(p: Pairs) -> Truth:
    """Whether one of them is so much a year, and the other not said to be of each year."""
    if p.of.block != "money":
        return np.zeros(len(p), dtype=np.bool_)
    rated = p.of.rated[p.a] | p.of.rated[p.b]
    found: Truth = rated & ~p.both(p.of.yearly)
    return found


def points_apart(p: Pairs) -> Truth:
    """Whether two lengths are measured from points that have no word in common."""
    if p.of.block != "length":
        return np.zeros(len(p), dtype=np.bool_)
    points = p.of.points
    said = (points.lengths[p.a] > 0) & (points.lengths[p.b] > 0)
    found: Truth = said & (points.common(p.a, p.b) == 0)
    return found


@remembered
def periods_apart(p: Pairs) -> Truth:
    """Whether both periods are known, neither lies in the other, and they are no mere days apart.

    News of one event is dated by the day of telling as often as by the day itself.
    """
    period, day = p.of.period, p.of.day
    known = (period[p.a] >= 0) & (period[p.b] >= 0) & ~p.same(period)
    (first, last), (start, end) = p.of.periods[p.a].T, p.of.periods[p.b].T
    within = ((first <= start) & (end <= last)) | ((start <= first) & (last <= end))
    days = (day[p.a] >= 0) & (day[p.b] >= 0) & (abs(day[p.a] - day[p.b]) <= CYCLE)
    found: Truth = known & ~within & ~days
    return found


@remembered
def opposites(p: Pairs) -> Whole:
    """How many general contrasts they stand on either side of, each in its own clause."""
    found, mentions = p.of.contrasts.common(p.a, p.b), p.of.mentions
    for place in np.flatnonzero(found).tolist():
        found[place] = len(opposed(mentions[p.a[place]], mentions[p.b[place]]))
    return found


def opposed(a: Mention, b: Mention) -> tuple[tuple[str, str], ...]:
    """General opposites, one in each number's own clause and absent from the other's."""
    left, right = (dict[int, set[str]]() for _ in "ab")
    for mention, poles in ((a, left), (b, right)):
        for row, word in mention.poles:
            poles.setdefault(row, set()).add(word)
    sides = [(left[row], right[row]) for row in left if row in right]
    return tuple((min(here), min(there)) for here, there in sides if not here & there)


def differ(p: Pairs) -> list[str]:
    """The part that keeps the two of each pair from being compared, in a few words."""
    masks = {
        "currencies": currencies_differ(p),
        "nouns": nouns_differ(p),
        "scopes": marks_apart(p) | points_apart(p),
        "periods": periods_apart(p),
        "values": ~p.meet,
    }
    mentions = p.of.mentions
    return [
        _said(mentions[a], mentions[b], {name: bool(mask[n]) for name, mask in masks.items()})
        for n, (a, b) in enumerate(zip(p.a.tolist(), p.b.tolist(), strict=True))
    ]


def _said(a: Mention, b: Mention, apart: dict[str, bool]) -> str:
    if said := _unit(a, b, apart) or _scope(a, b, known=apart["scopes"]):
        return said
    if apart["periods"]:
        return f"period: {a.period} against {b.period}"
    if said := next(filter(None, (found(a, b) for found in _WORDS)), None):
        return said
    if apart["values"]:
        return "possibly the same measure: the values do not meet and the words do not settle it"
    return "context: too few words in common"


def _unit(a: Mention, b: Mention, apart: dict[str, bool]) -> str | None:
    if apart["currencies"]:
        return f"currency: {a.unit or 'unknown'} against {b.unit or 'unknown'}"
    if apart["nouns"] and a.unit and b.unit:
        return f"what is counted: {a.unit.strip('{}')} against {b.unit.strip('{}')}"
    return None


def _scope(a: Mention, b: Mention, *, known: bool) -> str | None:
    if not known and a.scope == b.scope:
        return None
    left, right = (_scope_of(x) for x in (a, b))
    part = "reference points" if a.block == "length" else "scope"
    return f"{part}: {left or 'whole'} against {right or 'whole'}" if left != right else None


def _scope_of(a: Mention) -> str:
    return ", ".join(a.scope or (mark for mark in a.marks if mark in APART))


def _opposites(a: Mention, b: Mention) -> str | None:
    pairs = opposed(a, b)
    said = [written(stem) for stem in pairs[0]] if pairs else ()
    return f"measure: {' against '.join(said)}" if said else None


def _direction(a: Mention, b: Mention) -> str | None:
    left, right = a.direction, b.direction
    return f"direction: {left} against {right}" if left and right and left != right else None


def _points(a: Mention, b: Mention) -> str | None:
    left, right = set(a.names), set(b.names)
    return None if a.block != "length" or left <= right or right <= left else "reference points"


def _thing(a: Mention, b: Mention) -> str | None:
    if a.measure and b.measure and set(a.stems) != set(b.stems):
        return f"measure: {a.measure} against {b.measure}"
    if a.head and b.head and a.head != b.head:
        return f"thing: {a.head} against {b.head}"
    return None


_WORDS: tuple[Callable[[Mention, Mention], str | None], ...] = (
    _opposites, _direction, _points, _thing,
)  # fmt: skip
