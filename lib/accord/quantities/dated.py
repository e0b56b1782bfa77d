"""A date read, and the small steps that its readers share."""

from __future__ import annotations

from dataclasses import dataclass, field

from accord.model import Interval
from accord.quantities.line import Line
from accord.quantities.vocabulary import MONTHS, words_of

SUFFIXES = frozenset(("st", "nd", "rd", "th"))
NO_YEAR = "a day or month without a year"
PARTS = {
    "early": "early", "beginning": "early", "start": "early", "mid": "mid", "middle": "mid",
    "late": "late", "end": "late",
}  # fmt: skip

_EARLY_LATE = frozenset(("early", "late"))
_TIMELY = words_of("timely")


@dataclass(slots=True)
class Dated:
    """The words [i, j) read as `days`, with what was inferred; `reason` where refused."""

    i: int
    j: int
    days: Interval | None
    rule: str
    modifier: str = "exact"
    doubts: list[str] = field(default_factory=list)
    kind: str = "date"
    reason: str | None = None
    unit_text: str | None = None


def year_of(line: Line, k: int) -> int | None:
    """The year that word `k` is written as, from 1000 to 2199, or None."""
    word = line.words[k]
    if len(word) == 4 and word.isdecimal() and "1000" <= word <= "2199":
        return int(word)
    return None


def ordinal_day(line: Line, k: int) -> tuple[int, int] | None:
    """The day of the month at word `k` and the word after it: 9, 09, 9th."""
    word = line.words[k]
    if not (word.isdecimal() and len(word) <= 2 and 1 <= int(word) <= 31):
        return None
    end = k + 1
    if line.lows[end] in SUFFIXES and line.joined(end):
        end += 1
    return int(word), end


def century(two: int) -> int:
    """The year that two digits stand for: 31 is 2031, 85 is 1985."""
    return 2000 + two if two < 70 else 1900 + two


def follows_on(line: Line, i: int, day: int) -> bool:
    """Whether a stroke joins `day` at word `i` to that before: 24/25 August, 31 July/1 August."""
    at = i - 2 - (line.lows[i - 2] in SUFFIXES)
    if line.words[i - 1] != "/" or not line.joined(i):
        return False
    word = line.words[at]
    told = word.isdecimal() and len(word) <= 2 and int(word) == day - 1
    return told or (day == 1 and line.lows[at] in MONTHS)


def part_before(line: Line, i: int) -> tuple[str | None, int]:
    """The part (early, mid, late) named before word `i`, and where that phrase begins."""
    lows = line.lows
    k = i - 1
    hyphened = lows[k] == "-"
    if hyphened or (lows[k] == "in" and lows[k - 1] in _EARLY_LATE):
        k -= 1
    if lows[k] in _EARLY_LATE and lows[k - 1] in _TIMELY:
        return None, i
    if lows[k] in _EARLY_LATE or lows[k] == "mid" or (hyphened and lows[k] == "end"):
        return PARTS[lows[k]], i
    if lows[k] == "of" and lows[k - 1] in PARTS:
        start = k - 2 if lows[k - 2] == "the" else k - 1
        return PARTS[lows[k - 1]], start
    return None, i
