"""Parts as Markdown: for readers of notebooks, for `report.md`, and for Quarto."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import singledispatch

from accord.editions import direction, parts
from accord.editions.parts import Part, Run

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>|#$~^@&])")
_GLYPHS = {
    "agrees": "●",
    "compatible": "◐",
    "conflicts": "◆",
    "not-comparable": "⊘",
    "silent": "\N{EN DASH}",
}
_STYLES = {"em": "*", "strong": "**", "mark": "**", "insert": "**", "delete": "~~"}


def escape(text: str) -> str:
    """Plain text as Markdown that shows exactly it, on one line."""
    told = direction.shown(" ".join(text.split(None)) if "\n" in text else text)
    return _SPECIAL.sub(r"\\\1", told)


def runs(text: Iterable[Run]) -> str:
    """Styled text as Markdown; links inside the page fall away."""
    return "".join(_run(run) for run in text)


def table(columns: Iterable[str], align: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A pipe table; cells are Markdown already."""
    head = "| " + " | ".join(columns) + " |"
    rule = "|" + "|".join(" ---: " if side == "right" else " --- " for side in align) + "|"
    return "\n".join((head, rule, *("| " + " | ".join(row) + " |" for row in rows)))


def without_formulas(text: str) -> str:
    r"""Markdown in which no two dollar signs of a line stand for mathematics.

    JupyterLab sets what stands between them as a formula even where each is escaped; a tag around
    each, as GitHub advises too, keeps them apart. Code and cells of tables stand for themselves.
    """
    fenced = text.split("```")
    fenced[::2] = ["\n".join(map(_priced, stretch.split("\n"))) for stretch in fenced[::2]]
    return "```".join(fenced)


def _priced(line: str) -> str:
    cells = line.split(" | ")
    return " | ".join(
        cell.replace(r"\$", r"<span>\$</span>") if cell.count(r"\$") > 1 else cell for cell in cells
    )


@singledispatch
def write(part: Part) -> str:
    """A part as Markdown, every text of a source escaped."""
    message = f"no Markdown for {type(part).__name__}; register one in editions/markdown.py"
    raise TypeError(message)


@write.register
def _section(part: parts.Section) -> str:
    return f"## {escape(part.title)}\n\n{escape(part.subtitle)}".strip()


@write.register
def _lede(part: parts.Lede) -> str:
    lines = "\n".join(f"- **{escape(lead)}** {runs(said)}" for lead, said in part.lines)
    return f"{escape(part.kicker)}\n\n# {escape(part.title)}\n\n{lines}"


@write.register
def _origins(part: parts.Origins) -> str:
    rows = (
        (
            _labelled(row.label, row.value),
            " or ".join(_side(side) for side in row.sides),
            escape(row.word),
            escape(row.count),
        )
        for row in part.rows
    )
    body = table(("Number", "Texts, grouped by origin", "Verdict", "Origins"), _sides("lllr"), rows)
    texts = "; ".join(
        f"{escape(short)} {escape(outlet)}".strip() for _, short, outlet in part.texts
    )
    said = (escape(part.note), f"The texts: {texts}." if texts else "")
    told = (
        f"**{escape(part.title)}.** {escape(part.subtitle)}",
        body,
        " ".join(filter(None, said)),
    )
    return "\n\n".join(filter(None, told))


@write.register
def _matrix(part: parts.Matrix) -> str:
    columns = ("Fact", *(escape(c.short) or "Text" for c in part.columns), "Verdict", "Origins")
    rows = (
        (
            _labelled(row.label, row.value),
            *(_cell(c) for c in row.cells),
            escape(row.word),
            escape(row.count),
        )
        for row in part.rows
    )
    key = ", ".join(f"{glyph} {name.replace('-', ' ')}" for name, glyph in _GLYPHS.items())
    align = ("left", *("left" for _ in part.columns), "left", "right")
    return f"{table(columns, align, rows)}\n\n{key}. {escape(part.note)}"


