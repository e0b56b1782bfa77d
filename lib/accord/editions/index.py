"""A table that its reader sorts and filters, each row leading to a sentence: an output of a cell.

Its script runs where a notebook may run scripts: in JupyterLab after Run All, and in the page that
nbconvert makes. Elsewhere the whole table stands; where no HTML is shown, it stands as Markdown.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment
from markupsafe import Markup, escape

from accord import project
from accord.editions import cells, markdown, templates
from accord.editions.parts import Run

_TEMPLATE, _SHEET, _SCRIPT = "index.html.j2", "index.css", "index.js"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column; one of `few` values is offered as a filter."""

    title: str
    few: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row: a text for each column but the last, and the sentence that the last one opens.

    `keys` are what a column sorts by, None for its text; `cut` is the sentence in short, `place`
    where it stands.
    """

    texts: tuple[str, ...]
    keys: tuple[float | None, ...]
    cut: tuple[Run, ...]
    sentence: tuple[Run, ...]
    place: str

    @property
    def cells(self) -> tuple[tuple[str, float | None], ...]:
        """Each text with its key."""
        return tuple(zip(self.texts, self.keys, strict=True))


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """Rows under columns; the last column is the sentence's. All text in it is plain text."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    note: str = ""

    def _repr_mimebundle_(self, **_: object) -> dict[str, str]:
        return {"text/html": html(self), "text/markdown": written(self)}


def html(index: Index) -> str:
    """The table with its own style and script; every text is escaped."""
    look = project.find().look
    style, script = ((look / "theme" / name).read_text("utf-8") for name in (_SHEET, _SCRIPT))
    return (
        _environment(look / "templates")
        .get_template(_TEMPLATE)
        .render(index=index, style=style, script=script)
    )


def written(index: Index) -> str:
    """The table as Markdown."""
    rows = ((*map(markdown.escape, row.texts), markdown.runs(row.cut)) for row in index.rows)
    titles = [markdown.escape(column.title) for column in index.columns]
    body = markdown.table(titles, ("left",) * len(titles), rows)
    said = f"**{markdown.escape(index.title)}** {markdown.escape(index.note)}".strip()
    return markdown.without_formulas(f"{said}\n\n{body}")


@cache
def _environment(folder: Path) -> Environment:
    environment = templates.environment(folder)
    words: dict[str, Any] = {
        "Markup": Markup,
        "marked": _marked,
        "no_formula": cells.NO_FORMULA,
    }
    environment.globals.update(words)
    return environment


def _marked(runs: Iterable[Run]) -> Markup:
    """Stretches of text, the marked ones as such."""
    mark = Markup("<mark>{}</mark>")
    return Markup().join(mark.format(r.text) if r.style == "mark" else escape(r.text) for r in runs)
