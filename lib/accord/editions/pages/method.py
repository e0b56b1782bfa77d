"""How it was done: parameters, words, citation, and the colophon of an edition."""

from __future__ import annotations

import json

from accord.editions.pages import front, words
from accord.editions.parts import Citation, Colophon, Glossary, Run, Section, Table
from accord.model import Findings
from accord.parameters import Parameters

_GLOSSARY = (
    (
        "Origin",
        "Where a number comes from: a named document or office, or a linked group of texts.",
    ),
    ("Claim", "One number as one text states it, with the words that limit it: “up to”, “about”."),
    ("Fact", "One measured thing, with every claim that the texts make about it."),
    (
        "Codebook",
        "A person's list of names and measures of this story; it holds words, no numbers.",
    ),
    ("Digest", "A fingerprint of the texts and settings: the same inputs give the same digest."),
    ("Corroborated", "The values agree and come from at least two independent origins."),
    ("One origin", "The values agree, but every text behind them is linked to the others."),
    ("Compatible", "Some value satisfies both claims, but neither says the other's value."),
    ("Disputed", "No value satisfies both claims, and both measure the same thing."),
    ("Stated once", "One text alone states it. The silence of others is not disagreement."),
    ("Meet", "Some value satisfies both claims, as far as their words allow."),
    ("Gap", "How far two values miss each other: 1 minus the smaller over the larger."),
    ("Near miss", "Two claims that look alike but measure different things, times or places."),
    ("Linked", "Two texts that name one origin, share claims, or share wording; they count once."),
    ("Certainty", "Whether a text asserts a number, reports it, calls it possible or denies it."),
)
_CONFIDENCE = (
    ("high", "the texts agree, from three or more independent origins"),
    ("moderate", "the texts agree, from two independent origins"),
    ("disputed", "the texts conflict, or one contradicts itself"),
    ("low", "anything else: one text, one origin, or values that only meet"),
)


def opening(findings: Findings) -> Section:
    """The rules in short."""
    del findings
    return Section(
        key="method",
        menu="Method",
        title="How the numbers were read and compared",
        subtitle="The same rules for every text, and nothing fitted to this story.",
    )


def parameters(findings: Findings) -> Table:
    """Every parameter with its effective value and where that came from."""
    return Table(
        name="parameters",
        title="Parameters of this study",
        columns=("Parameter", "Value", "Meaning", "Set by"),
        align=("left", "left", "left", "left"),
        rows=tuple(
            (
                (Run(setting.name, style="code"),),
                (Run(json.dumps(setting.value, ensure_ascii=False), style="code"),),
                (Run(_meaning(setting.name)),),
                (Run(setting.origin),),
            )
            for setting in findings.settings
        ),
    )


def _meaning(name: str) -> str:
    field = Parameters.model_fields.get(name)
    return (field.description or "") if field else ""


def confidence(findings: Findings) -> Table:
    """The key of the confidence words."""
    del findings
    return Table(
        name="confidence",
        title="What the confidence words mean",
        columns=("Word", "Meaning"),
        align=("left", "left"),
        rows=tuple(((Run(word, style="strong"),), (Run(said),)) for word, said in _CONFIDENCE),
    )


def glossary(findings: Findings) -> Glossary:
    """The words that the report uses."""
    say = words.of(findings)
    about = next((s.value for s in findings.settings if s.name == "about"), None)
    entries: list[tuple[str, tuple[Run, ...]]] = [(term, (Run(s),)) for term, s in _GLOSSARY]
    if about is not None:
        share = say.number(words.decimal(float(about)) * 100, 1)
        entries.append(("About", (
            Run(f"Read as plus or minus {share}{words.NBSP}%. You can change this: "),
            Run("-p about=0.05", style="code"), Run("."),
        )))  # fmt: skip
    return Glossary(entries=tuple(sorted(entries)))


def citation(findings: Findings, edition: str, digest: str) -> Citation:
    """How to cite an edition; without a clock, so the year stands in the ledger."""
    name = front.title(findings)
    return Citation(
        text=f"{name} accord, {edition.lower()}. Digest {digest}.",
        bibtex="\n".join((
            f"@techreport{{accord-{digest},",
            f"  title  = {{{_bibtex(name)}}},",
            f"  number = {{{_bibtex(edition.lower())}}},",
            "  institution = {accord},",
            f"  note   = {{digest {digest}}}",
            "}",
        )),
    )  # fmt: skip


def colophon(findings: Findings, edition: str, digest: str) -> Colophon:
    """What the cover and the footer say of an edition."""
    summary = findings.summary
    write = findings.numerals.write
    chars = sum(findings.sources[file].chars for file in summary.texts)
    changed = [s for s in findings.settings if s.origin != "default"]
    said = ", ".join(f"{s.name} = {json.dumps(s.value, ensure_ascii=False)}" for s in changed)
    return Colophon(
        edition=edition,
        digest=digest,
        lines=(
            ("Texts", f"{len(summary.texts)}, with {write(chars)} characters"),
            ("Claims", f"{write(summary.claims)} on {write(summary.facts)} facts"),
            ("Parameters", said or "all at their defaults"),
            ("Digest", digest),
        ),
        disclaimer="No verdict here is about truth or about an outlet. "
        "It states what the texts say, where they meet, and how independent they are.",
    )


def _bibtex(text: str) -> str:
    return "".join(f"\\{c}" if c in "{}%&#$_\\" else c for c in text)
