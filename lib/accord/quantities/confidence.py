"""Levels of confidence, which measure nothing, and the intervals that they close: 95% CI: 3-7."""

from __future__ import annotations

from decimal import Decimal

from accord.quantities.draft import Aside, Draft
from accord.quantities.line import Line
from accord.quantities.vocabulary import words_of

LEVEL = "the level of a confidence interval"
_SURE = frozenset(("confidence", "credible", "credibility", "uncertainty", "prediction"))
_SHORT = frozenset(("CI", "CIs", "CrI", "UI"))
_NEXT = _SURE.union(map(str.lower, _SHORT), ("level", "-"))
_NAMED = words_of("confidence_names")
_INTERVALS = frozenset(("interval", "intervals", "limits", "bounds", "range"))
_OF_SHARE = frozenset(("level", "interval"))
_JOINTS = frozenset((":", ",", "=", "of", "from", "was", "is", "were", "between", "(", "[", ")"))
_WITH = frozenset(("with", "at"))
_LEAST = 50  # percent of confidence; a smaller share of it is a share
_NEAR = 3  # words between the name of an interval and its numbers
_FAR = 14  # words between the interval and the number that it is of
_PLAIN = frozenset(("magnitude", "count"))


def level(line: Line, draft: Draft) -> Aside | None:
    """A level of confidence, set aside: 95% CI, at the 90% confidence level; None if it is none."""
    if line.lows[draft.i - 1] == "of":
        told = line.lows[draft.i - 3] == "confidence" and line.lows[draft.i - 2] in _OF_SHARE
    else:
        told = line.lows[draft.j] in _NEXT and _LEAST <= draft.low < 100 and _is_named(line, draft)
    return Aside(draft.i, draft.j, LEVEL) if told else None


def _is_named(line: Line, draft: Draft) -> bool:
    j = draft.j + (line.lows[draft.j] == "-")
    low, nxt = line.lows[j], line.lows[j + 1]
    if low == "level":
        return line.lows[j + 1 : j + 3] == ["of", "confidence"]
    if line.words[j] in _SHORT or (low in _SURE and nxt in _NAMED):
        return True
    return low == "confidence" and line.lows[draft.i - 1] in _WITH


def is_of_interval(line: Line, left: Draft, right: Draft) -> bool:
    """Whether two numbers with a comma between them are an interval: 95% CI [3.1, 7.4]."""
    return left.bare and left.low <= right.low and _named_before(line, left)


def share(line: Line, made: list[Draft | Aside]) -> None:
    """Give each interval the unit of the number that it is of: 5.2% (95% CI: 3.1-7.4)."""
    for draft in made:
        if _is_of_an_interval(line, draft):
            break
    else:
        return
    known: Draft | None = None
    for draft in made:
        if not isinstance(draft, Draft):
            continue
        if _is_of_an_interval(line, draft):
            if known is not None and _holds(draft, known.low) and draft.i - known.j <= _FAR:
                draft.unit, draft.unit_text = known.unit, known.unit_text
                draft.kind, draft.noun, draft.bare = known.kind, known.noun, False
        elif draft.kind != "date":
            known = draft if draft.unit is not None else None


def _is_of_an_interval(line: Line, made: Draft | Aside) -> bool:
    if not isinstance(made, Draft) or made.unit is not None or made.kind not in _PLAIN:
        return False
    return _named_before(line, made)


def _named_before(line: Line, draft: Draft) -> bool:
    """Whether the name of an interval stands just before: (CI 3-7), confidence interval, 3-7."""
    k = draft.xi - 1
    while k > draft.xi - _NEAR and line.lows[k] in _JOINTS:
        k -= 1
    if line.words[k] in _SHORT:
        return True
    return line.lows[k] in _INTERVALS and line.lows[k - 1] in _SURE


def _holds(draft: Draft, value: Decimal) -> bool:
    return draft.low <= value <= draft.high and draft.low < draft.high
