"""What hangs together through any chain of pairs."""

from __future__ import annotations

from collections.abc import Iterable


class Joined:
    """Places 0, 1, 2 ... that come together one pair at a time (Galler and Fischer 1964)."""

    __slots__ = ("_parent",)

    def __init__(self, number: int) -> None:
        """Start with `number` places, each alone."""
        self._parent = list(range(number))

    def top(self, place: int) -> int:
        """The smallest place that this one is joined to."""
        parent = self._parent
        while parent[place] != place:
            parent[place] = parent[parent[place]]
            place = parent[place]
        return place

    def are(self, a: int, b: int) -> bool:
        """Whether the two are together."""
        return self.top(a) == self.top(b)

    def join(self, a: int, b: int) -> None:
        """Bring the two and all that hangs on them together."""
        one, other = self.top(a), self.top(b)
        self._parent[max(one, other)] = min(one, other)


def closure(names: Iterable[str], pairs: Iterable[tuple[str, str]]) -> tuple[tuple[str, ...], ...]:
    """The names in groups that the pairs connect, each group sorted, groups in order.

    A name that only a pair mentions is part of its group.
    """
    known = list(pairs)
    every = sorted({*names, *(name for pair in known for name in pair)})
    place = {name: number for number, name in enumerate(every)}
    joined = Joined(len(every))
    for a, b in known:
        joined.join(place[a], place[b])
    groups: dict[int, list[str]] = {}
    for name in every:
        groups.setdefault(joined.top(place[name]), []).append(name)
    return tuple(tuple(group) for group in groups.values())
