"""Two editions in, every claim, fact and number that changed out, each with its cause."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from accord.editions import causes, decisions, matching, wording
from accord.editions.changed import Both, claims, facts, fields
from accord.editions.comparison import Change, Comparison, Shift, Side
from accord.editions.content import Content, Row


def between(old: Content, new: Content) -> Comparison:
    """What changed from one content to another."""
    renamed = matching.sources(old.sources, new.sources)
    texts = wording.rewritten(old, new, renamed)
    claim = matching.claims(old.claims, new.claims, renamed, wording.Places(texts))
    both = Both(old=old, new=new, claim=claim, grounds=causes.between(old, new))
    changed = tuple(claims(both))
    now = _now(both)
    because, _ = both.grounds.of_fact()
    counts = fields(dict(old.counts), dict(new.counts), [n for n, _ in new.counts])
    return Comparison(
        old=_side(old),
        new=_side(new),
        headline=_shifts(counts, because),
        facts=tuple(facts(both)),
        claims=changed,
        links=_shifts(_links(old, new, renamed | now), because),
        others=_shifts(_others(old, new, now), because),
        files=tuple(_files(old, new)),
        differences=both.grounds.differences,
        decisions=tuple(decisions.between(old, new, now)),
        texts=tuple(wording.changes(texts, (old, new), claim, changed)),
    )


def _shifts(changes: Iterable[Change], because: str) -> tuple[Shift, ...]:
    return tuple(Shift(field=c.field, old=c.old, new=c.new, because=because) for c in changes)


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
    fact = row["fact"] and renamed.get(row["fact"], row["fact"])
    return f"{first} and {second} by {row['by']}" + (f" on {fact}" if fact else "")


def _now(both: Both) -> dict[str, str]:
    """The new ids of claims and facts by the old ones, where they changed."""
    claims_ = {old: new for new, old in both.claim.items()}
    facts_ = matching.facts(both.old.facts, both.new.facts, both.claim)
    return claims_ | {old: new for new, old in facts_.items()}


def _others(old: Content, new: Content, now: Mapping[str, str]) -> Iterator[Change]:
    before = [{**row, **_pair(row, now)} for row in old.near_misses]
    after = [{**row, **_pair(row, {})} for row in new.near_misses]
    yield from _listed("near misses", before, after, ("a", "b", "differs"))
    words = ("source", "text", "reason")
    yield from _listed("numbers set aside", old.set_aside, new.set_aside, words)


def _pair(row: Row, now: Mapping[str, str]) -> dict[str, str]:
    """The two claims of a near miss and their sides in one order, whichever was named first."""
    first, second = sorted(now.get(row[side], row[side]) for side in "ab")
    part, colon, sides = row["differs"].partition(": ")
    return {
        "a": first,
        "b": second,
        "differs": part + colon + " against ".join(sorted(sides.split(" against "))),
    }


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
