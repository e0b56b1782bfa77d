"""A row per source on one axis: where the values of a fact stand, meet or part."""

from __future__ import annotations

from matplotlib.figure import Figure

from accord.charts import look, records, rowplot
from accord.charts.records import Rows


@look.styled
def draw(chart: Rows, width: int = look.CARD) -> Figure:
    """The forest of one fact, `width` px wide."""
    return rowplot.draw(chart, width, rowplot.Tone("agree0", "agree"))


def alt(chart: Rows) -> str:
    """The chart in words: what meets, what parts, then every row."""
    found = chart.gap_label or chart.core_label
    lead = f"A row for each of {len(chart.rows)} values{': ' + found if found else ''}."
    return f"{lead} {records.spoken(chart)}"


def table(chart: Rows) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Columns and rows of the numbers behind it."""
    return records.table(chart)
