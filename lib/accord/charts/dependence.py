"""Which sources hang together: arcs between linked ones, brackets under each group."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from matplotlib.figure import Figure

from accord.charts import look
from accord.charts.sheet import GROUND, Fill, Pen, Point, Sheet
from accord.charts.ties import Node, Tie, Ties, groups, ordered, runs, spans

RADIUS = 18.0
SLOT = 88.0
ROW = 50.0
STEPS = 48
WORDS = look.Type(12, 600)


@dataclass(frozen=True, slots=True)
class Line:
    """Nodes on a line: level from left to right, or upright from top to bottom."""

    level: bool
    step: float
    base: float
    room: float
    longest: int

    def at(self, place: float, off: float = 0.0) -> Point:
        """Middle of a node, or a point `off` px beside it on the side of the arcs."""
        along = self.step * (place + 0.5)
        return (along, self.base - off) if self.level else (self.base + off, along)

    def depth(self, span: int) -> float:
        """How far an arc over `span` steps swings out."""
        if self.longest < 2:
            return self.room * 0.6
        least = 0.36 if self.level else 0.45
        return self.room * (least + (1 - least) * (span - 1) / (self.longest - 1))

    def width(self, span: int) -> float:
        """How wide the label of an arc may be before it meets the arc over it."""
        widest = self.step * span - 34 if self.level and span < self.longest else 120.0
        return min(widest if self.level else 2 * self.depth(span) - 12, 120.0)


@look.styled
def draw(chart: Ties, width: int = look.WIDE) -> Figure:
    """Nodes in a row where their names fit, else in a column."""
    nodes = ordered(chart)
    if width / max(len(nodes), 1) >= SLOT:
        return _level(chart, nodes, width)
    return _upright(chart, nodes, width)


def alt(chart: Ties) -> str:
    """Every link in words, then who stands alone."""
    ties = " ".join(f"{t.a} and {t.b} share {t.label}." for t in chart.ties)
    linked = " ".join(
        f"One group: {', '.join(names)}." for names in groups(chart) if len(names) > 1
    )
    alone = [names[0] for names in groups(chart) if len(names) == 1]
    return " ".join(
        filter(None, (ties, linked, f"On their own: {', '.join(alone)}." if alone else ""))
    )


def table(chart: Ties) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Columns and rows of the numbers behind it."""
    rows = tuple(
        (t.a, t.b, t.label, chart.numerals.write(Decimal(t.share), ".2f")) for t in chart.ties
    )
    return ("Source", "Source", "In common", "Share"), rows


def _level(chart: Ties, nodes: tuple[Node, ...], width: int) -> Figure:
    arcs = spans(chart, nodes)
    longest = max((last - first for first, last, _ in arcs), default=0)
    room = 50.0 + 44.0 * min(longest - 1, 3) if arcs else 0.0
    top = max(room + 12, 44.0)
    line = Line(
        level=True, step=width / max(len(nodes), 1), base=top + RADIUS, room=room, longest=longest
    )
    sheet = Sheet(width, line.base + RADIUS + 84)
    _arcs(sheet, line, arcs)
    for place, node in enumerate(nodes):
        _node(sheet, line.at(place), node)
        for number, words in enumerate(look.wrap(_beside(node), look.NOTE, line.step - 10, 2)):
            x, y = line.at(place)
            sheet.text((x, y + RADIUS + 18 + 15 * number), words, look.NOTE, "center")
    _level_groups(sheet, chart, line, nodes)
    return sheet.figure


def _level_groups(sheet: Sheet, chart: Ties, line: Line, nodes: tuple[Node, ...]) -> None:
    y = line.base + RADIUS + 46
    for first, last, linked in runs(nodes):
        left, right = line.step * first + 16, line.step * (last + 1) - 16
        sheet.bracket((left, y), (right, y), Pen("ink" if linked else "rule2", 1.4), -5)
        type_ = WORDS if linked else look.SMALL
        words = "one group" if linked else "on its own" if first == last else "each on its own"
        sheet.text(
            ((left + right) / 2, y + 18), look.fit(words, type_, right - left + 24), type_, "center"
        )
        if not linked and len(nodes) > 1:
            lines = look.wrap(chart.apart, look.SMALL, min(right - left + 16, 180), 2)
            for number, said in enumerate(reversed(lines)):
                at = ((left + right) / 2, line.base - RADIUS - 12 - 15 * number)
                sheet.text(at, said, look.Type(12, 400, "ink3"), "center")


