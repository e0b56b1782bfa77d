"""From one value to another, and the change that makes, beside a change stated in percent."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from decimal import Decimal
from itertools import pairwise

from matplotlib.figure import Figure

from accord.charts import look, marks, records, rowlayout, rowplot, scale
from accord.charts.records import Row, Rows
from accord.charts.scale import Axis, Scale
from accord.charts.sheet import DOTTED, GROUND, Fill, Pen, Sheet
from accord.model import Interval

GUTTER = 44.0
HEAD, FOOT, LINE = 48.0, 30.0, 18.0
ROW, PANEL = 46.0, 116.0
INSET = 24.0
FORMULA_LINES = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A stated pair (before, after) and the rows of the change: computed, or as written.

    `note` and `change_note` say whose numbers they are; `formula` stands below both panels.
    """

    title: str
    before: Decimal
    after: Decimal
    before_label: str
    after_label: str
    difference: str
    rows: tuple[Row, ...]
    note: str = ""
    axis: Axis = field(default_factory=Axis)
    change_title: str = ""
    change_note: str = ""
    change_axis: Axis = field(default_factory=Axis)
    formula: str = ""
    role: str = "agree"


@dataclass(frozen=True, slots=True)
class Panel:
    """Edges of one of the two panels, in px; `top` and `bottom` of its plot."""

    left: float
    right: float
    top: float
    bottom: float


@look.styled
def draw(chart: Passage, width: int = look.CARD) -> Figure:
    """Both panels: side by side, or one below the other on a phone."""
    tall = max(PANEL, ROW * len(chart.rows))
    if width < rowlayout.NARROW_BELOW:
        pair = Panel(0, width, HEAD, HEAD + PANEL)
        top = pair.bottom + FOOT + 20 + HEAD
        change = Panel(0, width, top, top + ROW * len(chart.rows))
    else:
        middle = (width - GUTTER) * 0.47
        pair = Panel(0, middle, HEAD, HEAD + tall)
        change = Panel(middle + GUTTER, width, HEAD, HEAD + tall)
    lines = look.wrap(chart.formula, look.SMALL, width, FORMULA_LINES)
    sheet = Sheet(width, change.bottom + FOOT + LINE * len(lines) + 4)
    _pair(sheet, chart, pair)
    _change(sheet, chart, change)
    for place, line in enumerate(lines):
        sheet.text((0, change.bottom + FOOT + LINE * (place + 1) - 4), line, look.SMALL)
    return sheet.figure


def alt(chart: Passage) -> str:
    """Both panels in words."""
    pair = f"{chart.title}: from {chart.before_label} to {chart.after_label}, {chart.difference}."
    return f"{pair} {chart.change_title}: {records.spoken(_rows(chart))} {chart.formula}".strip()


