"""Bars that lie, where the words are too long for bars that stand."""

from __future__ import annotations

from decimal import Decimal

from matplotlib.figure import Figure

from accord.charts import look
from accord.charts.bars import CLAIMED, PERIOD, Bars, Frame, arrow_of, runs
from accord.charts.sheet import DASHED, Fill, Pen, Sheet

ROW = 30.0


def draw(chart: Bars, frame: Frame) -> Figure:
    """A row for each bar, a heading for each stretch of one standing."""
    width = frame.width
    found = runs(chart)
    sheet = Sheet(width, ROW * (len(chart.bars) + len(found)) + 8)
    names = min(max(look.measure(b.period, PERIOD) for b in chart.bars) + 1, width * 0.3)
    labels = max(look.measure(_full(chart, n), CLAIMED) for n in range(len(chart.bars))) + 1
    labels = min(labels, width * 0.4)
    left, right = names + 10, width - labels - 8
    y = 0.0
    for first, last, claimed in found:
        type_ = look.SMALL_BOLD if claimed else look.SMALL
        note = chart.claimed_note if claimed else chart.outside_note
        sheet.text((0, y + 20), look.fit(note, type_, width), type_)
        sheet.line(((0, y + ROW - 2), (width, y + ROW - 2)), Pen("rule", 1))
        y += ROW
        for bar_place in range(first, last + 1):
            _lying_bar(sheet, (chart, frame), bar_place, (left, right, y))
            y += ROW
    zero = left + (right - left) * _share(frame, Decimal(0))
    sheet.line(((zero, ROW), (zero, y)), Pen("rule2", 1))
    return sheet.figure


def _lying_bar(
    sheet: Sheet, of: tuple[Bars, Frame], place: int, at: tuple[float, float, float]
) -> None:
    (chart, frame), (left, right, y) = of, at
    bar = chart.bars[place]
    zero, end = (left + (right - left) * _share(frame, v) for v in (Decimal(0), bar.value))
    box = (min(zero, end), y + 6, max(zero, end), y + ROW - 6)
    loose = bar.interval.low is None or bar.interval.high is None
    sheet.rect(
        box,
        Fill("ink" if bar.claimed else "sunk", "ink2" if loose else "rule2", 1),
        DASHED if loose else (),
    )
    sheet.text((0, y + 20), look.fit(bar.period, PERIOD, left - 10), PERIOD)
    label = look.fit(_full(chart, place), frame.type_(bar), frame.width - right - 8)
    sheet.text((box[2] + 8, y + 20), label, frame.type_(bar))


def _full(chart: Bars, place: int) -> str:
    """A bar's label, with the change where the arrow would have pointed."""
    arrow = arrow_of(chart)
    label = chart.bars[place].label
    return f"{label}, {chart.change}" if arrow and arrow[1] == place else label


def _share(frame: Frame, value: Decimal) -> float:
    span = frame.high - frame.low
    return float((value - frame.low) / span) if span else 0.0
