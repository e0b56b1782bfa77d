"""Drawings of facts. Records in, matplotlib figures out, with their words and their numbers.

Each chart is a module with `draw(records, width)`, `alt(records)` and `table(records)`.
"""

from accord.charts.records import Row, Rows, glyph_of
from accord.charts.scale import Axis

__all__ = ["Axis", "Row", "Rows", "glyph_of"]
