"""How two standings relate, and how far apart they are."""

from __future__ import annotations

from collections.abc import Collection
from decimal import Decimal

from accord.agreement.standing import BOUNDS, VAGUE, Standing, signed
from accord.model import Interval

AGREE, COMPATIBLE, CONFLICT = "agree", "compatible", "conflict"
Broader = Collection[tuple[str, str]]


def relate(a: Standing, b: Standing, broader: Broader = ()) -> str:
    """agree, compatible or conflict.

    Values conflict when what they stand for does not meet. They agree when they are equal at the
    coarser one's precision, when a point lies in the other's band or range, or when one period
    lies in the other; otherwise, and always for vague numerals, they are compatible.
    """
    if a.category is not None or b.category is not None:
        return _of_categories(a, b, broader)
    if not _seen(a, b, "allowed").meets(_seen(b, a, "allowed")):
        return CONFLICT
    if a.modifier in VAGUE or b.modifier in VAGUE or a.denied is not b.denied:
        return COMPATIBLE
    return AGREE if _same(a, b) else COMPATIBLE


def gap(a: Standing, b: Standing) -> float | None:
    """1 - min/max of the nearest stated ends; 1 where signs differ; None for days, categories."""
    if a.category is not None or a.is_day or b.is_day:
        return None
    left, right = _seen(a, b, "stated"), _seen(b, a, "stated")
    if right.below(left):
        left, right = right, left
    near, far = left.high, right.low
    if near is None or far is None or not left.below(right):
        return 0.0
    if near <= 0 <= far:
        return 1.0
    small, large = sorted((abs(near), abs(far)))
    return float(1 - small / large)


def _of_categories(a: Standing, b: Standing, broader: Broader) -> str:
    if a.category == b.category:
        return COMPATIBLE if a.denied is not b.denied else AGREE
    pairs = {(a.category, b.category), (b.category, a.category)}
    return COMPATIBLE if any(pair in pairs for pair in broader) else CONFLICT


def _seen(standing: Standing, other: Standing, part: str) -> Interval:
    """What a standing says to its rival: a change is signed only where both name a direction."""
    interval: Interval = getattr(standing, part)
    return signed(standing, interval, by_direction=bool(standing.sign and other.sign))


def _same(a: Standing, b: Standing) -> bool:
    left, right = _seen(a, b, "value"), _seen(b, a, "value")
    if _equal(left, right, max(a.slack, b.slack)):
        return True
    if a.is_day and b.is_day:
        return _nested(a, b)
    return _in_band(left, a, _seen(b, a, "stated"), b) or _in_band(
        right, b, _seen(a, b, "stated"), a
    )


def _equal(left: Interval, right: Interval, slack: Decimal) -> bool:
    """Equal at the coarser one's precision; an open end equals only an open end."""
    if left.is_point and right.is_point and left.low is not None and right.low is not None:
        return abs(left.low - right.low) <= slack
    ends = ((left.low, right.low), (left.high, right.high))
    return all(
        one == other if one is None or other is None else abs(one - other) <= slack
        for one, other in ends
    )


def _nested(a: Standing, b: Standing) -> bool:
    if a.modifier in BOUNDS or b.modifier in BOUNDS:
        return False
    first, second = _period(a), _period(b)
    return first.within(second) or second.within(first)


def _period(standing: Standing) -> Interval:
    """The days meant: early, mid and late narrow what is written, since does not widen it."""
    return standing.value if standing.modifier == "since" else standing.stated


def _in_band(point: Interval, one: Standing, band: Interval, other: Standing) -> bool:
    """Whether an exact point lies in the other's about band or stated range."""
    if one.modifier != "exact" or not point.is_point or point.low is None:
        return False
    return other.modifier in ("about", "between", "exact") and band.holds(point.low)
