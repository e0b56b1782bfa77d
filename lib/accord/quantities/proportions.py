"""Shares that are told by the head: one in five children, 4 out of 10 adults, one home in three."""

from __future__ import annotations

from decimal import Decimal

from accord.quantities import measures, nouns
from accord.quantities.figure import Figure
from accord.quantities.line import Line
from accord.quantities.vocabulary import MONTHS, NUMBERS, SCALES, STOP, VERBS, words_of

_POPULATIONS = words_of("populations")
_ONE_OF_THEM = frozenset(map(nouns.singular, _POPULATIONS))
_GROUPS = words_of("groups")
_CHANCES = frozenset(("chance", "chances", "risk", "probability", "odds", "likelihood"))
_DOING = VERBS | {"has", "have", "had", "is", "are", "was", "were", "said", "owns", "uses"}
_ANSWERING = _DOING | words_of("answering")
JOINTS = frozenset(("in", "out"))
_NAMED = frozenset(("no", "any", "every", "each", "number", "the", "this", "that", "only", "day"))
_RUNNING_ON = frozenset(("-", "\u2013", "%", "$", "£", "€", "/", "or", "to"))
_LARGEST, _FEW = 1000, 10
_ROUND = frozenset(map(Decimal, (2, 3, 4, 5, 6, 7, 8, 9, 10, 20, 100, 1000)))


def read(line: Line, k: int) -> Figure | None:
    """The share that begins with the number at word `k`, or None: two in three games is none."""
    lows = line.lows
    if lows[k + 1] in JOINTS:
        return _told(line, k, k + 1)
    if lows[k + 1] == "-":
        return _hyphened(line, k) if lows[k + 2] == "in" else None
    if lows[k + 1] == "to" and not JOINTS.isdisjoint(lows[k + 3 : k + 5]):
        return _from(line, k, read(line, k + 2))
    return _told(line, k, k + 2) if lows[k + 2] in JOINTS else None


def _from(line: Line, k: int, most: Figure | None) -> Figure | None:
    """One to two people in 100,000: the share that word `k` is the least of."""
    part, high = _number(line.lows[k]), _number(line.lows[k + 2])
    if most is None or part is None or high is None or not 0 < part < high:
        return None
    return Figure(k, most.j, most.high * part / high, most.high, Decimal(0), "part")


def _told(line: Line, k: int, joint: int) -> Figure | None:
    """The share whose "in" or "out of" stands at `joint`, behind the number or a word on."""
    lows = line.lows
    out = lows[joint] == "out"
    if out and lows[joint + 1] != "of":
        return None
    at = joint + 1 + out
    every = lows[at] == "every"
    at += every
    part, whole = _number(lows[k]), _number(lows[at])
    if part is None or whole is None or not 0 < part < whole:
        return None
    if joint > k + 1:
        told = _is_one_between(line, k, joint, at, every)
    else:
        told = every or _is_share(line, k, at, part, whole)
    return Figure(k, at + 1, part / whole, part / whole, Decimal(0), "part") if told else None


def _is_share(  # noqa: PLR0911 - one return for each form that is read
    line: Line, k: int, at: int, part: Decimal, whole: Decimal
) -> bool:
    low, out = line.lows[at + 1], line.lows[at - 1] == "of"
    if whole <= _LARGEST and (low in _CHANCES or (low == "of" and not out)):
        return True
    if _is_population(line, at + 1, out):
        return part <= _FEW if whole > _LARGEST else not out or whole in _ROUND
    if _is_year(line.words[at]) or line.lows[k - 1] in _NAMED:
        return False
    if not (whole <= _LARGEST and low in _ANSWERING) and not _is_alone(line, at, whole):
        return False
    if whole > _LARGEST:
        return part <= _FEW and whole % _LARGEST == 0
    if part == 1:
        return line.lows[k] == "one" or low in _DOING
    answered = low in _ANSWERING or (low.endswith("ed") and low not in STOP)
    return whole in _ROUND and (answered or line.lows[at + 1 : at + 3] == ["of", "them"])


def _is_one_between(line: Line, k: int, joint: int, at: int, every: bool) -> bool:
    """One woman in five, two people in 100,000; not one man in 12 cars, or two in 2031."""
    low, part, whole = line.lows[joint - 1], _number(line.lows[k]), _number(line.lows[at])
    if part is None or whole is None or (_is_year(line.words[at]) and not every):
        return False
    one = nouns.is_person(low, line.words[joint - 1]) or low in _ONE_OF_THEM
    some = part <= _FEW and whole % _LARGEST == 0
    counted = (part == 1 and one) or (some and (one or low in _POPULATIONS))
    return counted and (every or _is_alone(line, at, whole))


def _is_alone(line: Line, at: int, whole: Decimal) -> bool:
    """Whether nothing that the number at word `at` counts or measures stands behind it."""
    j, low = at + 1, line.lows[at + 1]
    if low in SCALES or low in NUMBERS or low in MONTHS or low in _RUNNING_ON or line.joined(j):
        return low in (".", ",", ";", ":", "!", "?", ")", "'", '"', "\u2019", "\u201d")
    if low[:1].isdecimal() or low == "times" or nouns.head(line, j, plural=True) is not None:
        return False
    figure = Figure(at, j, whole, whole, Decimal(1), "digits")
    return measures.after(line, figure, priced=False) is None


def _hyphened(line: Line, k: int) -> Figure | None:
    """A one-in-five chance, a 1-in-2,700 risk."""
    lows = line.lows
    part, whole = _number(lows[k]), _number(lows[k + 4])
    between = lows[k + 1 : k + 4] == ["-", "in", "-"] and all(map(line.joined, range(k + 1, k + 5)))
    if part is None or whole is None or not between or not 0 < part < whole:
        return None
    return Figure(k, k + 5, part / whole, part / whole, Decimal(0), "part")


def _number(low: str) -> Decimal | None:
    digits = low.replace(",", "")
    return Decimal(digits) if digits.isdecimal() and len(digits) <= 7 else NUMBERS.get(low)


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdecimal()


def _is_population(line: Line, j: int, out: bool) -> bool:
    named = nouns.head(line, j, plural=True)
    if named is None:
        return False
    low, written = line.lows[named[0]], line.words[named[0]]
    if out and low in _GROUPS:
        return False
    return nouns.is_person(low, written) or low in _POPULATIONS
