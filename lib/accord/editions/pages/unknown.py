"""What is not known: numbers stated once, and numbers that were read as no claim."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

from accord.editions.pages import plain, sides, words
from accord.editions.pages.words import Words
from accord.editions.parts import Run, Section, Table, anchor
from accord.model import Claim, Fact, Findings, Span

_SHOWN = 100
_COLUMNS = 12


def opening(findings: Findings) -> Section:
    """How many numbers have one witness."""
    say = words.of(findings)
    number = len(findings.summary.single_source)
    has = "have" if number > 1 else "has"
    noun = "numbers" if number > 1 else "number"
    return Section(
        key="once",
        menu="Stated once",
        title=f"{words.sentence(say.count(number))} {noun} {has} only one witness",
        subtitle="A number stated once may be right; nothing here can confirm it. "
        "Doubts stand beside it.",
    )


@plain.kept
def once(findings: Findings) -> Table:
    """Every number that one text alone states, as written, with its doubts and outside checks."""
    say = words.of(findings)
    facts = sorted((findings.fact[i] for i in findings.summary.single_source), key=_place)
    names = sides.shorts(findings)
    return Table(
        name="once",
        title="Stated by one text",
        columns=("Number", "As written", "Text", "Doubts and checks"),
        align=("left", "left", "left", "left"),
        rows=tuple(_once(findings, fact, names) for fact in facts[:_SHOWN]),
        note=say.shown(_SHOWN, len(facts)),
        csv="figures/once.csv",
    )


def aside(findings: Findings) -> Table:
    """Every digit and number word that is no claim, by reason."""
    say = words.of(findings)
    names = sides.shorts(findings)
    return Table(
        name="aside",
        title="Read, but no claim",
        columns=("As written", "Text", "Characters", "Reason"),
        align=("left", "left", "right", "left"),
        rows=tuple(
            (
                (Run(aside.text[:60], style="code"),),
                (Run(names[aside.source]),),
                (Run(f"{aside.start}{words.DASH}{aside.end}"),),
                (Run(aside.reason),),
            )
            for aside in findings.set_aside[:_SHOWN]
        ),
        note=f"{_accounted(findings)} {say.shown(_SHOWN, len(findings.set_aside))}".strip(),
        csv="figures/aside.csv",
    )


@plain.kept
def kinds(findings: Findings) -> Table:
    """How many claims of each kind each text makes."""
    names = sides.shorts(findings)
    files = sides.order(findings)
    if len(files) > _COLUMNS:
        return _totals(findings)
    counts = Counter((claim.kind, claim.source) for claim in findings.claims)
    kinds = sorted({kind for kind, _ in counts})
    return Table(
        name="kinds",
        title="Claims by kind and text",
        columns=("Kind", *(names[file] for file in files), "All"),
        align=("left", *("right" for _ in files), "right"),
        rows=tuple(
            (
                (Run(words.sentence(kind)),),
                *((Run(str(counts[kind, file])),) for file in files),
                (Run(str(sum(counts[kind, file] for file in files))),),
            )
            for kind in kinds
        ),
        csv="figures/kinds.csv",
    )


def _totals(findings: Findings) -> Table:
    """Claims by kind over all texts, where a column for each text would be too many."""
    claims = Counter(claim.kind for claim in findings.claims)
    write = findings.numerals.write
    texts = Counter(kind for kind, _ in {(c.kind, c.source) for c in findings.claims})
    return Table(
        name="kinds",
        title="Claims by kind",
        columns=("Kind", "Claims", "Texts that make one"),
        align=("left", "right", "right"),
        rows=tuple(
            tuple((Run(said),) for said in (words.sentence(k), write(claims[k]), write(texts[k])))
            for k in sorted(claims)
        ),
        note=f"Of {write(len(sides.order(findings)))} texts; "
        "claims.csv has each claim with its text.",
        csv="figures/kinds.csv",
    )


def _once(findings: Findings, fact: Fact, names: dict[str, str]) -> tuple[tuple[Run, ...], ...]:
    claim = min(fact.claims, key=lambda c: (c.source, c.span))
    return (
        (Run(fact.label, anchor=anchor("fact", fact.id)),),
        _written(claim, words.of(findings)),
        (Run(names[claim.source]),),
        _said(findings, fact),
    )


def _written(claim: Claim, say: Words) -> tuple[Run, ...]:
    """The number as its text writes it, or as the report computed it."""
    if claim.derived_from and claim.interval:
        return (Run(f"computed: {say.bare(claim.interval, claim.kind, claim.unit)}"),)
    return (Run(words.as_written(claim), link=f"#{anchor('claim', claim.id)}"),)


def _said(findings: Findings, fact: Fact) -> tuple[Run, ...]:
    """Doubts, the formula of what was computed, and how many outside figures fit."""
    say = words.of(findings)
    formulas = sorted({say.formula(claim.formula) for claim in fact.claims if claim.formula})
    doubts = sorted({doubt for claim in fact.claims for doubt in claim.doubts})
    said = "; ".join((*doubts, *formulas))
    checks = findings.verdict[fact.id].checks
    if not checks:
        return (Run(said),)
    fitting = sum(check.finding == "consistent" for check in checks)
    told = _fitting(fitting, len(checks), say)
    before = (Run(f"{said}; "),) if said else ()
    return (*before, Run(told, link=f"#{anchor('table', 'checks')}"))


def _fitting(number: int, every: int, say: Words) -> str:
    """How many outside figures fit: "two of three outside figures fit"."""
    if every == 1:
        return "the one outside figure " + ("fits" if number else "does not fit")
    of = f"of {say.counted(every, 'outside figure')}"
    return f"{say.count(number) if number else 'none'} {of} fit{'s' * (number < 2)}"


def _place(fact: Fact) -> tuple[str, Span]:
    return min((claim.source, claim.span) for claim in fact.claims)


def _accounted(findings: Findings) -> str:
    say = words.of(findings)
    write = findings.numerals.write
    read, left = findings.summary.numbers_read, findings.summary.numbers_set_aside
    share = say.amount(Decimal(100 * read) / (read + left or 1), "%", 0)
    return (
        f"All {write(read + left)} digits and number words of the texts are accounted for: "
        f"{write(read)} ({share}) in claims, {write(left)} set aside with a reason."
    )
