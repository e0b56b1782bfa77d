"""The interval that an estimate comes with: "4% (95% CI, 2% to 7%)"."""

from __future__ import annotations

from dataclasses import replace

from accord.claims.phrase import Phrase
from accord.claims.places import Measured, Place
from accord.model import Claim, Context

_NAME, _MARK = "confidence interval", "interval"
_KINDS = frozenset({"confidence", "credible", "credibility", "uncertainty", "prediction"})
_SHORT, _LONG = frozenset({"CI", "CIs", "CrI", "CrIs", "UI"}), frozenset({"interval", "intervals"})
_LEVELS = frozenset({"90", "95", "97.5", "99", "99.9", "%"})
_LINKS = frozenset({"of", "was", "is", "were", "are", "from", "between", "ranging", "ranged"})
_LEADING = _LINKS | frozenset(",:;=[(])") | _LONG | {word.casefold() for word in _SHORT}
_JOINTS = frozenset({"to", "and", "-", "\u2013", "\u2014", ",", ";"})
_BRACKETS, _PARTING = frozenset({"(", "["}), frozenset({",", ";"})
_CLOSING = frozenset({")", "]"})
_FARTHEST = 6


def of(at: Place, before: Measured) -> Measured | None:
    """The interval of what the number before measures, where the number is one or an end of one."""
    place = _opening(at)
    if place is None and at.phrase.word(at.left) in _BRACKETS:
        place = _behind(at)
    if place is None:
        return None
    base = before if before.at and _is_beside(before.at, place) else Measured()
    return Measured(f"{_NAME} of {base.measure}" if base.measure else _NAME, base.subject)


def is_one(found: Measured | Claim) -> bool:
    """Whether what was measured is such an interval."""
    return (found.measure or "").startswith(_NAME)


def marked(around: Context, found: Measured) -> Context:
    """The words around a number, with a mark where it is no number of its own but an interval."""
    return replace(around, marks=(*around.marks, _MARK)) if is_one(found) else around


def _opening(at: Place) -> int | None:
    """Where "CI" or "confidence interval" stands before the number, or before the end before it."""
    phrase, left = at.phrase, at.left
    word = phrase.word(left)
    found = _named(phrase, left) if word in _LEADING else None
    if found is not None or word not in _JOINTS or phrase.tag(left - 1) != "Q":
        return found
    first = left - 1
    while phrase.tag(first) == "Q" or phrase.word(first) == "%":
        first -= 1
    listed = word in {",", ";"} and phrase.word(at.high) not in _CLOSING
    return None if listed or phrase.word(first) not in _LEADING else _named(phrase, first)


def _behind(at: Place) -> int | None:
    """The bracket that opens with the number, where an interval is named behind: "(2 to 7, CI)"."""
    phrase, place = at.phrase, at.high
    while phrase.word(place) in _PARTING or phrase.word(place) in _LEVELS:
        place += 1
    short = place < len(phrase.raw) and phrase.raw[place] in _SHORT and place > at.high
    named = phrase.word(place) in _KINDS and phrase.word(place + 1) in _LONG
    return at.left + 1 if short or named else None


def _named(phrase: Phrase, place: int) -> int | None:
    """The word that names an interval, with nothing but links between it and `place`."""
    for last in range(place, max(-1, place - _FARTHEST), -1):
        if phrase.raw[last] in _SHORT and _is_stated(phrase, last):
            return last
        if phrase.words[last] in _LONG:
            return last if phrase.word(last - 1) in _KINDS else None
        if phrase.words[last] not in _LEADING:
            return None
    return None


def _is_stated(phrase: Phrase, place: int) -> bool:
    """Whether the short name stands behind its level or opens a clause, unlike a firm's name."""
    if phrase.word(place - 1) in {"-", "%"} or phrase.tag(place - 1) == "Q":
        return True
    return phrase.raw[place] != "UI" and phrase.tag(place - 1) in ".,"


def _is_beside(at: Place, end: int) -> bool:
    """Whether something but its kind, and no number but its level, stands before an interval."""
    phrase, start = at.phrase, at.low
    while phrase.tag(start) == "Q":
        start += 1
    between = range(start, end)
    level = all(phrase.words[place] in _KINDS for place in between)
    return not level and all(
        phrase.tags[place] != "Q" or phrase.words[place] in _LEVELS for place in between
    )
