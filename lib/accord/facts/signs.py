"""What speaks for and against two claims being of one measured thing, each sign as a number.

Every sign is a function of the two claims and their own two texts, never of the rest of the corpus,
so that no third text changes what two say. `weights.toml` says how much each of them counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from accord.facts.contrast import (
    marks_apart,
    meets,
    nouns_differ,
    opposed,
    periods_apart,
)
from accord.facts.mention import Mention

SMALL, LARGE, YEAR = 12, 100, 360
SEVERAL = 2  # words that two contexts share before they are alike at all
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
Signs = Iterator[tuple[str, float]]


def of_words(a: Mention, b: Mention) -> Signs:
    """The signs in the words around two numbers."""
    cosine, overlap, words = shared(a, b)
    yield "cosine", cosine
    yield "overlap", overlap
    yield "hardly a word", float(words < SEVERAL)
    yield "beside", _dice(a.beside, b.beside)
    yield "sentence", _dice(a.sentence, b.sentence)
    left, right = a.claim.context, b.claim.context
    if left.head is not None and left.head == right.head:
        yield "same head", 1.0
        yield "same price", float(left.attributive and right.attributive)
    if a.measure and b.measure:
        yield "measure", len(a.measure & b.measure) / len(a.measure | b.measure)


def of_scope(a: Mention, b: Mention) -> Signs:
    """The signs that two numbers are of two periods, parts, nouns or contrary measures."""
    left, right = a.claim, b.claim
    yield "opposites", float(len(opposed(a, b)))
    if nouns_differ(a, b):
        yield ("noun unknown" if None in (left.unit, right.unit) else "other noun"), 1.0
    yield "part and whole", float(marks_apart(a, b))
    yield "other mark", float(bool(a.marks ^ b.marks))
    yield "other period", float(periods_apart(a, b))
    yield "same period", float(left.period is not None and left.period == right.period)
    yield "one dated", float(_dated(left.period) != _dated(right.period))
    yield "forecast", float((left.modality == "potential") != (right.modality == "potential"))


def of_values(a: Mention, b: Mention) -> Signs:
    """The signs in the values, by how rarely two numbers are equal by chance."""
    yield a.block, 1.0
    if a.block == "date":
        yield from _of_dates(a, b)
    elif meets(a, b) and equal(a, b):
        yield "rare", min(rarity(a), rarity(b))
        yield "exactly", float(abs(a.point - b.point) <= 1e-9 * max(abs(a.point), abs(b.point)))
        yield "equal money", float(a.block == "money")
    else:
        yield from _distance(a, b)


def _dated(period: str | None) -> bool:
    """Whether a period is a year, a part of one or a span, rather than the day of the news."""
    return period is not None and _DAY.fullmatch(period) is None


def _distance(a: Mention, b: Mention) -> Signs:
    low, high = sorted((abs(a.point), abs(b.point)))
    near = high <= 1.5 * low
    yield "unequal", 1.0
    yield "near", float(near)
    yield "near and large", float(near and low >= LARGE)
    yield "far", float(high > 5 * low)


def _of_dates(a: Mention, b: Mention) -> Signs:
    """A date is known by nothing but its event; a long span says little of what lies in it."""
    action = a.claim.context.action
    yield "same event", float(action is not None and action == b.claim.context.action)
    if meets(a, b):
        wide, narrow = max(a.high - a.low, b.high - b.low), min(a.high - a.low, b.high - b.low)
        whole = 1.0 if wide == narrow else 0.5 if wide < YEAR else 0.0
        yield "rare", whole * min(rarity(a), rarity(b))
        yield "long span", float(wide >= YEAR)


def equal(a: Mention, b: Mention) -> bool:
    """Whether the written values are equal, or either lies in the range that the other allows."""
    near = abs(a.point - b.point) <= 1e-3 * max(abs(a.point), abs(b.point))
    bounded = max(a.high - a.low, b.high - b.low) < float("inf")
    within = a.low <= b.point <= a.high or b.low <= a.point <= b.high
    return near or (bounded and within)


def rarity(a: Mention) -> float:
    """How much an equal value tells: against for one, little for small and round numbers."""
    kind = a.claim.kind
    if kind in ("date", "time"):
        return _moment(a)
    if kind == "ordinal":
        return 0.0
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


def shared(a: Mention, b: Mention) -> tuple[float, float, int]:
    """The cosine of two contexts, the part of the poorer one's weight that both have, the words."""
    few, many = (a, b) if len(a.words) <= len(b.words) else (b, a)
    both, common, words = 0.0, 0.0, 0
    others = many.words
    for word, weight in few.words.items():
        if word in others:
            other = others[word]
            words += 1
            both += weight * other
            common += min(weight, other)
    least = min(a.weight, b.weight)
    return both / (a.norm * b.norm), common / least if least else 0.0, words


def _dice(left: frozenset[str], right: frozenset[str]) -> float:
    """Dice's (1945) coefficient of two sets of words."""
    both = len(left) + len(right)
    return 2 * len(left & right) / both if both else 0.0
