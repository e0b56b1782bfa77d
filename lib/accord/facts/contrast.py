"""What sets two claims apart, and how to say it."""

from __future__ import annotations

import re
from datetime import date

from accord.facts.mention import Mention

NEVER, CYCLE = -99.0, 3
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
APART = frozenset({"stage", "further", "other", "each", "part", "inside", "outside"})


def differs(a: Mention, b: Mention) -> str:
    """The part that keeps two like claims from being compared, in a few words."""
    for found in (_currency, _unit, _scope, _period, _opposites, _direction, _points, _thing):
        said = found(a, b)
        if said:
            return said
    if not meets(a, b):
        return "possibly the same measure: the values do not meet and the words do not settle it"
    return "context: too few words in common"


def meets(a: Mention, b: Mention) -> bool:
    """Whether some value is allowed by both."""
    return a.low <= b.high and b.low <= a.high


def currencies_differ(a: Mention, b: Mention) -> bool:
    """Whether two amounts are in two currencies; an unknown one joins only at an equal value."""
    if a.block != "money" or a.claim.unit == b.claim.unit:
        return False
    return (a.claim.unit is not None and b.claim.unit is not None) or a.point != b.point


def nouns_differ(a: Mention, b: Mention) -> bool:
    """Whether two counts count things by different nouns."""
    return a.block == "count" and a.claim.unit != b.claim.unit


def marks_apart(a: Mention, b: Mention) -> bool:
    """Whether one of them speaks of a part, a stage or an other, and the other does not."""
    return bool((a.marks or b.marks) and (a.marks ^ b.marks) & APART)


def stages_apart(a: Mention, b: Mention) -> bool:
    """Whether one of them is of a stage, and the other of the whole or not said to be."""
    return "stage" in a.marks ^ b.marks


def points_apart(a: Mention, b: Mention) -> bool:
    """Whether two lengths are measured from points that have no word in common."""
    return a.block == "length" and bool(a.points and b.points) and not a.points & b.points


def periods_apart(a: Mention, b: Mention) -> bool:
    """Whether both periods are known, neither lies in the other, and they are no mere days apart.

    News of one event is dated by the day of telling as often as by the day itself.
    """
    left, right = a.claim.period, b.claim.period
    if left is None or right is None or left == right:
        return False
    (first, last), (start, end) = _ends(left), _ends(right)
    within = (first <= start and end <= last) or (start <= first and last <= end)
    return not within and not _days_apart(left, right)


def _ends(period: str) -> tuple[str, str]:
    """The first and last day of an ISO period, as strings that sort by time; ".." is open."""
    first, _, last = period.partition("/")
    start = "0000" if first == ".." else first
    end = "9999" if last == ".." else last or first
    return start + "0000-01-01"[len(start) :], end + "9999-12-31"[len(end) :]


def _days_apart(left: str, right: str) -> bool:
    """Whether both are single days of one news cycle."""
    if not (_DAY.fullmatch(left) and _DAY.fullmatch(right)):
        return False
    return abs((date.fromisoformat(left) - date.fromisoformat(right)).days) <= CYCLE


def opposed(a: Mention, b: Mention) -> tuple[tuple[str, str], ...]:
    """General opposites, one in each number's own clause and absent from the other's."""
    if not a.poles or not b.poles:
        return ()
    sides = [(here, b.poles[row]) for row, here in a.poles.items() if row in b.poles]
    return tuple((min(here), min(there)) for here, there in sides if not here & there)


def _currency(a: Mention, b: Mention) -> str | None:
    if not currencies_differ(a, b):
        return None
    return f"currency: {_or_unknown(a.claim.unit)} against {_or_unknown(b.claim.unit)}"


def _unit(a: Mention, b: Mention) -> str | None:
    left, right = (x.claim.unit or "" for x in (a, b))
    if not nouns_differ(a, b) or not left or not right:
        return None
    return f"what is counted: {left.strip('{}')} against {right.strip('{}')}"


def _scope(a: Mention, b: Mention) -> str | None:
    if not marks_apart(a, b) and not points_apart(a, b) and a.claim.scope == b.claim.scope:
        return None
    left, right = (_scope_of(x) for x in (a, b))
    part = "reference points" if a.block == "length" else "scope"
    return f"{part}: {left or 'whole'} against {right or 'whole'}" if left != right else None


def _scope_of(a: Mention) -> str:
    if a.claim.scope:
        return ", ".join(a.claim.scope)
    return ", ".join(mark for mark in a.claim.context.marks if mark in APART)


def _period(a: Mention, b: Mention) -> str | None:
    return f"period: {a.claim.period} against {b.claim.period}" if periods_apart(a, b) else None


def _opposites(a: Mention, b: Mention) -> str | None:
    pairs = opposed(a, b)
    return f"measure: {pairs[0][0]} against {pairs[0][1]}" if pairs else None


def _direction(a: Mention, b: Mention) -> str | None:
    left, right = a.claim.direction, b.claim.direction
    return f"direction: {left} against {right}" if left and right and left != right else None


def _points(a: Mention, b: Mention) -> str | None:
    if a.block != "length" or a.names <= b.names or b.names <= a.names:
        return None
    return "reference points"


def _thing(a: Mention, b: Mention) -> str | None:
    left, right = a.claim.measure, b.claim.measure
    if left and right and a.measure != b.measure:
        return f"measure: {left} against {right}"
    heads = a.claim.context.head, b.claim.context.head
    if heads[0] and heads[1] and heads[0] != heads[1]:
        return f"thing: {heads[0]} against {heads[1]}"
    return None


def _or_unknown(unit: str | None) -> str:
    return unit or "unknown"
