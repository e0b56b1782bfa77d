"""One card a shared fact: its sources side by side, their words, and why they differ."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from accord.editions.pages import about, apart, drawings, front, sides, words
from accord.editions.parts import Card, Quote, Run, Section
from accord.model import Agreement, Claim, Fact, Findings

_ABOUT = {
    "exact": "exact",
    "less_than": "less than",
    "up_to": "up to",
    "at_most": "at most",
    "at_least": "at least",
    "just_over": "just over",
}
SHOWN = 60
_QUOTED = 12
_TORN = re.compile(r"(?<=\d) (?=[a-z%])")
_WHY = {
    "corroborated": "Why it counts as corroborated",
    "one-origin": "Why these count as one",
    "compatible": "Why they are only compatible",
    "disputed": "Why they differ",
    "once": "Why it stands alone",
}


def opening(findings: Findings) -> Section:
    """The facts, disputed first."""
    number = len(findings.summary.multi_source) + len(findings.summary.beyond_numbers)
    told = words.part(len(ordered(findings)), number, "fact")
    return Section(
        key="facts",
        menu="Facts",
        title=f"{words.sentence(words.counted(number, 'shared fact'))}, source by source",
        subtitle="Disputed ones first. Every highlighted number links to its place in the text."
        + (f" {told}" if told else ""),
    )


def parts(findings: Findings) -> tuple[Card, ...]:
    """The cards, disputed first."""
    return tuple(_card(findings, fact, place) for place, fact in enumerate(ordered(findings), 1))


@lru_cache(maxsize=2)
def ordered(findings: Findings) -> tuple[Fact, ...]:
    """Shared facts as the cards show them: disputed numbers, other numbers, then categories.

    Of many, at most sixty; half of the places are for disputed ones where there are so many.
    """
    shared = front.shared_facts(findings)
    disputed = [f for f in shared if words.verdict_key(findings.verdict[f.id]) == "disputed"]
    beyond = [findings.fact[i] for i in findings.summary.beyond_numbers]
    calm = [f for f in shared if words.verdict_key(findings.verdict[f.id]) != "disputed"]
    room = max(SHOWN // 2, SHOWN - len(calm) - len(beyond))
    return (*disputed[:room], *calm, *beyond)[:SHOWN]


def number(findings: Findings, fact: str) -> str:
    """The short number that a card and its marks in the texts carry: F1, F2 ..."""
    places = _places(findings)
    return f"F{places[fact]}" if fact in places else ""


@lru_cache(maxsize=2)
def _places(findings: Findings) -> dict[str, int]:
    return {shared.id: place for place, shared in enumerate(ordered(findings), 1)}


def _card(findings: Findings, fact: Fact, place: int) -> Card:
    verdict = findings.verdict[fact.id]
    key = words.verdict_key(verdict)
    return Card(
        fact=fact.id,
        number=f"F{place}",
        verdict=key,
        word=_word(fact, key),
        counts=_counts(verdict),
        confidence="" if key == "disputed" else f"Confidence: {verdict.confidence}",
        title=_title(findings, fact, key),
        measure=_measure(fact),
        figure=drawings.forest(findings, fact) if fact.is_quantity else None,
        why_title=_WHY[key],
        why=_why(fact, verdict),
        quotes=(
            *(_quote(findings, claim) for claim in _told(findings, fact)[:_QUOTED]),
            *(_other(findings, claim) for claim in apart.claims(findings, fact)),
        ),
        about=about.terms(findings, fact),
    )


def _word(fact: Fact, key: str) -> str:
    names = {"corroborated": "Corroborated", "one-origin": "Agree, one origin",
             "compatible": "Compatible", "disputed": "Disputed", "once": "Stated once"}  # fmt: skip
    return "Agree" if key in ("corroborated", "one-origin") and not fact.is_quantity else names[key]


def _counts(verdict: Agreement) -> str:
    texts = words.counted(verdict.n_sources, "text")
    texts = f"{verdict.n_sources} {texts.split(' ', 1)[1]}"
    if verdict.verdict == "conflict":
        rivals = " against ".join(str(c.n_eff[0]) for c in verdict.rivals)
        return f"{texts}: {rivals} by origin"
    low, high = verdict.n_eff
    span = str(low) if low == high else f"{low} to {high}"
    return f"{texts}, {span} {'origin' if span == '1' else 'origins'}"


def _title(findings: Findings, fact: Fact, key: str) -> str:
    value = front.value(findings, fact)
    texts = words.sentence(words.counted(len(fact.sources), "text"))
    label = words.sentence(fact.label)
    label = label if label.endswith("?") else f"{label}:"
    if key == "disputed":
        reason = findings.verdict[fact.id].explained_by
        return f"{label} {value}" + (f", told apart by {reason}" if reason else "")
    if not fact.is_quantity:
        return f"{label} {value}"
    if key == "one-origin":
        return f"{texts} say {value}, and they share one origin"
    if key == "corroborated":
        low = findings.verdict[fact.id].n_eff[0]
        return f"{label} {value}, from {words.counted(low, 'independent origin')}"
    return f"{label} {value}"


def _measure(fact: Fact) -> str:
    if not fact.is_quantity:
        return ""
    unit = "" if fact.unit is None else words.unit_name(fact.unit)
    said = [fact.measure or fact.label, words.period(fact.period), ", ".join(fact.scope), unit]
    return words.sentence(", ".join(part for part in said if part))


def _why(fact: Fact, verdict: Agreement) -> tuple[tuple[Run, ...], ...]:
    lines = [verdict.why] if verdict.why else []
    if verdict.modality == "differs" and fact.is_quantity:
        lines.append("The texts differ in certainty: what one calls possible, another states.")
    if verdict.reviewed:
        lines.append(f"A reviewer decided: {verdict.reviewed}.")
    return tuple((Run(_TORN.sub(words.NBSP, line)),) for line in lines)


def _told(findings: Findings, fact: Fact) -> tuple[Claim, ...]:
    """The fact's claims in the order of the matrix, each wording of a source once."""
    files = sides.order(findings)
    seen = [claim for claim in fact.claims if claim.source in files]
    placed = sorted(seen, key=lambda c: (files.index(c.source), c.span))
    first = {(c.source, words.stated(c), c.modality): c for c in reversed(placed)}
    return tuple(claim for claim in placed if claim in first.values())


