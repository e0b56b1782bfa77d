"""Days, months, quarters and years as intervals of days."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from functools import lru_cache

from accord.model import Interval

EARLY_DAY, MID_DAY, LATE_DAY = 10, 20, 21


@lru_cache(maxsize=4096)
def month(year: int, number: int) -> Interval:
    """All days of one month."""
    return Interval.days(date(year, number, 1), date(year, number, monthrange(year, number)[1]))


@lru_cache(maxsize=4096)
def months(year: int, first: int, last: int) -> Interval:
    """All days from the first of one month to the last of another, of one year."""
    return Interval.days(date(year, first, 1), date(year, last, monthrange(year, last)[1]))


@lru_cache(maxsize=4096)
def day_of(year: int, number: int, day: int) -> Interval | None:
    """One day, or None where the calendar has no such day."""
    if not 1 <= day <= monthrange(year, number)[1]:
        return None
    return Interval.days(date(year, number, day), date(year, number, day))


@lru_cache(maxsize=4096)
def years(first: int, last: int) -> Interval:
    """All days from one year to another, both included."""
    return Interval.days(date(first, 1, 1), date(last, 12, 31))


def part_of_year(year: int, part: str) -> Interval:
    """Early is January to March, mid May to August, late (and the end) October to December."""
    first, last = {"early": (1, 3), "mid": (5, 8), "late": (10, 12)}[part]
    return months(year, first, last)


def part_of_month(year: int, number: int, part: str) -> Interval:
    """Early is to the 10th, mid the 11th to the 20th, late (and the end) from the 21st."""
    last = monthrange(year, number)[1]
    first_day, last_day = {
        "early": (1, EARLY_DAY),
        "mid": (EARLY_DAY + 1, MID_DAY),
        "late": (LATE_DAY, last),
    }[part]
    return Interval.days(date(year, number, first_day), date(year, number, last_day))
