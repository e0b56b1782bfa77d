"""Dictionary coding: which entry of the codebook names what a claim measures."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from accord import units
from accord.facts.mention import Mention
from accord.facts.stems import stems
from accord.model import Codebook, Measure

Code = Measure
_NEAR, REACH = 0.5, 40
_MARKS = re.compile(r"[,;:.!?()\n\u2013\u2014]")


def codes(
    mentions: Sequence[Mention], texts: Mapping[str, str], codebook: Codebook
) -> dict[int, Code]:
    """The measure of each mention that an entry of the codebook names, by rank."""
    found: dict[int, Code] = {}
    spoken: dict[str, tuple[Measure, ...]] = {}
    for mention in mentions if codebook.measures else ():
        file = mention.claim.source
        text = texts.get(file, "")
        if file not in spoken:
            spoken[file] = _of_text(text, codebook)
        code = _first(mention, text, spoken[file])
        if code is not None:
            found[mention.rank] = code
    return found


def _of_text(text: str, codebook: Codebook) -> tuple[Measure, ...]:
    """The measures that a text can speak of: one with a subject only where the text names it."""
    folded = text.casefold()
    names = {canonical: (canonical, *others) for canonical, others in codebook.aliases}
    return tuple(
        measure
        for measure in codebook.measures
        if measure.subject is None
        or any(one.casefold() in folded for one in names.get(measure.subject, (measure.subject,)))
    )


def _first(mention: Mention, text: str, measures: Iterable[Measure]) -> Measure | None:
    said = frozenset(stems(mention.claim.sentence.of(text))) | frozenset(mention.words)
    anchors = _anchors(mention) | frozenset(stems(_clause(mention, text)))
    return next((m for m in measures if _fits(m, mention, anchors, said)), None)


def _anchors(mention: Mention) -> frozenset[str]:
    """The stems that say what is measured: head, action, and the measure in the text's words."""
    context = mention.claim.context
    said = (word for word in (context.head, context.action) if word)
    near = (word for word, weight in context.words if weight >= _NEAR)
    return frozenset(said) | frozenset(stems(mention.claim.measure or "")) | frozenset(near)


def _clause(mention: Mention, text: str) -> str:
    """What stands right beside the number, up to the next mark on either side."""
    span = mention.claim.span
    before = _MARKS.split(text[max(0, span.start - REACH) : span.start])[-1]
    after = _MARKS.split(text[span.end : span.end + REACH])[0]
    return f"{before.partition(' ')[2]} {after.rpartition(' ')[0]}"


def _fits(
    measure: Measure, mention: Mention, anchors: frozenset[str], said: frozenset[str]
) -> bool:
    return (
        _unit_fits(measure.unit, mention)
        and any(_named(word, anchors) for word in measure.words)
        and all(_named(word, said) for word in measure.all_of)
        and not any(_named(word, said) for word in measure.none_of)
        and _scope_fits(measure, mention, said)
    )


def _named(words: str, said: frozenset[str]) -> bool:
    parts = stems(words)
    return words.lower() in said or (bool(parts) and all(part in said for part in parts))


def _unit_fits(unit: str | None, mention: Mention) -> bool:
    claim = mention.claim
    if unit is None or unit in (claim.unit, claim.kind, mention.block):
        return True
    if mention.block == "money" and claim.unit is None:
        return units.dimension(unit) == unit and not unit.startswith("{")
    return claim.unit is not None and units.dimension(unit) == units.dimension(claim.unit)


def _scope_fits(measure: Measure, mention: Mention, said: frozenset[str]) -> bool:
    marks = mention.claim.context.marks
    if not measure.scope:
        return "stage" not in marks
    scopes = frozenset(stems(" ".join(mention.claim.scope))) | said
    return all(_named(scope, scopes) for scope in measure.scope)
