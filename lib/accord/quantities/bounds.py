"""Modifiers: which words move a number's bounds, and what interval they leave."""

from __future__ import annotations

from decimal import Decimal

from accord.model import Interval
from accord.quantities.draft import Draft
from accord.quantities.line import Line
from accord.quantities.vocabulary import AFTER, BEFORE, NUMBERS, STOP, Phrases, words_of

_FILLERS = frozenset(
    ("the", "a", "an", "another", "its", "their", "his", "her", "by", "of", "another")
)
_LASTS = _FILLERS.union(BEFORE, ("-",))  # what may stand before a number that a modifier opens
_DEFINITE = frozenset(("the", "its", "their", "his", "her"))
_VAGUE = frozenset(("dozens", "hundreds", "thousands", "between"))
_LASTING = words_of("lasting")
_LEVELS = frozenset(("above", "below", "under", "over"))
_MOVING = words_of("moving")
_MEASURED = frozenset(("percent", "pct", "%", "cent", "points"))
_AGO = frozenset(("ago", "earlier", "before"))
_HIGHER = frozenset(("higher", "lower", "larger", "smaller", "bigger", "greater", "longer"))
_SPREADING = words_of("spreading")


def find(line: Line, draft: Draft) -> None:
    """Give `draft` the modifier that stands before or after it, and widen what it used."""
    lows = line.lows
    before = _match_before(line, draft.xi) if lows[draft.xi - 1] in _LASTS else None
    if before is not None and not _is_level(line, draft, before):
        _set(draft, before[0])
        draft.xi -= before[1]
        return
    low = lows[draft.xj]
    after = _match(AFTER, lows, draft.xj) if low in AFTER else None
    if after is not None and _opens_another(lows, draft):
        after = None
    if after is None and low == "-" and lows[draft.xj + 1] == "plus":
        after = ("at_least", 2)
    if after is not None:
        _set(draft, after[0])
        draft.xj += after[1]


def _opens_another(lows: list[str], draft: Draft) -> bool:
    """Whether "and over" belongs to what follows: 40 goats and over 30 hens, and up to 9 cows."""
    j = draft.xj
    if lows[j] != "and" or lows[j + 1] in ("older", "younger"):
        return False
    low = lows[j + 2]
    if draft.kind == "age":
        return low in _FILLERS or low in NUMBERS or low[:1].isdecimal()
    return bool(low) and (low not in STOP or low in _FILLERS or low in ("to", "$", "£", "€"))


def _match_before(line: Line, i: int) -> tuple[str, int] | None:
    lows = line.lows
    low = lows[i - 1]
    if low == "-" and lows[i - 2] == "sub":
        return "less_than", 2
    for n, phrases in BEFORE.get(low, ()):
        modifier = phrases.get(tuple(lows[i - n : i]))
        if modifier is not None:
            return None if modifier == "up_to" and _arrives(lows, i) else (modifier, n)
    if low in _FILLERS and low != "of":
        for n, phrases in BEFORE.get(lows[i - 2], ()):
            modifier = phrases.get(tuple(lows[i - 1 - n : i - 1]))
            if modifier is not None and not _compares(lows, i, modifier):
                return modifier, n + 1
    return None


def _arrives(lows: list[str], i: int) -> bool:
    """Whether "up to" tells where a movement ends: it edged up to 4%."""
    return lows[i - 2] == "up" and lows[i - 3] in _MOVING


def _compares(lows: list[str], i: int, modifier: str) -> bool:
    """Whether another number is compared with this one: more than the 200 that were expected."""
    return lows[i - 1] in _DEFINITE and modifier in ("less_than", "over", "nearly", "just_over")


def _match(rows: Phrases, lows: list[str], j: int) -> tuple[str, int] | None:
    for n, phrases in rows.get(lows[j], ()):
        modifier = phrases.get(tuple(lows[j : j + n]))
        if modifier is not None:
            return modifier, n
    return None


def _is_level(line: Line, draft: Draft, before: tuple[str, int]) -> bool:
    """Whether the word compares two numbers (9 per cent above 40) or spans time (over two days)."""
    low = line.lows[draft.xi - 1]
    if low == "than" and _is_compared(line, draft, draft.xi - before[1]):
        return True
    if before[1] != 1 or low not in _LEVELS:
        return False
    earlier = line.lows[draft.xi - 2]
    if low == "over" and earlier in _SPREADING:
        return True
    if low == "over" and draft.kind == "duration":
        return earlier not in _LASTING
    return low in ("below", "above") and earlier in ("percent", "%", "cent", "points", "degrees")


def _is_compared(line: Line, draft: Draft, start: int) -> bool:
    """Whether the "than" is of a comparison: 4% more than 9 years ago, higher than then."""
    lows = line.lows
    told = lows[start - 1] in _MEASURED or lows[start - 1][:1].isdecimal()
    ago = draft.kind == "duration" and lows[draft.xj] in _AGO
    return told or (ago and lows[start] in _HIGHER)


def _set(draft: Draft, modifier: str) -> None:
    if modifier != "exact" and draft.modifier in ("exact", "between"):
        draft.modifier = modifier if draft.modifier == "exact" or modifier == "about" else "between"


def interval(draft: Draft, value: Interval, about: Decimal) -> Interval:  # noqa: PLR0911 - one return for each form that is read
    """What the modifier of `draft` allows, in its own unit, where `value` is written."""
    low, high, modifier = draft.low, draft.high, draft.modifier
    if modifier == "exact" or low != high or modifier in _VAGUE:
        return value
    if modifier == "about":
        return _around(low, about)
    if modifier in ("up_to", "at_most"):
        return Interval(None, low)
    if modifier == "less_than":
        return Interval(None, low, high_closed=False)
    if modifier == "over":
        return Interval(low, None, low_closed=False)
    if modifier == "at_least":
        return Interval(low, None)
    if modifier in ("nearly", "just_over"):
        return _beside(low, about, below=modifier == "nearly")
    return Interval.exactly(low)


def _around(value: Decimal, about: Decimal) -> Interval:
    ends = sorted((value * (1 - about), value * (1 + about)))
    return Interval(ends[0], ends[1])


def _beside(value: Decimal, about: Decimal, *, below: bool) -> Interval:
    far = value * (1 - about) if below else value * (1 + about)
    if far == value:
        return Interval.exactly(value)
    if far < value:
        return Interval(far, value, high_closed=False)
    return Interval(value, far, low_closed=False)
