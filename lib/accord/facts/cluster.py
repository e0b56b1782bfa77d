"""Average linkage over scored pairs."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import combinations

Score = Callable[[int, int], float]
Pair = tuple[int, int]
LARGE, UNSCORED = 120, -1.0


def groups(size: int, linked: Iterable[Pair], score: Score) -> list[list[int]]:
    """Groups of 0..size-1, each in rising order, joined while their average score is above 0.

    Average linkage (Sokal and Michener, 1958) inside each connected component of `linked`. In a
    component of more than 120 members the pairs that are not linked count as -1, unscored.
    """
    links = list(linked)
    edges: dict[int, list[Pair]] = defaultdict(list)
    components = _components(size, links)
    home = {member: component[0] for component in components for member in component}
    for pair in links:
        edges[home[pair[0]]].append(pair)
    return sorted(
        group
        for component in components
        for group in _Linkage(component, edges[component[0]], score).groups()
    )


def _components(size: int, linked: Iterable[Pair]) -> list[list[int]]:
    parent = list(range(size))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    for a, b in linked:
        left, right = sorted((root(a), root(b)))
        parent[right] = left
    members: dict[int, list[int]] = defaultdict(list)
    for i in range(size):
        members[root(i)].append(i)
    return list(members.values())


class _Linkage:
    """One component on its way from single members to groups."""

    def __init__(self, component: Sequence[int], edges: Sequence[Pair], score: Score) -> None:
        self._clusters = {member: [member] for member in component}
        self._sums: dict[int, dict[int, float]] = {member: {} for member in component}
        self._heap: list[tuple[float, int, int, int]] = []
        for a, b in combinations(component, 2) if len(component) <= LARGE else sorted(edges):
            self._sums[a][b] = self._sums[b][a] = score(a, b) - UNSCORED
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
