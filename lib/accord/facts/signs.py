"""What speaks for and against two claims being of one measured thing, each sign as a number.

Every sign is a function of the two claims and their own two texts, never of the rest of the corpus,
so that no third text changes what two say. `weights.toml` says how much each of them counts.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from accord.facts.contrast import marks_apart, nouns_differ, opposites, periods_apart
from accord.facts.pairs import Pairs
from accord.facts.sets import Real, Sets, Whole

LARGE, YEAR = 100, 360
LOOSE = 0.03  # two values so far apart are equal only as one lies in the range of the other
SEVERAL = 2  # words that two contexts share before they are alike at all
Signs = Iterator[tuple[str, NDArray[Any]]]  # a name, and a value for each pair


def of_words(p: Pairs) -> Signs:
    """The signs in the words around two numbers."""
    yield "cosine", p.cosine
    yield "overlap", p.overlap
    yield "hardly a word", p.words < SEVERAL
    yield "beside", _dice(p.of.beside, p.a, p.b)
    yield "sentence", _dice(p.of.said, p.of.sentence[p.a], p.of.sentence[p.b])
    yield "same head", p.same_head
    yield "same price", p.same_head & p.both(p.of.attributive)
    yield "measure", _jaccard(p.of.measure, p.a, p.b)


def of_scope(p: Pairs) -> Signs:
    """The signs that two numbers are of two periods, parts, nouns or contrary measures."""
    yield "opposites", opposites(p)
    unknown = (p.of.unit[p.a] < 0) | (p.of.unit[p.b] < 0)
    yield "noun unknown", nouns_differ(p) & unknown
    yield "other noun", nouns_differ(p) & ~unknown
    yield "part and whole", marks_apart(p)
    yield "other mark", ~p.same(p.of.marks)
    yield "other period", periods_apart(p)
    yield "same period", p.same(p.of.period) & (p.of.period[p.a] >= 0)
    yield "one dated", p.of.dated[p.a] != p.of.dated[p.b]
    yield "forecast", p.of.potential[p.a] != p.of.potential[p.b]


def of_values(p: Pairs) -> Signs:
    """The signs in the values, by how rarely two numbers are equal by chance."""
    yield p.of.block, np.ones(len(p))
    rare = np.minimum(p.of.rarity[p.a], p.of.rarity[p.b])
    if p.of.block == "date":
        yield from _of_dates(p, rare)
        return
    one = p.meet & p.equal
    a, b = p.of.point[p.a], p.of.point[p.b]
    low, high = np.minimum(abs(a), abs(b)), np.maximum(abs(a), abs(b))
    yield "rare", np.where(one, rare, 0.0)
    yield "in a range", one & (abs(a - b) > LOOSE * high)
    yield "exactly", one & (abs(a - b) <= 1e-9 * high)
    yield "equal money", one & (p.of.block == "money")
    near = high <= 1.5 * low
    yield "unequal", ~one
    yield "near", ~one & near
    yield "near and large", ~one & near & (low >= LARGE)
    yield "far", ~one & (high > 5 * low)


def _of_dates(p: Pairs, rare: Real) -> Signs:
    """A date is known by nothing but its event; a long span says little of what lies in it."""
    yield "same event", p.same(p.of.action) & (p.of.action[p.a] >= 0)
    left, right = p.of.high[p.a] - p.of.low[p.a], p.of.high[p.b] - p.of.low[p.b]
    wide, narrow = np.maximum(left, right), np.minimum(left, right)
    whole = np.where(wide == narrow, 1.0, np.where(wide < YEAR, 0.5, 0.0))
    yield "rare", np.where(p.meet, whole * rare, 0.0)
    yield "long span", p.meet & (wide >= YEAR)


def _dice(sets: Sets, a: Whole, b: Whole) -> Real:
    """Dice's (1945) coefficient of two sets of words."""
    both = sets.lengths[a] + sets.lengths[b]
    found: Real = 2 * sets.common(a, b) / np.maximum(both, 1)
    return found


def _jaccard(sets: Sets, a: Whole, b: Whole) -> Real:
    """Jaccard's (1901) coefficient of two sets of words; 0 where either is empty."""
    common = sets.common(a, b)
    found: Real = common / np.maximum(sets.lengths[a] + sets.lengths[b] - common, 1)
    return found