def table(chart: Passage) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Columns and rows of the numbers behind it: the pair first, then every change."""
    columns, rows = records.table(_rows(chart))
    pair = tuple(
        (
            "",
            f"{chart.title}, {name}",
            label,
            *[scale.plain(value, chart.axis.numerals)] * 2,
            "",
            "",
            "",
        )
        for name, label, value in (
            ("before", chart.before_label, chart.before),
            ("after", chart.after_label, chart.after),
        )
    )
    return columns, pair + rows


def _rows(chart: Passage) -> Rows:
    return Rows(rows=chart.rows, axis=chart.change_axis)


def _heads(sheet: Sheet, panel: Panel, title: str, note: str) -> None:
    room = panel.right - panel.left
    sheet.text((panel.left, panel.top - HEAD + 14), look.fit(title, look.ID, room), look.ID)
    sheet.text((panel.left, panel.top - HEAD + 32), look.fit(note, look.NOTE, room), look.NOTE)


def _grid(sheet: Sheet, laid: Scale, panel: Panel) -> None:
    for value, _ in laid.ticks:
        x = laid.x(value)
        sheet.line(((x, panel.top), (x, panel.bottom)), rowplot.HAIR)
    rowplot.ticks(sheet, laid, panel.bottom)


def _pair(sheet: Sheet, chart: Passage, panel: Panel) -> None:
    _heads(sheet, panel, chart.title, chart.note)
    span = Interval(min(chart.before, chart.after), max(chart.before, chart.after))
    axis = replace(chart.axis, zero=False)
    laid = scale.lay(axis, _padded([span], 0.4, 0.4), panel.left + INSET, panel.right - INSET)
    _grid(sheet, laid, panel)
    y = (panel.top + panel.bottom) / 2
    start, end = laid.x(chart.before), laid.x(chart.after)
    strong = marks.COLORS[chart.role][0]
    toward = 1 if end > start else -1
    if abs(end - start) > 16:
        sheet.arrow((start + 6 * toward, y), (end - 7 * toward, y), Pen(strong, 2))
    sheet.disc((start, y), Fill(GROUND, strong, 2), 5)
    sheet.disc((end, y), Fill(strong))
    _above(sheet, chart, panel, (start, end, y))


def _padded(intervals: list[Interval], below: float, above: float) -> list[Interval]:
    """The same intervals and one more that reaches past them by shares of their whole stretch."""
    ends = [end for i in intervals for end in (i.low, i.high) if end is not None]
    if not ends:
        return intervals
    low, high = min(ends), max(ends)
    span = high - low or abs(high) / 5 or Decimal(1)
    reach = Interval(low - span * Decimal(str(below)), high + span * Decimal(str(above)))
    return [*intervals, reach]


def _above(sheet: Sheet, chart: Passage, panel: Panel, at: tuple[float, float, float]) -> None:
    start, end, y = at
    numbers = (
        (start, chart.before_label, look.Type(17, 600, "ink2"), "before"),
        (end, chart.after_label, look.Type(17, 700, marks.COLORS[chart.role][0]), "after"),
    )
    room = (panel.right - panel.left) / 2 - 6
    halves = [min(_half(label, type_), room / 2) for _, label, type_, _ in numbers]
    free = abs(end - start) - sum(halves) - 12
    middles = (start, end) if free >= 0 else _apart(halves, (start, end), panel)
    for (_, label, type_, word), middle in zip(numbers, middles, strict=True):
        sheet.text((middle, y - 14), look.fit(label, type_, room), type_, "center")
        sheet.text((middle, y + 24), word, look.SMALL, "center")
    words = look.fit(chart.difference, look.SMALL, panel.right - panel.left)
    half = look.measure(words, look.SMALL) / 2
    center = min(max((start + end) / 2, panel.left + half), panel.right - half)
    sheet.text((center, y - 9 if 2 * half <= free else y + 42), words, look.SMALL, "center")


def _half(label: str, type_: look.Type) -> float:
    return max(look.measure(label, type_), look.measure("before", look.SMALL)) / 2


def _apart(halves: list[float], ends: tuple[float, float], panel: Panel) -> tuple[float, float]:
    """Middles of two labels that would touch above their marks, pushed off each other."""
    sign = 1 if ends[1] >= ends[0] else -1
    wide = halves[0] + halves[1] + 6
    lower = halves[0] if sign > 0 else halves[1]
    least, most = panel.left + lower, panel.right - (2 * wide - 6 - lower) / 2
    center = sum(ends) / 2
    left = min(max(center - wide / 2, least), max(most - wide, least))
    return (left, left + wide) if sign > 0 else (left + wide, left)


def _change(sheet: Sheet, chart: Passage, panel: Panel) -> None:
    _heads(sheet, panel, chart.change_title, chart.change_note)
    names = max((look.measure(row.source, look.ID) for row in chart.rows), default=0.0)
    names = min(names, (panel.right - panel.left) * 0.3)
    axis = replace(chart.change_axis, zero=False)
    left = panel.left + names + 10 + INSET
    wide, room = panel.right - INSET - left, max(map(_label_width, chart.rows), default=0.0)
    share = round(min(room / max(wide - room, 1), 2), 3)
    intervals = _padded([row.interval for row in chart.rows], 0.25, max(share * 1.25, 0.25))
    laid = scale.lay(axis, intervals, left, panel.right - INSET)
    _grid(sheet, laid, panel)
    step = (panel.bottom - panel.top) / max(len(chart.rows), 1)
    ys = [panel.top + step * (place + 0.5) for place in range(len(chart.rows))]
    _drop(sheet, chart, laid, ys)
    for row, y in zip(chart.rows, ys, strict=True):
        sheet.text((panel.left, y + 4.5), look.fit(row.source, look.ID, names + 1), look.ID)
        ends = marks.draw(sheet, laid, row, y)
        _label(sheet, row, (*ends, y), (left - INSET, panel.right))


def _label_width(row: Row) -> float:
    return look.measure(row.label, look.ID)


def _drop(sheet: Sheet, chart: Passage, laid: Scale, ys: list[float]) -> None:
    """A dotted line from a computed change into the band of the next row that holds it."""
    for (row, y), (under, below) in pairwise(zip(chart.rows, ys, strict=True)):
        if row.glyph == "computed" and row.interval.meets(under.interval):
            x = marks.middle(laid, row)
            sheet.line(((x, y + 7), (x, below - 4)), Pen("ink2", 1.4, DOTTED))


def _label(
    sheet: Sheet, row: Row, mark: tuple[float, float, float], limits: tuple[float, float]
) -> None:
    left, right, y = mark
    color = marks.COLORS[row.role][0]
    type_ = look.Type(13, 600, color)
    after, before = limits[1] - right, left - limits[0]
    if look.measure(row.label, type_) <= after or after >= before:
        sheet.text((right, y + 4.5), look.fit(row.label, type_, after), type_)
    else:
        sheet.text((left, y + 4.5), look.fit(row.label, type_, before), type_, "right")
