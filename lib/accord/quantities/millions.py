"""Whether the m beside a number is a metre or a million: 2.5m high; viewers numbered 2.5m."""

from __future__ import annotations

from decimal import Decimal

from accord.quantities.evidence import Evidence
from accord.quantities.figure import Figure
from accord.quantities.line import Line
from accord.quantities.nouns import is_plural
from accord.quantities.vocabulary import STOP, words_of
from accord.quantities.written import Measure

_MILLION = Decimal("1e6")
_DOUBT = "m is read as a million, for nothing near it is of a length"
_HIGH, _SPACED, _HEIGHTS = words_of("high"), words_of("spaced"), words_of("heights")
_METRIC = words_of("metric")
_LENGTHY, _LEAPING = words_of("lengthy"), words_of("leaping")
_BEHIND = {
    "in": _HEIGHTS,
    "from": frozenset(("the", "a", "an", "his", "her", "their", "where", "it")),
}
_COUNTED, _TELLING = words_of("counted"), words_of("telling")
_SCALED = frozenset(("million", "millions", "billion", "trillion", "bn", "tn"))
_MORE, _OUT = frozenset(("more", "fewer")), ["out", "of", "work"]
_BY_METRES, _METRES_BY = ("by", "m"), ("m", "by")  # 3m by 4m
_RACES = frozenset((50, 60, 80, 100, 110, 200, 300, 400, 500, 800))
_LARGEST = 1000  # millions are told by a thousand, and then by bn
_NEAR = 6  # words to either side of a number that may tell its unit


def read(evidence: Evidence, line: Line, figure: Figure, found: Measure) -> Measure | None:
    """`found`, or None where its m is a million: `figure` is so many then."""
    j = figure.j
    if found.j != j + 1 or not line.joined(j) or figure.form != "digits":
        return found
    if figure.low >= _LARGEST or _is_length(line, figure) or not _are_many(evidence, line, figure):
        return found
    figure.low, figure.high = figure.low * _MILLION, figure.high * _MILLION
    figure.resolution *= _MILLION
    figure.j, figure.scaled = j + 1, True
    figure.doubts.append(_DOUBT)
    return None


def _is_length(line: Line, figure: Figure) -> bool:
    """Whether a word beside the number can only be of a length: 2.5m high, a depth of 40m."""
    lows, i, j = line.lows, figure.i, figure.j + 1
    k = j + (lows[j] == "-")
    if lows[k] in _HIGH or lows[k + 1] in _BEHIND.get(lows[k], ()):
        return True
    if (lows[k], lows[k + 2]) == _BY_METRES or (lows[i - 2], lows[i - 1]) == _METRES_BY:
        return True
    if lows[i - 1] in _SPACED or not _HEIGHTS.isdisjoint(lows[max(line.first, i - 4) : i]):
        return True
    if not _METRIC.isdisjoint((*lows[i - _NEAR : i], *lows[j : j + _NEAR])):
        return True
    return (_is_size(line, i, k) if k == j else _is_hyphened(line, k)) or _is_race(line, figure)


def _is_size(line: Line, i: int, k: int) -> bool:
    """A 2.5m beam, 2.5m of rope: what is so long stands behind; not a 2.5m turnout."""
    low = line.lows[k]
    if low == "of":
        return line.lows[k + 1] not in STOP and not is_plural(line.lows[k + 1])
    named = low.isalpha() and low not in STOP and low not in _COUNTED
    return named and line.lows[i - 1] in ("a", "an")


def _is_hyphened(line: Line, k: int) -> bool:
    """A 2.5m-high fence; not a 2.5m-strong union."""
    return line.lows[k].isalpha() and line.lows[k] != "strong"


def _is_race(line: Line, figure: Figure) -> bool:
    """The 100m, the men's 200m."""
    before = line.lows[figure.i - 1]
    return figure.low in _RACES and (before == "the" or before.endswith(("'s", "\u2019s")))


def _are_many(evidence: Evidence, line: Line, figure: Figure) -> bool:
    """Whether its sentence counts, or its text counts in m, and nothing tells of a length."""
    lows = line.lows[line.first : line.last]
    if not _LENGTHY.isdisjoint(lows):
        return False
    j = figure.j + 1
    if line.lows[j] in _MORE or line.lows[j + 1] == "strong" or line.lows[j : j + 3] == _OUT:
        return True
    told = figure.resolution < 1 or not _TELLING.isdisjoint(line.lows[figure.i - 3 : figure.i])
    if (told and not _COUNTED.isdisjoint(lows)) or not _SCALED.isdisjoint(lows):
        return True
    return _LEAPING.isdisjoint(lows) and evidence.counts_in_m()
