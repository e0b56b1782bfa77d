"""What was not compared, and what brought the rest together."""

from __future__ import annotations

from collections import Counter

from accord.editions.pages import plain, sides, words
from accord.editions.parts import Run, Section, Table, anchor
from accord.model import Findings

_SHOWN = 100


def opening(findings: Findings) -> Section:
    """How many pairs look alike and are kept apart."""
    say = words.of(findings)
    number = len(findings.alignment.near_misses)
    looks = "looks" if number == 1 else "look"
    found = f"{words.sentence(say.counted(number, 'pair'))} {looks} alike but cannot be compared"
    return Section(
        key="near",
        menu="Near misses",
        title=found if number else "No two numbers look alike without being comparable",
        subtitle="The same number for another thing, or the same thing at another time, "
        "in another part, or in another currency.",
    )


@plain.kept
def table(findings: Findings) -> Table:
    """Pairs that look alike and are not comparable, with the part that differs."""
    say = words.of(findings)
    misses = findings.alignment.near_misses
    return Table(
        name="near",
        title="They look alike and measure different things",
        columns=("One says", "Another says", "What differs"),
        align=("left", "left", "left"),
        rows=tuple(
            (_told(findings, miss.a), _told(findings, miss.b), (Run(miss.differs),))
            for miss in misses[:_SHOWN]
        ),
        note=say.shown(_SHOWN, len(misses)),
        csv="figures/near.csv",
    )


def coding(findings: Findings) -> Table:
    """How many facts the rules brought together alone, and how many needed the codebook."""
    facts = [f for f in findings.alignment.facts if len(f.sources) > 1]
    counts = Counter((fact.coded_by, fact.is_quantity) for fact in facts)
    rows = (("rules", "the rules alone"), ("codebook", "an entry of the codebook"))
    return Table(
        name="coding",
        note="The codebook is a person's list of names and measures of this story; "
        "it holds words, no numbers.",
        title="What brought the shared facts together",
        columns=("Brought together by", "Numbers", "Categories"),
        align=("left", "right", "right"),
        rows=tuple(
            ((Run(said),), (Run(str(counts[key, True])),), (Run(str(counts[key, False])),))
            for key, said in rows
        ),
        csv="figures/coding.csv",
    )


def _told(findings: Findings, claim_id: str) -> tuple[Run, ...]:
    say = words.of(findings)
    claim = findings.claim[claim_id]
    names = sides.shorts(findings)
    fact = findings.fact_of.get(claim_id)
    label = fact.label if fact else claim.measure or ""
    return (
        Run(say.stated(claim), link=f"#{anchor('claim', claim.id)}"),
        Run(f", {label} ({names[claim.source]})"),
    )
