"""Every fact against every source: a glyph and the value in each cell."""

from __future__ import annotations

from dataclasses import dataclass

from matplotlib.figure import Figure

from accord.charts import cells, look, stretches
from accord.charts.cells import LEADING, Cell, glyph, spelled
from accord.charts.sheet import Fill, Pen, Sheet

VERDICT_COLORS = {
    "corroborated": "agree",
    "one-origin": "agree",
    "compatible": "agree",
    "disputed": "conflict",
}
SLOT = 76.0
NAMES, VERDICTS = 168.0, 104.0
ROW, BLOCK, CELLS = 54.0, 44.0, 58.0
BEYOND = 44.0
CELL = look.Type(13)
SMALL_CELL = look.Type(12)


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One source; `group` is shared by linked ones, "" where it stands alone."""

    short: str
    note: str = ""
    group: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One fact: label and value, a cell per column, the verdict's key, its word and the count."""

    label: str
    value: str
    cells: tuple[Cell, ...]
    verdict: str
    word: str
    count: str = ""
    beyond: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """Columns and lines, in the order they are drawn; linked columns stand together already."""

    columns: tuple[Column, ...]
    lines: tuple[Line, ...]


@look.styled
def draw(chart: Matrix, width: int = look.WIDE) -> Figure:
    """A table where the columns have room, else a block of small cells for each fact."""
    slot = (width - NAMES - VERDICTS) / max(len(chart.columns), 1)
    return _table(chart, width, slot) if slot >= SLOT else _blocks(chart, width)


def alt(chart: Matrix) -> str:
    """Every fact in words, with the sources that speak of it."""
    return " ".join(
        f"{line.label}: {line.word}. {_said(chart, line)}" for line in chart.lines
    ).strip()


