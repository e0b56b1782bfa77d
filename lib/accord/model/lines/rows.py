"""Records to rows and back; a row's keys and their order are the published contract."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from operator import attrgetter
from typing import Any

from accord.model.claim import Claim
from accord.model.fact import Fact, Link, NearMiss
from accord.model.interval import Span
from accord.model.lines import values
from accord.model.source import SetAside, Source

Row = dict[str, Any]

_SOURCE = (
    "sha256", "chars", "encoding", "language", "outlet", "title", "date", "status", "reason",
    "copy_of", "url", "credit", "note",
)  # fmt: skip
_MEANING = (
    "unit", "unit_text", "modifier", "direction", "measure", "subject", "period", "scope",
    "modality", "speaker", "root", "derived_from", "formula", "restates", "category", "rule",
    "coded_by", "doubts", "resolution",
)  # fmt: skip
_meaning = attrgetter(*_MEANING)
_FACT = ("id", "label", "measure", "subject", "period", "scope", "unit")
_TUPLES = ("scope", "derived_from", "doubts")


def of_source(source: Source) -> Row:
    """A source without its text."""
    return {"source": source.file} | {name: getattr(source, name) for name in _SOURCE}


def source(row: Mapping[str, Any]) -> Source:
    """The source of a row, without text, sentences and wording."""
    known: Row = {name: row[name] for name in _SOURCE} | {"chars": int(row["chars"])}
    return Source(file=row["source"], **known)


def of_claim(claim: Claim) -> Row:
    """A claim, its spans and intervals laid flat."""
    first, last = (claim.value.low, claim.value.high) if claim.value else (None, None)
    low, high, low_closed, high_closed = values.ends(claim.interval, claim)
    return {
        "id": claim.id,
        "source": claim.source,
        "start": claim.span.start,
        "end": claim.span.end,
        "text": claim.text,
        "sentence": [claim.sentence.start, claim.sentence.end],
        "kind": claim.kind,
        "value_low": values.end(first, claim),
        "value_high": values.end(last, claim),
        "low": low,
        "high": high,
        "low_closed": low_closed,
        "high_closed": high_closed,
        **dict(zip(_MEANING, _meaning(claim), strict=True)),
    }


def claim(row: Mapping[str, Any]) -> Claim:
    """The claim of a row, without its context."""
    meaning: Row = {name: row[name] for name in _MEANING}
    meaning |= {name: tuple(row[name]) for name in _TUPLES}
    return Claim(
        id=row["id"],
        source=row["source"],
        span=Span(int(row["start"]), int(row["end"])),
        text=row["text"],
        sentence=Span(*map(int, row["sentence"])),
        kind=row["kind"],
        value=values.closed(row["value_low"], row["value_high"]),
        interval=values.interval(row),
        **meaning,
    )


def of_fact(fact: Fact) -> Row:
    """A fact with the ids of its claims."""
    return {
        "id": fact.id,
        "label": fact.label,
        "measure": fact.measure,
        "subject": fact.subject,
        "period": fact.period,
        "scope": fact.scope,
        "unit": fact.unit,
        "claims": [claim.id for claim in fact.claims],
        "sources": fact.sources,
        "coded_by": fact.coded_by,
        "broader": fact.broader,
    }


def fact(row: Mapping[str, Any], claims: Mapping[str, Claim]) -> Fact:
    """The fact of a row, its claims taken from `claims`."""
    known: Row = {name: row[name] for name in _FACT} | {"scope": tuple(row["scope"])}
    return Fact(
        **known,
        claims=tuple(claims[key] for key in row["claims"]),
        coded_by=row["coded_by"],
        broader=tuple((narrow, broad) for narrow, broad in row["broader"]),
    )


def of_near_miss(miss: NearMiss) -> Row:
    """Two claims that are not comparable."""
    return {"a": miss.a, "b": miss.b, "differs": miss.differs}


def near_miss(row: Mapping[str, Any]) -> NearMiss:
    """The near miss of a row."""
    return NearMiss(a=row["a"], b=row["b"], differs=row["differs"])


def of_link(link: Link) -> Row:
    """A sign that two sources hang together."""
    return {name: getattr(link, name) for name in ("a", "b", "by", "share", "group", "fact")}


def link(row: Mapping[str, Any]) -> Link:
    """The link of a row."""
    known: Row = {**row, "share": float(row["share"])}
    return Link(**known)


def of_set_aside(aside: SetAside) -> Row:
    """A number word that is no claim."""
    return {name: getattr(aside, name) for name in ("source", "start", "end", "text", "reason")}


def set_aside(row: Mapping[str, Any]) -> SetAside:
    """The number word of a row."""
    known: Row = {**row, "start": int(row["start"]), "end": int(row["end"])}
    return SetAside(**known)


def amount(value: Any) -> float | None:
    """A share or a gap as a float."""
    return None if value is None else float(Decimal(value))
