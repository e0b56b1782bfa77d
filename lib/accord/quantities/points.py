"""Points of a rate, which are percentage points: rates fell a quarter point, but an index did 9."""

from __future__ import annotations

from accord.quantities.draft import Draft
from accord.quantities.line import Line
from accord.quantities.vocabulary import NUMBERS, PARTS, words_of

NAMES = frozenset(("point", "points"))
_RATED, _TRADED = words_of("rated"), words_of("traded")
_JOINTS = frozenset(("to", "or", "and"))
_WITHIN = frozenset((*PARTS, *NUMBERS, "of", "a", "an", "one", "percentage", "full", "-"))
_BEFORE, _BEHIND = 12, 9  # words that may say what the points are of
_REACH = 8  # words of the second of two parts of a point
_LARGEST = 10  # points by which rates move


def settle(line: Line, draft: Draft) -> None:
    """Give `draft`, of points, the unit of what moved by them: [pp] of a rate, else {point}."""
    draft.kind, draft.unit = "count", "{point}"
    if draft.high <= _LARGEST and draft.low >= 0 and _are_of_a_rate(line, draft):
        draft.kind, draft.unit = "points", "[pp]"


def part(line: Line, draft: Draft) -> bool:
    """Whether a part is of a point: a half-point cut, half a point, a quarter of a point."""
    if _begin(line, draft.j):
        draft.kind, draft.rule, draft.bare = "magnitude", "count in words", True
        return True
    j = draft.j + (line.lows[draft.j] == "of")
    j += line.lows[j] in ("-", "a")
    if line.lows[j] not in NAMES:
        return False
    settle(line, draft)
    draft.unit_text, draft.rule = line.words[j], "count in words"
    draft.xj = max(draft.xj, j + 1)
    return True


def _are_of_a_rate(line: Line, draft: Draft) -> bool:
    """Whether the nearest word that says what moved, the ones before it first, is of a rate."""
    lows = line.lows
    before = lows[max(line.first, draft.i - _BEFORE) : draft.i]
    for low in (*reversed(before), *lows[draft.j : draft.j + _BEHIND]):
        if low in _RATED:
            return True
        if low in _TRADED:
            return False
    return False


def _begin(line: Line, j: int) -> bool:
    """Whether word `j` leads to a second part of one point: a half to three-quarters of a point."""
    if line.lows[j] not in _JOINTS:
        return False
    k = j + 1
    while k < j + _REACH and line.lows[k] in _WITHIN:
        k += 1
    return k > j + 1 and line.lows[k] in NAMES
