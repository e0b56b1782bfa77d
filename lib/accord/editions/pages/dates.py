"""How the report writes days, periods and times."""

from __future__ import annotations

import re
from decimal import Decimal

from accord.model import Interval, day

NBSP = "\N{NO-BREAK SPACE}"

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])", re.ASCII)


def days(interval: Interval) -> str:
    """A date interval in words: a day, a month, a year, or from and to."""
    if interval.low is None or interval.high is None:
        end = interval.high if interval.low is None else interval.low
        side = "until" if interval.low is None else "from"
        return f"{side} {_date(end)}" if end is not None else "any day"
    first, last = day(interval.low), day(interval.high)
    if first == last:
        return _date(interval.low)
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year:
        return str(first.year)
    if first.day == 1 and (day(interval.high + 1)).day == 1 and (first.year, first.month) == (
        last.year, last.month,
    ):  # fmt: skip
        return f"{_MONTHS[first.month - 1]}{NBSP}{first.year}"
    return f"{_date(interval.low)} to {_date(interval.high)}"


def period(text: str | None) -> str:
    """A period in words: "2024", "March 2024", "January to November 2024"; else as it stands."""
    first, _, last = (text or "").partition("/")
    if last and first[:4] == last[:4] and _MONTH.fullmatch(first) and _MONTH.fullmatch(last):
        return f"{_month(first).split(NBSP)[0]} to {_month(last)}"
    return " to ".join(_month(part) for part in (first, last) if part)


def _month(text: str) -> str:
    if _DAY.fullmatch(text):
        return f"{int(text[8:])}{NBSP}{_month(text[:7])}"
    if _MONTH.fullmatch(text):
        return f"{_MONTHS[int(text[5:]) - 1]}{NBSP}{text[:4]}"
    return text


def clock(minutes: Decimal) -> str:
    """Minutes after midnight as hours and minutes."""
    return f"{int(minutes) // 60:02d}:{int(minutes) % 60:02d}"


def _date(ordinal: Decimal) -> str:
    moment = day(ordinal)
    return f"{moment.day}{NBSP}{_MONTHS[moment.month - 1]}{NBSP}{moment.year}"
