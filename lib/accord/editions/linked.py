"""Claims as linked data: schema.org Claim, W3C Web Annotation and PROV.

Sources, facts and claims are named by their anchors in `report.html`, so that a link leads there.
The context is written out, so that no reader has to ask a server for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from accord.editions.parts import anchor
from accord.model import Claim, Fact, Findings, Source
from accord.model.lines import values

CONTEXT = {
    "schema": "https://schema.org/",
    "oa": "http://www.w3.org/ns/oa#",
    "prov": "http://www.w3.org/ns/prov#",
}
_AROUND = 32  # characters of prefix and suffix, as the Web Annotation model's examples have it


def document(findings: Findings) -> dict[str, Any]:
    """Every source, claim and fact as one JSON-LD document."""
    return {
        "@context": CONTEXT,
        "@graph": [
            *map(_source, findings.corpus.sources),
            *_claims(findings),
            *map(_fact, findings.alignment.facts),
        ],
    }


def _iri(kind: str, key: str) -> dict[str, str]:
    return {"@id": f"report.html#{anchor(kind, key)}"}


def _source(source: Source) -> dict[str, Any]:
    told = {
        "schema:name": source.title or source.file,
        "schema:publisher": source.outlet,
        "schema:datePublished": source.date,
        "schema:inLanguage": source.language,
        "schema:url": source.url,
        "schema:identifier": f"sha256:{source.sha256}",
    }
    return {**_iri("source", source.file), "@type": ["schema:CreativeWork", "prov:Entity"]} | {
        name: value for name, value in told.items() if value
    }


def _claims(findings: Findings) -> Iterator[dict[str, Any]]:
    for claim in findings.claims:
        source = findings.sources.get(claim.source)
        yield _claim(claim)
        yield _annotation(claim, source.text if source else "")


def _claim(claim: Claim) -> dict[str, Any]:
    told = {
        "schema:text": claim.text,
        "schema:about": None if claim.kind in ("date", "time") else _value(claim),
        "schema:author": claim.speaker and {"@type": "schema:Thing", "schema:name": claim.speaker},
        "schema:temporalCoverage": _when(claim),
        "prov:wasDerivedFrom": [_iri("claim", key) for key in claim.derived_from],
    }
    return {
        **_iri("claim", claim.id),
        "@type": ["schema:Claim", "prov:Entity"],
        "schema:identifier": claim.id,
        "schema:appearance": _iri("source", claim.source),
        "prov:hadPrimarySource": _iri("source", claim.source),
        "prov:wasGeneratedBy": {"@type": "prov:Activity", "schema:name": claim.rule},
        **{name: value for name, value in told.items() if value},
    }


def _when(claim: Claim) -> str | None:
    """ISO 8601: the days that a date claim allows, else the period that the claim is about."""
    if claim.kind != "date" or claim.interval is None:
        return claim.period
    first, last = (values.end(end, claim) for end in (claim.interval.low, claim.interval.high))
    return f"{first or '..'}/{last or '..'}"


def _value(claim: Claim) -> dict[str, Any]:
    low, high = (claim.interval.low, claim.interval.high) if claim.interval else (None, None)
    told = {
        "schema:name": claim.measure or claim.category,
        "schema:minValue": values.end(low, claim),
        "schema:maxValue": values.end(high, claim),
        "schema:unitText": claim.unit or claim.unit_text,
    }
    known = {name: value for name, value in told.items() if value is not None}
    return {"@type": "schema:QuantitativeValue", **known}


def _annotation(claim: Claim, text: str) -> dict[str, Any]:
    start, end = claim.span.start, claim.span.end
    position = {"@type": "oa:TextPositionSelector", "oa:start": start, "oa:end": end}
    quote = {
        "@type": "oa:TextQuoteSelector",
        "oa:exact": text[start:end] or claim.text,
        "oa:prefix": text[max(0, start - _AROUND) : start],
        "oa:suffix": text[end : end + _AROUND],
    }
    return {
        "@id": f"#annotation-{claim.id}",
        "@type": "oa:Annotation",
        "oa:motivatedBy": {"@id": "oa:identifying"},
        "oa:hasBody": _iri("claim", claim.id),
        "oa:hasTarget": {
            "@type": "oa:SpecificResource",
            "oa:hasSource": _iri("source", claim.source),
            "oa:hasSelector": [position, quote],
        },
    }


def _fact(fact: Fact) -> dict[str, Any]:
    return {
        **_iri("fact", fact.id),
        "@type": ["prov:Collection"],
        "schema:name": fact.label,
        "prov:hadMember": [_iri("claim", claim.id) for claim in fact.claims],
    }
