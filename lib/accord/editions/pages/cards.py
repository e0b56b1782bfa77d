"""One card a shared fact: its sources side by side, their words, and why they differ."""

from __future__ import annotations

from functools import lru_cache

from accord.editions.pages import about, dates, forests, quoted, shared, why, words
from accord.editions.pages.words import Words
from accord.editions.parts import Card, Section
from accord.model import Agreement, Fact, Findings

SHOWN = 40
_WHY = {
    "corroborated": "Why it counts as corroborated",
    "one-origin": "Why these count as one",
    "compatible": "Why they are only compatible",
    "disputed": "Why they differ",
    "once": "Why it stands alone",
}


def opening(findings: Findings) -> Section:
    """The facts, disputed first."""
    say = words.of(findings)
    number = len(findings.summary.multi_source) + len(findings.summary.beyond_numbers)
    told = say.part(len(ordered(findings)), number, "fact")
    named = findings.summary.beyond_numbers
    return Section(
        key="facts",
        menu="Facts",
        title=f"{words.sentence(say.counted(number, 'shared fact'))}, source by source",
        subtitle="A fact is shared when two or more texts state it."
        if not number
        else (
            "Disputed numbers first, then the others, then names and ranks. "
            if named
            else "Disputed ones first. "
        )
        + "Each marked number links to its place in the text."
        + (f" {told}" if told else ""),
    )


def parts(findings: Findings) -> tuple[Card, ...]:
    """The cards, disputed first."""
    return tuple(_card(findings, fact, place) for place, fact in enumerate(ordered(findings), 1))


@lru_cache(maxsize=2)
def ordered(findings: Findings) -> tuple[Fact, ...]:
    """Shared facts as the cards show them: disputed numbers, other numbers, then categories.

    Of many, at most forty; half of the places are for disputed ones where there are so many.
    """
    facts = shared.numbers(findings)
    disputed = [f for f in facts if words.verdict_key(findings.verdict[f.id]) == "disputed"]
    beyond = shared.beyond(findings)
    calm = [f for f in facts if words.verdict_key(findings.verdict[f.id]) != "disputed"]
    room = max(SHOWN // 2, SHOWN - len(calm) - len(beyond))
    return (*disputed[:room], *calm, *beyond)[:SHOWN]


def number(findings: Findings, fact: str) -> str:
    """The short number that a card and its marks in the texts carry: F1, F2 ..."""
    places = _places(findings)
    return f"F{places[fact]}" if fact in places else ""


@lru_cache(maxsize=2)
def _places(findings: Findings) -> dict[str, int]:
    return {fact.id: place for place, fact in enumerate(ordered(findings), 1)}


def _card(findings: Findings, fact: Fact, place: int) -> Card:
    verdict = findings.spoken[fact.id]
    key = words.verdict_key(verdict)
    return Card(
        fact=fact.id,
        number=f"F{place}",
        verdict=key,
        word=_word(fact, key),
        counts=_counts(verdict, words.of(findings)),
        confidence="" if key == "disputed" else f"Confidence: {verdict.confidence}",
        title=_title(findings, fact, key),
        measure=_measure(fact),
        figure=forests.figure(findings, fact) if fact.is_quantity else None,
        why_title=_WHY[key],
        why=why.lines(findings, fact, verdict),
        quotes=quoted.parts(findings, fact),
        about=about.terms(findings, fact),
    )


def _word(fact: Fact, key: str) -> str:
    names = {"corroborated": "Corroborated", "one-origin": "Agree, one origin",
             "compatible": "Compatible", "disputed": "Disputed", "once": "Stated once"}  # fmt: skip
    return "Agree" if key in ("corroborated", "one-origin") and not fact.is_quantity else names[key]


def _counts(verdict: Agreement, say: Words) -> str:
    texts = say.counted(verdict.n_sources, "text")
    texts = f"{verdict.n_sources} {texts.split(' ', 1)[1]}"
    if verdict.verdict == "conflict" and len(verdict.rivals) > words.SIDES:
        return f"{texts}, {say.counted(len(verdict.rivals), 'rival value')}"
    if verdict.verdict == "conflict":
        first, *others = (c.n_eff[0] for c in verdict.rivals)
        return f"{texts}: {' against '.join((_origins(first), *map(str, others)))}"
    return f"{texts}, {_origins(verdict.n_eff[0])}"


def _origins(number: int) -> str:
    return f"{number} origin{'s' * (number != 1)}"


def _title(findings: Findings, fact: Fact, key: str) -> str:
    say = words.of(findings)
    value = shared.value(findings, fact)
    label = words.sentence(fact.label)
    if fact.claims[0].kind == "ordinal" and key != "disputed":
        return f"{shared.label(fact)}, say {say.counted(len(fact.sources), 'text')}"
    if label.endswith("?"):
        return f"{label} {words.sentence(value)}"
    return f"{label}: {value}{_standing(findings, fact, key) if fact.is_quantity else ''}"


def _standing(findings: Findings, fact: Fact, key: str) -> str:
    """What stands behind the value: its origins, or what the difference hangs on if known."""
    say = words.of(findings)
    verdict = findings.verdict[fact.id]
    if key == "one-origin":
        return f", from {say.counted(len(fact.sources), 'text')} that share one origin"
    if key == "corroborated":
        return f", from {say.counted(verdict.n_eff[0], 'independent origin')}"
    reason = verdict.explained_by if key == "disputed" else None
    if not reason:
        return ""
    return f", {reason}" if " against " in reason else f", depending on the {reason}"


def _measure(fact: Fact) -> str:
    if not fact.is_quantity:
        return ""
    unit = "" if fact.unit is None else words.unit_name(fact.unit)
    same = all(claim.scope == fact.scope for claim in fact.claims)
    scope = ", ".join(fact.scope) if same else ""
    said = [fact.measure or fact.label, dates.period(fact.period), scope, unit]
    return words.sentence(", ".join(part for part in said if part))
