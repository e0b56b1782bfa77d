"""The period that a number speaks of: the date in its clause that dates it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from accord.claims.phrase import Phrase
from accord.claims.places import Place
from accord.model import Interval, Span, day

_DATING = frozenset(
    {
        "in",
        "during",
        "for",
        "on",
        "of",
        "over",
        "throughout",
        "at",
        "by",
        "within",
        "last",
        "this",
        "next",
    }
)
_EVENT = frozenset(
    {
        "after",
        "before",
        "since",
        "until",
        "following",
        "when",
        "once",
        "as",
        "shortly",
        "from",
        "till",
    }
)
_AGAINST = frozenset({"from", "against", "versus", "vs"})
_BASES = _AGAINST | {"than", "compared"}
_STANDARDS = frozenset(
    {"level", "levels", "target", "targets", "goal", "goals", "standards", "prices", "terms"}
)
_DEGREES = frozenset({"many", "much", "high", "large", "big", "long", "few"})
_YEAR_BEFORE = frozenset({"year-earlier", "year-ago", "previous", "earlier"})
_FARTHEST, _NEAR = 30, 12


def of(at: Place, dates: Sequence[Place], saying: Sequence[int]) -> tuple[str | None, Span | None]:
    """The period of the number at `at`, and the span of the date that gives it.

    `saying` holds the places of verbs of saying: a date before one of them dates the saying.
    """
    if at.quantity.kind in ("date", "time", "ordinal"):
        return None, None
    near = [(_distance(at, one), one) for one in dates if _dates(at, one, saying)]
    if not near:
        return None, None
    _, best = min(near, key=lambda pair: (pair[0], pair[1].low))
    return written(best.quantity.interval), best.quantity.span


def written(interval: Interval) -> str | None:
    """An interval of days as an ISO 8601 year, month, day or range; ".." where it is open."""
    if interval.low is None or interval.high is None:
        ends = [
            ".." if end is None else day(end).isoformat() for end in (interval.low, interval.high)
        ]
        return None if ends == ["..", ".."] else "/".join(ends)
    first, last = day(interval.low), day(interval.high)
    after = last + timedelta(days=1) if last < date.max else last
    if first.day == 1 and after.day == 1:
        if first.month == after.month == 1:
            whole = (f"{first.year:04d}", f"{last.year:04d}")
        else:
            whole = (first.isoformat()[:7], last.isoformat()[:7])
    else:
        whole = (first.isoformat(), last.isoformat())
    return whole[0] if whole[0] == whole[1] else "/".join(whole)


def _dates(at: Place, one: Place, saying: Sequence[int]) -> bool:
    """Whether the date at `one` can be the period of the number at `at`."""
    low, high = (one.high, at.low) if one.low < at.low else (at.high, one.low)
    if high - low > _FARTHEST or at.quantity.span.overlaps(one.quantity.span):
        return False
    if any(at.phrase.tags[place] in ".R" for place in range(low, high)):
        return False
    if _other_clause(at.phrase, low, high):
        return False
    if one.low < at.low and any(low <= place < high for place in saying):
        return False
    return not _is_compared(at, one) and _is_dating(at, one)


def _is_compared(at: Place, one: Place) -> bool:
    """Whether the date is of what the number is compared with: 4 tons, up from 3 tons in 2011."""
    phrase = at.phrase
    if phrase.word(one.high) in _STANDARDS or not _BASES.isdisjoint(
        phrase.words[max(0, one.left - 1) : one.low]
    ):
        return True
    if one.low < at.low:
        others = (*phrase.tags[max(0, one.low - _NEAR) : one.low], *phrase.tags[one.high : at.low])
        return "Q" in others and _before(at) in _BASES
    start = at.quantity.series
    told = start is not None and at.quantity.span.end <= start.start < one.quantity.span.start
    return told or _compares(phrase, at.high, one.low)


def _before(at: Place) -> str:
    """The word before the number, or before "year-earlier", "last year's" and their like."""
    phrase, left = at.phrase, at.left
    return phrase.word(left - 1) if phrase.word(left) in _YEAR_BEFORE else phrase.word(left)


def _other_clause(phrase: Phrase, low: int, high: int) -> bool:
    """Whether "and" opens a clause of its own between two places."""
    return any(
        phrase.tags[place] == "C"
        and any(tag in "VMBH" for tag in phrase.tags[place + 1 : min(high, place + 4)])
        for place in range(low, high)
    )


def _compares(phrase: Phrase, low: int, high: int) -> bool:
    """Whether what follows a number is what it is compared with: "4%, from 3% in 2010"."""
    for place in range(low, high):
        word = phrase.words[place]
        if word == "than" and phrase.tag(place - 2) == "C":
            continue  # and more than 3 tons of another thing
        if word in {"than", "compared", "same"}:
            return True
        if word == "as" and phrase.word(place - 1) in _DEGREES:
            return True  # twice as many as in 2010
        if (word in _AGAINST or word == "after") and "Q" in phrase.tags[place + 1 : high]:
            return True
    return False


def _is_dating(at: Place, one: Place) -> bool:
    """Whether the words before the date let it date: not "since", not another clause."""
    phrase = at.phrase
    word = phrase.word(one.left)
    if word in _EVENT or one.quantity.modifier == "since":
        return False
    place = one.low
    farthest = max(0, place - _FARTHEST)
    while place >= farthest and phrase.tags[place] not in ".,":
        place -= 1
    if phrase.tag(place + 1) == "R" and place > at.high:
        return False
    if phrase.tag(place + 1) == "R" and "," in phrase.tags[one.high : at.low]:
        return False
    return phrase.word(place + 1) not in _EVENT or word not in _DATING


def _distance(at: Place, one: Place) -> int:
    """How far the date stands, in words; commas and other numbers count extra.

    What follows the number at once, "3 tons in 2010", is nearest of all.
    """
    if at.low < one.low and one.left <= at.high:
        return 0
    low, high = (one.high, at.low) if one.low < at.low else (at.high, one.low)
    between = at.phrase.tags[low:high]
    return (high - low) + 3 * between.count(",") + 2 * between.count("Q") + 3 * between.count("V")
