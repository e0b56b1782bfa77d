"""The drawing of what linked texts have in common."""

from __future__ import annotations

from accord.charts import dependence
from accord.charts.ties import Node, Tie, Ties
from accord.editions.pages import drawings, sides, words
from accord.editions.pages.words import Words
from accord.editions.parts import Figure
from accord.model import Findings, Link

TIES = 40  # texts or ties that the picture of links has room for


def figure(findings: Findings) -> Figure | None:
    """The arcs between linked texts, or None where no two are linked."""
    if not _strongest(findings):
        return None
    caption = drawings.Caption(
        name="dependence",
        title="What two texts have in common",
        subtitle="Share of the smaller text's claims that the other states too, or of its words",
    )
    return drawings.figure(findings, dependence, _ties, caption)


def _ties(findings: Findings) -> Ties:
    names, say = sides.shorts(findings), words.of(findings)
    shared = _strongest(findings)
    return Ties(
        nodes=tuple(
            Node(source=names[f], note=sides.note(findings, f), group=sides.group(findings, f))
            for f in _knots(findings, shared)
        ),
        ties=tuple(
            Tie(a=names[link.a], b=names[link.b], label=_tie(link, say), share=link.share)
            for link in shared
        ),
        numerals=findings.numerals,
    )


def _strongest(findings: Findings) -> list[Link]:
    """One link for each pair: shared claims before shared wording before a named origin.

    A copy is no text of its own: the list of texts has it, the picture has not.
    """
    rank = ("root", "wording", "claims")
    links = (link for link in findings.alignment.links if link.by in rank)
    found = sorted(links, key=lambda link: rank.index(link.by))
    strongest = {(link.a, link.b): link for link in found}.values()
    return sorted(sorted(strongest, key=lambda link: (-link.share, link))[:TIES])


def _knots(findings: Findings, shared: list[Link]) -> tuple[str, ...]:
    """The texts to draw: all of a few, else those that a drawn tie touches."""
    files = sides.order(findings)
    touched = {file for link in shared for file in (link.a, link.b)}
    return tuple(file for file in files if len(files) <= TIES or file in touched)


def _tie(link: Link, say: Words) -> str:
    if link.by == "root":
        return "one named origin"
    said = say.number(words.decimal(round(link.share, 2)) * 100, 0)
    return f"{said}{words.NBSP}% of {'claims' if link.by == 'claims' else 'wording'}"
