"""Many pairs of mentions at once, and what has been found of them."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

import numpy as np

from accord.facts.sets import Real, Truth, Whole
from accord.facts.table import Table

Found = TypeVar("Found")


class Pairs:
    """Pairs of ranks of one table; what was found of them holds for those chosen of them too."""

    def __init__(self, table: Table, a: Whole, b: Whole) -> None:
        self.of, self.a, self.b = table, a, b
        self.known: dict[str, Any] = {}

    def __len__(self) -> int:
        return len(self.a)

    def some(self, which: Truth) -> Pairs:
        """Those of the pairs where `which` is true."""
        fewer = Pairs(self.of, self.a[which], self.b[which])
        fewer.known = {name: found[..., which] for name, found in self.known.items()}
        return fewer

    def turned(self) -> Pairs:
        """The same pairs, the other way round."""
        turned = Pairs(self.of, self.b, self.a)
        turned.known = self.known
        return turned

    def same(self, column: Whole | Real) -> Truth:
        """Whether the two have one value in a column, or both none."""
        found: Truth = column[self.a] == column[self.b]
        return found

    def both(self, column: Truth) -> Truth:
        """Whether a column is true of both."""
        return column[self.a] & column[self.b]

    @property
    def elsewhere(self) -> Truth:
        """Whether they stand in two texts."""
        return ~self.same(self.of.source)

    @property
    def same_head(self) -> Truth:
        """Whether both count or price one thing."""
        return self.same(self.of.head) & (self.of.head[self.a] >= 0)

    @property
    def meet(self) -> Truth:
        """Whether some value is allowed by both."""
        return _meet(self)

    @property
    def equal(self) -> Truth:
        """Whether the written values are equal, or either lies in the range the other allows."""
        return _equal(self)

    @property
    def cosine(self) -> Real:
        """The cosine of the two contexts."""
        found: Real = _shared(self)[0] / (self.of.norm[self.a] * self.of.norm[self.b])
        return found

    @property
    def overlap(self) -> Real:
        """The part of the poorer context's weight that both have."""
        least = np.minimum(self.of.weight[self.a], self.of.weight[self.b])
        return np.where(least > 0, _shared(self)[1] / np.where(least > 0, least, 1.0), 0.0)

    @property
    def words(self) -> Real:
        """The number of words that both contexts have."""
        found: Real = _shared(self)[2]
        return found


def remembered(of: Callable[[Pairs], Found]) -> Callable[[Pairs], Found]:
    """A function of pairs whose order does not matter, worked out once for the same pairs."""

    @wraps(of)
    def ask(p: Pairs) -> Found:
        if of.__name__ not in p.known:
            p.known[of.__name__] = of(p)
        found: Found = p.known[of.__name__]
        return found

    return ask


@remembered
def _meet(p: Pairs) -> Truth:
    low, high = p.of.low, p.of.high
    return (low[p.a] <= high[p.b]) & (low[p.b] <= high[p.a])


@remembered
def _equal(p: Pairs) -> Truth:
    low, high, point = p.of.low, p.of.high, p.of.point
    a, b = p.a, p.b
    near = abs(point[a] - point[b]) <= 1e-3 * np.maximum(abs(point[a]), abs(point[b]))
    bounded = np.maximum(high[a] - low[a], high[b] - low[b]) < np.inf
    within = (low[a] <= point[b]) & (point[b] <= high[a])
    within |= (low[b] <= point[a]) & (point[a] <= high[b])
    return near | (bounded & within)


@remembered
def _shared(p: Pairs) -> Real:
    return p.of.words.weighed(p.a, p.b)