@write.register
def _table(part: parts.Table) -> str:
    body = table(map(escape, part.columns), part.align, (map(runs, row) for row in part.rows))
    return f"**{escape(part.title)}**\n\n{body}\n\n{escape(part.note)}".strip()


@write.register
def _figure(part: parts.Figure) -> str:
    body = table(map(escape, part.columns), ("left",) * len(part.columns),
                 (map(escape, row) for row in part.rows))  # fmt: skip
    title = f"**{escape(part.title)}** {escape(part.subtitle)}".strip()
    return f"{title}\n\n{escape(part.alt)}\n\n{body}\n\n{runs(part.note)}".strip()


@write.register
def _card(part: parts.Card) -> str:
    head = f"### {escape(part.number)} {escape(part.title)}"
    said = ". ".join(filter(None, (part.word, part.counts, part.confidence, part.measure)))
    why = "\n\n".join(runs(line) for line in part.why)
    quotes = "\n".join(
        f"- {escape(q.short)}: {runs(q.pieces)} ({escape(q.place)}; {escape(q.said)})"
        for q in part.quotes
    )
    return "\n\n".join(filter(None, (head, escape(said), why, quotes)))


@write.register
def _source(part: parts.SourceText) -> str:
    about = "; ".join(f"{escape(term)}: {runs(said)}" for term, said in part.about)
    body = "\n\n".join(
        f"`{p.start}` " + "".join(_piece(piece) for piece in p.pieces) for p in part.paragraphs
    )
    return f"### {escape(part.title)}\n\n{about}\n\n{body}"


@write.register
def _changes(part: parts.Changes) -> str:
    body = table(map(escape, part.columns), ("left",) * len(part.columns),
                 (map(runs, row) for row in part.rows)) if part.rows else ""  # fmt: skip
    return "\n\n".join(filter(None, (runs(part.redline), body, runs(part.note))))


@write.register
def _glossary(part: parts.Glossary) -> str:
    return "\n".join(f"- **{escape(term)}** {runs(said)}" for term, said in part.entries)


@write.register
def _citation(part: parts.Citation) -> str:
    code = part.bibtex.replace("`", "'")
    return f"{escape(part.text)}\n\n```bibtex\n{code}\n```"


@write.register
def _colophon(part: parts.Colophon) -> str:
    lines = "; ".join(f"{escape(term)}: {escape(said)}" for term, said in part.lines)
    return f"{escape(part.edition)}. {lines}. {escape(part.disclaimer)}"


def _run(run: Run) -> str:
    if run.style == "code" and not _SPECIAL.search(run.text):
        return f"`{' '.join(run.text.split())}`"
    mark = _STYLES.get(run.style, "") if run.text.strip() else ""
    body = run.text.strip() if mark else run.text
    before = run.text[: len(run.text) - len(run.text.lstrip())] if mark else ""
    after = run.text[len(run.text.rstrip()) :] if mark else ""
    shown = f"{before}{mark}{escape(body)}{mark}{after}"
    outside = run.link.startswith("https://") and not set(run.link) & set("() <>")
    return f"[{shown}]({run.link})" if outside else shown


def _labelled(label: str, value: str) -> str:
    return escape(f"{label} {value}" if label.endswith("?") or not value else f"{label}, {value}")


def _cell(cell: parts.Cell) -> str:
    of = f"{escape(cell.of)}:" if cell.of else ""
    letter = " and ".join(cell.letter)
    return " ".join(filter(None, (of, _GLYPHS.get(cell.glyph, ""), letter, escape(cell.value))))


def _side(side: tuple[tuple[str, ...], ...]) -> str:
    return " + ".join(f"({escape(' '.join(origin))})" for origin in side)


def _piece(piece: parts.Mark | str) -> str:
    if isinstance(piece, str):
        return escape(piece)
    return f"**{escape(piece.text)}**" + (f"^{escape(piece.number)}^" if piece.number else "")


def _sides(letters: str) -> tuple[str, ...]:
    return tuple("right" if letter == "r" else "left" for letter in letters)
