"""What a page of the report is made of: parts with their content, no markup.

A notebook's cell returns a part; its mime bundle carries Markdown for readers of notebooks and
`MIME` for our exporters, which draw the same content as HTML and as Typst. All text in a part is
plain text: each renderer escapes it.
"""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass
from typing import Any

MIME = "application/vnd.accord.part+json"

STYLES = ("", "em", "strong", "mark", "insert", "delete", "code")


def anchor(kind: str, key: str) -> str:
    """The id of a claim, fact, source or figure in the page; the same in every edition."""
    return f"{kind}-{re.sub('[^A-Za-z0-9.-]', lambda found: f'_{ord(found[0]):x}', key)}"


class Part:
    """Base of everything a cell may return."""

    __slots__ = ()

    def content(self) -> dict[str, Any]:
        """The part as plain JSON, with its kind under "part"."""
        told = asdict(self, dict_factory=_but_plain)  # type: ignore[call-overload]
        return {"part": type(self).__name__.lower(), **told}

    def bundle(self) -> dict[str, Any]:
        """The part for a notebook's output: Markdown for readers, JSON for our exporters."""
        from accord.editions import markdown  # noqa: PLC0415  # it imports every part from here

        return {"text/markdown": markdown.write(self), MIME: self.content()}

    def _repr_mimebundle_(self, **_: object) -> dict[str, Any]:
        return self.bundle()


def _but_plain(fields: list[tuple[str, Any]]) -> dict[str, Any]:
    return {name: value for name, value in fields if name != "plain" or value}


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text; `link` is an anchor (`#fact-...`), a file beside the report or a URL.

    `style` is one of `STYLES`; `anchor` is the id that the stretch carries in the page, if any.
    """

    text: str
    link: str = ""
    style: str = ""
    anchor: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lede(Part):
    """The first screen's words: kicker, title, and lines of (lead, sentence)."""

    kicker: str
    title: str
    lines: tuple[tuple[str, tuple[Run, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginRow:
    """One shared number: `sides` are rival values, each of origins, each of short text ids."""

    fact: str
    label: str
    value: str
    sides: tuple[tuple[tuple[str, ...], ...], ...]
    verdict: str
    word: str
    count: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Origins(Part):
    """The hero picture: a row per shared number, a pill per origin.

    `texts` say who the short ids are: file, short id, outlet.
    """

    title: str
    subtitle: str
    rows: tuple[OriginRow, ...]
    note: str
    texts: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One source as a column; `group` is shared by linked sources, "" where it stands alone.

    Without a `source` it is a place that each row fills with a source of its own.
    """

    source: str
    short: str
    note: str
    group: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What one source says of one fact.

    `glyph` is agrees, compatible, conflicts, not-comparable or silent, "" where nothing stands;
    `letter` marks rival values; `of` is the source where the column is no source's.
    """

    glyph: str
    value: str = ""
    letter: str = ""
    claim: str = ""
    of: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixRow:
    """One fact against every column; `beyond` puts it under "Beyond the numbers".

    `search` is what the page's search looks through, `unit` what its unit filter offers.
    """

    fact: str
    label: str
    value: str
    cells: tuple[Cell, ...]
    verdict: str
    word: str
    count: str
    beyond: bool = False
    search: str = ""
    unit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix(Part):
    """Fact by source, as a real table; `drawing` is the same as a picture, for use elsewhere.

    `plain` are the rows as the CSV has them, where that writes numbers in another way.
    """

    columns: tuple[Column, ...]
    rows: tuple[MatrixRow, ...]
    note: str
    csv: str = ""
    drawing: str = ""
    plain: tuple[MatrixRow, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Table(Part):
    """A plain table; `align` is "left" or "right" per column, `plain` as of a matrix."""

    name: str
    title: str
    columns: tuple[str, ...]
    align: tuple[str, ...]
    rows: tuple[tuple[tuple[Run, ...], ...], ...]
    note: str = ""
    csv: str = ""
    plain: tuple[tuple[tuple[Run, ...], ...], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure(Part):
    """One drawing at two widths, with its words and its numbers.

    `wide` and `narrow` are standalone SVG with plain hex colours; renderers turn them into classes
    (HTML) or take them as they are (PDF). `plain` are the rows of the CSV, if others.
    """

    name: str
    title: str
    subtitle: str
    wide: str
    narrow: str
    alt: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    note: tuple[Run, ...] = ()
    plain: tuple[tuple[str, ...], ...] = ()

    def bundle(self) -> dict[str, Any]:
        """The part with its wide drawing, which JupyterLab and Quarto show."""
        return {**Part.bundle(self), "image/svg+xml": self.wide}


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A claim in its words: pieces of its sentence with the number marked."""

    source: str
    short: str
    pieces: tuple[Run, ...]
    claim: str
    place: str
    said: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Card(Part):
    """One fact, whole. `verdict` is a key of the chip: see `CHIPS`."""

    fact: str
    number: str
    verdict: str
    word: str
    counts: str
    confidence: str
    title: str
    measure: str
    figure: Figure | None
    why_title: str
    why: tuple[tuple[Run, ...], ...]
    quotes: tuple[Quote, ...]
    about: tuple[tuple[str, tuple[Run, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph of a source: where it starts, and its text in pieces, some of them marked."""

    start: int
    line: int
    pieces: tuple[Mark | str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A number in a source's text; `verdict` is the chip key of its fact, or "set-aside"."""

    text: str
    claim: str
    fact: str
    number: str
    verdict: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceText(Part):
    """A source with every number marked."""

    source: str
    short: str
    title: str
    about: tuple[tuple[str, tuple[Run, ...]], ...]
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes(Part):
    """What changed since the last edition: the headline as a redline, then rows."""

    redline: tuple[Run, ...]
    columns: tuple[str, ...]
    rows: tuple[tuple[tuple[Run, ...], ...], ...]
    note: tuple[Run, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Glossary(Part):
    """Words used here, with what they mean."""

    entries: tuple[tuple[str, tuple[Run, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation(Part):
    """How to cite this edition."""

    text: str
    bibtex: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Colophon(Part):
    """Facts of the edition for cover and footer: (term, words); `edition` is e.g. "Edition 1"."""

    edition: str
    digest: str
    lines: tuple[tuple[str, str], ...]
    disclaimer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Section(Part):
    """Opens a section: `key` is its anchor, `title` what was found, `menu` its word on top."""

    key: str
    menu: str
    title: str
    subtitle: str = ""


CHIPS = {
    "corroborated": "Corroborated",
    "one-origin": "Agree, one origin",
    "compatible": "Compatible",
    "disputed": "Disputed",
    "once": "Stated once",
}