def _upright(chart: Ties, nodes: tuple[Node, ...], width: int) -> Figure:
    arcs = spans(chart, nodes)
    longest = max((last - first for first, last, _ in arcs), default=0)
    longest_note = max(look.measure(_beside(node), look.NOTE) for node in nodes)
    base = min(width * 0.58, longest_note + 3 * RADIUS + 24)
    widest = max((look.measure(t.label, WORDS) for _, _, t in arcs), default=0.0)
    room = max(min(width - base - RADIUS - widest / 2 - 6, 260), 30.0)
    line = Line(level=False, step=ROW, base=base, room=room, longest=longest)
    sheet = Sheet(width, ROW * len(nodes) + 4)
    _arcs(sheet, line, arcs)
    for place, node in enumerate(nodes):
        x, y = line.at(place)
        _node(sheet, (x, y), node)
        room_left = x - RADIUS - 8 - 14
        words = look.fit(_beside(node), look.NOTE, room_left)
        sheet.text((x - RADIUS - 8, y + 4.5), words, look.NOTE, "right")
        if not node.group and all(place not in arc[:2] for arc in arcs):
            sheet.text((x + RADIUS + 8, y + 4), "on its own", look.Type(12, 400, "ink3"))
    for first, last, linked in runs(nodes):
        if linked:
            ends = (ROW * first + 8, ROW * (last + 1) - 8)
            sheet.bracket((1, ends[0]), (1, ends[1]), Pen("ink", 1.4), 5)
    return sheet.figure


def _node(sheet: Sheet, at: Point, node: Node) -> None:
    fill = Fill("sunk", "ink", 1.6) if node.group else Fill(GROUND, "rule2", 1.4)
    sheet.disc(at, fill, RADIUS)
    if _fits(node):
        sheet.text((at[0], at[1] + 4.5), look.clean(node.source), look.ID, "center")


def _fits(node: Node) -> bool:
    """Whether the short id is short enough for the disc."""
    return look.measure(node.source, look.ID) <= RADIUS * 2 - 4


def _beside(node: Node) -> str:
    """What stands beside a disc: the note, and before it the id that the disc has no room for."""
    return node.note if _fits(node) else ", ".join(filter(None, (node.source, node.note)))


def _arcs(sheet: Sheet, line: Line, arcs: list[tuple[int, int, Tie]]) -> None:
    for first, last, tie in arcs:
        points = list(_arc(line, first, last))
        sheet.line(points, Pen("ink", 1.2 + 5 * min(max(tie.share, 0.0), 1.0)))
    taken: list[tuple[float, float, float, float]] = []
    for first, last, tie in reversed(arcs):
        _words(sheet, line, (first, last, tie), taken)


def _arc(line: Line, first: int, last: int) -> Iterator[Point]:
    """Half an ellipse from node to node, beginning at their rims."""
    depth = line.depth(last - first)
    for step in range(STEPS + 1):
        turn = math.pi * step / STEPS
        share = (1 - math.cos(turn)) / 2
        yield line.at(first + (last - first) * share, RADIUS + depth * math.sin(turn))


def _words(
    sheet: Sheet,
    line: Line,
    arc: tuple[int, int, Tie],
    taken: list[tuple[float, float, float, float]],
) -> None:
    """The label on top of its arc, left out where another label stands; the table has them all."""
    first, last, tie = arc
    x, y = line.at((first + last) / 2, RADIUS + line.depth(last - first))
    words = _fitting(tie.label, line.width(last - first))
    half = look.measure(words, WORDS) / 2 + 4
    box = (x - half, y - 9, x + half, y + 9)
    if words and not any(_overlap(box, other) for other in taken):
        taken.append(box)
        sheet.rect(box, Fill(GROUND))
        sheet.text((x, y + 4), words, WORDS, "center")


def _fitting(label: str, room: float) -> str:
    """The label whole, or its share alone ("67 %"), or nothing: never cut within a word."""
    forms = (label, label.partition(" of ")[0]) if " of " in label else (label,)
    return next((words for words in forms if look.measure(words, WORDS) <= room), "")


def _overlap(a: tuple[float, float, float, float], b: tuple[float, float, float, float]) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
