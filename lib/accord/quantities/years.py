"""Dates that end in a year: late 2030, 2028-31, the 1990s, Q3 2030, the first 5 months of 2029."""

from __future__ import annotations

from decimal import Decimal

from accord.model import Interval
from accord.quantities import calendar
from accord.quantities.dated import Dated, part_before, year_of
from accord.quantities.line import Line
from accord.quantities.nouns import head, is_person
from accord.quantities.vocabulary import NUMBERS, ORDINALS, STOP, VERBS, words_of

BEFORE_YEAR = words_of("before_year")
_OF_A_YEAR = words_of("of_a_year")
_GIVEN = words_of("own") | {"'s", "\u2019s", "this"}
_FISCAL = ("fy", "fiscal")
_FISCAL_DOUBT = "a fiscal period is read as that of the calendar"
_SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11)}


def from_year(line: Line, k: int) -> Dated | None:
    """The year at word `k`, a range of years, or a part of that year; None where it is a count."""
    year = year_of(line, k)
    if year is None:
        return None
    ranged = _year_range(line, k, year)
    if ranged is not None:
        return ranged
    if line.words[k + 1] == "s" and line.joined(k + 1):
        span = 100 if year % 100 == 0 and year < 2000 else 10
        return Dated(k, k + 2, calendar.years(year, year + span - 1), "date: decade")
    if line.words[k + 1] in ("'", "\u2019") and line.words[k + 2] == "s":
        return Dated(k, k + 3, calendar.years(year, year + 9), "date: decade")
    quarter = _quarter_before(line, k, year)
    if quarter is None and line.lows[k - 1] in _FISCAL:
        doubt = "a fiscal year is read as the calendar year"
        return Dated(
            k - 1, k + 1, calendar.years(year, year), "date: fiscal year", "exact", [doubt]
        )
    return quarter or _part_year(line, k, year)


def ahead(line: Line, k: int) -> Dated | None:
    """The period that begins at word `k` and is closed by a year: the first 4 months of 2029."""
    for at in range(k + 2, min(k + 5, line.last)):
        if year_of(line, at) is not None:
            dated = _quarter_before(line, at, int(line.words[at]))
            return dated if dated is not None and dated.i <= k else None
    return None


def _year_range(line: Line, k: int, year: int) -> Dated | None:
    dash, nxt = line.words[k + 1], line.words[k + 2]
    if _joined(line, k):
        dash = "-"
    if dash not in ("-", "\u2013", "\u2014", "/") or not nxt.isdecimal() or len(nxt) not in (2, 4):
        return None
    last = int(nxt) if len(nxt) == 4 else year // 100 * 100 + int(nxt)
    if not year < last <= year + 400 or last > 2199 or line.words[k + 3] == dash:
        return None
    start = k - 1 if line.lows[k - 1] in ("fy", "fiscal") else k
    doubts = ["a fiscal year is read as both its calendar years"] if dash == "/" else []
    return Dated(start, k + 3, calendar.years(year, last), "date: years", "exact", doubts)


def _joined(line: Line, k: int) -> bool:
    """Whether words join the year at `k` to a later one: from 2010 to 2020."""
    joint, low = line.lows[k + 1], line.lows[k - 1]
    told = (low == "between" and joint == "and") or (low == "from" and joint in ("to", "through"))
    if not told:
        return False
    year, last = year_of(line, k), year_of(line, k + 2)
    if year is None or last is None:
        return False
    return year >= 1900 and last <= 2100 and not counts(line, k)


def _part_year(line: Line, k: int, year: int) -> Dated:
    part, i = part_before(line, k)
    if part:
        start = k if line.lows[k - 1] in ("early", "late", "mid", "-") else i
        return Dated(start, k + 1, calendar.part_of_year(year, part), "date: part of a year", part)
    season = _SEASONS.get(line.lows[k - 1])
    if season:
        return Dated(k - 1, k + 1, calendar.months(year, *season), "date: season")
    return Dated(k, k + 1, calendar.years(year, year), "date: year")


def _quarter_before(line: Line, k: int, year: int) -> Dated | None:
    """Q3 2030, the third quarter of 2030, the first half of 2030, the first 5 months of 2030."""
    lows = line.lows
    i = k - 2 if lows[k - 1] in _FISCAL else k - 1
    if lows[i] == "of":
        i -= 1
    if lows[i].isdecimal() and lows[i - 1] == "q" and line.joined(i) and 1 <= int(lows[i]) <= 4:
        n = int(lows[i])
        days = calendar.months(year, 3 * n - 2, 3 * n)
        return Dated(
            i - 1, k + 1, days, "date: quarter", "exact", ["a quarter of the calendar year"]
        )
    nth = i - 2 if lows[i - 1] in _FISCAL else i - 1
    if lows[i] in ("quarter", "half") and lows[nth] in ORDINALS:
        fiscal = nth < i - 1 or lows[k - 1] in _FISCAL or lows[nth - 1] in _FISCAL
        doubts = [_FISCAL_DOUBT] if fiscal else []
        part = _nth(year, int(ORDINALS[lows[nth]]), 3 if lows[i] == "quarter" else 6)
        if part is None:
            return None
        return Dated(nth, k + 1, part, "date: part of the year", "exact", doubts)
    if lows[i] in ("months", "month") and lows[i - 2] in ("first", "last"):
        return _first_months(line, i, k, year)
    return None


def _nth(year: int, nth: int, long: int) -> Interval | None:
    return None if nth * long > 12 else calendar.months(year, (nth - 1) * long + 1, nth * long)


def _first_months(line: Line, i: int, k: int, year: int) -> Dated | None:
    word = line.lows[i - 1]
    n = int(word) if word.isdecimal() and len(word) < 3 else int(NUMBERS.get(word, Decimal(0)))
    if not 1 <= n <= 12:
        return None
    first, last = (1, n) if line.lows[i - 2] == "first" else (13 - n, 12)
    return Dated(i - 2, k + 1, calendar.months(year, first, last), "date: months of a year")


def counts(line: Line, k: int) -> bool:
    """Whether four digits count something: more than 1600 homes, from 1500 to 2000 berths."""
    low, earlier = line.lows[k - 1], line.lows[k - 2]
    if _names_a_year(line, k):
        return False
    usual = 1400 <= int(line.words[k]) <= 2100
    if low == "of" and earlier in ("average", "total", "maximum", "minimum", "record"):
        return True
    at = k + 1
    if line.lows[at] in ("to", "and", "or", "-") and line.words[at + 1][:1].isdecimal():
        at += 2
    named = head(line, at, plural=True) if line.lows[at] not in STOP else None
    counted = named is not None and not line.words[at][0].isupper()
    if low in ("about", "around") and earlier not in BEFORE_YEAR:
        return counted or not usual or line.lows[k + 1] in VERBS
    if low in BEFORE_YEAR:
        paired = at > k + 1 or (low in ("to", "and") and line.words[k - 2].isdecimal())
        return counted and paired and low in ("from", "between", "to", "and")
    return counted or not usual


def _names_a_year(line: Line, k: int) -> bool:
    """Whether a year stands before what is of it: 2019 levels, the 2024 elections."""
    year = int(line.words[k])
    if not 1900 <= year <= 2100:
        return False
    named = head(line, k + 1, plural=True)
    if named is None:
        return False
    low, written = line.lows[named[0]], line.words[named[0]]
    given = line.lows[k - 1] in _GIVEN and year % 50 != 0 and not is_person(low, written)
    return low in _OF_A_YEAR or given
