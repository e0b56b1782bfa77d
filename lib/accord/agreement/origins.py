"""How many independent origins stand behind some sources."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from functools import cached_property

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


class Linked:
    """The links between the sources of any fact; a group of texts is a star around its first."""

    def __init__(self, links: Sequence[Link]) -> None:
        """Take the links that hold for every fact, and those that hold for one."""
        everywhere = [link for link in links if link.fact is None]
        copies = [link for link in everywhere if link.by == "copy"]
        self._stars = (_stars(copies, "copy"), _stars(everywhere, "wording"))
        self._by_fact: dict[str, list[Link]] = {}
        for link in links:
            if link.fact is not None:
                self._by_fact.setdefault(link.fact, []).append(link)

    def of(self, fact: Fact) -> list[Link]:
        """What links the fact's sources to each other; nothing where it has but one."""
        files = fact.sources if len(fact.claims) > 1 else ()
        found = [star[file] for file in files for star in self._stars if file in star]
        return [*found, *self._by_fact.get(fact.id, ())]


def _stars(links: Sequence[Link], by: str) -> dict[str, Link]:
    """For each file a link to the first of its group: as many links as there are files."""
    groups = closure((), ((link.a, link.b) for link in links))
    return {
        file: Link(a=group[0], b=file, by=by, share=1.0, group=group[0])
        for group in groups
        for file in group
    }


class Origins:
    """The origins of every source for one fact, computed once, when several are counted.

    `count` is Leinster and Cobbold's (2012) diversity of order 0 where similarity is 1 inside a
    group and 0 between groups: the number of groups.
    """

    def __init__(self, files: Sequence[str], links: Sequence[Link], fact: str) -> None:
        """Take the sources of `fact`, and every link that may hold between them."""
        self._files, self._links, self._fact = files, links, fact

    def count(self, files: Collection[str]) -> tuple[int, int]:
        """The number of origins behind `files`: (with every link, with named roots only)."""
        if len(files) == 1:
            return 1, 1
        return len({self._linked[f] for f in files}), len({self._by_root[f] for f in files})

    @cached_property
    def _linked(self) -> dict[str, str]:
        return _members(origins(self._files, self._links, self._fact))

    @cached_property
    def _by_root(self) -> dict[str, str]:
        named = [link for link in self._links if link.by in ("root", "copy")]
        return _members(origins(self._files, named, self._fact))


def _members(groups: Sequence[Sequence[str]]) -> dict[str, str]:
    return {file: group[0] for group in groups for file in group}
