"""Votes told as two counts, for and against: voted 7-3, a 5-4 ruling, carried by 225 to 195."""

from __future__ import annotations

from accord.quantities.draft import Draft
from accord.quantities.line import Line
from accord.quantities.vocabulary import STOP, words_of

_DASHES = frozenset(("-", "\u2013", "\u2011", "to"))
_GAPS = (["-"], ["\u2013"], ["\u2011"], ["to"], ["-", "to", "-"])
_VOTING, _VOTES, _DECIDING = words_of("voting"), words_of("votes"), words_of("deciding")
_RULINGS, _DECIDERS = words_of("rulings"), words_of("deciders")
_LED = frozenset(("by", "of", "a", "was", "is", ":", "at", "stood", "margin"))
_ADVERBS = frozenset(("again", "overwhelmingly", "unanimously", "narrowly"))
_SEATED = frozenset(("on", "in", "of"))  # a 12-8 majority on the committee is of members
_SHARES = frozenset(("stock", "share", "shares"))  # are split too
_REACH = 8  # words between a verb of deciding and the vote
_DESCRIBERS = 3  # words between the vote and what it names
_LEAD = 5  # words between the verb of voting and the vote
_WHOLE = 100  # two numbers that add up to it may be percent


def settle(line: Line, left: Draft, right: Draft) -> bool:
    """Whether two bare numbers are a vote; both count votes then."""
    if line.lows[left.j] not in _DASHES or line.lows[left.j : right.i] not in _GAPS:
        return False
    bare = left.unit is None and right.unit is None
    dashed = line.lows[left.j] != "to" and left.low >= right.low  # a 5-4 Tuesday vote
    if not (_is_whole(left) and _is_whole(right) and (bare or dashed)):
        return False
    if not told(line, left.i, right.j, int(left.low), int(right.low)):
        return False
    for draft in (left, right):
        draft.unit, draft.unit_text, draft.noun, draft.bare = "{vote}", None, None, False
        draft.xj = draft.j
    return True


def _is_whole(draft: Draft) -> bool:
    whole = draft.low == draft.high == int(draft.low)
    return whole and draft.kind == "count" and not draft.scaled


def told(line: Line, i: int, j: int, ayes: int, noes: int) -> bool:
    """Whether words of voting stand right beside the two numbers at words [i, j)."""
    sits = not _DECIDERS.isdisjoint(line.lows) or "House" in line.words
    if ayes + noes == _WHOLE and not sits:
        return False
    return _voted(line, i, j) or _names_vote(line, j, sits) or (sits and _decided(line, i, j))


def _voted(line: Line, i: int, j: int) -> bool:
    """Whether the verb or noun stands before: voted unanimously 7-0, by a vote of 7-3."""
    lows, k = line.lows, i - 1
    k -= lows[k] == "by" and lows[k - 1] == ","
    k -= lows[k] == "," and (k < i - 1 or lows[j] == ",")  # voted, 7-3, to stay
    while k > i - _LEAD and (lows[k] in _LED or lows[k] in _ADVERBS):
        k -= 1
    return lows[k] in _VOTING


def _names_vote(line: Line, j: int, sits: bool) -> bool:
    """Whether the two numbers describe a vote: a 7-3 council vote; if judges sit, a 5-4 split."""
    for k in range(j, min(j + _DESCRIBERS + 1, line.last)):
        low = line.lows[k]
        if low in _VOTES or (sits and low in _RULINGS):
            return low != "majority" or line.lows[k + 1] not in _SEATED
        if (low in STOP and low != "-") or low in _SHARES:
            return False
    return False


def _decided(line: Line, i: int, j: int) -> bool:
    """Whether a body decided so: the court upheld the ban 6-3."""
    lows = line.lows
    if lows[i - 1] in ("a", "the", "its") or (lows[j] not in STOP and lows[j]):
        return False
    return not _DECIDING.isdisjoint(lows[max(line.first, i - _REACH) : i])
