"""From values to px, with ticks whose labels never touch."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_CEILING, ROUND_FLOOR, Context, Decimal
from itertools import pairwise

from accord.charts import look
from accord.model import ENGLISH, Interval, Numerals

MINUS = "\u2212"
MAGNITUDES = ((Decimal(10) ** 12, "tn"), (Decimal(10) ** 9, "bn"), (Decimal(10) ** 6, "m"))
STEPS = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))
DIGITS = Context(prec=15, Emin=-99999, Emax=99999, traps=[])
LARGEST = Decimal("1e90")
SMALLEST = Decimal("1e-90")
DAY_STEPS = (1, 2, 5, 10)
MONTH_STEPS = (1, 3, 6)
YEAR_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)
MINUTE_STEPS = (5, 15, 30, 60, 120, 180, 360, 720)
LAST_DAY = date.max.toordinal()
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
GAP = 10.0

Tick = tuple[Decimal, str]
Range = tuple[Decimal, Decimal]


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """What a value axis counts: "number", "date" or "time", and what its end labels add.

    `prefix` stands on the first and last label ("$"), `suffix` on the last (" days"). `zero`
    lets a number axis begin at zero where the values allow it; `numerals` writes its numbers.
    """

    kind: str = "number"
    prefix: str = ""
    suffix: str = ""
    zero: bool = True
    numerals: Numerals = ENGLISH


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """The values from `low` to `high` laid on the px from `left` to `right`."""

    axis: Axis
    low: Decimal
    high: Decimal
    left: float
    right: float
    ticks: tuple[Tick, ...]

    def x(self, value: Decimal) -> float:
        """Place of a value in px, kept inside the axis."""
        share = float((_sane(value) - self.low) / (self.high - self.low))
        return self.left + min(max(share, 0.0), 1.0) * (self.right - self.left)

    def ends(self, interval: Interval) -> tuple[float, float]:
        """Both ends of an interval in px; an open end is the axis's, a day is a day wide."""
        whole = Decimal(1 if self.axis.kind == "date" else 0)
        low = self.left if interval.low is None else self.x(interval.low)
        high = self.right if interval.high is None else self.x(interval.high + whole)
        return low, high


def lay(axis: Axis, intervals: Sequence[Interval], left: float, right: float) -> Scale:
    """The scale that shows all the intervals between two px, with as many ticks as fit."""
    low, high = _domain(axis, intervals)
    for ticks in _candidates(axis, low, high):
        ends = (low, high)
        if axis.kind == "number":
            ends = (min(low, ticks[0][0]), max(high, ticks[-1][0]))
        scale = Scale(
            axis=axis, low=ends[0], high=ends[1], left=left, right=right, ticks=tuple(ticks)
        )
        if ticks and _clear(scale):
            return scale
    return Scale(axis=axis, low=low, high=high, left=left, right=right, ticks=())


def place(scale: Scale, tick: Tick, type_: look.Type = look.TICK) -> tuple[float, float]:
    """Left and right px of a tick's label, moved inward where it would leave the axis by much."""
    half = look.measure(tick[1], type_) / 2
    middle = scale.x(tick[0])
    middle = min(max(middle, scale.left - GAP * 2 + half), scale.right + GAP * 2 - half)
    return middle - half, middle + half


def plain(value: Decimal, numerals: Numerals = ENGLISH) -> str:
    """A number as people write it: separated thousands, a true minus, no binary noise."""
    if value and not Decimal("1e-9") < abs(value) < Decimal("1e15"):
        return numerals.write(value, ".2e").replace("-", MINUS)
    text = numerals.write(value.normalize()) if value else "0"
    return text.replace("-", MINUS)


def words(axis: Axis, value: Decimal | None) -> str:
    """An end of an interval for tables and alt text; "open" where there is none."""
    if value is None:
        return "open"
    if axis.kind == "date":
        return _date(value).isoformat()
    if axis.kind == "time":
        return _clock(value)
    return plain(value, axis.numerals)


def _sane(value: Decimal) -> Decimal:
    """The value to 15 digits and within what a drawing can show."""
    value = min(max(DIGITS.plus(value), -LARGEST), LARGEST)
    return value if abs(value) > SMALLEST else Decimal(0)


def _domain(axis: Axis, intervals: Sequence[Interval]) -> Range:
    ends = [_sane(e) for i in intervals for e in (i.low, i.high) if e is not None]
    if not ends:
        ends = [Decimal(0)] if axis.kind != "date" else [Decimal(730120)]
    low, high = min(ends), max(ends)
    if axis.kind == "date":
        return _days_around(low, high + 1)
    open_low = any(i.low is None for i in intervals)
    open_high = any(i.high is None for i in intervals)
    if axis.zero and low >= 0 and (open_low or low * 2 <= high or low == high):
        low = Decimal(0)
    span = high - low or abs(high) / 10 or Decimal(1)
    below = span / 8 if low and (open_low or low == high) else span / 20 if low else Decimal(0)
    return low - below, high + (span / 8 if open_high or low == high else span / 20)


