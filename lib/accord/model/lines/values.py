"""Ends of intervals as they stand in a line: amounts, ISO dates, times of day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from accord.model.claim import Claim
from accord.model.interval import Interval, day

End = Decimal | str | None
Flag = bool | None
UTC = ("UTC", "GMT", "Z")


def row(interval: Interval, claim: Claim | None) -> dict[str, Any]:
    """An interval on its own."""
    low, high, low_closed, high_closed = ends(interval, claim)
    return {"low": low, "high": high, "low_closed": low_closed, "high_closed": high_closed}


def ends(interval: Interval | None, claim: Claim | None) -> tuple[End, End, Flag, Flag]:
    """`low`, `high` and their closed flags, in the spelling of the claim's kind."""
    if interval is None:
        return None, None, None, None
    low, high = end(_short(interval.low), claim), end(_short(interval.high), claim)
    return low, high, interval.low_closed, interval.high_closed


def end(value: Decimal | None, claim: Claim | None) -> End:
    """One end: a date for dates, a time of day for times, else the amount; None is open."""
    if value is None or claim is None:
        return value
    if claim.kind == "date":
        return day(value).isoformat()
    return _clock(value) + _zone(claim) if claim.kind == "time" else value


def interval(row: Mapping[str, Any]) -> Interval | None:
    """The interval that `ends` wrote."""
    if row["low_closed"] is None:
        return None
    return Interval(_read(row["low"]), _read(row["high"]), row["low_closed"], row["high_closed"])


def closed(low: Any, high: Any) -> Interval | None:
    """The interval between two ends that both count; None where neither is given."""
    return None if low is None and high is None else Interval(_read(low), _read(high))


def _short(value: Decimal | None) -> Decimal | None:
    """The same value without closing zeros, which come from arithmetic and not from a text."""
    text = str(value)
    if value is None or "." not in text or "E" in text or value == value.to_integral_value():
        return value
    return Decimal(text.rstrip("0"))


def _read(value: Any) -> Decimal | None:
    if value is None or isinstance(value, Decimal):
        return value
    if str(value).startswith("T"):
        return _minutes(str(value)[1:].removesuffix("Z"))
    return Decimal(date.fromisoformat(value).toordinal())


def _clock(minutes: Decimal) -> str:
    whole = int(minutes)
    seconds = (minutes - whole) * 60
    tail = f":{int(seconds):02}" if seconds else ""
    return f"T{whole // 60:02}:{whole % 60:02}{tail}"


def _zone(claim: Claim) -> str:
    return "Z" if claim.unit in UTC or (claim.unit_text or "").upper() in UTC else ""


def _minutes(clock: str) -> Decimal:
    hours, minutes, *seconds = map(int, clock.split(":"))
    return Decimal(hours * 60 + minutes) + Decimal(sum(seconds)) / 60
