"""Dates in digits, dates told by the text's own date, and times of day."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from accord.model import Interval
from accord.quantities import calendar
from accord.quantities.anchor import Anchor
from accord.quantities.dated import PARTS, Dated, century, part_before
from accord.quantities.line import Line
from accord.quantities.vocabulary import words_of

_ZONES = words_of("zones")
_OF_DAY = frozenset(("gmt", "utc", "hours", "hrs"))
_HALVES = frozenset(("am", "a.m.", "pm", "p.m.", "o'clock", "o\u2019clock"))
# What may stand behind the first digits.
JOINTS = _ZONES | _OF_DAY | _HALVES | {"-", "/", ":", "local"}
_POINTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.((?:19|20)\d\d|2100)\Z")
_VERSIONS = frozenset(("version", "release", "build", "firmware", "software", "patch", "update"))
_STROKES = frozenset(("_", "/", "#", "@", "="))


def numeric(line: Line, k: int, anchor: Anchor | None) -> Dated | None:  # noqa: PLR0911 - one return for each form that is read
    """Dates in digits alone: 2031-05-09, 09/05/2031, 9.5.2031."""
    words = line.words
    if len(words[k]) > 7:
        return _pointed(line, k)
    dash = words[k + 1]
    if dash not in ("-", "/") or not line.joined(k + 1) or not words[k].isdecimal():
        return None
    if words[k + 3] != dash or not (words[k + 2].isdecimal() and words[k + 4].isdecimal()):
        return None
    if not (line.joined(k + 2) and line.joined(k + 3) and line.joined(k + 4)):
        return None
    parts = [words[k], words[k + 2], words[k + 4]]
    if len(parts[1]) > 2 or any(len(part) > 4 for part in parts):
        return None
    if len(parts[0]) == 4:
        return _made(k, k + 5, int(parts[0]), int(parts[1]), int(parts[2]), [])
    if len(parts[2]) == 4 or (len(parts[2]) == 2 and dash == "/"):
        return _slashed(k, parts, anchor)
    return None


def _pointed(line: Line, k: int) -> Dated | None:
    """The day written as 15.08.2031, unless it is of a version or part of a longer name."""
    found = _POINTED.match(line.words[k])
    if found is None or line.lows[k - 1] in _VERSIONS or _is_attached(line, k):
        return None
    day, month, year = map(int, found.groups())
    dated = _made(k, k + 1, year, month, day, [])
    return dated if dated is not None and dated.reason is None else None


def _is_attached(line: Line, k: int) -> bool:
    words = line.words
    before = words[k - 2] if words[k - 1] == "-" and line.joined(k - 1) else words[k - 1]
    ends = (before[-1:], line.joined(k)), (words[k + 1][:1], line.joined(k + 1))
    return any(joined and (end.isalpha() or end in _STROKES) for end, joined in ends)


def _slashed(k: int, parts: list[str], anchor: Anchor | None) -> Dated | None:
    first, second = int(parts[0]), int(parts[1])
    year = int(parts[2]) if len(parts[2]) == 4 else century(int(parts[2]))
    if first > 12:
        return _made(k, k + 5, year, second, first, [])
    if second > 12 or first == second:
        return _made(k, k + 5, year, first, second, [])
    if anchor is not None and anchor.day is not None and anchor.month is not None:
        here = date(anchor.year, anchor.month, anchor.day)
        ways = [
            (abs((_safe(year, *way) - here).days), way)
            for way in ((first, second), (second, first))
        ]
        month, day = min(ways)[1]
        return _made(
            k, k + 5, year, month, day, ["day and month are told apart by the text's date"]
        )
    return _made(k, k + 5, year, first, second, ["day and month may be the other way round"])


def _safe(year: int, month: int, day: int) -> date:
    return date(year, month, min(day, 28))


def _made(i: int, j: int, year: int, month: int, day: int, doubts: list[str]) -> Dated | None:  # noqa: PLR0913, PLR0917 - the parts of a date as read
    if not (1 <= year <= 9998 and 1 <= month <= 12):
        return Dated(i, j, None, "date: in digits", reason="a day that no calendar has")
    days = calendar.day_of(year, month, day)
    reason = None if days else "a day that no calendar has"
    return Dated(i, j, days, "date: in digits", "exact", doubts, reason=reason)


def relative(line: Line, k: int, anchor: Anchor | None) -> Dated | None:
    """This year, late last month, early next year, by the end of the year."""
    lows = line.lows
    low, unit = lows[k], lows[k + 1]
    if low == "the" and unit == "year" and lows[k - 1] == "of" and lows[k - 2] in PARTS:
        return _end_of_year(line, k, anchor)
    if low not in ("this", "last", "next") or unit not in ("year", "month"):
        return None
    if anchor is None or line.words[k + 2] in ("'", "\u2019") or unit.endswith("s"):
        return None
    shift = {"this": 0, "last": -1, "next": 1}[low]
    doubts = [anchor.doubt.replace("the year is that", "counted from that")]
    part, i = part_before(line, k)
    if unit == "year":
        year = anchor.year + shift
        days = calendar.part_of_year(year, part) if part else calendar.years(year, year)
        return Dated(i, k + 2, days, "date: relative", part or "exact", doubts)
    if anchor.month is None:
        return None
    year, month = divmod(anchor.year * 12 + anchor.month - 1 + shift, 12)
    whole = calendar.month(year, month + 1)
    days = calendar.part_of_month(year, month + 1, part) if part else whole
    return Dated(i, k + 2, days, "date: relative", part or "exact", doubts)


def _end_of_year(line: Line, k: int, anchor: Anchor | None) -> Dated | None:
    if anchor is None:
        return None
    word = line.lows[k - 2]
    start = k - 3 if line.lows[k - 3] == "the" else k - 2
    doubts = [anchor.doubt]
    if word == "end":
        last = Interval.days(date(anchor.year, 12, 31), date(anchor.year, 12, 31))
        return Dated(start, k + 2, last, "date: relative", "exact", doubts)
    part = PARTS[word]
    return Dated(
        start, k + 2, calendar.part_of_year(anchor.year, part), "date: relative", part, doubts
    )


def clock(line: Line, k: int) -> Dated | None:
    """A time of day in minutes after midnight: 3 p.m., 4.30am, 14:08, 1200 GMT."""
    words, lows = line.words, line.lows
    j, hour, minute = k + 1, 0, 0
    sure = False
    word = words[k]
    if (
        words[j] == ":"
        and len(words[j + 1]) == 2
        and words[j + 1].isdecimal()
        and line.joined(j)
        and line.joined(j + 1)
    ):
        if not word.isdecimal() or len(word) > 2:
            return None
        hour, minute, j, sure = int(word), int(words[j + 1]), j + 2, True
        if (
            words[j] == ":"
            and line.joined(j)
            and words[j + 1][:2].isdecimal()
            and len(words[j + 1]) in (2, 4, 5)
        ):
            j += 2
        elif words[j] == "." and line.joined(j) and words[j + 1].isdecimal():
            return None
        sure = lows[k - 1] != "in"  # what took 13:02 is timed by no clock
    elif (
        word.isdecimal()
        and len(word) == 4
        and (words[j] in _ZONES or lows[j] in _OF_DAY or lows[j : j + 2] == ["local", "time"])
        and word < "2400"
    ):
        if lows[j] in ("hours", "hrs") and word[0] != "0" and lows[k - 1] != "at":
            return None
        hour, minute, sure = int(word[:2]), int(word[2:]), True
    elif word.isdecimal() and len(word) <= 2:
        hour = int(word)
    elif len(word) in (4, 5) and word[-3] == "." and word.replace(".", "").isdecimal():
        hour, minute = int(word[:-3]), int(word[-2:])
    else:
        return None
    return _clock_end(line, k, j, hour, minute, sure)


def ended(line: Line, i: int, j: int, hour: int, minute: int) -> Dated | None:
    """The time told at words [i, j) with what may stand behind it: p.m., o'clock, GMT."""
    return _clock_end(line, i, j, hour, minute, sure=True)


def _clock_end(line: Line, k: int, j: int, hour: int, minute: int, sure: bool) -> Dated | None:  # noqa: PLR0913, PLR0917 - the parts of a date as read
    lows = line.lows
    half = lows[j].replace(".", "")
    after = j + 1
    if half in ("am", "pm") and (
        half != "am" or lows[j] == "a.m." or line.words[j] in ("am", "AM")
    ):
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "pm" else 0)
        j, sure = after, True
    elif lows[j] in ("o'clock", "o\u2019clock"):
        j, sure = after, True
    if not sure or hour > 24 or minute > 59 or hour * 60 + minute > 1440:
        return None
    zone = None
    if line.words[j] in _ZONES:
        zone, j = line.words[j], j + 1
    minutes = Interval.exactly(Decimal(hour * 60 + minute))
    return Dated(k, j, minutes, "time of day", kind="time", unit_text=zone)
