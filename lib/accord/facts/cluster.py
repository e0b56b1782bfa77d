"""Average linkage over scored pairs."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import partial
from itertools import combinations

from accord.model.closure import Joined

Score = Callable[[int, int], float]
Pair = tuple[int, int]
LARGE, UNSCORED = 120, -1.0


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
    component, links = Joined(size), list[Pair]()
    for a, b in linked:
        left, right = sorted((home.top(a), home.top(b)))
        if left != right:
            component.join(left, right)
            links.append((left, right))
    edges: dict[int, set[Pair]] = defaultdict(set)
    for pair in links:
        edges[component.top(pair[0])].add(pair)
    between = partial(_between, nodes, score)
    return sorted(
        sorted(member for node in group for member in nodes[node])
        for top, inside in _together(nodes, component).items()
        for group in _Linkage(inside, edges[top], between).groups()
    )


def _together(places: Iterable[int], joined: Joined) -> dict[int, list[int]]:
    members: dict[int, list[int]] = defaultdict(list)
    for place in places:
        members[joined.top(place)].append(place)
    return members


def _between(nodes: Mapping[int, Sequence[int]], score: Score, a: int, b: int) -> float:
    scores = [score(one, other) for one in nodes[a] for other in nodes[b]]
    return sum(scores) / len(scores)


class _Linkage:
    """One component on its way from single members to groups."""

    def __init__(self, component: Sequence[int], edges: Collection[Pair], score: Score) -> None:
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
