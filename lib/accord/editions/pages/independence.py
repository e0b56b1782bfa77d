"""How the texts hang together: shared claims, named roots, shared wording."""

from __future__ import annotations

from itertools import groupby

from accord.editions.pages import arcs, plain, sides, words
from accord.editions.parts import Figure, Run, Section, Table
from accord.model import Findings, Link

_SHOWN = 60
_BY = {
    "claims": "the same claims with the same modifiers",
    "root": "one named origin",
    "wording": "runs of the same words",
    "copy": "the same text",
}


def opening(findings: Findings) -> Section:
    """How many texts move together, and how many stand alone."""
    say = words.of(findings)
    groups = findings.summary.groups
    linked = sum(len(group) for group in groups if len(group) > 1)
    alone = len(findings.summary.texts) - linked
    if not linked:
        title = "No two texts are linked by what can be seen"
    else:
        rest = f"; {say.count(alone)} stand{'s' if alone == 1 else ''} alone" if alone else ""
        title = f"{words.sentence(say.counted(linked, 'text'))} move together{rest}"
    return Section(
        key="independence",
        menu="Independence",
        title=title,
        subtitle="Texts that repeat each other, or one report, count as one origin. "
        "A common origin that leaves no trace cannot be seen.",
    )


def figure(findings: Findings) -> Figure | None:
    """The arcs between linked texts, or None where there are none."""
    return arcs.figure(findings)


@plain.kept
def links(findings: Findings) -> Table:
    """Every link, by what it was found and how strong it is."""
    names = sides.shorts(findings)
    return Table(
        name="links",
        title="What links two texts",
        columns=("Texts", "Linked by", "Share", "Holds for"),
        align=("left", "left", "right", "left"),
        rows=tuple(_row(findings, group, names) for group in _grouped(findings)[:_SHOWN]),
        note="Share is of the smaller text: of its claims, or of its three-word runs.",
        csv="figures/links.csv",
    )


def pairwise(findings: Findings) -> Table:
    """Agreement of each pair of texts, with the number of facts behind each share."""
    names = sides.shorts(findings)
    return Table(
        name="pairwise",
        title="Where two texts state the same fact, how often do they agree?",
        columns=("Texts", "Facts both state", "Agree"),
        align=("left", "right", "right"),
        rows=tuple(
            (
                (Run(f"{names[a]} and {names[b]}"),),
                (Run(str(shared)),),
                (Run(f"{agreeing} of {shared}"),),
            )
            for a, b, agreeing, shared in findings.summary.pairwise[:_SHOWN]
        ),
        note=_estimates(findings),
        csv="figures/pairwise.csv",
    )


def coverage(findings: Findings) -> Table:
    """How much of what is shared each text states, as its silence is not disagreement."""
    say = words.of(findings)
    names, notes = sides.shorts(findings), findings.sources
    stated = {file: (number, of) for file, number, of in findings.summary.coverage}
    files = [file for file in sides.order(findings) if file in stated]
    return Table(
        name="coverage",
        title="How many of the shared numbers does each text state?",
        columns=("Text", "Outlet", "States"),
        align=("left", "left", "right"),
        rows=tuple(
            (
                (Run(names[file]),),
                (Run(notes[file].outlet or ""),),
                (Run(f"{stated[file][0]} of {stated[file][1]}"),),
            )
            for file in files[:_SHOWN]
        ),
        note=f"A text that is silent on a number does not disagree with it. "
        f"{say.shown(_SHOWN, len(files))}".strip(),
        csv="figures/coverage.csv",
    )


def _grouped(findings: Findings) -> list[tuple[Link, ...]]:
    """Links of one pair and one kind together."""
    links = sorted(findings.alignment.links, key=lambda link: (link.a, link.b, link.by))
    return [tuple(same) for _, same in groupby(links, key=lambda link: (link.a, link.b, link.by))]


def _facts(findings: Findings, group: tuple[Link, ...]) -> tuple[Run, ...]:
    """The facts that links hold for, each leading to its card, or that they hold for every one."""
    facts = [findings.fact[link.fact] for link in group if link.fact in findings.fact]
    if len(facts) < len(group):
        return (Run("every fact"),)
    told = [(Run(fact.label, link=f"#fact-{fact.id}"), Run("; ")) for fact in facts]
    return tuple(run for pair in told for run in pair)[:-1]


def _row(
    findings: Findings, group: tuple[Link, ...], names: dict[str, str]
) -> tuple[tuple[Run, ...], ...]:
    say = words.of(findings)
    link = group[0]
    share = say.number(round(words.decimal(link.share) * 100, 0))
    return (
        (Run(f"{names[link.a]} and {names[link.b]}"),),
        (Run(_BY.get(link.by, link.by)),),
        (Run("" if link.by == "root" else f"{share}{words.NBSP}%"),),
        _facts(findings, group),
    )


def _estimates(findings: Findings) -> str:
    say = words.of(findings)
    told = []
    summary = findings.summary
    if summary.wilson:
        low, high = (say.number(words.decimal(end) * 100, 0) for end in summary.wilson)
        told.append(
            f"Of all shared numbers, {len(summary.agreeing)} of {len(summary.multi_source)} agree; "
            f"Wilson 95{words.NBSP}% interval {low} to {high}{words.NBSP}%."
        )
    known = [(unit, alpha, n) for unit, alpha, n, _ in summary.alpha if alpha is not None]
    for unit, alpha, pairable in known:
        said = say.number(words.decimal(alpha), 3)
        told.append(f"Krippendorff's alpha for {unit} ({pairable} pairable): {said}.")
    if not known:
        told.append("Krippendorff's alpha is not estimable: no unit has ten pairable facts.")
    return " ".join(told)
