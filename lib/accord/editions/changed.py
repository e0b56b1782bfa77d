"""Claims and facts that came, went, or stand otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from accord.editions import matching
from accord.editions.causes import Grounds
from accord.editions.comparison import Change, ClaimChange, FactChange
from accord.editions.content import Content, Row

# Where a claim stands moves with every word before it; its id and its own operands do too.
_PLACE = ("id", "source", "start", "end", "sentence", "derived_from", "restates")
_FACT = ("label", "measure", "subject", "period", "scope", "unit", "coded_by", "broader")
_VERDICT = (
    "verdict", "n_sources", "n_eff", "confidence", "modality", "gap", "explained_by", "why",
    "reviewed", "core", "checks", "values",
)  # fmt: skip
_VALUE = ("low", "high", "category", "n_eff")


@dataclass(frozen=True, slots=True, kw_only=True)
class Both:
    """Two contents, the old id of each new claim, and what can have caused a change."""

    old: Content
    new: Content
    claim: Mapping[str, str]
    grounds: Grounds


def fields(old: Row, new: Row, names: Iterable[str]) -> Iterator[Change]:
    """Those of `names` whose values differ."""
    for name in names:
        if old.get(name) != new.get(name):
            yield Change(field=name, old=old.get(name), new=new.get(name))


def claims(both: Both) -> Iterator[ClaimChange]:
    """Changed and added claims in the order of the new edition, then removed ones."""
    for key, row in both.new.claims.items():
        before = both.old.claims.get(both.claim.get(key, ""))
        if before is None:
            yield _claim(both, row, "added", None)
            continue
        if before is row:  # one line in both
            continue
        if told := tuple(fields(before, row, [name for name in row if name not in _PLACE])):
            yield replace(_claim(both, row, "changed", before["id"]), fields=told)
    kept = set(both.claim.values())
    gone = (row for key, row in both.old.claims.items() if key not in kept)
    yield from (_claim(both, row, "removed", row["id"]) for row in gone)


def facts(both: Both) -> Iterator[FactChange]:
    """Changed, added and split facts in the order of the new edition, then removed and merged."""
    matched = matching.facts(both.old.facts, both.new.facts, both.claim)
    was = {key: fact for fact, row in both.old.facts.items() for key in row["claims"]}
    for key, row in both.new.facts.items():
        if key in matched:
            yield from _fact(both, matched[key], key)
        else:
            origin = next((was[k] for k in _old_ids(both, row) if k in was), None)
            yield replace(_only(both, both.new, key, "split" if origin else "added"), old_id=origin)
    now = {k: fact for fact, row in both.new.facts.items() for k in _old_ids(both, row)}
    kept = set(matched.values())
    for key in (key for key in both.old.facts if key not in kept):
        into = next((now[k] for k in both.old.facts[key]["claims"] if k in now), None)
        gone = _only(both, both.old, key, "merged" if into else "removed")
        yield replace(gone, id=into or key, old_id=key)


def _claim(both: Both, row: Row, how: str, old_id: str | None) -> ClaimChange:
    because, proof = both.grounds.of_claim(row["source"])
    return ClaimChange(
        id=row["id"],
        old_id=old_id,
        how=how,
        source=row["source"],
        text=row["text"],
        measure=row["measure"],
        fields=(),
        because=because,
        proof=proof,
    )


def _fact(both: Both, before: str, after: str) -> Iterator[FactChange]:
    if _is_one(both, before, after):
        return
    there, here = _judged(both.old, before), _judged(both.new, after)
    old_ids, were = frozenset(_old_ids(both, here)), frozenset(there["claims"])
    change = replace(
        _only(both, both.new, after, "changed"),
        old_id=before,
        fields=tuple(fields(there, here, (*_FACT, *_VERDICT))),
        claims_added=tuple(k for k in here["claims"] if both.claim.get(k) not in were),
        claims_removed=tuple(k for k in there["claims"] if k not in old_ids),
    )
    if change.fields or change.claims_added or change.claims_removed:
        yield change


def _is_one(both: Both, before: str, after: str) -> bool:
    """Whether fact and verdict stand in one line each in both, and so do its claims."""
    return both.old.facts[before] is both.new.facts[after] and both.old.agreements.get(
        before
    ) is both.new.agreements.get(after)


def _only(both: Both, one: Content, key: str, how: str) -> FactChange:
    row = _judged(one, key)
    keys = tuple(row["claims"])
    because, proof = both.grounds.of_fact()
    return FactChange(
        id=key,
        old_id=None,
        how=how,
        label=row["label"],
        verdict=row.get("verdict", ""),
        fields=(),
        claims_added=keys if one is both.new else (),
        claims_removed=keys if one is both.old else (),
        because=because,
        proof=proof,
    )


def _judged(one: Content, key: str) -> dict[str, Any]:
    verdict = one.agreements.get(key, {})
    values = [[cluster[name] for name in _VALUE] for cluster in verdict.get("clusters", ())]
    return {**one.facts[key], **verdict, "values": values}


def _old_ids(both: Both, row: Row) -> list[str]:
    return [both.claim[key] for key in row["claims"] if key in both.claim]