def _days_around(low: Decimal, high: Decimal) -> Range:
    pad = max((high - low) / 12, Decimal(1)).to_integral_value()
    return max(low - pad, Decimal(1)), min(high + pad, Decimal(LAST_DAY))


def _candidates(axis: Axis, low: Decimal, high: Decimal) -> Iterator[list[Tick]]:
    if axis.kind == "date":
        yield from _dates(low, high)
    elif axis.kind == "time":
        yield from _times(low, high)
    else:
        for wanted in (5, 4, 3, 2, 1):
            yield _numbers(axis, low, high, wanted)
        for ticks in (_numbers(axis, low, high, 1), _numbers(axis, low, high, 1)[-1:]):
            yield [ticks[0], ticks[-1]] if len(ticks) > 1 else ticks


def _numbers(axis: Axis, low: Decimal, high: Decimal, wanted: int) -> list[Tick]:
    rough = (high - low) / wanted
    power = Decimal(10) ** rough.adjusted()
    step = next(s * power for s in STEPS if s * power >= rough)
    first = (low / step).to_integral_value(ROUND_FLOOR)
    last = (high / step).to_integral_value(ROUND_CEILING)
    values = [(first + i) * step for i in range(int(last - first) + 1)]
    divisor, word = _magnitude(max(abs(values[0]), abs(values[-1])))
    labels = [plain(value / divisor, axis.numerals) for value in values]
    labels[0] = _signed(axis.prefix, labels[0])
    labels[-1] = _signed(axis.prefix, labels[-1]) + word + axis.suffix
    return list(zip(values, labels, strict=True))


def _signed(prefix: str, label: str) -> str:
    return MINUS + prefix + label[1:] if label.startswith(MINUS) else prefix + label


def _magnitude(largest: Decimal) -> tuple[Decimal, str]:
    for divisor, word in MAGNITUDES:
        if divisor <= largest < divisor * 100_000:
            return divisor, f"\u00a0{word}"
    return Decimal(1), ""


def _times(low: Decimal, high: Decimal) -> Iterator[list[Tick]]:
    for step in MINUTE_STEPS:
        first = (low / step).to_integral_value(ROUND_CEILING)
        last = (high / step).to_integral_value(ROUND_FLOOR)
        if last - first < 60:
            values = [(first + i) * step for i in range(int(last - first) + 1)]
            yield [(value, _clock(value)) for value in values]


def _dates(low: Decimal, high: Decimal) -> Iterator[list[Tick]]:
    start, end = _date(low), _date(high)
    if (end - start).days < 62:
        for step in DAY_STEPS:
            yield _dated((start, end), _day_label, step, _fits_day)
    if (end - start).days < 366 * 6:
        for step in MONTH_STEPS:
            yield _dated((start, end), _month_label, step, _opens)
    for step in YEAR_STEPS:
        if (end.year - start.year) / step < 60:
            years = (y for y in range(start.year, end.year + 1) if y % step == 0)
            days = (date(y, 1, 1) for y in years if y and start <= date(y, 1, 1) <= end)
            yield [(Decimal(d.toordinal()), str(d.year)) for d in days]


def _fits_day(day: date, step: int) -> bool:
    return (day.day - 1) % step == 0


def _opens(day: date, months: int) -> bool:
    return day.day == 1 and (day.month - 1) % months == 0


def _dated(
    ends: tuple[date, date],
    label: Callable[[date, bool], str],
    step: int,
    fits: Callable[[date, int], bool],
) -> list[Tick]:
    every = (date.fromordinal(n) for n in range(ends[0].toordinal(), ends[1].toordinal() + 1))
    days = [d for d in every if fits(d, step)]
    return [(Decimal(d.toordinal()), label(d, n == 0)) for n, d in enumerate(days)]


def _day_label(day: date, first: bool) -> str:
    year = f" {day.year}" if first or (day.month, day.day) == (1, 1) else ""
    return f"{day.day} {MONTHS[day.month - 1]}{year}"


def _month_label(day: date, first: bool) -> str:
    year = f" {day.year}" if first or day.month == 1 else ""
    return f"{MONTHS[day.month - 1]}{year}"


def _date(value: Decimal) -> date:
    return date.fromordinal(int(min(max(value, Decimal(1)), Decimal(LAST_DAY))))


def _clock(value: Decimal) -> str:
    hours, minutes = divmod(int(value), 60)
    return f"{hours:02}:{minutes:02}"


def _clear(scale: Scale) -> bool:
    places = [place(scale, tick) for tick in scale.ticks]
    return all(right + GAP <= left for (_, right), (left, _) in pairwise(places))
