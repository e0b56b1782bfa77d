"""Dictionary coding: which entry of the codebook names what a claim measures."""

from __future__ import annotations

import re
from collections.abc import Iterable

from accord import units
from accord.facts.stems import stems
from accord.model import Claim, Codebook, Measure

Code = tuple[int, str]  # the place of an entry among the measures, and its label
_NEAR, REACH = 0.5, 40
_MARKS = re.compile(r"[,;:.!?()\n\u2013\u2014]")


def codes(claims: Iterable[tuple[Claim, str]], text: str, codebook: Codebook) -> dict[str, Code]:
    """The first entry that names what each claim of a text measures, by the claim's id.

    Beside each claim stands its block.
    """
    spoken = _of_text(text, codebook) if codebook.measures else ()
    found = ((claim.id, _first(claim, block, text, spoken)) for claim, block in claims if spoken)
    return {name: code for name, code in found if code}


def _of_text(text: str, codebook: Codebook) -> tuple[tuple[int, Measure], ...]:
    """The measures that a text can speak of: one with a subject only where the text names it."""
    folded = text.casefold()
    names = {canonical: (canonical, *others) for canonical, others in codebook.aliases}
    return tuple(
        (place, measure)
        for place, measure in enumerate(codebook.measures)
        if measure.subject is None
        or any(one.casefold() in folded for one in names.get(measure.subject, (measure.subject,)))
    )


def _first(
    claim: Claim, block: str, text: str, measures: Iterable[tuple[int, Measure]]
) -> Code | None:
    words = frozenset(word for word, _ in claim.context.words)
    said = frozenset(stems(claim.sentence.of(text))) | words
    anchors = _anchors(claim) | frozenset(stems(_clause(claim, text)))
    fits = ((n, m.label) for n, m in measures if _fits(m, claim, block, anchors, said))
    return next(fits, None)


def _anchors(claim: Claim) -> frozenset[str]:
    """The stems that say what is measured: head, action, and the measure in the text's words."""
    context = claim.context
    said = (word for word in (context.head, context.action) if word)
    near = (word for word, weight in context.words if weight >= _NEAR)
    return frozenset(said) | frozenset(stems(claim.measure or "")) | frozenset(near)


def _clause(claim: Claim, text: str) -> str:
    """What stands right beside the number, up to the next mark on either side."""
    span = claim.span
    before = _MARKS.split(text[max(0, span.start - REACH) : span.start])[-1]
    after = _MARKS.split(text[span.end : span.end + REACH])[0]
    return f"{before.partition(' ')[2]} {after.rpartition(' ')[0]}"


def _fits(
    measure: Measure, claim: Claim, block: str, anchors: frozenset[str], said: frozenset[str]
) -> bool:
    return (
        _unit_fits(measure.unit, claim, block)
        and any(_named(word, anchors) for word in measure.words)
        and all(_named(word, said) for word in measure.all_of)
        and not any(_named(word, said) for word in measure.none_of)
        and _scope_fits(measure, claim, said)
    )


def _named(words: str, said: frozenset[str]) -> bool:
    parts = stems(words)
    return words.lower() in said or (bool(parts) and all(part in said for part in parts))


def _unit_fits(unit: str | None, claim: Claim, block: str) -> bool:
    if unit is None or unit in (claim.unit, claim.kind, block):
        return True
    if block == "money" and claim.unit is None:
        return units.dimension(unit) == unit and not unit.startswith("{")
    return claim.unit is not None and units.dimension(unit) == units.dimension(claim.unit)


def _scope_fits(measure: Measure, claim: Claim, said: frozenset[str]) -> bool:
    if not measure.scope:
        return "stage" not in claim.context.marks
    scopes = frozenset(stems(" ".join(claim.scope))) | said
    return all(_named(scope, scopes) for scope in measure.scope)
