"""Modifiers: which words move a number's bounds, and what interval they leave."""

from __future__ import annotations

from decimal import Decimal

from accord.model import Interval
from accord.quantities.draft import Draft
from accord.quantities.line import Line
from accord.quantities.vocabulary import AFTER, BEFORE, DOWN, NUMBERS, STOP, UP, Phrases, words_of

_FILLERS = frozenset(
    ("the", "a", "an", "another", "its", "their", "his", "her", "by", "of", "another")
)
_LASTS = _FILLERS.union(BEFORE, ("-",))  # what may stand before a number that a modifier opens
_DEFINITE = frozenset(("the", "its", "their", "his", "her"))
_VAGUE = frozenset(("dozens", "hundreds", "thousands", "between"))
_LASTING = words_of("lasting")
_LEVELS = frozenset(("above", "below", "under", "over"))
_REACHED = frozenset(("to", "at", "from", "only", "just", "past", "beyond"))  # a level, no change
_FELLED, _MADE = words_of("felled"), words_of("made_up")
_RAISING = frozenset(("raise", "raises", "raised", "raising"))
_MOVING = words_of("moving")


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
    if before[1] != 1 or low not in _LEVELS:
        return False
    earlier = line.lows[draft.xi - 2]
    if low == "over" and draft.kind == "duration":
        return earlier not in _LASTING
    return low in ("below", "above") and earlier in ("percent", "%", "cent", "points", "degrees")


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


_REACH = 5
_BREAKS = frozenset((".", ";", ",", "(", ")", "and", "but", "while", "which", "from", ":", "at"))
_TURNING = UP | DOWN | {"to", "in"}
_SIZED = {"fewer": "down", "smaller": "down", "cheaper": "down", "larger": "up", "bigger": "up"}
_GOVERNED = 14
_CLAUSE_ENDS = frozenset((".", ";", ",", "(", ")", ":", "but", "while", "which", "by"))
_SHARES = frozenset(("percent", "points", "ratio"))
_CHANGES = frozenset(
    (
        "percent",
        "points",
        "money",
        "count",
        "measure",
        "duration",
        "magnitude",
        "distance",
        "mass",
        "rate",
        "ratio",
    )
)


def direction(line: Line, draft: Draft) -> str | None:
    """Whether the words around `draft` say that it is a rise or a fall."""
    lows, kind, i = line.lows, draft.kind, draft.xi
    if kind not in _CHANGES or lows[i - 1] in _REACHED:
        return None
    if i < draft.i and lows[draft.i - 1] in ("above", "below"):
        return None
    if not _TURNING.isdisjoint(lows[i - _REACH : i]):
        near = kind in _SHARES or "by" in lows[i - 2 : i]
        for k in range(i - 1, max(line.first, i - (_REACH if near else 2)) - 1, -1):
            low = lows[k]
            if low in _BREAKS:
                break
            if low in UP or low in DOWN:
                return _moves(lows, k, draft)
            if low == "to" or (low in ("in", "with") and kind not in ("percent", "points")):
                return None
    governed = _governed(line, draft) if lows[i - 1] == "by" else None
    shown = kind in _SHARES or kind == "money" or draft.unit == "{point}"
    return governed or (_behind(line, draft) if shown else None)


def _moves(lows: list[str], k: int, draft: Draft) -> str | None:
    """Up or down by the word at `k`; shot down, made up and raised money change nothing."""
    if lows[k] in ("up", "down") and lows[k - 1] in (_FELLED if lows[k] == "down" else _MADE):
        return None
    if draft.kind == "money" and lows[k] in _RAISING and k == draft.xi - 1:
        return None
    return "up" if lows[k] in UP else "down"


def _governed(line: Line, draft: Draft) -> str | None:
    """The verb of change that a "by" further on answers: cutting the cost of travel by a third."""
    lows = line.lows
    k = draft.xi - 1
    for place in range(k - 1, max(line.first, k - _GOVERNED) - 1, -1):
        if lows[place] in _CLAUSE_ENDS:
            return None
        if lows[place] in UP or lows[place] in DOWN:
            return "up" if lows[place] in UP else "down"
    return None


def _behind(line: Line, draft: Draft) -> str | None:
    """A 7% fall, 3 points higher, a 20 % price increase."""
    lows = line.lows
    for k in range(draft.xj, draft.xj + (3 if draft.kind != "money" else 1)):
        low = lows[k]
        if low in _SIZED:
            return _SIZED[low] if k == draft.xj else None
        if low in {
            "increase",
            "rise",
            "gain",
            "jump",
            "surge",
            "growth",
            "improvement",
            "hike",
            "higher",
            "up",
            "more",
        }:
            return "up" if low not in ("more", "up") or k == draft.xj else None
        if low in {
            "decrease",
            "fall",
            "decline",
            "drop",
            "cut",
            "reduction",
            "loss",
            "slump",
            "plunge",
            "lower",
            "less",
            "discount",
            "off",
        }:
            return "down"
        if low in {"of", "in", "to", "from", ",", ".", "and", "on", "the"}:
            return None
    return None
