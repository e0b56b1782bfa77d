"""How many independent origins stand behind some sources."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from accord.model import Fact, Link
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


Groups = Mapping[str, str]  # for each file that is linked, the first of its group
_NONE: Groups = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Origins:
    """The groups that links make of sources: every link, and those of named roots only.

    `count` is Leinster and Cobbold's (2012) diversity of order 0 where similarity is 1 inside a
    group and 0 between groups: the number of groups.
    """

    linked: Groups
    named: Groups

    def count(self, files: Collection[str]) -> tuple[int, int]:
        """The number of origins behind some files: (with every link, with named roots only)."""
        if len(files) == 1:
            return 1, 1
        linked, named = self.linked, self.named
        return len({linked.get(f, f) for f in files}), len({named.get(f, f) for f in files})


class Linked:
    """The links between the sources of any fact."""

    def __init__(self, links: Iterable[Link]) -> None:
        """Take the links that hold for every fact, and those that hold for one."""
        self._by_fact: dict[str | None, list[Link]] = {}
        for link in links:
            self._by_fact.setdefault(link.fact, []).append(link)
        everywhere = self._by_fact.pop(None, [])
        self._everywhere = Origins(linked=_groups(everywhere), named=_groups(_named(everywhere)))

    def of(self, fact: Fact) -> Origins:
        """The origins of the fact's sources."""
        own, known = self._by_fact.get(fact.id), self._everywhere
        if own is None:
            return known
        files = fact.sources
        return Origins(
            linked=_joined(files, known.linked, own), named=_joined(files, known.named, _named(own))
        )


def _named(links: Iterable[Link]) -> list[Link]:
    return [link for link in links if link.by in ("root", "copy")]


def _groups(links: Iterable[Link], known: Groups = _NONE) -> Groups:
    """The groups that links make of files, or of the groups that these belong to."""
    first = known.get
    pairs = ((first(link.a, link.a), first(link.b, link.b)) for link in links)
    return {file: group[0] for group in closure((), pairs) for file in group}


def _joined(files: Iterable[str], known: Groups, links: Iterable[Link]) -> Groups:
    """The groups that some files belong to once links have joined those that are known."""
    firsts = {file: known.get(file, file) for file in files}
    joined = _groups(links, firsts)
    return {file: joined.get(first, first) for file, first in firsts.items()}
