"""What neighbouring numbers are to each other: a range, a change, a part, the same again."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

from accord import units
from accord.model import Interval
from accord.quantities import changes, confidence, gapping, quotes, votes
from accord.quantities.draft import Aside, Draft
from accord.quantities.line import Line
from accord.quantities.nouns import is_plural
from accord.quantities.vocabulary import DOWN, NUMBERS, STOP, UP, VERBS, words_of

_DASHES = frozenset(("-", "\u2013", "\u2014", "\u2011", "~"))
_COSTING = frozenset(("cost", "costs", "costing", "priced"))
_RANGING = words_of("ranging")
_OWNING = ("'s", "\u2019s", "'", "\u2019")
_OWN = words_of("own")
_TOGETHER = 10  # words; numbers further apart are nothing to each other
_RANGING_WORDS = 3  # at most between the ends of a range
_TO = (["to"], ["to", "-"], ["-", "to", "-"])
_APART = ([","], [";"])
_LISTED = ([","], ["and"], ["or"], [",", "and"])
_FAR = Decimal("0.2")
_MOVED = frozenset(("percent", "points", "count", "money"))
_MOVES = frozenset(("percent", "points", "count"))
_CROSSED = (["x"], ["\u00d7"], ["by"])
_MEASURING = words_of("measuring")
_LAPS = 20  # times that a track is run, things of one size
_RACES = frozenset((50, 60, 100, 200, 400, 800, 1500))
_HANGING = frozenset(("-", ",", "or", "and", "to"))
_PLAIN = frozenset(("magnitude", "count"))
_PARTED = _PLAIN | {"percent"}
_EARLIER = 8  # counts that "of them" may speak of
_SAYING_WORDS = 2  # at most between two ways of saying one thing
_AGAIN = ([";"], [","], ["/"], ["or"], ["-"])
_OR = ([",", "or"], ["or"])
_SAID = (["("], ["["], ["(", "or"], *_OR, ["/"])
_PART = (["of"], ["out", "of"])
_THEM = frozenset(("them", "whom", "which"))


def link(line: Line, found: list[Draft | Aside]) -> list[Draft | Aside]:
    """`found` with ranges made one, and each number told what it is to the one before it."""
    made: list[Draft | Aside] = []
    for given in found:
        left, right = made[-1] if made else None, given
        if isinstance(right, Draft) and right.kind == "percent":
            right = confidence.level(line, right) or right
        if isinstance(left, Draft) and isinstance(right, Draft):
            near = 1 <= right.i - left.j <= _RANGING_WORDS
            if near and votes.settle(line, left, right):
                made.append(right)
                continue
            if near and line.lows[left.j] == "=" and (one := quotes.priced(left, right)):
                made[-1:] = [one, right] if one.i == left.i else [left, one]
                continue
            whole = _range(line, left, right) if near else None
            if whole is not None:
                made[-1] = whole
                continue
            if min(right.i - left.j, right.xi - left.xj) <= _TOGETHER:
                _relate(line, left, right)
                changes.over_asides(line, made, right)
            dated = left.kind == "date" and len(made) > 1
            before = made[-2] if dated else left
            if isinstance(before, Draft):
                gapping.share(line, before, right)
        made.append(right)
    if len(made) == 1:
        return made
    _share_backward(line, made)
    _share_forward(line, made)
    confidence.share(line, made)
    return made


def _share_backward(line: Line, made: list[Draft | Aside]) -> None:
    """3 foreign and 4 local nurses; a 7- or 8-inch screen: the noun stands once, at the end."""
    for right, left in pairwise(reversed(made)):
        if not (isinstance(left, Draft) and left.bare and isinstance(right, Draft)):
            continue
        if left.unit is None and _shares_noun(line, left, right):
            left.unit, left.unit_text, left.bare = right.unit, right.unit_text, False
            left.kind = right.kind if right.kind in ("count", "distance", "mass") else left.kind


def _share_forward(line: Line, made: list[Draft | Aside]) -> None:
    """Nine bombs fell and two went off: a later bare number counts the noun of an earlier one."""
    last: Draft | None = None
    named: list[Draft] = []
    for draft in made:
        if not isinstance(draft, Draft) or draft.kind != "count":
            continue
        if line.lows[draft.j] == "of" and line.lows[draft.j + 1] in _THEM:
            last = next(
                (one for one in reversed(named[-_EARLIER:]) if draft.high <= one.high), last
            )
        again = draft.unit in (None, "{other}") and draft.form in ("words", "digits")
        near = last is not None and (draft.high <= last.high or draft.high <= 12)
        near = near and (_is_whole(draft) or (last is not None and not _is_whole(last)))
        if again and last is not None and near and _refers(line, draft):
            draft.unit, draft.unit_text, draft.bare = last.unit, last.unit_text, False
            draft.doubts.append("the noun is that of an earlier number")
        elif draft.unit not in (None, "{other}"):
            last = draft
            named.append(draft)


def _is_whole(draft: Draft) -> bool:
    return draft.low == int(draft.low)


def _refers(line: Line, draft: Draft) -> bool:
    if draft.unit == "{other}" or draft.unit_text == "ones" or line.lows[draft.i - 2] == "of":
        return True
    low = line.lows[draft.j]
    return low != "-" and (low in STOP or low in VERBS or low.endswith(("ed", "ly")) or not low)


def _range(line: Line, left: Draft, right: Draft) -> Draft | None:
    if "date" in (left.kind, right.kind) or "ordinal" in (left.kind, right.kind):
        return None
    if not _ranged(line, left, right) or not _alike(left, right):
        return None
    low, high = left.low, right.high
    if right.scaled and not left.scaled and low < 1000 and left.kind in (*_PLAIN, "money"):
        worth = changes.scale(line, right)
        low = low * worth if low * worth <= high else low
    elif left.form == right.form == "words" and low < 10 and high % 100 == 0 and high < 1000:
        low *= 100  # between two and three hundred
    if high < low < 0:  # minus 5 to minus 10
        low, high = high, low
    if low > high:
        return None
    return _merged(left, right, low, high)


def _merged(left: Draft, right: Draft, low: Decimal, high: Decimal) -> Draft:
    whole = right if left.kind in _PLAIN else left
    other = left if whole is right else right
    whole.noun = right.noun or left.noun
    if whole.unit is None or (other.unit or "").startswith(whole.unit + "/"):
        whole.unit, whole.kind = other.unit, other.kind
    whole.direction = left.direction if whole.kind in _MOVES else None
    whole.low, whole.high = low, high
    whole.i, whole.j = left.i, right.j
    whole.xi, whole.xj = min(left.xi, whole.xi), max(right.xj, whole.xj)
    whole.resolution = min(left.resolution, right.resolution)
    whole.modifier = "between"
    whole.rule += ", a range"
    whole.bare = left.bare and right.bare
    return whole


def _ranged(line: Line, left: Draft, right: Draft) -> bool:  # noqa: PLR0911 - one return for each form that is read
    lows, j = line.lows, left.j
    gap = lows[j : right.i]
    if left.xj > left.j:
        return False
    if lows[j] in _DASHES and (len(gap) == 1 or (len(gap) == 2 and gap[1] in ("to", "$"))):
        return lows[j] != "\u2014" or line.joined(j)
    if gap in _TO:
        before = lows[left.xi - 1]
        if before == "by" or before in UP or before in DOWN:
            bare = left.unit is None or (left.unit == "%" and before != "by")
            return bare and right.low <= 2 * left.low  # rose 2 to 3 percent
        verb = lows[left.xi - 2]
        ranging = _RANGING & set(lows[left.xi - 4 : left.xi - 1])
        return before != "from" or verb in _COSTING or bool(ranging)
    if gap == ["and"]:
        return lows[left.xi - 1] == "between" or lows[left.i - 1] == "between"
    if gap == ["or"]:
        shared = right.scaled and not left.scaled and left.low < 100
        worth = changes.scale(line, right) if shared else 1
        return left.high * worth < right.low <= (left.high + 2) * worth and left.high <= 20
    return gap in _APART and confidence.is_of_interval(line, left, right)


def _alike(left: Draft, right: Draft) -> bool:
    if left.unit == right.unit:
        return True
    if left.kind in _PLAIN and left.unit is None:
        return True
    if right.kind in _PLAIN and right.unit is None:
        return left.kind in ("money", "age") or changes.HELD_AGAINST in left.doubts
    return left.kind == "money" and right.kind in ("money", "rate") and _base(left) == _base(right)


def _base(draft: Draft) -> str:
    return (draft.unit or "").partition("/")[0]


def _relate(line: Line, left: Draft, right: Draft) -> None:
    related = changes.relate(line, left, right)
    if not related and left.kind == "age" and right.bare and line.lows[left.j : right.i] in _LISTED:
        right.kind, right.unit, right.bare = "age", left.unit, False
    elif not related and _part_of(line, left, right):
        left.part_of = right
        left.unit, left.unit_text = right.unit, right.unit_text
        left.noun = left.noun or right.noun
        left.kind = right.kind if right.kind == "count" else left.kind
        left.bare = False
    _restate(line, left, right)


def _part_of(line: Line, left: Draft, right: Draft) -> bool:
    if left.unit is not None or left.kind not in _PARTED:
        return False
    gap = line.lows[left.j : right.i]
    owned = gap[1:2] and (gap[1] in _OWN or gap[-1].endswith(_OWNING))
    own = bool(owned) and len(gap) <= 4 and gap[0] == "of"
    out = gap in _PART and left.high <= right.low and right.kind == "count"
    return own or out


def _shares_noun(line: Line, left: Draft, right: Draft) -> bool:
    gap = line.lows[left.j : right.i]
    if right.unit is None or right.kind not in (
        "count",
        "distance",
        "mass",
        "duration",
        "percent",
        "money",
    ):
        return False
    if gap in _CROSSED and right.kind == "distance":
        return _is_size(line, left, right)
    if gap == [","] or NUMBERS.keys() & set(gap) or (right.kind == "percent" and left.scaled):
        return False
    if gap in (["up"], ["down"]):
        return right.unit == "{point}"
    if set(gap) <= _HANGING:
        return bool(gap)
    return right.kind == "count" and 1 < len(gap) <= 4 and gap[-1] in ("and", "or")


def _is_size(line: Line, left: Draft, right: Draft) -> bool:
    """Whether two lengths are of one thing: 120 x 90 m; no relay of 4 x 100 m, no 8 x 9 mm guns."""
    if left.form != "digits":
        return False
    if left.low < _LAPS and right.low in _RACES:
        return False
    if line.lows[left.j] == "by" and line.lows[left.i - 1] not in _MEASURING:
        return False
    many = right.unit in ("km", "[mi_i]") or is_plural(line.lows[right.j])
    return not (many and left.low < _LAPS)


def _restate(line: Line, left: Draft, right: Draft) -> None:
    if not 1 <= right.xi - left.xj <= _SAYING_WORDS:
        return
    gap, first = line.lows[left.xj : right.xi], left
    if left.restates is not None and gap in _AGAIN:
        first = left.restates
    elif gap in _OR and left.kind in _MOVED and right.kind in _MOVES:
        right.direction = right.direction or left.direction
        return
    elif gap not in _SAID or (gap[0] not in ("(", "[") and not _same_thing(first, right)):
        return
    if not _same_dimension(first, right):
        return
    right.restates = first
    if right.modifier == "exact" and first.modifier not in ("between", "exact"):
        right.modifier = first.modifier
    if not _same_thing(first, right) and first.kind != "money":
        right.doubts.append("the two ways of saying it differ by more than a fifth")


def _same_dimension(left: Draft, right: Draft) -> bool:
    if left.unit is None or right.unit is None or left.unit == right.unit:
        return False
    if left.kind == right.kind == "money":
        return True
    if left.kind == right.kind == "rate":
        return left.unit.partition("/")[2] == right.unit.partition("/")[2]
    return units.dimension(left.unit) == units.dimension(right.unit) is not None


def _same_thing(left: Draft, right: Draft) -> bool:
    if left.unit is None or right.unit is None:
        return False
    there = units.convert(Interval(left.low, left.high), left.unit, right.unit)
    if there is None or there.low is None or not there.low:
        return False
    return abs(there.low - right.low) <= _FAR * abs(there.low)
