"""Parts in rows and columns: the matrix, a table, a drawing with its numbers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from accord.editions.parts.base import Part, Run


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
        """The part with its wide drawing, beside its words where a notebook is read."""
        from accord.editions import cells  # noqa: PLC0415  # it imports every part from here

        svg = {"image/svg+xml": self.wide}
        return {**Part.bundle(self), **svg, "text/html": cells.drawn(self, self)}
