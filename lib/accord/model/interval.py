"""Stretches of text and stretches of value."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a source's text, as character offsets [start, end)."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            message = f"a span runs forward from 0, got [{self.start}, {self.end})"
            raise ValueError(message)

    def __contains__(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def of(self, text: str) -> str:
        """The characters of `text` that this span covers."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Interval:
    """The values that a statement allows; an end that is None is unbounded.

    Dates are whole days as proleptic Gregorian ordinals (`day`), both ends included; times of day
    are minutes after midnight.
    """

    low: Decimal | None
    high: Decimal | None
    low_closed: bool = True
    high_closed: bool = True

    def __post_init__(self) -> None:
        low, high = self.low, self.high
        for end in (low,) if low is high else (low, high):
            if end is not None and not end.is_finite():
                message = f"an interval's end is a finite number or None, got {end}"
                raise ValueError(message)
        if low is not high and low is not None and high is not None and low > high:
            message = f"an interval runs upward, got {low} to {high}"
            raise ValueError(message)

    @classmethod
    def exactly(cls, value: Decimal) -> Interval:
        """The interval that holds `value` alone."""
        return cls(value, value)

    @classmethod
    def days(cls, first: date, last: date) -> Interval:
        """All days from `first` to `last`, both included."""
        return cls(Decimal(first.toordinal()), Decimal(last.toordinal()))

    @property
    def is_point(self) -> bool:
        """Whether exactly one value is allowed."""
        return self.low is not None and self.low == self.high

    def holds(self, value: Decimal) -> bool:
        """Whether `value` is allowed."""
        return self.meets(Interval.exactly(value))

    def meets(self, other: Interval) -> bool:
        """Whether some value is allowed by both."""
        return not (self.below(other) or other.below(self))

    def below(self, other: Interval) -> bool:
        """Whether every value here is less than every value of `other`."""
        if self.high is None or other.low is None:
            return False
        if self.high == other.low:
            return not (self.high_closed and other.low_closed)
        return self.high < other.low

    def within(self, other: Interval) -> bool:
        """Whether every value here is allowed by `other`."""
        return _low_key(self) >= _low_key(other) and _high_key(self) <= _high_key(other)

    def common(self, other: Interval) -> Interval | None:
        """The values that both allow, or None where they do not meet."""
        if not self.meets(other):
            return None
        low = max((self, other), key=_low_key)
        high = min((self, other), key=_high_key)
        return Interval(low.low, high.high, low.low_closed, high.high_closed)

    def scaled(self, factor: Decimal, shift: Decimal = Decimal(0)) -> Interval:
        """Every value times `factor` plus `shift`; a negative factor swaps the ends."""
        ends = [None if end is None else end * factor + shift for end in (self.low, self.high)]
        if factor < 0:
            return Interval(ends[1], ends[0], self.high_closed, self.low_closed)
        return Interval(ends[0], ends[1], self.low_closed, self.high_closed)


def day(ordinal: Decimal) -> date:
    """The calendar day of a date interval's end."""
    return date.fromordinal(int(ordinal))


def _low_key(interval: Interval) -> tuple[bool, Decimal, bool]:
    return (interval.low is not None, interval.low or Decimal(0), not interval.low_closed)


def _high_key(interval: Interval) -> tuple[bool, Decimal, bool]:
    return (interval.high is None, interval.high or Decimal(0), interval.high_closed)
