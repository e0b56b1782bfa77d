"""Rows over one axis: what the forest and the base chart share."""

from __future__ import annotations

from dataclasses import dataclass

from matplotlib.figure import Figure

from accord.charts import look, marks, rowlayout, scale
from accord.charts.records import Row, Rows
from accord.charts.rowlayout import FOOT, INSET, SPACE, Layout
from accord.charts.scale import Scale
from accord.charts.sheet import DOTTED, Fill, Pen, Sheet
from accord.model import Interval

HEADLINE = Pen("ink2", 1.4)
HAIR = Pen("rule", 1)
QUIET = {"outside": "ink", "other_scope": "ink2"}


@dataclass(frozen=True, slots=True)
class Tone:
    """Roles of the band through all rows: its ground and its words."""

    ground: str
    words: str


def draw(chart: Rows, width: int, tone: Tone) -> Figure:
    """Draw the rows, linked ones together, the band in the given tone."""
    layout = rowlayout.lay(chart, width)
    sheet = Sheet(width, layout.bottom + FOOT)
    laid = scale.lay(chart.axis, _shown(layout.chart), layout.left, layout.right)
    _grid(sheet, layout, laid)
    _band(sheet, layout, laid, tone)
    _rules(sheet, layout)
    _gap(sheet, layout, laid)
    _joins(sheet, layout, laid)
    for place in range(len(layout.chart.rows)):
        _row(sheet, layout, laid, place)
    _brackets(sheet, layout)
    return sheet.figure


def ticks(sheet: Sheet, laid: Scale, y: float) -> None:
    """Draw the axis line at height `y` with its ticks and labels below."""
    sheet.line(((laid.left - 8, y), (laid.right + 8, y)), Pen("rule2", 1))
    for tick in laid.ticks:
        x = laid.x(tick[0])
        sheet.line(((x, y), (x, y + 4)), Pen("rule2", 1))
        left, right = scale.place(laid, tick)
        sheet.text(((left + right) / 2, y + 18), tick[1], look.TICK, "center")


def _shown(chart: Rows) -> list[Interval]:
    return [row.interval for row in chart.rows] + ([chart.core] if chart.core else [])


def _grid(sheet: Sheet, layout: Layout, laid: Scale) -> None:
    for value, _ in laid.ticks:
        x = laid.x(value)
        for top, bottom in rowlayout.strips(layout):
            sheet.line(((x, top), (x, bottom)), HAIR)
    ticks(sheet, laid, layout.bottom + 4)


def _band(sheet: Sheet, layout: Layout, laid: Scale, tone: Tone) -> None:
    core = layout.chart.core
    if core is None:
        return
    low, high = laid.ends(core)
    center = (low + high) / 2
    low, high = min(low, center - 4), max(high, center + 4)
    compared = sum(row.role != "other_scope" for row in layout.chart.rows)
    for top, bottom in rowlayout.between(layout, layout.head, layout.tops[compared]):
        sheet.rect((low, top, high, bottom), Fill(tone.ground))
    _over(sheet, layout, center, look.Type(12, 600, tone.words))


def _over(sheet: Sheet, layout: Layout, center: float, type_: look.Type) -> None:
    words = look.fit(layout.chart.core_label, type_, layout.width)
    half = look.measure(words, type_) / 2
    center = min(max(center, half), layout.width - half)
    if layout.chart.gap_label and rowlayout.rivals(layout.chart):
        return
    sheet.text((center, 15), words, type_, "center")


def _rules(sheet: Sheet, layout: Layout) -> None:
    sheet.line(((0, layout.head), (layout.width, layout.head)), HEADLINE)
    for y in layout.tops[1:-1]:
        sheet.line(((0, y), (layout.width, y)), HAIR)
    source, value, extra = layout.chart.captions
    y = layout.head - 10
    room = layout.width - layout.value - layout.extra - 32
    sheet.text((0, y), look.fit(source, look.SMALL, room), look.SMALL)
    sheet.text(
        (rowlayout.value_right(layout), y),
        look.fit(value, look.SMALL, layout.value),
        look.SMALL,
        "right",
    )
    sheet.text((layout.width, y), look.fit(extra, look.SMALL, layout.extra), look.SMALL, "right")


