"""Where the rows of a chart stand, and in which order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from accord.charts import look, stretches
from accord.charts.records import Row, Rows
from accord.model import Interval

NARROW_BELOW = 480
ROW, TALL_ROW, FORMULA = 42.0, 52.0, 16.0
HEAD, CAPTION, FOOT = 30.0, 26.0, 34.0
INDENT = 12.0
SPACE = 8.0
INSET = 22.0
LATE = {"outside": 1, "other_scope": 2}


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Where everything stands, in px; `tops` are the rows' upper edges and the last one's lower."""

    chart: Rows
    width: float
    narrow: bool
    indent: float
    left: float
    right: float
    value: float
    extra: float
    head: float
    tops: tuple[float, ...]

    @property
    def bottom(self) -> float:
        """The lower edge of the last row."""
        return self.tops[-1]

    def strip(self, place: int) -> tuple[float, float]:
        """Upper and lower edge of where the mark of a row stands."""
        top = self.tops[place]
        return (top + 26 if self.narrow else top), self.tops[place + 1]

    def center(self, place: int) -> float:
        """Height of the mark of a row."""
        top, bottom = self.strip(place)
        lift = FORMULA if has_formula(self.chart.rows[place]) else 0
        return (top + bottom - lift) / 2


def lay(chart: Rows, width: float) -> Layout:
    """The layout of a chart at this width, its rows put in order first."""
    narrow = width < NARROW_BELOW
    chart = _ordered(_folded(chart) if narrow else chart)
    rows = chart.rows
    indent = INDENT if any(run[2] for run in runs(rows)) else 0.0
    values = [look.measure(row.label, look.VALUE) for row in rows]
    value = min(max(values, default=0), width * (0.62 if narrow else 0.27))
    value = max(value, min(look.measure(chart.captions[1], look.SMALL), width * 0.27))
    extras = [look.measure(row.extra, look.PLAIN) for row in rows]
    extras.append(look.measure(chart.captions[2], look.SMALL))
    extra = min(max(extras), width * 0.16)
    left, right = INSET, width - INSET
    if not narrow:
        names = max((_name_width(row) + indent * bool(row.group) for row in rows), default=0.0)
        taken = value + (extra + 16 if extra else 0)
        right = width - taken - SPACE * 2 - INSET
        left = min(names + 1, width * 0.36, right - width * 0.25 - INSET) + INSET + 4
    return Layout(
        chart=chart,
        width=width,
        narrow=narrow,
        indent=indent,
        left=left,
        right=right,
        value=value,
        extra=extra,
        head=_head(chart),
        tops=tuple(_tops(chart, narrow)),
    )


def _folded(chart: Rows) -> Rows:
    """The same chart with the extra column beside the marks, where a phone has room."""
    rows = (replace(row, remark=row.remark or row.extra, extra="") for row in chart.rows)
    return replace(chart, rows=tuple(rows), captions=(*chart.captions[:2], ""))


def _ordered(chart: Rows) -> Rows:
    """The same chart with linked rows side by side, and what is not compared last."""
    first: dict[tuple[int, str], int] = {}
    keys: list[tuple[int, int]] = []
    for place, row in enumerate(chart.rows):
        late = LATE.get(row.role, 0)
        key = (late, row.group or f"\0{place}")
        keys.append((late, first.setdefault(key, place)))
    order = sorted(range(len(chart.rows)), key=keys.__getitem__)
    rows = [chart.rows[place] for place in order]
    linked = [n for first, last, bound in runs(rows) for n in range(first, last + 1) if bound]
    alone = [row if n in linked else replace(row, group="") for n, row in enumerate(rows)]
    return replace(chart, rows=tuple(alone))


def _head(chart: Rows) -> float:
    bracketed = chart.gap_label and rivals(chart) is not None
    labelled = chart.core is not None and chart.core_label
    return (HEAD if bracketed or labelled else 4.0) + (CAPTION if any(chart.captions) else 0.0)


def _tops(chart: Rows, narrow: bool) -> Iterator[float]:
    top = _head(chart)
    for row in chart.rows:
        yield top
        top += (TALL_ROW if narrow else ROW) + (FORMULA if has_formula(row) else 0)
    yield top


def has_formula(row: Row) -> bool:
    """Whether a remark stands below the mark of a row."""
    return row.glyph == "computed" and bool(row.remark)


def _name_width(row: Row) -> float:
    parts = [look.measure(row.source, look.ID), look.measure(row.note, look.NOTE)]
    return sum(parts) + (SPACE if all(parts) else 0)


def runs(rows: Sequence[Row]) -> list[tuple[int, int, bool]]:
    """Stretches of rows that share a group, as (first, last, whether they are linked)."""
    found = stretches.of(row.group for row in rows)
    return [(first, last, bool(group) and last > first) for first, last, group in found]


def strips(layout: Layout) -> list[tuple[float, float]]:
    """Where vertical things may run: everywhere, or on a phone only between the words."""
    if not layout.narrow:
        return [(layout.head, layout.bottom + 4)]
    return [layout.strip(place) for place in range(len(layout.chart.rows))]


def between(layout: Layout, start: float, end: float) -> Iterator[tuple[float, float]]:
    """The stretches from `start` to `end` where vertical things may run."""
    for top, bottom in strips(layout):
        low, high = max(top, start), min(bottom, end)
        if low < high:
            yield low, high


def value_right(layout: Layout) -> float:
    """Right edge of the value column."""
    return layout.width - (layout.extra + 16 if layout.extra else 0)


def rivals(chart: Rows) -> Interval | None:
    """The stretch between the nearest ends of the lowest and the highest rival value."""
    rivals = [row.interval for row in chart.rows if row.role == "conflict"]
    highs = [i.high for i in rivals if i.high is not None]
    lows = [i.low for i in rivals if i.low is not None]
    if not highs or not lows or min(highs) >= max(lows):
        return None
    return Interval(min(highs), max(lows))