def table(chart: Matrix) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Columns and rows of the same table in words."""
    columns = ("Fact", "Value", *(c.short for c in chart.columns), "Verdict", "Origins")
    rows = tuple(
        (line.label, line.value, *(spelled(c) for c in line.cells), line.word, line.count)
        for line in chart.lines
    )
    return columns, rows


def _said(chart: Matrix, line: Line) -> str:
    pairs = zip(chart.columns, line.cells, strict=False)
    return " ".join(f"{c.short} {spelled(cell)}." for c, cell in pairs if cell.glyph != "silent")


def _table(chart: Matrix, width: int, slot: float) -> Figure:
    linked = bool(_groups(chart.columns))
    head = 66.0 + (26 if linked else 0)
    rows = ROW + LEADING * (_deepest(chart, CELL, slot - 8) - 1)
    sheet = Sheet(width, head + rows * len(chart.lines) + BEYOND * _turns(chart) + 4)
    _headings(sheet, chart, slot, head)
    sheet.text((0, head - 12), "Fact", CELL)
    sheet.text((width, head - 12), "Verdict, origins", look.ID, "right")
    sheet.line(((0, head), (width, head)), Pen("ink", 1.4))
    y, beyond = head, False
    for line in chart.lines:
        if line.beyond and not beyond:
            y, beyond = _beyond(sheet, y, width), True
        _line(sheet, line, (y, width, slot), rows)
        y += rows
        sheet.line(((0, y), (width, y)), Pen("rule", 1))
    return sheet.figure


def _deepest(chart: Matrix, type_: look.Type, room: float) -> int:
    """Lines that the longest cell takes, at most two."""
    cells = (cell for line in chart.lines for cell in line.cells)
    return max((len(look.wrap(cell.value, type_, room, 2)) for cell in cells), default=1) or 1


def _turns(chart: Matrix) -> int:
    return int(any(line.beyond for line in chart.lines))


def _beyond(sheet: Sheet, y: float, width: float) -> float:
    sheet.text((0, y + BEYOND - 12), "Beyond the numbers", look.ID)
    sheet.line(((0, y + BEYOND), (width, y + BEYOND)), Pen("ink", 1.4))
    return y + BEYOND


def _groups(columns: tuple[Column, ...]) -> list[tuple[int, int]]:
    """Stretches of linked columns as (first, last)."""
    found = stretches.of(column.group for column in columns)
    return [(first, last) for first, last, group in found if group and last > first]


def _headings(sheet: Sheet, chart: Matrix, slot: float, head: float) -> None:
    for place, column in enumerate(chart.columns):
        x = NAMES + slot * (place + 0.5)
        short = look.fit(column.short, look.ID, slot - 8)
        note = look.wrap(column.note, look.SMALL, slot - 8, 2)
        sheet.text((x, head - 12 - LEADING * len(note)), short, look.ID, "center")
        for number, words in enumerate(note):
            y = head - 11 - LEADING * (len(note) - 1 - number)
            sheet.text((x, y), words, look.SMALL, "center")
    for first, last in _groups(chart.columns):
        left, right = NAMES + slot * first + 16, NAMES + slot * (last + 1) - 16
        sheet.bracket((left, 22), (right, 22), Pen("ink", 1.4), 6)
        words = look.fit("linked texts", look.SMALL, right - left + 24)
        sheet.text(((left + right) / 2, 14), words, look.SMALL, "center")


def _line(sheet: Sheet, line: Line, at: tuple[float, float, float], height: float) -> None:
    y, width, slot = at
    sheet.text((0, y + 23), look.fit(line.label, look.ID, NAMES - 12), look.ID)
    sheet.text((0, y + 41), look.fit(line.value, look.NOTE, NAMES - 12), look.NOTE)
    for place, cell in enumerate(line.cells):
        x = NAMES + slot * place
        if cell.glyph == "conflicts":
            sheet.rect((x + 1, y + 1, x + slot - 1, y + height - 1), Fill("conflict0"))
        glyph(sheet, cell, (x + slot / 2, y + 19))
        cells.value(sheet, cell, CELL, (x + slot / 2, y + 43, slot - 8))
    _verdict(sheet, line, (width, y + 23, VERDICTS - 8))
    sheet.text((width, y + 41), look.fit(line.count, look.NOTE, VERDICTS - 8), look.NOTE, "right")


def _verdict(sheet: Sheet, line: Line, at: tuple[float, float, float]) -> None:
    right, y, room = at
    bold = line.verdict in ("corroborated", "disputed")
    type_ = look.Type(13, 600 if bold else 400, VERDICT_COLORS.get(line.verdict, "ink2"))
    sheet.text((right, y), look.fit(line.word, type_, room), type_, "right")


def _blocks(chart: Matrix, width: int) -> Figure:
    across = max(int(width // (SLOT if width >= 480 else 62)), 1)
    deep = -(-max(len(chart.columns), 1) // across)
    slot = width / across
    cells = CELLS + LEADING * (_deepest(chart, SMALL_CELL, slot - 4) - 1)
    block = BLOCK + cells * deep + 8
    sheet = Sheet(width, block * len(chart.lines) + BEYOND * _turns(chart) + 4)
    y, beyond = 0.0, False
    for line in chart.lines:
        if line.beyond and not beyond:
            y, beyond = _beyond(sheet, y, width), True
        _block(sheet, chart, line, (y, width, slot, cells))
        y += block
        sheet.line(((0, y), (width, y)), Pen("rule", 1))
    return sheet.figure


def _block(sheet: Sheet, chart: Matrix, line: Line, at: tuple[float, float, float, float]) -> None:
    top, width, slot, deep = at
    left, right = width * 0.6, width * 0.36
    sheet.text((0, top + 19), look.fit(line.label, look.ID, left), look.ID)
    sheet.text((0, top + 36), look.fit(line.value, look.NOTE, left), look.NOTE)
    _verdict(sheet, line, (width, top + 19, right))
    sheet.text((width, top + 36), look.fit(line.count, look.NOTE, right), look.NOTE, "right")
    across = round(width / slot)
    for place, (column, cell) in enumerate(zip(chart.columns, line.cells, strict=False)):
        down, along = divmod(place, across)
        x, y = slot * along, top + BLOCK + deep * down
        _small(sheet, column, cell, (x, y, slot, deep))


def _small(sheet: Sheet, column: Column, cell: Cell, at: tuple[float, float, float, float]) -> None:
    x, y, slot, deep = at
    if cell.glyph == "conflicts":
        sheet.rect((x + 1, y, x + slot - 1, y + deep - 2), Fill("conflict0"))
    middle = x + slot / 2
    sheet.text((middle, y + 13), look.fit(column.short, look.TICK, slot - 6), look.TICK, "center")
    glyph(sheet, cell, (middle, y + 28))
    cells.value(sheet, cell, SMALL_CELL, (middle, y + 50, slot - 4))
