"""A fact in the words of its texts: each claim in its sentence, with the number marked."""

from __future__ import annotations

from dataclasses import replace

from accord.editions.pages import apart, sides, words
from accord.editions.parts import Quote, Run
from accord.model import Claim, Fact, Findings

_ABOUT = {
    "exact": "exact",
    "less_than": "less than",
    "up_to": "up to",
    "at_most": "at most",
    "at_least": "at least",
    "just_over": "just over",
}
_QUOTED = 12
BESIDE = 90  # characters of a sentence that a quote keeps on either side of its number
_CERTAINTY = {"potential": "possible"}


def parts(findings: Findings, fact: Fact) -> tuple[Quote, ...]:
    """The fact's claims, then those that stand beside a dispute and are no side of it."""
    return (
        *(_quote(findings, claim) for claim in _told(findings, fact)[:_QUOTED]),
        *(_other(findings, claim) for claim in apart.claims(findings, fact)),
    )


def pieces(text: str, claim: Claim, beside: int = BESIDE) -> tuple[Run, ...]:
    """The claim's sentence with the number marked, cut to `beside` characters on either side."""
    start = max(claim.sentence.start, claim.span.start - beside)
    end = min(claim.sentence.end, claim.span.end + beside)
    if start > claim.sentence.start:
        start = text.find(" ", start, claim.span.start) + 1 or start
    if end < claim.sentence.end:
        end = text.rfind(" ", claim.span.end, end)
        end = end if end > 0 else claim.span.end
    before = ("… " if start > claim.sentence.start else "") + text[start : claim.span.start]
    after = text[claim.span.end : end] + (" …" if end < claim.sentence.end else "")
    return (Run(before), Run(claim.span.of(text), style="mark"), Run(after.rstrip()))


def certainty(claim: Claim) -> str:
    """How sure its text is of a claim, in the report's word."""
    return _CERTAINTY.get(claim.modality, claim.modality)


def _told(findings: Findings, fact: Fact) -> tuple[Claim, ...]:
    """The fact's claims in the order of the matrix, each wording of a source once."""
    say = words.of(findings)
    files = sides.order(findings)
    seen = [claim for claim in fact.claims if claim.source in files]
    placed = sorted(seen, key=lambda c: (files.index(c.source), c.span))
    first = {(c.source, say.stated(c), c.modality): c for c in reversed(placed)}
    return tuple(claim for claim in placed if claim in first.values())


def _quote(findings: Findings, claim: Claim) -> Quote:
    source = findings.sources[claim.source]
    short = sides.shorts(findings)[claim.source]
    return Quote(
        source=claim.source,
        short=short,
        pieces=pieces(source.text, claim),
        claim=claim.derived_from[0] if claim.derived_from else claim.id,
        place=f"{short}, characters {claim.span.start}{words.DASH}{claim.span.end}",
        said=_said(claim),
    )


def _other(findings: Findings, claim: Claim) -> Quote:
    """A quote that stands beside the dispute and is no side of it."""
    said = f"{apart.scope(claim)}, so not comparable; {certainty(claim)}"
    return replace(_quote(findings, claim), said=said)


def _said(claim: Claim) -> str:
    if claim.derived_from:
        return "computed from the numbers marked"
    modifier = _ABOUT.get(claim.modifier, claim.modifier.replace("_", " "))
    doubt = f"; doubt: {claim.doubts[0]}" if claim.doubts else ""
    if claim.kind in ("category", "ordinal"):
        return f"{certainty(claim)}{doubt}"
    return f"{modifier}, {certainty(claim)}{doubt}"
