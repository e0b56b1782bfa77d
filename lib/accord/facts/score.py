"""How strongly two claims speak of one measured thing: a sum of signs, like log-odds.

The weights are few, general and set by hand; every sign is a function of the two claims and their
own two texts, never of the rest of the corpus, so that no third text changes what two say.
"""

from __future__ import annotations

from functools import lru_cache

from accord.facts.contrast import (
    NEVER,
    currencies_differ,
    marks_apart,
    marks_differ,
    nouns_differ,
    opposed,
    periods_apart,
    points_apart,
)
from accord.facts.mention import Mention

BIAS = -2.4
COSINE, OVERLAP, HEAD, PRICED, NAMES, ACTION = 2.5, 2.5, 1.0, 2.5, 0.5, 0.5
HEADS_DIFFER, NOUNS_DIFFER, OPPOSITE = -1.0, -2.0, -2.0
MARKS, SOFT_MARKS, PERIODS = -2.5, -0.5, -2.5
MEETING, CLOSE, LARGE = -0.3, 0.4, 100
SMALL = 12
MEASURE = 0.6
GENERIC = frozenset({"person", "man", "thing", "total", "number", "amount"})


def total(a: Mention, b: Mention) -> float:
    """Context and value together; above 0 the two more likely than not state one thing."""
    if currencies_differ(a, b) or points_apart(a, b):
        return NEVER
    return context(a, b) + equality(a, b)


@lru_cache(maxsize=256)  # a pair is weighed as one fact, then as a near miss
def context(a: Mention, b: Mention) -> float:
    """The signs of the words alone, without the values."""
    cosine, overlap = _words(a, b)
    return (
        BIAS
        + COSINE * cosine
        + OVERLAP * overlap
        + _heads(a, b)
        + NAMES * bool(a.names & b.names)
        + _actions(a, b)
        + MEASURE * _measures(a, b)
        + NOUNS_DIFFER * nouns_differ(a, b)
        + OPPOSITE * len(opposed(a, b))
        + (MARKS if marks_apart(a, b) else SOFT_MARKS * bool(marks_differ(a, b)))
        + PERIODS * periods_apart(a, b)
    )


def _words(a: Mention, b: Mention) -> tuple[float, float]:
    """The cosine of the two contexts, and the shared part of the poorer one's weight."""
    few, many = (a, b) if len(a.words) <= len(b.words) else (b, a)
    both = ours = theirs = 0.0
    others = many.words
    for word, weight in few.words.items():
        if word in others:
            other = others[word]
            both += weight * other
            ours += weight
            theirs += other
    shared, poor = (ours, few) if few.weight <= many.weight else (theirs, many)
    return both / (a.norm * b.norm), shared / poor.weight if poor.weight else 0.0


def equality(a: Mention, b: Mention) -> float:
    """What equal values say, by how rarely they would be equal by chance."""
    if a.block == "date":
        wide, narrow = max(a.high - a.low, b.high - b.low), min(a.high - a.low, b.high - b.low)
        return _nested(wide, narrow) * min(rarity(a), rarity(b))
    if equal(a, b):
        return min(rarity(a), rarity(b))
    return CLOSE if _close(a, b) else MEETING


def _close(a: Mention, b: Mention) -> bool:
    """Whether two large numbers that may be equal are written with nearly the same value."""
    low, high = sorted((abs(a.point), abs(b.point)))
    return low >= LARGE and high <= 1.5 * low


def _nested(wide: float, narrow: float) -> float:
    """What is left of the worth of one date inside another: all, half within a year, or nothing."""
    return 1.0 if wide == narrow else 0.5 if wide < 370 else 0.0


def equal(a: Mention, b: Mention) -> bool:
    """Whether the written values are equal, or either lies in the range that the other allows."""
    near = abs(a.point - b.point) <= 1e-3 * max(abs(a.point), abs(b.point))
    bounded = max(a.high - a.low, b.high - b.low) < float("inf")
    within = a.low <= b.point <= a.high or b.low <= a.point <= b.high
    return near or (bounded and within)


def rarity(a: Mention) -> float:
    """How much an equal value counts: against for one, little for small and round numbers."""
    kind = a.claim.kind
    if kind in ("date", "time"):
        return _moment(a)
    if a.digits <= 1 and abs(a.point) <= SMALL and kind not in ("money", "percent"):
        return -0.5 if abs(a.point) <= 1 else 0.2 if abs(a.point) <= 3 else 0.5
    large = 0.5 if abs(a.point) >= 1000 else 0.0
    rare = (0.0, 1.2, 2.0, 3.0)[min(a.digits, 3)] + (1.0 if a.block == "money" else large)
    return rare - 0.5 * (a.halved and a.digits > 1 and a.block != "money")


def _moment(a: Mention) -> float:
    if a.claim.kind == "time":
        return 1.8 if a.point % 30 else 1.4
    days = a.high - a.low
    return 1.2 if days < 1 else 1.0 if days < 32 else 0.8


def _measures(a: Mention, b: Mention) -> float:
    """The share of words that two measures have in common, where both are known."""
    if not a.measure or not b.measure:
        return 0.0
    return len(a.measure & b.measure) / len(a.measure | b.measure)


def _actions(a: Mention, b: Mention) -> float:
    """An equal verb; a date is known by nothing but its event, so there it counts twice."""
    left, right = a.claim.context.action, b.claim.context.action
    if left is None or right is None:
        return 0.0
    if left == right:
        return 2 * ACTION if a.block == "date" else ACTION
    known = left in b.words or right in a.words
    return -ACTION if a.block == "date" and not known else 0.0


def _heads(a: Mention, b: Mention) -> float:
    left, right = a.claim.context, b.claim.context
    if left.head is None or right.head is None:
        return 0.0
    if left.head == right.head:
        return HEAD + PRICED * (left.attributive and right.attributive)
    known = left.head in b.words or right.head in a.words
    return 0.0 if known or {left.head, right.head} & GENERIC else HEADS_DIFFER
