"""Dates that name a month: 9 May 2031, early March, the end of July, May of last year."""

from __future__ import annotations

from accord.model import Interval
from accord.quantities import calendar, tense
from accord.quantities.anchor import Anchor
from accord.quantities.dated import (
    NO_YEAR,
    SUFFIXES,
    Dated,
    century,
    follows_on,
    ordinal_day,
    part_before,
    year_of,
)
from accord.quantities.line import Line
from accord.quantities.vocabulary import MONTHS, STOP, words_of

BEFORE_YEAR = words_of("before_year")
_THROUGH = frozenset(("to", "through", "until", "-", "\u2013", "\u2014", "/"))
_STROKES = frozenset(("-", "\u2013", "/"))
_PAIRING = _STROKES | {"and", "to"}
_JOINING = _PAIRING | {"or"}
_ALONE = frozenset(("", ".", ",", ";", ":", ")", "-", "\u2013", '"', "\u201d"))


def from_month(line: Line, k: int, anchor: Anchor | None) -> Dated | None:
    """The date around the month at word `k`: its day before or after, its year, its part."""
    found = month_at(line, k)
    if found is None:
        return None
    number, j = found
    i, day = _day_before(line, k)
    several = _months(line, k, number, j) if day is None else None
    if several is not None:
        return several
    later, end = _day_after(line, j)
    if day is None or (later is not None and _year_follows(line, end)):
        i, day, j = k, later, end
    shared = _pair_end(line, j, day) if day is not None and i == k else None
    year, at, doubts = _year_after(line, i, shared or j, number, anchor)
    j = j if shared else at
    if year is None and day is None and not _plain_month(line, k):
        return None
    if doubts and day is None and _is_verb(line, k):
        return None
    part, i = part_before(line, i) if day is None else (None, i)
    if year is None:
        return Dated(i, j, None, "date: day and month", reason=NO_YEAR)
    return _month_read(i, j, year, number, day, part, doubts)


def of_a_pair(line: Line, k: int, anchor: Anchor | None) -> Dated | None:
    """The day at word `k` as one of two that share a month: 12 and 13 May, August 24-25, 2031."""
    day = ordinal_day(line, k)
    if day is None:
        return None
    return _first_day(line, k, day, anchor) or _second_day(line, k, anchor)


def _first_day(line: Line, k: int, day: tuple[int, int], anchor: Anchor | None) -> Dated | None:
    joint = line.lows[day[1]]
    second = ordinal_day(line, day[1] + 1) if joint in _JOINING else None
    if second is None or line.lows[second[1]] not in MONTHS or day[0] >= second[0]:
        return None
    if joint == "/" and not follows_on(line, day[1] + 1, second[0]):
        return None
    known = from_month(line, second[1], anchor)
    if known is None or known.days is None or known.days.low is None:
        return None
    days = Interval.exactly(known.days.low - second[0] + day[0])
    return Dated(k, day[1], days, "date: one day of a pair", doubts=known.doubts)


def _second_day(line: Line, k: int, anchor: Anchor | None) -> Dated | None:
    at = k - 2 - (line.lows[k - 2] in SUFFIXES)
    first, second = ordinal_day(line, at), ordinal_day(line, k)
    month = at - 1 - (line.words[at - 1] == ".")
    if first is None or second is None or line.lows[month] not in MONTHS:
        return None
    known = from_month(line, month, anchor)
    end = _pair_end(line, k - 1, first[0])
    if known is None or end is None or known.j != k - 1 or known.i != month:
        return None
    if known.days is None or known.days.low is None:
        return None
    j = _year_end(line, end)
    days = Interval.exactly(known.days.low - first[0] + second[0])
    return Dated(k, j, days, "date: one day of a pair", doubts=known.doubts)


def _pair_end(line: Line, j: int, day: int) -> int | None:
    """The word behind the second day, where word `j` joins it to the first, behind a month."""
    second = ordinal_day(line, j + 1) if line.lows[j] in _PAIRING else None
    if second is None or second[0] <= day:
        return None
    if line.lows[j] == "/" and not follows_on(line, j + 1, second[0]):
        return None
    end = second[1]
    tight = line.lows[j] in _STROKES and line.joined(j) and line.joined(j + 1)
    alone = line.lows[end] in _ALONE or line.lows[end] in STOP
    return end if _year_follows(line, end) or (tight and alone) else None


def _months(line: Line, k: int, number: int, j: int) -> Dated | None:
    """January to June 2031, between May and July 2031: all their days, and those between."""
    joint = line.lows[j]
    if joint not in _THROUGH and not (joint == "and" and line.lows[k - 1] == "between"):
        return None
    last = month_at(line, j + 1)
    year = year_of(line, last[1]) if last is not None else None
    if last is None or year is None or last[0] <= number:
        return None
    return Dated(k, last[1] + 1, calendar.months(year, number, last[0]), "date: months of a year")


def month_at(line: Line, k: int) -> tuple[int, int] | None:
    """The month named at word `k` and the word after it; a full stop may close an abbreviation."""
    number = MONTHS.get(line.lows[k])
    if number is None or not line.words[k][0].isupper():
        return None
    end = k + 1
    stopped = len(line.words[k]) <= 4 and line.words[end] == "." and line.joined(end)
    short = line.lows[k] not in ("may", "june", "july", "march")
    if stopped and line.words[end + 1] and (short or line.words[end + 1][0].isdecimal()):
        end += 1
    return number, end