def _gap(sheet: Sheet, layout: Layout, laid: Scale) -> None:
    gap = rowlayout.rivals(layout.chart)
    if gap is None or not layout.chart.gap_label or gap.low is None or gap.high is None:
        return
    low, high = laid.x(gap.low), laid.x(gap.high)
    type_ = look.Type(13, 600, "conflict")
    words = look.fit(layout.chart.gap_label, type_, layout.width / 2)
    half = look.measure(words, type_) / 2
    pen = Pen("conflict", 1.4)
    y, foot = 11.0, 20.0
    if high - low > 2 * half + 24:
        center = (low + high) / 2
        sheet.line(((low, foot), (low, y), (center - half - 6, y)), pen)
        sheet.line(((center + half + 6, y), (high, y), (high, foot)), pen)
        sheet.text((center, y + 4.5), words, type_, "center")
        return
    sheet.bracket((low, y), (high, y), pen, foot - y)
    beside = high + 6 if high + 6 + 2 * half <= layout.width else low - 6 - 2 * half
    sheet.text((max(beside, 0), y + 4.5), words, type_)


def _joins(sheet: Sheet, layout: Layout, laid: Scale) -> None:
    """Dotted lines from a value of another scope up to the nearest mark at the same place."""
    rows = layout.chart.rows
    xs = [marks.middle(laid, row) for row in rows]
    for place, row in enumerate(rows):
        above = [i for i in range(place) if abs(xs[i] - xs[place]) < 1.5]
        if row.role == "other_scope" and above:
            start, end = layout.center(above[-1]) + 8, layout.center(place) - 7
            for low, high in rowlayout.between(layout, start, end):
                pen = Pen("ink2", 1.4, DOTTED)
                sheet.line(((xs[place], low), (xs[place], high)), pen)


def _row(sheet: Sheet, layout: Layout, laid: Scale, place: int) -> None:
    row = layout.chart.rows[place]
    center = layout.center(place)
    baseline = layout.tops[place] + 19 if layout.narrow else center + 4.5
    _name(sheet, layout, row, baseline)
    color = "conflict" if row.role == "conflict" else QUIET.get(row.role, "ink")
    type_ = look.Type(13.5, 400 if row.role in QUIET else 700, color)
    right = rowlayout.value_right(layout)
    sheet.text((right, baseline), look.fit(row.label, type_, layout.value), type_, "right")
    sheet.text(
        (layout.width, baseline), look.fit(row.extra, look.PLAIN, layout.extra), look.PLAIN, "right"
    )
    left_end, right_end = marks.draw(sheet, laid, row, center)
    _remark(sheet, layout, row, (left_end, right_end, center))


def _name(sheet: Sheet, layout: Layout, row: Row, baseline: float) -> None:
    x = layout.indent if row.group else 0.0
    limit = layout.left - INSET - 4
    if layout.narrow:
        limit = rowlayout.value_right(layout) - layout.value - SPACE
    bold = look.ID if row.role != "other_scope" else look.Type(13, 600, "ink2")
    x += sheet.text((x, baseline), look.fit(row.source, bold, limit - x), bold)
    x += SPACE if row.source else 0
    sheet.text((x, baseline), look.fit(row.note, look.NOTE, limit - x), look.NOTE)


def _remark(sheet: Sheet, layout: Layout, row: Row, mark: tuple[float, float, float]) -> None:
    left_end, right_end, y = mark
    least, most = layout.left - INSET + 4, layout.right + INSET - 4
    type_ = look.SMALL
    if rowlayout.has_formula(row):
        words = look.fit(row.remark, type_, most - least)
        half = look.measure(words, type_) / 2
        center = min(max((left_end + right_end) / 2, least + half), most - half)
        sheet.text((center, y + 20), words, type_, "center")
        return
    after, before = most - right_end, left_end - least
    width = look.measure(row.remark, type_)
    if width <= after or after >= before:
        sheet.text((right_end, y + 4), look.fit(row.remark, type_, after), type_)
    else:
        sheet.text((left_end, y + 4), look.fit(row.remark, type_, before), type_, "right")


def _brackets(sheet: Sheet, layout: Layout) -> None:
    for first, last, linked in rowlayout.runs(layout.chart.rows):
        if linked:
            top, bottom = layout.tops[first] + 8, layout.tops[last + 1] - 8
            sheet.bracket((1, top), (1, bottom), Pen("ink", 1.4), 5)
