"""How many independent origins stand behind some sources."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from accord.model import Link
from accord.model.closure import closure


def origins(
    files: Iterable[str], links: Sequence[Link], fact: str | None = None
) -> tuple[tuple[str, ...], ...]:
    """The files in groups of one origin each: the closure of the links that hold for the fact."""
    wanted = frozenset(files)
    if not links:
        return tuple((file,) for file in sorted(wanted))
    holding = ((link.a, link.b) for link in links if link.fact in (None, fact))
    groups = (tuple(f for f in group if f in wanted) for group in closure(wanted, holding))
    return tuple(sorted(group for group in groups if group))


class Origins:
    """The origins of every source for one fact, computed once.

    `count` is Leinster and Cobbold's (2012) diversity of order 0 where similarity is 1 inside a
    group and 0 between groups: the number of groups.
    """

    __slots__ = ("_by_root", "_linked")

    def __init__(self, files: Iterable[str], links: Sequence[Link], fact: str) -> None:
        """Group `files` by every link that holds for `fact`, and by roots and copies alone."""
        names = sorted(set(files))
        named = [link for link in links if link.by in ("root", "copy")]
        self._linked = _members(origins(names, links, fact))
        self._by_root = _members(origins(names, named, fact))

    def count(self, files: Iterable[str]) -> tuple[int, int]:
        """The number of origins behind `files`: (with every link, with named roots only)."""
        names = tuple(files)
        return len({self._linked[f] for f in names}), len({self._by_root[f] for f in names})


def _members(groups: Sequence[Sequence[str]]) -> dict[str, str]:
    return {file: group[0] for group in groups for file in group}
