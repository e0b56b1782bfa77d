"""One cell of the matrix: its glyph and its words."""

from __future__ import annotations

from dataclasses import dataclass

from accord.charts import look
from accord.charts.sheet import GROUND, Fill, Pen, Point, Sheet

GLYPHS = {
    "agrees": "agrees",
    "compatible": "compatible",
    "conflicts": "conflicts",
    "not-comparable": "not comparable",
    "silent": "silent",
}
LEADING = 15.0
LETTER = look.Type(9, 700, "paper")
HALF = (
    (0.38, 0.92),
    (0.71, 0.71),
    (0.92, 0.38),
    (1.0, 0.0),
    (0.92, -0.38),
    (0.71, -0.71),
    (0.38, -0.92),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What one source says of one fact; `letter` marks rival values."""

    glyph: str = "silent"
    value: str = ""
    letter: str = ""


def glyph(sheet: Sheet, cell: Cell, at: Point) -> None:
    """Draw a cell's glyph: disc, half disc, lettered diamond, slashed ring or dash."""
    x, y = at
    if cell.glyph == "agrees":
        sheet.disc(at, Fill("agree"), 6.5)
    elif cell.glyph == "compatible":
        sheet.disc(at, Fill(GROUND, "agree", 1.6), 6)
        half = [(x, y - 6), *((x - 6 * a, y - 6 * b) for a, b in HALF), (x, y + 6)]
        sheet.polygon(half, Fill("agree"))
    elif cell.glyph == "conflicts":
        for number, letter in enumerate(cell.letter or " "):
            middle = x + 19 * (number - (len(cell.letter or " ") - 1) / 2)
            sheet.diamond((middle, y), Fill("conflict"), 8.5)
            sheet.text((middle, y + 3.3), letter.strip(), LETTER, "center")
    elif cell.glyph == "not-comparable":
        sheet.disc(at, Fill(GROUND, "ink3", 1.6), 6)
        sheet.line(((x - 4, y + 4), (x + 4, y - 4)), Pen("ink3", 1.6))
    else:
        sheet.line(((x - 4, y), (x + 4, y)), Pen("ink3", 1.4))


def value(sheet: Sheet, cell: Cell, type_: look.Type, at: tuple[float, float, float]) -> None:
    """Set the value of a cell, in two lines at most, its first baseline at `at`."""
    x, y, room = at
    for number, words in enumerate(look.wrap(cell.value, type_, room, 2)):
        sheet.text((x, y + LEADING * number), words, type_, "center")


def spelled(cell: Cell) -> str:
    """A cell in words."""
    letter = f" {cell.letter}" if cell.letter else ""
    return f"{cell.value} ({GLYPHS[cell.glyph]}{letter})" if cell.value else GLYPHS[cell.glyph]
