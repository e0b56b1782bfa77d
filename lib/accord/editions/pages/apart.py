"""Claims that look like a side of a dispute and are not one: they measure a part, or a whole."""

from __future__ import annotations

from collections.abc import Iterator

from accord.model import Claim, Fact, Findings

_SHOWN = 3


def claims(findings: Findings, fact: Fact) -> tuple[Claim, ...]:
    """What the sources of a disputed fact say under another scope, in the fact's unit."""
    if findings.verdict[fact.id].verdict != "conflict" or not fact.is_quantity:
        return ()
    found = {claim.id: claim for claim in (*_missed(findings, fact), *_parts(findings, fact))}
    fitting = [c for c in found.values() if c.unit == fact.unit and c.source in fact.sources]
    return tuple(sorted(fitting, key=lambda claim: (claim.source, claim.span)))[:_SHOWN]


def scope(claim: Claim) -> str:
    """The scope in the text's words, or that it is another one."""
    return ", ".join(claim.scope) or "another scope"


def _missed(findings: Findings, fact: Fact) -> Iterator[Claim]:
    """The other halves of the fact's near misses."""
    inside = {claim.id for claim in fact.claims}
    for miss in findings.alignment.near_misses:
        for here, there in ((miss.a, miss.b), (miss.b, miss.a)):
            if here in inside and there not in inside:
                yield findings.claim[there]


def _parts(findings: Findings, fact: Fact) -> Iterator[Claim]:
    """A rival's value said again by a source of the fact, of a part of the thing."""
    inside = {claim.id for claim in fact.claims}
    stated = {claim.interval for claim in fact.claims if claim.interval}
    for claim in findings.claims:
        narrower = bool(claim.scope) and not set(claim.scope) <= set(fact.scope)
        if claim.id not in inside and narrower and claim.interval in stated:
            yield claim
