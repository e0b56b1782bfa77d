"""A sheet to draw on, where one unit is one px and y runs down, and the marks it knows."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from matplotlib.artist import Artist
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Circle, Polygon, Rectangle

from accord.charts import look

Point = tuple[float, float]
Box = tuple[float, float, float, float]

GROUND = "paper"
DOTTED = (2.0, 3.0)
DASHED = (4.0, 3.0)


@dataclass(frozen=True, slots=True)
class Pen:
    """A line's palette role, width in px and dashes."""

    color: str = "ink"
    width: float = 1.0
    dashes: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Fill:
    """A shape's palette roles (None: nothing) and the width of its edge in px."""

    face: str | None = "ink"
    edge: str | None = None
    width: float = 2.0


class Sheet:
    """A figure of `width` by `height` px that takes text, lines and marks."""

    def __init__(self, width: float, height: float) -> None:
        self.figure = Figure(figsize=(width / 72, height / 72), dpi=72)
        FigureCanvasSVG(self.figure)
        self.axes = self.figure.add_axes((0, 0, 1, 1))
        self.axes.set_axis_off()
        self.axes.set_xlim(0, width)
        self.axes.set_ylim(height, 0)

    def text(self, at: Point, words: str, type_: look.Type, anchor: str = "left") -> float:
        """Set words with their baseline at `at`; their width in px."""
        words = look.clean(words[: look.LONGEST])
        if not words:
            return 0.0
        self.axes.text(
            *at,
            words,
            size=type_.size,
            weight=type_.weight,
            color=look.palette()[type_.color],
            ha=anchor,
            va="baseline",
            clip_on=False,
        )
        return look.measure(words, type_)

    def line(self, points: Sequence[Point], pen: Pen) -> None:
        """Draw through the points, square at the ends."""
        line = Line2D([x for x, _ in points], [y for _, y in points])
        line.set(color=look.palette()[pen.color], linewidth=pen.width)
        if pen.dashes:
            line.set_linestyle((0, tuple(dash / pen.width for dash in pen.dashes)))
        self._add(line)

    def rect(self, box: Box, fill: Fill, dashes: tuple[float, ...] = ()) -> None:
        """Draw the box (left, top, right, bottom)."""
        left, top, right, bottom = box
        patch = Rectangle((left, top), right - left, bottom - top)
        self._paint(patch, fill)
        if dashes:
            patch.set_linestyle((0, dashes))

    def disc(self, at: Point, fill: Fill, radius: float = 6.0) -> None:
        """Draw a disc, or a ring where the face is the ground."""
        self._paint(Circle(at, radius), fill)

    def polygon(self, points: Sequence[Point], fill: Fill) -> None:
        """Draw a closed shape."""
        self._paint(Polygon(list(points), closed=True), fill)

    def diamond(self, at: Point, fill: Fill, radius: float = 7.5) -> None:
        """Draw a square on its tip."""
        x, y = at
        self.polygon(((x, y - radius), (x + radius, y), (x, y + radius), (x - radius, y)), fill)

    def square(self, at: Point, color: str, radius: float = 5.0) -> None:
        """Draw the hollow square of an outside figure."""
        x, y = at
        box = (x - radius, y - radius, x + radius, y + radius)
        self.rect(box, Fill(GROUND, color, 1.6))

    def arrow(self, start: Point, tip: Point, pen: Pen) -> None:
        """Draw a straight arrow; its head is twice the line's width plus five px long."""
        length = math.dist(start, tip)
        size = min(5 + 2 * pen.width, length)
        if not size:
            return
        ux, uy = (tip[0] - start[0]) / length, (tip[1] - start[1]) / length
        neck = (tip[0] - ux * size, tip[1] - uy * size)
        half = size * 0.5
        wings = [
            (neck[0] - uy * half, neck[1] + ux * half),
            (neck[0] + uy * half, neck[1] - ux * half),
        ]
        self.line((start, (neck[0] + ux, neck[1] + uy)), pen)
        self.polygon((tip, *wings), Fill(pen.color))

    def bracket(self, start: Point, end: Point, pen: Pen, tooth: float = 6.0) -> None:
        """Draw a bracket; upright ones open to the right, level ones down for a positive tooth."""
        (x0, y0), (x1, y1) = start, end
        dx, dy = (tooth, 0.0) if x0 == x1 else (0.0, tooth)
        self.line(((x0 + dx, y0 + dy), (x0, y0), (x1, y1), (x1 + dx, y1 + dy)), pen)

    def _paint(self, patch: Rectangle | Circle | Polygon, fill: Fill) -> None:
        color = look.palette()
        patch.set_facecolor(color[fill.face] if fill.face else "none")
        patch.set_edgecolor(color[fill.edge] if fill.edge else "none")
        patch.set_linewidth(fill.width if fill.edge else 0)
        self._add(patch)

    def _add(self, artist: Artist) -> None:
        """Add in drawing order; matplotlib would sort patches below lines."""
        artist.set_clip_on(False)
        artist.set_zorder(2)
        self.axes.add_artist(artist)
