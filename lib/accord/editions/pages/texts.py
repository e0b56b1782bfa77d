"""Every source with every number marked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from accord.editions.pages import cards, dates, plain, quoted, sides, words
from accord.editions.parts import Mark, Paragraph, Run, Section, SourceText, Table, anchor
from accord.model import Claim, Findings, Source
from accord.sources import language

SHOWN, ROWS = 30, 100


def opening(findings: Findings) -> Section:
    """The texts themselves."""
    say = words.of(findings)
    number = len(findings.summary.texts)
    return Section(
        key="sources",
        menu="Sources",
        title=f"{words.sentence(say.counted(number, 'text'))}, with every number marked"
        if number
        else "No text could be read",
        subtitle="A solid line agrees, a double line is disputed, a dotted line is stated once. "
        "Numbers at the left count characters from the start of the text.",
    )


@plain.kept
def table(findings: Findings) -> Table:
    """What was read and what was refused, with the reason."""
    say = words.of(findings)
    names = sides.shorts(findings)
    return Table(
        name="sources",
        title="What was read",
        columns=("Text", "Outlet", "Date", "Characters", "Encoding", "Status"),
        align=("left", "left", "left", "right", "left", "left"),
        rows=tuple(
            (
                (Run(names[source.file], link=_anchor(source)),),
                (Run(source.outlet or "not stated"),),
                (Run(dates.period(source.date) or "not stated"),),
                (Run(findings.numerals.write(source.chars)),),
                (Run(source.encoding or ""),),
                (Run(_status(source, names)),),
            )
            for source in findings.corpus.sources[:ROWS]
        ),
        note=say.shown(ROWS, len(findings.corpus.sources)),
        csv="figures/sources.csv",
    )


def complaints(findings: Findings) -> Table | None:
    """Entries of the corpus's .toml files that were refused, or None."""
    if not findings.corpus.complaints:
        return None
    return Table(
        name="complaints",
        title="Entries that were refused",
        columns=("What was refused, and why",),
        align=("left",),
        rows=tuple(((Run(line),),) for line in findings.corpus.complaints),
    )


def parts(findings: Findings) -> tuple[SourceText, ...]:
    """Each text that was read, in file order; of many, the thirty that state most of the cards."""
    read = [s for s in findings.corpus.sources if s.status == "read" and s.copy_of is None]
    states = Counter(file for fact in cards.ordered(findings) for file in fact.sources)
    most = {s.file for s in sorted(read, key=lambda s: (-states[s.file], s.file))[:SHOWN]}
    return tuple(_text(findings, source) for source in read if source.file in most)


def _text(findings: Findings, source: Source) -> SourceText:
    names = sides.shorts(findings)
    own = [c for c in findings.claims if c.source == source.file and not c.derived_from]
    return SourceText(
        source=source.file,
        short=names[source.file],
        title=f"Text {names[source.file]}",
        about=_about(findings, source, names),
        paragraphs=tuple(_paragraphs(findings, source, _apart(own))),
    )


def _apart(claims: list[Claim]) -> list[Claim]:
    """Claims in text order that do not overlap: the longer of two stays out of the way."""
    kept: list[Claim] = []
    for claim in sorted(claims, key=lambda c: (c.span.start, c.kind == "category", c.span.end)):
        if not kept or kept[-1].span.end <= claim.span.start:
            kept.append(claim)
    return kept


def _paragraphs(findings: Findings, source: Source, claims: list[Claim]) -> Iterator[Paragraph]:
    start, waiting = 0, claims
    for line, text in enumerate(source.text.splitlines(keepends=True), 1):
        end = start + len(text)
        inside = [c for c in waiting if c.span.start < end]
        waiting = waiting[len(inside) :]
        if text.strip():
            yield Paragraph(
                start=start, line=line, pieces=tuple(_pieces(findings, source, start, end, inside))
            )
        start = end


def _pieces(
    findings: Findings, source: Source, start: int, end: int, claims: list[Claim]
) -> Iterator[Mark | str]:
    place = start
    for claim in claims:
        if claim.span.end > end:
            continue
        if place < claim.span.start:
            yield source.text[place : claim.span.start]
        yield _mark(findings, claim)
        place = claim.span.end
    if rest := source.text[place:end].rstrip("\r\n"):
        yield rest


def _mark(findings: Findings, claim: Claim) -> Mark:
    say = words.of(findings)
    fact = findings.fact_of.get(claim.id)
    key = words.verdict_key(findings.verdict[fact.id]) if fact else "once"
    return Mark(
        text=claim.text,
        claim=claim.id,
        fact=fact.id if fact else "",
        number=cards.number(findings, fact.id) if fact else "",
        verdict=key,
        title=f"{say.stated(claim)}, {quoted.certainty(claim)}; "
        f"read by {claim.rule or claim.coded_by}",
    )


def _about(
    findings: Findings, source: Source, names: dict[str, str]
) -> tuple[tuple[str, tuple[Run, ...]], ...]:
    group = next((g for g in findings.summary.groups if source.file in g), ())
    linked = [names[f] for f in group if f != source.file]
    rows = (
        ("Kind", source.outlet or ""),
        ("Title", source.title or ""),
        ("Published", dates.period(source.date) or "not stated"),
        ("Names as its source", source.credit or ""),
        ("Length", f"{findings.numerals.write(source.chars)} characters"),
        ("SHA-256", f"{source.sha256[:12]}…"),
        ("Linked with", words.listed(linked) if linked else "no other text"),
        ("Note", source.note or ""),
        ("File", source.file),
    )
    told = [(term, (Run(said[:300]),)) for term, said in rows if said]
    if source.url:
        told.append(("Address", (Run(source.url[:200], link=source.url),)))
    return tuple(told)


def _status(source: Source, names: dict[str, str]) -> str:
    if source.status == "refused":
        return f"refused: {source.reason}"
    if source.copy_of:
        return f"copy of {names.get(source.copy_of, source.copy_of)}"
    if not language.is_read(source.language):
        return f"read; in {language.name(source.language)}, so as far as numbers go"
    return "read"


def _anchor(source: Source) -> str:
    return (
        "" if source.status == "refused" or source.copy_of else f"#{anchor('source', source.file)}"
    )
