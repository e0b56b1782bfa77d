"""Sets of words, one for each of many things, as arrays: what many pairs share, at once."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from itertools import chain
from typing import Any

import numpy as np
from numpy.typing import NDArray

Whole = NDArray[np.int64]
Real = NDArray[np.float64]
Truth = NDArray[np.bool_]


def numbered(values: Iterable[Hashable]) -> Whole:
    """A number for each value, equal where they are equal; -1 for None."""
    known: dict[Hashable, int] = {None: -1}
    return np.array([known.setdefault(value, len(known) - 1) for value in values], dtype=np.int64)


class Sets:
    """Rows of distinct members, each member with a weight.

    A row is kept in the order of its members, so that a sum over it never depends on other rows.
    """

    def __init__(self, rows: Sequence[Sequence[Any]], weights: Iterable[float] = ()) -> None:
        """Take the rows, and the weights of all their members, row after row (else each 1)."""
        every = list(chain.from_iterable(rows))
        place = {member: n for n, member in enumerate(sorted(set(every)))}
        members = np.array([place[member] for member in every], dtype=np.int64)
        self.lengths = np.array([len(row) for row in rows], dtype=np.int64)
        self._starts = np.cumsum(self.lengths) - self.lengths
        order = np.lexsort((members, np.repeat(np.arange(len(rows)), self.lengths)))
        self._members = members[order]
        self._size = len(place)
        self._weights = np.array([*weights] or [1.0] * len(every), dtype=np.float64)[order]

    def common(self, a: Whole, b: Whole) -> Whole:
        """How many members rows `a` and `b` share, pair by pair."""
        shared = _twice(self._keys(a)[0], self._keys(b)[0])
        return np.bincount(shared // max(1, self._size), minlength=len(a))

    def weighed(self, a: Whole, b: Whole) -> Real:
        """Of what two rows share: the sums of products and of lesser weights, and how many.

        Shape (3, pairs).
        """
        owner, left, right = self._matches(a, b)
        one, other = self._weights[left], self._weights[right]
        parts = (one * other, np.minimum(one, other), np.ones(len(owner)))
        return np.stack([_summed(owner, part, len(a)) for part in parts])

    def leaning(self, a: Whole, b: Whole) -> Real:
        """The sum of the weights, in row `a`, of what the two rows of a pair share."""
        owner, left, _ = self._matches(a, b)
        return _summed(owner, self._weights[left], len(a))

    def heaviest(self, most: int) -> tuple[Whole, Whole]:
        """Of each row the members that weigh most: the row, and the member as a number."""
        owner, at = self._spread(np.arange(len(self.lengths)))
        order = np.lexsort((self._members[at], -self._weights[at], owner))
        first = np.arange(len(at)) - np.repeat(self._starts, self.lengths) < most
        return owner[order][first], self._members[at][order][first]

    def _matches(self, a: Whole, b: Whole) -> tuple[Whole, Whole, Whole]:
        """Each member that the rows of a pair share: the pair, and its place in either row."""
        (keys, left), (sought, right) = self._keys(a), self._keys(b)
        shared = _twice(keys, sought)
        places = left[np.searchsorted(keys, shared)], right[np.searchsorted(sought, shared)]
        return shared // max(1, self._size), *places

    def _keys(self, rows: Whole) -> tuple[Whole, Whole]:
        """Every member of some rows as a number of its own in each, sorted, and its place."""
        owner, at = self._spread(rows)
        return owner * self._size + self._members[at], at

    def _spread(self, rows: Whole) -> tuple[Whole, Whole]:
        """For every member of some rows, which of them it is in, and its place in the array."""
        lengths = self.lengths[rows]
        owner = np.repeat(np.arange(len(rows)), lengths)
        ahead = self._starts[rows] - (np.cumsum(lengths) - lengths)
        return owner, np.arange(len(owner)) + ahead[owner]


def _twice(one: Whole, other: Whole) -> Whole:
    """What both hold, sorted; either holds nothing twice, and sorted ones are soon merged."""
    both = np.concatenate((one, other))
    both.sort(kind="stable")
    found: Whole = both[:-1][both[1:] == both[:-1]]
    return found


def _summed(owner: Whole, values: Real, size: int) -> Real:
    return np.bincount(owner, values, minlength=size).astype(np.float64)
