"""Fact by source: what each text says of each shared fact."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest
from string import ascii_uppercase

from accord.charts import cells
from accord.charts import matrix as grid
from accord.editions.pages import cards, drawings, plain, shared, sides, words
from accord.editions.parts import Cell, Column, Matrix, MatrixRow, Section
from accord.model import Claim, Fact, Findings

ROWS, COLUMNS, PLACES = 60, 40, 6
_COUNTED = (
    "Origins: how many independent origins state the value, linked texts counted once; "
    "“1 : 1” counts the rival sides."
)
_APART = ("scope", "reference points", "period")
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
    say = words.of(findings)
    disputed = [shared.small(findings.fact[i].label) for i in findings.summary.disputed]
    if not findings.summary.multi_source:
        title = "No number is stated by two texts"
    elif not disputed:
        title = "No shared number is in dispute"
    elif len(disputed) == 1:
        title = f"One shared number is in dispute: {disputed[0]}"
    else:
        title = f"{words.sentence(say.count(len(disputed)))} shared numbers are in dispute"
    return Section(
        key="matrix",
        menu="Matrix",
        title=title,
        subtitle="Each cell is what one text says. "
        "A dash means that the text is silent, which is not disagreement.",
    )


@plain.kept
def part(findings: Findings) -> Matrix:
    """Every shared fact against every text; categories stand under "Beyond the numbers"."""
    say = words.of(findings)
    every = (*shared.numbers(findings), *shared.beyond(findings))
    facts = every if len(every) <= ROWS else cards.ordered(findings)
    files = sides.order(findings)
    told = say.part(len(facts), len(every), "fact")
    if len(files) > COLUMNS:
        return _of_many(findings, facts, f"{_COUNTED} {told}".strip())
    columns = _columns(findings, files)
    rows = tuple(
        _row(findings, fact, tuple(_cell(findings, fact, file) for file in files)) for fact in facts
    )
    return Matrix(
        columns=columns,
        rows=rows,
        note=f"Texts stand side by side when they are linked; otherwise in file order. "
        f"{_COUNTED} {told}".strip(),
        csv="figures/matrix.csv",
        drawing=_drawing(columns, rows),
    )


def _of_many(findings: Findings, facts: Sequence[Fact], note: str) -> Matrix:
    """Each fact beside its own texts, where the texts are too many for a column each."""
    say = words.of(findings)
    names = sides.shorts(findings)
    columns = (Column(source="", short="", note="", group=""),) * PLACES

    def placed(fact: Fact) -> Iterator[Cell]:
        for file in _by_side(findings, fact)[:PLACES]:
            yield replace(_cell(findings, fact, file), of=names[file])

    rows = []
    for fact in facts:
        found = tuple(placed(fact))
        rows.append(_row(findings, fact, found + (Cell(glyph=""),) * (PLACES - len(found))))
    return Matrix(
        columns=columns,
        rows=tuple(rows),
        note=f"Beside each fact stand {say.count(PLACES)} of its texts at most, some of each "
        f"side. {note}",
        csv="figures/matrix.csv",
    )


def _by_side(findings: Findings, fact: Fact) -> tuple[str, ...]:
    """A fact's texts, the rival sides taking turns."""
    verdict = findings.verdict[fact.id]
    rivals = verdict.rivals if verdict.verdict == "conflict" else ()
    turns = zip_longest(*(side.sources for side in rivals))
    told = (file for turn in turns for file in turn if file is not None)
    return tuple(dict.fromkeys((*told, *fact.sources)))


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


def _row(findings: Findings, fact: Fact, told: tuple[Cell, ...]) -> MatrixRow:
    verdict = findings.verdict[fact.id]
    key = words.verdict_key(verdict)
    quotes = " ".join(claim.text for claim in fact.claims)
    return MatrixRow(
        fact=fact.id,
        label=shared.label(fact),
        value="" if shared.label(fact) != fact.label else shared.value(findings, fact),
        cells=told,
        verdict=key,
        word=(_WORDS if fact.is_quantity else _BEYOND)[key],
        count=words.origins(verdict),
        beyond=not fact.is_quantity,
        unit=words.unit_name(fact.unit),
        search=f"{fact.label} {fact.measure or ''} {quotes}".strip()[:2000],
    )


def _cell(findings: Findings, fact: Fact, file: str) -> Cell:
    say = words.of(findings)
    claim = sides.best(fact, file)
    if claim is None:
        near = _near(findings, fact, file)
        return Cell(glyph="silent") if near is None else Cell(
            glyph="not-comparable", value=say.stated(near), claim=near.id
        )  # fmt: skip
    both = _both(findings, fact, file)
    if len(both) > 1:
        value = words.listed([say.stated(one) for one in both], "and")
        letters = "".join(_letter(findings, fact, one) for one in both)
        return Cell(glyph="conflicts", value=value, letter=letters, claim=both[0].id)
    glyph = _glyph(findings, fact, claim)
    return Cell(
        glyph=glyph,
        value=say.stated(claim),
        letter=_letter(findings, fact, claim) if glyph == "conflicts" else "",
        claim=claim.id,
    )


def _both(findings: Findings, fact: Fact, file: str) -> tuple[Claim, ...]:
    """A source's claims on the rival sides, the first of each side."""
    verdict = findings.verdict[fact.id]
    rivals = verdict.rivals if verdict.verdict == "conflict" else ()
    own = [[c for c in fact.claims if c.source == file and c.id in s.claims] for s in rivals]
    return tuple(min(side, key=lambda c: c.span) for side in own if side)


def _near(findings: Findings, fact: Fact, file: str) -> Claim | None:
    """A claim of this source about the same thing in another scope; another thing is silence."""
    inside = {claim.id for claim in fact.claims}
    for miss in findings.alignment.near_misses:
        if not miss.differs.startswith(_APART):
            continue
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
    """The letter of the rival value that a claim states, "" where it states none."""
    verdict = findings.verdict[fact.id]
    rivals = verdict.rivals if verdict.verdict == "conflict" else ()
    place = next((n for n, c in enumerate(rivals) if claim.id in c.claims), None)
    return "" if place is None else ascii_uppercase[place % 26]
