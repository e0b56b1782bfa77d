"""About a number: what it measures, where it stands, how it was read, and what is open about it."""

from __future__ import annotations

from decimal import Decimal

from accord.editions.pages import dates, sides, told, words
from accord.editions.pages.words import Words
from accord.editions.parts import Run, anchor
from accord.model import Agreement, Claim, Fact, Findings

_STEPS = {
    "conflict": "compared pair by pair; at least one pair does not meet",
    "agree": "compared pair by pair; at least one pair agrees and none conflicts",
    "compatible": "compared pair by pair; all can hold at once and none says another's value",
}
_PLACES = 6

Term = tuple[str, tuple[Run, ...]]


def terms(findings: Findings, fact: Fact) -> tuple[Term, ...]:
    """Definition, unit and period, sources, steps, formula and rounding, origins, doubts, id."""
    verdict = told.verdicts(findings)[fact.id]
    claims = fact.claims
    computed = [claim for claim in claims if claim.derived_from]
    say = words.of(findings)
    rows: list[tuple[str, str]] = [
        ("Definition", ", ".join((fact.measure or fact.label, *fact.scope))),
        ("Unit, period", _unit(fact)),
        ("Steps", _steps(fact, verdict)),
        ("Formula", "; ".join(dict.fromkeys(_formula(claim, say) for claim in computed))),
        ("Rounding", "; ".join(dict.fromkeys(filter(None, (_rounding(c, say) for c in computed))))),
        ("Named origins", words.listed(sorted({c.root for c in claims if c.root}))),
        ("Origins", _origins(verdict)),
        ("Doubts", "; ".join(sorted({d for c in claims for d in c.doubts}))),
    ]
    rows += [("Outside check", check.why) for check in verdict.checks]
    said = [(term, (Run(words_),)) for term, words_ in rows if words_]
    return (
        *said[:2],
        ("Sources", _sources(findings, fact)),
        *said[2:],
        ("Fact id", (Run(fact.id),)),
    )


def _origins(verdict: Agreement) -> str:
    """How many origins, by all links and by named origins alone, where that differs."""
    low, high = verdict.n_eff
    if verdict.verdict == "conflict" or low == high:
        return ""
    return f"{low}, linked texts counted once; {high}, if only texts that name one origin were"


def _unit(fact: Fact) -> str:
    unit = words.unit_name(fact.unit) if fact.is_quantity else "a category, in words"
    return ", ".join((unit or "as written", dates.period(fact.period) or "no period stated"))


def _sources(findings: Findings, fact: Fact) -> tuple[Run, ...]:
    """Each text that states the fact, leading to its page, and how often it is stated."""
    say = words.of(findings)
    names = sides.shorts(findings)
    files = [file for file in sides.order(findings) if file in fact.sources]
    said: list[Run] = []
    for file in files:
        said += [Run(names[file], link=f"#{anchor('source', file)}"), Run(", ")]
    times = say.counted(len(fact.claims), "time")
    return (*said[:-1], Run(f"; stated {times} in all"))


def _steps(fact: Fact, verdict: Agreement) -> str:
    """How the claims were read, brought together and compared."""
    read = words.listed(sorted({c.rule.split(":")[0] for c in fact.claims if c.rule}))
    by = "an entry of the codebook" if fact.coded_by == "codebook" else "the rules alone"
    steps = (
        f"read as {read}" if read else "",
        f"brought together by {by}",
        _STEPS.get(verdict.verdict, "" if fact.is_quantity else "compared by category"),
    )
    return "; ".join(step for step in steps if step)


def _formula(claim: Claim, say: Words) -> str:
    return f"{claim.text}: {say.formula(claim.formula)}" if claim.formula else ""


def _rounding(claim: Claim, say: Words) -> str:
    """The computed value as kept, and as the report shows it."""
    value = claim.value.low if claim.value and claim.value.is_point else None
    if value is None:
        return _range(claim, say)
    shown, kept = say.amount(value, claim.unit), say.amount(value, claim.unit, 10)
    return f"kept as {kept}, shown as {shown}" if shown != kept else f"{shown}, not rounded"


def _range(claim: Claim, say: Words) -> str:
    ends = (claim.interval.low, claim.interval.high) if claim.interval else ()
    if not ends or any(end is None for end in ends):
        return ""
    low, high = (say.amount(end or Decimal(0), claim.unit, _PLACES) for end in ends)
    return f"{low} to {high}, as far as the rounding of its percentage allows"