def _quote(findings: Findings, claim: Claim) -> Quote:
    source = findings.sources[claim.source]
    short = sides.shorts(findings)[claim.source]
    return Quote(
        source=claim.source,
        short=short,
        pieces=_pieces(source.text, claim),
        claim=claim.derived_from[0] if claim.derived_from else claim.id,
        place=f"{short}, characters {claim.span.start}{words.DASH}{claim.span.end}",
        said=_said(claim),
    )


def _other(findings: Findings, claim: Claim) -> Quote:
    """A quote that stands beside the dispute and is no side of it."""
    said = f"{apart.scope(claim)}, so not comparable; {claim.modality}"
    return replace(_quote(findings, claim), said=said)


def _pieces(text: str, claim: Claim) -> tuple[Run, ...]:
    """The claim's sentence, cut to about 150 characters around the number."""
    start = max(claim.sentence.start, claim.span.start - 90)
    end = min(claim.sentence.end, claim.span.end + 90)
    if start > claim.sentence.start:
        start = text.find(" ", start, claim.span.start) + 1 or start
    if end < claim.sentence.end:
        end = text.rfind(" ", claim.span.end, end)
        end = end if end > 0 else claim.span.end
    before = ("… " if start > claim.sentence.start else "") + text[start : claim.span.start]
    after = text[claim.span.end : end] + (" …" if end < claim.sentence.end else "")
    return (Run(before), Run(claim.span.of(text), style="mark"), Run(after.rstrip()))


def _said(claim: Claim) -> str:
    if claim.derived_from:
        return "computed from the numbers marked"
    modifier = _ABOUT.get(claim.modifier, claim.modifier.replace("_", " "))
    doubt = f"; doubt: {claim.doubts[0]}" if claim.doubts else ""
    return f"{modifier}, {claim.modality}{doubt}"
