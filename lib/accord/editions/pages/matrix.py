"""Fact by source: what each text says of each shared fact."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from accord.charts import cells
from accord.charts import matrix as grid
from accord.editions.pages import cards, drawings, front, sides, words
from accord.editions.parts import Cell, Column, Matrix, MatrixRow, Section
from accord.model import Claim, Fact, Findings

ROWS, COLUMNS = 60, 40
_BEYOND = {
    "corroborated": "Agree",
    "one-origin": "Agree",
    "compatible": "Compatible",
    "disputed": "Disputed",
    "once": "Stated once",
}
_WORDS = {
    "corroborated": "Corroborated",
    "one-origin": "One origin",
    "compatible": "Compatible",
    "disputed": "Disputed",
    "once": "Stated once",
}


def opening(findings: Findings) -> Section:
    """The section's title says which shared numbers do not meet."""
    disputed = [words.sentence(findings.fact[i].label) for i in findings.summary.disputed]
    if not findings.summary.multi_source:
        title = "No number is stated by two texts"
    elif not disputed:
        title = "No shared number is in dispute"
    elif len(disputed) == 1:
        title = f"{disputed[0]} is the only shared number that does not meet"
    else:
        title = f"{words.sentence(words.count(len(disputed)))} shared numbers do not meet"
    return Section(
        key="matrix",
        menu="Matrix",
        title=title,
        subtitle="Each cell is what one text says. "
        "A dash means that the text is silent, which is not disagreement.",
    )


def part(findings: Findings) -> Matrix:
    """Every shared fact against every text; categories stand under "Beyond the numbers"."""
    beyond = [findings.fact[i] for i in findings.summary.beyond_numbers]
    every = (*front.shared_facts(findings), *beyond)
    facts = every if len(every) <= ROWS else cards.ordered(findings)
    files = _shown(sides.order(findings), facts)
    told = (
        words.part(len(files), len(findings.summary.texts), "text"),
        words.part(len(facts), len(every), "fact"),
    )
    columns = _columns(findings, files)
    rows = tuple(_row(findings, fact, files) for fact in facts)
    return Matrix(
        columns=columns,
        rows=rows,
        note="Texts stand side by side when they are linked; otherwise in file order. "
        "Origins: how many independent origins assert the value; “1 : 1” counts the rival sides."
        + "".join(f" {one}" for one in told if one),
        csv="figures/matrix.csv",
        drawing=_drawing(columns, rows),
    )


def _shown(files: tuple[str, ...], facts: Sequence[Fact]) -> tuple[str, ...]:
    """The texts that state most of the facts, as many as a page has room for, in their order."""
    states = Counter(file for fact in facts for file in fact.sources)
    most = sorted(files, key=lambda file: (-states[file], file))[:COLUMNS]
    return tuple(file for file in files if file in most)


def _drawing(columns: tuple[Column, ...], rows: tuple[MatrixRow, ...]) -> str:
    """The same table as a picture, for use elsewhere."""
    content = grid.Matrix(
        columns=tuple(grid.Column(short=c.short, note=c.note, group=c.group) for c in columns),
        lines=tuple(
            grid.Line(
                label=row.label,
                value=row.value,
                cells=tuple(
                    cells.Cell(glyph=c.glyph, value=c.value, letter=c.letter) for c in row.cells
                ),
                verdict=row.verdict,
                word=row.word,
                count=row.count,
                beyond=row.beyond,
            )
            for row in rows
        ),
    )
    return drawings.drawn(grid, content, "matrix", drawings.WIDE) if rows else ""


def _columns(findings: Findings, files: tuple[str, ...]) -> tuple[Column, ...]:
    names = sides.shorts(findings)
    linked = [members for members in findings.summary.groups if len(members) > 1]
    group = {file: members[0] for members in linked for file in members}
    return tuple(
        Column(
            source=file,
            short=names[file],
            note=(findings.sources[file].outlet or "")[:40],
            group=group.get(file, ""),
        )
        for file in files
    )


def _row(findings: Findings, fact: Fact, files: tuple[str, ...]) -> MatrixRow:
    verdict = findings.verdict[fact.id]
    key = words.verdict_key(verdict)
    cells = tuple(_cell(findings, fact, file) for file in files)
    quotes = " ".join(claim.text for claim in fact.claims)
    return MatrixRow(
        fact=fact.id,
        label=fact.label,
        value=front.value(findings, fact),
        cells=cells,
        verdict=key,
        word=(_WORDS if fact.is_quantity else _BEYOND)[key],
        count=words.origins(verdict),
        beyond=not fact.is_quantity,
        unit=words.unit_name(fact.unit),
        search=f"{fact.label} {fact.measure or ''} {quotes}".strip()[:2000],
    )


def _cell(findings: Findings, fact: Fact, file: str) -> Cell:
    claim = sides.best(fact, file)
    if claim is None:
        near = _near(findings, fact, file)
        return Cell(glyph="silent") if near is None else Cell(
            glyph="not-comparable", value=words.stated(near), claim=near.id
        )  # fmt: skip
    both = _both(findings, fact, file)
    if len(both) > 1:
        value = words.listed([words.stated(one) for one in both], "and")
        return Cell(glyph="conflicts", value=value, claim=both[0].id)
    return Cell(
        glyph=_glyph(findings, fact, claim),
        value=words.stated(claim),
        letter=_letter(findings, fact, claim),
        claim=claim.id,
    )


def _both(findings: Findings, fact: Fact, file: str) -> tuple[Claim, ...]:
    """A source's claims on the rival sides, the first of each side."""
    verdict = findings.verdict[fact.id]
    rivals = verdict.rivals if verdict.verdict == "conflict" else ()
    own = [[c for c in fact.claims if c.source == file and c.id in s.claims] for s in rivals]
    return tuple(min(side, key=lambda c: c.span) for side in own if side)


def _near(findings: Findings, fact: Fact, file: str) -> Claim | None:
    """A claim of this source that is a near miss of one in the fact."""
    inside = {claim.id for claim in fact.claims}
    for miss in findings.alignment.near_misses:
        for here, there in ((miss.a, miss.b), (miss.b, miss.a)):
            if here in inside and there not in inside and findings.claim[there].source == file:
                return findings.claim[there]
    return None


def _glyph(findings: Findings, fact: Fact, claim: Claim) -> str:
    verdict = findings.verdict[fact.id]
    relations = {p.relation for p in verdict.pairs if claim.id in (p.a, p.b)}
    if "conflict" in relations:
        return "conflicts"
    return "agrees" if "agree" in relations else "compatible"


def _letter(findings: Findings, fact: Fact, claim: Claim) -> str:
    verdict = findings.verdict[fact.id]
    if verdict.verdict != "conflict" or _glyph(findings, fact, claim) != "conflicts":
        return ""
    place = next((n for n, c in enumerate(verdict.rivals) if claim.id in c.claims), None)
    return "" if place is None else "ABCDEFGHIJKLMNOPQRSTUVWXYZ"[place % 26]
