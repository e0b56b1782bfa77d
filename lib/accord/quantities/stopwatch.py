"""Hours, minutes and seconds that something took: a runner's 2:14:04, which is no time of day."""

from __future__ import annotations

from decimal import Decimal

from accord.quantities.draft import Draft
from accord.quantities.line import Line
from accord.quantities.moments import JOINTS
from accord.quantities.vocabulary import words_of

_TAKING = words_of("taking")
_TOLD = frozenset(("at", "by", "until", "till", "from", "since", "before", "after"))


def read(line: Line, k: int) -> Draft | None:
    """The seconds of 2:14:04; None where the words around it tell a time of day."""
    words = line.words
    if words[k + 1] != ":" or words[k + 3] != ":" or not all(map(line.joined, range(k + 1, k + 5))):
        return None
    hours, minutes, seconds = words[k], words[k + 2], words[k + 4]
    if not (_is_sixtieth(minutes) and _is_sixtieth(seconds.partition(".")[0])):
        return None
    if not hours.isdecimal() or len(hours) > 2 or _is_of_day(line, k):
        return None
    worth = Decimal(int(hours) * 3600 + int(minutes) * 60) + Decimal(seconds)
    step = Decimal(1).scaleb(-len(seconds.partition(".")[2]))
    rule = "duration: on a stopwatch"
    return Draft(k, k + 5, k, k + 5, "duration", worth, worth, rule, step, unit="s")


def _is_sixtieth(word: str) -> bool:
    return word.isdecimal() and len(word) == 2 and word < "60"


def _is_of_day(line: Line, k: int) -> bool:
    """Whether a clock shows it: at 2:14:04, 2:14:04 p.m.; two digits of hours, until it took so."""
    before, behind = line.lows[k - 1], (line.lows[k + 5], line.words[k + 5])
    if before in _TOLD or before[:1].isdecimal() or not JOINTS.isdisjoint(behind):
        return True
    return len(line.words[k]) == 2 and before not in _TAKING