def _year_follows(line: Line, j: int) -> bool:
    return _year_end(line, j) > j


def _year_end(line: Line, j: int) -> int:
    """The word behind the year that word `j` or a comma there opens; `j` where there is none."""
    k = j + 1 if line.words[j] == "," else j
    return k + 1 if year_of(line, k) is not None else j


def _month_read(  # noqa: PLR0913, PLR0917 - the parts of a date as read
    i: int, j: int, year: int, number: int, day: int | None, part: str | None, doubts: list[str]
) -> Dated:
    if day is not None:
        days = calendar.day_of(year, number, day)
        reason = None if days else "a day that no calendar has"
        return Dated(i, j, days, "date: day, month and year", "exact", doubts, reason=reason)
    if part:
        days = calendar.part_of_month(year, number, part)
        return Dated(i, j, days, "date: part of a month", part, doubts)
    return Dated(i, j, calendar.month(year, number), "date: month and year", "exact", doubts)


def _plain_month(line: Line, k: int) -> bool:
    """Whether a month's name alone is a month: not "may", not "March" as a verb or a name."""
    low, before, after = line.lows[k], line.lows[k - 1], line.words[k + 1]
    if low in ("jan", "mar", "sep", "sept", "dec", "jun", "jul", "aug", "oct", "nov", "feb", "apr"):
        return len(after) > 0 and after == "."
    if low in ("may", "march", "august", "april", "june"):
        return before in BEFORE_YEAR or before in (
            "last",
            "this",
            "next",
            "every",
            "a",
            "the",
            "\u2019s",
        )
    return not (
        line.words[k + 1][:1].isupper()
        and line.words[k + 1][:1].isalpha()
        and low in ("april", "june", "may")
    )


def _is_verb(line: Line, k: int) -> bool:
    """Whether "May" or "MAY" of a headline is no month: Mill May Close; not "May sales"."""
    if line.lows[k] != "may" or _plain_month(line, k) or line.words[k + 1].isdecimal():
        return False
    opens = k == line.first and line.words[k + 1].islower() and line.lows[k + 1] not in STOP
    named = k == line.first or line.words[k - 1][:1].isalpha()
    return named and not opens and line.words[k + 1][:1].isalpha()


def _day_before(line: Line, k: int) -> tuple[int, int | None]:
    i = k - 1
    if line.lows[i] == "of":
        i -= 1
    if line.lows[i] in SUFFIXES and line.joined(i):
        i -= 1
    day = ordinal_day(line, i)
    if day is None or (day[1] != k and line.lows[day[1]] != "of"):
        return k, None
    touched = line.words[i - 1] in (":", "/", ".", "$", "£", "€") and line.joined(i)
    if touched and not follows_on(line, i, day[0]):
        return k, None
    return (i - 1 if line.lows[i - 1] == "the" and line.lows[k - 1] == "of" else i), day[0]


def _day_after(line: Line, j: int) -> tuple[int | None, int]:
    k = j + 1 if line.lows[j] == "the" else j
    day = ordinal_day(line, k)
    if day is None or (line.words[day[1]] == ":" and line.joined(day[1])):
        return None, j
    end = day[1]
    split = line.words[end] == "/" and _pair_end(line, end, day[0]) is None
    if split or line.words[end] == "%" or line.lows[end] in ("percent", "per", "million"):
        return None, j
    return day


def _year_shared(line: Line, j: int, number: int) -> int | None:
    """The year of month `number` where word `j` joins it to a date with a year, or None.

    2031 of "28 May to 3 June 2031", 2030 of "28 December to 3 January 2031".
    """
    day = ordinal_day(line, j + 1)
    last = month_at(line, day[1] if day is not None else j + 1)
    if last is None or (line.lows[j] in _STROKES and day is None and not line.joined(j)):
        return None
    later = ordinal_day(line, last[1]) if day is None else None
    end = later[1] if later is not None else last[1]
    k = _year_end(line, end)
    if k == end or line.words[k] == "/":
        return None
    return int(line.words[k - 1]) - (last[0] < number)


def _year_after(  # noqa: PLR0911 - one return for each form that is read
    line: Line, i: int, j: int, number: int, anchor: Anchor | None
) -> tuple[int | None, int, list[str]]:
    k = j + 1 if line.words[j] == "," else j
    if line.lows[k] == "of":
        k += 1
    year = year_of(line, k)
    if year is not None:
        return year, k + 1, []
    if (
        line.words[k] in ("'", "\u2019")
        and len(line.words[k + 1]) == 2
        and line.words[k + 1].isdecimal()
    ):
        return century(int(line.words[k + 1])), k + 2, []
    k = j
    if line.lows[k] == "of":
        k += 1
    looks = line.lows[k], line.lows[k + 1]
    if looks[0] in ("this", "last", "next") and looks[1] == "year":
        shift = {"this": 0, "last": -1, "next": 1}[looks[0]]
        if anchor is None:
            return None, k + 2, []
        return anchor.year + shift, k + 2, [anchor.doubt]
    shared = _year_shared(line, j, number) if line.lows[j] in _JOINING else None
    if shared is not None:
        return shared, j, []
    if anchor is None:
        return None, j, []
    return anchor.nearest(number, tense.of(line, i, j)), j, [anchor.doubt]
