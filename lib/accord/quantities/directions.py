"""Which way a number went: rose 4%, a fall of 3 points, cut by half, 30% below the target."""

from __future__ import annotations

from accord.quantities.draft import Draft
from accord.quantities.line import Line
from accord.quantities.vocabulary import DOWN, NUMBERS, STOP, UP, words_of

_REACHED = frozenset(("to", "at", "from", "only", "just", "past", "beyond", "than"))
_FELLED, _MADE = words_of("felled"), words_of("made_up")
_RAISING = frozenset(("raise", "raises", "raised", "raising"))
_GROWING = frozenset(("grow", "grows", "grew", "growing"))
_LIFTING = frozenset(("lift", "lifts", "lifted", "lifting"))
_SIGNING = frozenset(("contract", "contracted"))
_OWN = words_of("own") | {"all"}
_PRICED, _PRICING = words_of("priced_by"), words_of("pricing")
_REACH = 5
_BREAKS = frozenset((".", ";", ",", "(", ")", "and", "but", "while", "which", "from", ":", "at"))
_TURNING = UP | DOWN | {"to", "in"}
_BESIDE = frozenset(("in", "with", "for", "after", "during", "since"))
_SIZED = {"fewer": "down", "smaller": "down", "cheaper": "down", "larger": "up", "bigger": "up"}
_GOVERNED = 14
_CLAUSE_ENDS = frozenset((".", ";", ",", "(", ")", ":", "but", "while", "which", "by"))
_SUMS = frozenset(("limit", "amount", "margin", "maximum", "minimum", "equivalent", "sum"))
_MOVED = frozenset(("percent", "points", "ratio"))
_SHOWN = _MOVED | {"money"}
_CHANGES = _SHOWN | frozenset(
    ("count", "measure", "duration", "magnitude", "distance", "mass", "rate")
)
_LEVELS = {"above": "up", "below": "down"}
_TOLD = {**_SIZED, **_LEVELS}
_NO_LEVELS = words_of("no_levels")
_RISING, _FALLING = words_of("rising"), words_of("falling")
_CLOSING = frozenset(("of", "in", "to", "from", ",", ".", "and", "on", "the"))


def direction(line: Line, draft: Draft) -> str | None:
    """Whether the words around `draft` say that it is a rise or a fall."""
    lows, kind, i = line.lows, draft.kind, draft.xi
    if kind not in _CHANGES or lows[i - 1] in _REACHED:
        return None
    if i < draft.i and lows[draft.i - 1] in ("above", "below"):
        return None
    near = kind in _MOVED or "by" in lows[i - 2 : i]
    if not _TURNING.isdisjoint(lows[i - _REACH : i]):
        for k in range(i - 1, max(line.first, i - (_REACH if near else 2)) - 1, -1):
            low = lows[k]
            if low in _BREAKS:
                break
            if low in UP or low in DOWN:
                return _moves(line, k, draft, near) or _behind(line, draft)
            if low == "to" or (low in _BESIDE and kind not in ("percent", "points")):
                return None
    return (_governed(line, draft) if near else None) or _behind(line, draft)


def _moves(line: Line, k: int, draft: Draft, near: bool) -> str | None:
    """Up or down by the word at `k`; shot down, made up and raised money change nothing."""
    lows = line.lows
    if lows[k] in ("up", "down") and lows[k - 1] in (_FELLED if lows[k] == "down" else _MADE):
        return None
    if (k == draft.xi - 1 and _takes(lows, k, draft, near)) or _is_of_a_name(line, k):
        return None
    return "up" if lows[k] in UP else "down"


def _takes(lows: list[str], k: int, draft: Draft, near: bool) -> bool:
    """Whether the verb has the number as its object: raise $4, lift 3 tons, grow half the rye."""
    verb, kind = lows[k], draft.kind
    if verb in _RAISING or verb in _LIFTING:
        return kind == ("money" if verb in _RAISING else "mass")
    if verb in _GROWING:
        shared = kind == "percent" and lows[draft.j] == "of" and lows[draft.j + 1] in _OWN
        return shared or kind in ("mass", "area") or (kind == "count" and draft.unit is not None)
    return verb in _SIGNING and not near


def _is_of_a_name(line: Line, k: int) -> bool:
    """Whether word `k` is part of another: a start-up, a discount rate, Lower Arden, the falls."""
    lows, word = line.lows, line.words[k]
    if lows[k + 1] == "-" and line.joined(k + 1) and line.joined(k + 2):
        return True
    if lows[k] in ("up", "down", "off") and lows[k - 1] == "-" and line.joined(k):
        return True
    if lows[k] in _PRICING and lows[k + 1] in _PRICED:
        return True
    if lows[k] == "falls" and (lows[k - 1] == "the" or lows[k + 1] == "are"):
        return True
    return word[0].isupper() and word[1:].islower() and _is_named(line, k)


def _is_named(line: Line, k: int) -> bool:
    """Whether the capital of word `k` is that of a name, and not of a sentence or a headline."""
    if not line.words[k - 1].isalpha():
        return False
    if line.lows[k] == "lower":
        return True
    others = [word for word in line.words[line.first + 1 : line.last] if len(word) > 3]
    return 2 * sum(word[0].isupper() for word in others) < len(others)


def _governed(line: Line, draft: Draft) -> str | None:
    """The verb of change that a "by" further on answers: cutting the cost of travel by a third."""
    lows = line.lows
    k = _at_by(lows, draft.xi - 1)
    if lows[k] != "by":
        return None
    again = lows[k - 1] == "and"  # rose by 3% in May, and by 5% in June
    start = k - 1 - again - (again and lows[k - 2] == ",")
    for place in range(start, max(line.first, k - _GOVERNED) - 1, -1):
        if lows[place] in _CLAUSE_ENDS and not (again and lows[place] == "by"):
            return None
        if lows[place] in UP or lows[place] in DOWN:
            return "up" if lows[place] in UP else "down"
    return None


def _at_by(lows: list[str], k: int) -> int:
    """Where the "by" of the number after word `k` stands: by 4%, by the daily limit of 4%."""
    if lows[k] == "of" and lows[k - 1] in _SUMS and "by" in lows[k - 5 : k - 1]:
        return k - 2 - lows[k - 5 : k - 1][::-1].index("by")
    return k


def _behind(line: Line, draft: Draft) -> str | None:
    """A 7% fall, 3 points higher, a 20 % price increase, 30% below the target."""
    lows = line.lows
    if draft.kind not in _SHOWN and draft.unit != "{point}":
        return None
    first = lows[draft.xj]
    if first in _TOLD:
        told = first in _SIZED or _is_held_against(line, draft.xj + 1)
        return _TOLD[first] if told else None
    for k in range(draft.xj, draft.xj + (3 if draft.kind != "money" else 1)):
        low = lows[k]
        if low in _RISING:
            return "up" if low not in ("more", "up") or k == draft.xj else None
        if low in _FALLING:
            return "down"
        if low in _CLOSING or low in _TOLD:
            return None
    return None


def _is_held_against(line: Line, k: int) -> bool:
    """Whether what stands at word `k` is a level: the target, normal, that of last year, 2029."""
    low = line.lows[k]
    if low[:1].isdecimal():
        return len(low) == 4 and low.isdecimal()  # a year
    named = low.isalpha() and (low not in STOP or low in _OWN or low in ("a", "that", "what"))
    return named and low not in NUMBERS and _NO_LEVELS.isdisjoint(line.lows[k : k + 5])
