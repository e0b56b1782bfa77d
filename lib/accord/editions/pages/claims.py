"""Every claim in one table, to sort and to filter."""

from __future__ import annotations

from accord import units
from accord.editions.index import Column, Index, Row
from accord.editions.pages import quoted, sides, words
from accord.editions.parts import CHIPS
from accord.model import Claim, Findings

MOST = 500
LONGEST = 2000  # characters of a sentence on either side of its number
_COLUMNS = (
    Column(title="Text", few=True),
    Column(title="Number"),
    Column(title="Kind", few=True),
    Column(title="Of what"),
    Column(title="Verdict", few=True),
    Column(title="Sentence"),
)


def index(findings: Findings) -> Index:
    """The claims in reading order; of very many, those of the facts that most texts state."""
    claims = sorted(findings.claims, key=lambda c: (c.source, c.span, c.id))
    kept = set(sorted(claims, key=lambda c: -_texts(findings, c))[:MOST])
    write = findings.numerals.write
    left = (
        f"{write(MOST)} of {write(len(claims))} are here, those of the facts that most texts "
        "state; `accord study` writes all."
        if len(claims) > MOST
        else ""
    )
    return Index(
        title="Every claim that a text makes",
        columns=_COLUMNS,
        rows=tuple(_row(findings, claim) for claim in claims if claim in kept),
        note=left,
    )


def _row(findings: Findings, claim: Claim) -> Row:
    fact = findings.fact_of.get(claim.id)
    verdict = CHIPS[words.verdict_key(findings.verdict[fact.id])] if fact else ""
    what = fact.label if fact else claim.measure or ""
    short = sides.shorts(findings)[claim.source]
    text = findings.sources[claim.source].text
    return Row(
        texts=(short, _number(findings, claim), claim.kind, what, verdict),
        keys=(None, _size(claim), None, None, None),
        cut=quoted.pieces(text, claim),
        sentence=quoted.pieces(text, claim, LONGEST),
        place=f"{claim.source}:{claim.span.start}",
    )


def _number(findings: Findings, claim: Claim) -> str:
    """The number as its text writes it, or as it was computed; the name of a category."""
    if claim.derived_from and claim.interval:
        return f"computed: {words.of(findings).bare(claim.interval, claim.kind, claim.unit)}"
    return claim.category or words.as_written(claim)


def _size(claim: Claim) -> float | None:
    """What a number sorts by: its lower end, in the unit that its dimension is measured in."""
    value = claim.interval if claim.derived_from else claim.value
    low = None if value is None else value.high if value.low is None else value.low
    if low is None:
        return None
    unit = units.load_units().codes.get(claim.unit or "")
    return float(low * unit.factor + unit.shift if unit else low)


def _texts(findings: Findings, claim: Claim) -> int:
    fact = findings.fact_of.get(claim.id)
    return len(fact.sources) if fact else 0
