"""Two editions in, every claim, fact and number that changed out, each with its cause."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from accord.editions import causes, content, matching
from accord.editions.changed import Both, claims, facts, fields
from accord.editions.comparison import Change, Comparison, Side
from accord.editions.content import Content, Row


def compare(old: Path, new: Path) -> Comparison:
    """What changed from the edition in folder `old` to the one in `new`.

    Raises:
        EditionError: where one of them is no edition, or is broken.
    """
    return between(content.read(old), content.read(new))


def between(old: Content, new: Content) -> Comparison:
    """What changed from one content to another."""
    renamed = matching.sources(old.sources, new.sources)
    claim = matching.claims(old.claims, new.claims, renamed)
    both = Both(old=old, new=new, claim=claim, grounds=causes.between(old, new))
    return Comparison(
        old=_side(old),
        new=_side(new),
        headline=tuple(fields(dict(old.counts), dict(new.counts), [n for n, _ in new.counts])),
        facts=tuple(facts(both)),
        claims=tuple(claims(both)),
        links=tuple(_links(old, new, renamed)),
        others=tuple(_others(old, new)),
        files=tuple(_files(old, new)),
        differences=both.grounds.differences,
    )


def _side(one: Content) -> Side:
    inputs = one.recipe.inputs if one.recipe else None
    return Side(edition=one.edition, digest=one.digest, inputs=inputs, counts=one.counts)


def _links(old: Content, new: Content, renamed: Mapping[str, str]) -> Iterator[Change]:
    before, after = _shares(old.links, renamed), _shares(new.links, {})
    yield from fields(before, after, sorted({*before, *after}))


def _shares(links: Iterable[Row], renamed: Mapping[str, str]) -> dict[str, Any]:
    return {_link(row, renamed): row["share"] for row in links}


def _link(row: Row, renamed: Mapping[str, str]) -> str:
    first, second = sorted(renamed.get(row[side], row[side]) for side in "ab")
    return f"{first} and {second} by {row['by']}" + (f" on {row['fact']}" if row["fact"] else "")


def _others(old: Content, new: Content) -> Iterator[Change]:
    yield from _listed("near misses", old.near_misses, new.near_misses, ("a", "b", "differs"))
    words = ("source", "text", "reason")
    yield from _listed("numbers set aside", old.set_aside, new.set_aside, words)


def _listed(
    field: str, old: Iterable[Row], new: Iterable[Row], names: tuple[str, ...]
) -> Iterator[Change]:
    before = {tuple(row[name] for name in names) for row in old}
    after = {tuple(row[name] for name in names) for row in new}
    if before != after:
        gone, came = sorted(before - after), sorted(after - before)
        yield Change(field=field, old=tuple(gone), new=tuple(came))


def _files(old: Content, new: Content) -> Iterator[Change]:
    before, after = dict(old.files), dict(new.files)
    for name in sorted({*before, *after}):
        one, other = before.get(name), after.get(name)
        if one != other:
            yield Change(field=name, old=one and one.size, new=other and other.size)
