"""Bars by period: the records, and the frame they stand in."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from accord.charts import look, stretches
from accord.charts.rowlayout import NARROW_BELOW
from accord.charts.scale import Axis
from accord.model import Interval

PLOT = 200.0
ROOM_ABOVE = 24.0
ROOM_ARROW = 40.0
OUTSIDE, CLAIMED = look.Type(13, 400, "ink2"), look.Type(14, 700)
SMALL_CLAIMED = look.Type(12.5, 700)
PERIOD = look.Type(13, 400, "ink2")


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One period's value: `label` as written ("over 64.5"), `claimed` where a text states it."""

    period: str
    label: str
    interval: Interval
    claimed: bool = False

    @property
    def value(self) -> Decimal:
        """Where the bar ends: the middle of its interval, or its one end."""
        known = [end for end in (self.interval.low, self.interval.high) if end is not None]
        return sum(known, Decimal(0)) / max(len(known), 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bars:
    """Bars in order of period, and what brackets and the arrow of growth say.

    `change` ("+21 %") stands on an arrow from the bar at place `base` to the one at place `to`.
    """

    bars: tuple[Bar, ...]
    change: str = ""
    base: int | None = None
    to: int | None = None
    outside_note: str = "outside figures, for comparison"
    claimed_note: str = "stated"
    axis: Axis = field(default_factory=Axis)


@dataclass(frozen=True, slots=True)
class Frame:
    """The plot of upright bars: px per period, its upper edge, and the values at both edges."""

    width: float
    slot: float
    top: float
    low: Decimal
    high: Decimal

    def x(self, place: int) -> float:
        """Middle of a bar."""
        return self.slot * (place + 0.5)

    def y(self, value: Decimal) -> float:
        """Height of a value."""
        span = self.high - self.low
        return self.top + PLOT * float((self.high - value) / span if span else Decimal(1))

    @property
    def bottom(self) -> float:
        """Lower edge of the plot."""
        return self.top + PLOT

    @property
    def half(self) -> float:
        """Half the width of a bar."""
        return min(self.slot * (0.28 if self.slot > 80 else 0.36), 36)

    def type_(self, bar: Bar) -> look.Type:
        """How a bar's label is set."""
        if self.width < NARROW_BELOW:
            return SMALL_CLAIMED if bar.claimed else look.SMALL
        return CLAIMED if bar.claimed else OUTSIDE

    def label(self, bar: Bar, place: int) -> tuple[float, float]:
        """Middle and baseline of a bar's label, inside the drawing."""
        zero, end = self.y(Decimal(0)), self.y(bar.value)
        half = look.measure(bar.label, self.type_(bar)) / 2
        middle = min(max(self.x(place), half), self.width - half)
        return middle, end - 7 if end <= zero else end + 17


def frame_of(chart: Bars, width: int) -> Frame:
    """The frame of upright bars at this width."""
    top = ROOM_ABOVE + (ROOM_ARROW if arrow_of(chart) else 0)
    return Frame(width, width / max(len(chart.bars), 1), top, *_domain(chart))


def arrow_of(chart: Bars) -> tuple[int, int] | None:
    """Places of the bars that the arrow of growth joins, or None."""
    if not chart.change or chart.base is None or chart.to is None or chart.base == chart.to:
        return None
    inside = all(0 <= place < len(chart.bars) for place in (chart.base, chart.to))
    return (chart.base, chart.to) if inside else None


def runs(chart: Bars) -> list[tuple[int, int, bool]]:
    """Stretches of claimed and of outside bars as (first, last, claimed)."""
    return list(stretches.of(bar.claimed for bar in chart.bars))


def _domain(chart: Bars) -> tuple[Decimal, Decimal]:
    values = [Decimal(0)]
    for bar in chart.bars:
        values += [end for end in (bar.interval.low, bar.interval.high) if end is not None]
    return min(values), max(values)
