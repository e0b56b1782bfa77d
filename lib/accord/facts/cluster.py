"""Average linkage over scored pairs."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations, product

import numpy as np

from accord.facts.sets import Real, Whole
from accord.model.closure import Joined

Score = Callable[[Whole, Whole], Real]  # of pairs, given as two arrays of places
Pair = tuple[int, int]
Component = tuple[list[int], list[Pair]]  # its nodes, and the pairs of nodes to be scored
LARGE, UNSCORED = 120, -1.0
_AT_ONCE = 20_000


def groups(
    size: int, linked: Iterable[Pair], twins: Iterable[Pair], score: Score
) -> list[list[int]]:
    """Groups of 0..size-1, each in rising order, joined while their average score is above 0.

    Average linkage (Sokal and Michener, 1958) inside each connected component of `linked`. Twins,
    and twins of twins, are one member, with the mean of their scores. In a component of more than
    120 members the pairs that are not linked count as -1, unscored.
    """
    home = Joined(size)
    for a, b in twins:
        home.join(a, b)
    nodes = _together(range(size), home)
    found = [
        group
        for inside, scored in _scored(_components(nodes, linked, home), nodes, score)
        for group in _Linkage(inside, scored).groups()
    ]
    return sorted(sorted(member for node in group for member in nodes[node]) for group in found)


def _together(places: Iterable[int], joined: Joined) -> dict[int, list[int]]:
    members: dict[int, list[int]] = defaultdict(list)
    for place in places:
        members[joined.top(place)].append(place)
    return members


def _components(
    nodes: Mapping[int, Sequence[int]], linked: Iterable[Pair], home: Joined
) -> Iterator[Component]:
    component, edges = Joined(max(nodes, default=0) + 1), dict[Pair, None]()
    for a, b in linked:
        left, right = sorted((home.top(a), home.top(b)))
        if left != right:
            component.join(left, right)
            edges[left, right] = None
    within: dict[int, list[Pair]] = defaultdict(list)
    for pair in edges:
        within[component.top(pair[0])].append(pair)
    for top, inside in _together(nodes, component).items():
        every = combinations(inside, 2) if len(inside) <= LARGE else sorted(within[top])
        yield inside, list(every)


def _scored(
    components: Iterable[Component], nodes: Mapping[int, Sequence[int]], score: Score
) -> Iterator[tuple[list[int], list[tuple[Pair, float]]]]:
    """The components with the scores of their pairs, many worked out at once."""
    waiting: list[Component] = []
    number = 0
    for component in components:
        waiting.append(component)
        number += sum(len(nodes[a]) * len(nodes[b]) for a, b in component[1])
        if number >= _AT_ONCE:
            yield from _averaged(waiting, nodes, score)
            waiting, number = [], 0
    yield from _averaged(waiting, nodes, score)


def _averaged(
    components: Sequence[Component], nodes: Mapping[int, Sequence[int]], score: Score
) -> Iterator[tuple[list[int], list[tuple[Pair, float]]]]:
    """The mean score over the members of the two nodes of each pair."""
    couples = [pair for _, pairs in components for pair in pairs]
    members = [list(product(nodes[a], nodes[b])) for a, b in couples]
    numbers = np.array([len(some) for some in members], dtype=np.int64)
    every = np.array([one for some in members for one in some], dtype=np.int64).reshape(-1, 2)
    owner = np.repeat(np.arange(len(couples)), numbers)
    sums = np.bincount(owner, score(*every.T), minlength=len(couples))
    means = iter((sums / np.maximum(numbers, 1)).tolist())
    for inside, pairs in components:
        yield inside, [(pair, next(means)) for pair in pairs]


class _Linkage:
    """One component on its way from single members to groups."""

    def __init__(self, component: Sequence[int], scored: Iterable[tuple[Pair, float]]) -> None:
        self._clusters = {member: [member] for member in component}
        self._sums: dict[int, dict[int, float]] = {member: {} for member in component}
        self._heap: list[tuple[float, int, int, int]] = []
        for (a, b), score in scored:
            self._sums[a][b] = self._sums[b][a] = score - UNSCORED
            self._offer(a, b)

    def groups(self) -> list[list[int]]:
        while self._heap:
            _, a, b, members = heapq.heappop(self._heap)
            alive = a in self._clusters and b in self._clusters
            if alive and len(self._clusters[a]) + len(self._clusters[b]) == members:
                self._merge(a, b)
        return [sorted(members) for members in self._clusters.values()]

    def _offer(self, a: int, b: int) -> None:
        """Put two clusters up for merging where their average score, unscored pairs too, allows."""
        left, right = len(self._clusters[a]), len(self._clusters[b])
        average = self._sums[a][b] / (left * right) + UNSCORED
        if average > 0:
            first, second = sorted((a, b))
            heapq.heappush(self._heap, (-round(average, 9), first, second, left + right))

    def _merge(self, a: int, b: int) -> None:
        self._clusters[a] += self._clusters.pop(b)
        theirs, ours = self._sums.pop(b), self._sums[a]
        for c, above in theirs.items():
            if c != a:
                ours[c] = self._sums[c][a] = ours.get(c, 0.0) + above
                del self._sums[c][b]
        ours.pop(b, None)
        for c in ours:
            self._offer(a, c)
