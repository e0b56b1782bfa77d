"""What stated numbers imply for another one, beside outside totals."""

from __future__ import annotations

from matplotlib.figure import Figure

from accord.charts import look, records, rowplot
from accord.charts.records import Rows
from accord.charts.scale import words


@look.styled
def draw(chart: Rows, width: int = look.WIDE) -> Figure:
    """The implied interval as a band through all rows; outside totals are hollow squares."""
    return rowplot.draw(chart, width, rowplot.Tone("rule", "ink2"))


def alt(chart: Rows) -> str:
    """The chart in words: the implied interval, then which totals lie in it."""
    core = chart.core
    lead = ""
    if core is not None:
        lead = f"Implied: {words(chart.axis, core.low)} to {words(chart.axis, core.high)}. "
    return lead + " ".join(f"{row.name}: {row.label}{_inside(chart, row)}." for row in chart.rows)


def table(chart: Rows) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Columns and rows of the numbers behind it."""
    columns, rows = records.table(chart)
    caption = chart.captions[2] or "Second value"
    second = [row.extra for row in chart.rows]
    return (*columns, caption), tuple(
        (*row, extra) for row, extra in zip(rows, second, strict=True)
    )


def _inside(chart: Rows, row: records.Row) -> str:
    if row.role != "outside" or chart.core is None:
        return ""
    return ", inside" if row.interval.meets(chart.core) else ", not inside"
