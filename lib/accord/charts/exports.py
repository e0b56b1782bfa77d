"""A measure by period: what a text claims in ink, outside figures hollow, bars from zero."""

from __future__ import annotations

from matplotlib.figure import Figure

from accord.charts import look, lying, upright
from accord.charts.bars import Bar, Bars, arrow_of, frame_of
from accord.charts.records import ends

__all__ = ["Bar", "Bars", "alt", "draw", "table"]


@look.styled
def draw(chart: Bars, width: int = look.WIDE) -> Figure:
    """Upright bars where every word fits its bar, else bars that lie."""
    frame = frame_of(chart, width)
    return upright.draw(chart, frame) if upright.fits(chart, frame) else lying.draw(chart, frame)


def alt(chart: Bars) -> str:
    """Every bar in words, then the change."""
    said = {True: chart.claimed_note, False: chart.outside_note}
    lead = " ".join(f"{b.period}: {b.label} ({said[b.claimed]})." for b in chart.bars)
    arrow = arrow_of(chart)
    if arrow is None:
        return f"Bars by period. {lead}"
    base, to = (chart.bars[place].period for place in arrow)
    return f"Bars by period. {lead} {chart.change} from {base} to {to}."


def table(chart: Bars) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Columns and rows of the numbers behind it."""
    said = {True: chart.claimed_note, False: chart.outside_note}
    rows = tuple(
        (b.period, b.label, *ends(chart.axis, b.interval), said[b.claimed]) for b in chart.bars
    )
    return ("Period", "As written", "Low", "High", "Standing"), rows
