"""Bars that stand: one place for each period."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

from matplotlib.figure import Figure

from accord.charts import look
from accord.charts.bars import CLAIMED, PERIOD, ROOM_ABOVE, Bar, Bars, Frame, arrow_of, runs
from accord.charts.sheet import DASHED, Fill, Pen, Sheet


def draw(chart: Bars, frame: Frame) -> Figure:
    """A bar for each period, the arrow of growth above, brackets below."""
    below = 24.0 if frame.low < 0 else 0.0
    sheet = Sheet(frame.width, frame.bottom + below + 76)
    for place, bar in enumerate(chart.bars):
        _bar(sheet, frame, bar, place)
        sheet.text((frame.x(place), frame.bottom + below + 18), bar.period, PERIOD, "center")
    zero = frame.y(Decimal(0))
    sheet.line(((0, zero), (frame.width, zero)), Pen("rule2", 1))
    _growth(sheet, chart, frame)
    _notes(sheet, chart, frame, frame.bottom + below + 34)
    return sheet.figure


def fits(chart: Bars, frame: Frame) -> bool:
    """Whether no label touches another one or a bar beside its own."""
    widths = [look.measure(bar.label, frame.type_(bar)) for bar in chart.bars]
    periods = [look.measure(bar.period, PERIOD) for bar in chart.bars]
    most = (frame.slot - frame.half - 3) * 2
    if max((*widths, 0)) > most or max((*periods, 0)) > frame.slot - 3:
        return False
    places = [frame.label(bar, place) for place, bar in enumerate(chart.bars)]
    spans = [(x - w / 2 - 3, x + w / 2 + 3, y) for (x, y), w in zip(places, widths, strict=True)]
    return all(a[1] <= b[0] or abs(a[2] - b[2]) >= 16 for a, b in pairwise(spans))


def _bar(sheet: Sheet, frame: Frame, bar: Bar, place: int) -> None:
    x, half = frame.x(place), frame.half
    zero, end = frame.y(Decimal(0)), frame.y(bar.value)
    top, bottom = min(zero, end), max(zero, end)
    face, edge = ("ink", "ink") if bar.claimed else ("sunk", "rule2")
    sides = DASHED if bar.interval.low is None else ()
    sheet.rect((x - half, top, x + half, bottom), Fill(face))
    outline = ((x - half, zero), (x - half, end), (x + half, end), (x + half, zero))
    if bar.interval.high is None or sides:
        sheet.line(outline[:2], Pen(edge, 1, sides))
        sheet.line(outline[2:], Pen(edge, 1, sides))
        sheet.line(outline[1:3], Pen("ink2", 1.2, DASHED))
    else:
        sheet.line(outline, Pen(edge, 1))
        _spread(sheet, frame, bar, (x, half))
    sheet.text(frame.label(bar, place), bar.label, frame.type_(bar), "center")


def _spread(sheet: Sheet, frame: Frame, bar: Bar, at: tuple[float, float]) -> None:
    """A stroke at each end of a value that is a range."""
    if bar.interval.is_point:
        return
    x, half = at
    for end in (bar.interval.low, bar.interval.high):
        if end is not None:
            y = frame.y(end)
            sheet.line(((x - half - 7, y), (x + half + 7, y)), Pen("ink", 1.6))


def _growth(sheet: Sheet, chart: Bars, frame: Frame) -> None:
    arrow = arrow_of(chart)
    if arrow is None:
        return
    base, to = arrow
    y = frame.top - ROOM_ABOVE - 14
    pen = Pen("ink", 1.6)
    start, tip = (_over(frame, chart.bars[place]) for place in arrow)
    sheet.line(((frame.x(base), start), (frame.x(base), y), (frame.x(to), y)), pen)
    sheet.arrow((frame.x(to), y - 0.8), (frame.x(to), tip), pen)
    words = look.fit(chart.change, CLAIMED, frame.width)
    half = look.measure(words, CLAIMED) / 2
    center = (frame.x(base) + frame.x(to)) / 2
    center = min(max(center, half), frame.width - half)
    sheet.text((center, y - 8), words, CLAIMED, "center")


def _over(frame: Frame, bar: Bar) -> float:
    """Just above a bar's label, or above the zero line where the bar hangs."""
    zero, end = frame.y(Decimal(0)), frame.y(bar.value)
    return end - 23 if end <= zero else zero - 4


def _notes(sheet: Sheet, chart: Bars, frame: Frame, y: float) -> None:
    for first, last, claimed in runs(chart):
        left, right = frame.slot * first + 6, frame.slot * (last + 1) - 6
        pen = Pen("ink", 1.4) if claimed else Pen("rule2", 1.2)
        sheet.bracket((left, y), (right, y), pen, -5)
        type_ = look.SMALL_BOLD if claimed else look.SMALL
        note = chart.claimed_note if claimed else chart.outside_note
        for number, line in enumerate(look.wrap(note, type_, right - left + 8, 2)):
            sheet.text(((left + right) / 2, y + 17 + 15 * number), line, type_, "center")
