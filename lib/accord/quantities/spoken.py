"""Times of day told in words: a quarter past four, twenty-five to six, half six."""

from __future__ import annotations

from decimal import Decimal

from accord.quantities import moments
from accord.quantities.dated import Dated
from accord.quantities.line import Line
from accord.quantities.vocabulary import NUMBERS, STOP

_QUARTERS = {"half": 30, "quarter": 15}
_MINUTES = frozenset((5, 10, 20, 25))
_HOURS = {"midnight": 0, "noon": 12, "midday": 12}
OPENING = frozenset(("half", "quarter", "twenty"))
FOLLOWING = frozenset(("past", "minutes", "to"))  # one of them stands behind any other minutes
_TOLD = frozenset(("at", "until", "till", "around", "about", "before", "after", "since", "by"))
_COUNTED = frozenset(("times", "per", "more", "less", "fewer", "such", "of", "old", "%", "/", "+"))
_BEHIND = STOP - _COUNTED | {"today", "tonight", "tomorrow", "yesterday", "local", "last"}
_HALVES = frozenset(("am", "pm", "a.m.", "p.m.", "o'clock", "o\u2019clock", "gmt"))
_CLOSES = frozenset(("", ".", ",", ";", ":", "!", "?", ")", '"', "\u201d", "\u2019"))


def time(line: Line, k: int) -> Dated | None:
    """The time of day that begins with the word or digits at `k`, or None: 255 of 4:15."""
    minutes, j = _minutes(line, k)
    if not minutes:
        return None
    low, i = line.lows[j], k - (line.lows[k - 1] == "a")
    if low in ("past", "to"):
        hour = _hour(line, j + 1)
        if low == "past":
            return _made(line, i, j + 1, hour, minutes)
        return _made(line, i, j + 1, hour, -minutes) if _is_told(line, i, j, hour) else None
    if line.lows[k] == "half" and line.lows[k - 1] in _TOLD and low not in _HOURS:
        return _made(line, k, j, _hour(line, j), minutes)
    return None


def _minutes(line: Line, k: int) -> tuple[int, int]:
    """How many minutes are told at word `k`, 0 for none, and the word behind them."""
    low, j = line.lows[k], k + 1
    if low in _QUARTERS:
        return _QUARTERS[low], j
    if low == "twenty" and line.lows[j] == "-":
        return (25, j + 2) if line.lows[j + 1] == "five" else (0, j)
    count = _count(low)
    if line.lows[j] == "minutes":
        return count if 0 < count < 60 and line.lows[j + 1] in ("past", "to") else 0, j + 1
    return count if count in _MINUTES else 0, j


def _count(low: str) -> int:
    return int(low) if low.isdecimal() and len(low) <= 2 else int(NUMBERS.get(low, Decimal(0)))


def _hour(line: Line, k: int) -> int | None:
    """The hour named at word `k`, where nothing stands behind that it may count."""
    low, nxt = line.lows[k], line.lows[k + 1]
    stops = nxt in _BEHIND or nxt in _HALVES
    if nxt not in _CLOSES and (line.joined(k + 1) or not stops):
        return None
    if nxt == "in" and _count(line.lows[k + 2]):
        return None  # about half nine in ten
    hour = _HOURS.get(low, _count(low) or None)
    return hour if hour is not None and hour <= 12 else None


def _is_told(line: Line, i: int, j: int, hour: int | None) -> bool:
    """Whether what stands before "to" at word `j` tells a time: a quarter to four, at ten to two.

    Not about five to ten, nor at 10 to 12, which are ranges.
    """
    low, last = line.lows[i - 1], line.lows[j - 1]
    if last in _QUARTERS or last == "minutes":
        return low in _TOLD and (low != "by" or i - 1 == line.first)
    return low == "at" and hour is not None and (j > i + 1 or _count(last) > hour)


def _made(line: Line, i: int, k: int, hour: int | None, minutes: int) -> Dated | None:
    if hour is None:
        return None
    named = line.lows[k] in _HOURS
    whole = (hour * 60 + minutes) % 1440
    whole += 720 if whole < 60 and not named else 0  # a quarter to one is 12:45
    return moments.ended(line, i, k + 1, whole // 60, whole % 60)
