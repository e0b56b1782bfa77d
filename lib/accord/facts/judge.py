"""Whether two mentions belong to one fact: values that meet, values that do not, codes, vetoes."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from accord.facts import score, signs
from accord.facts.contrast import (
    currencies_differ,
    marks_apart,
    nouns_differ,
    opposites,
    paces_apart,
    periods_apart,
    points_apart,
    stages_apart,
)
from accord.facts.pairs import Pairs
from accord.facts.sets import Real, Truth, Whole

NEVER, CODED, RIVALS, DISJOINT, ELSEWHERE = -99.0, 3.0, 1.0, -1.0, -6.0
NEARLY_THE_SAME, PRICED = 1.3, 0.4  # cosine and overlap together, from 0 to 2
FACTOR = 5.0
CROWD = 40  # numbers of one kind in one text, past which no lone one can be told apart


def scores(p: Pairs) -> Real:
    """The score of each pair; above 0 the two belong to one fact."""
    found = np.full(len(p), NEVER)
    coded = p.both(p.of.code >= 0)
    vetoed = currencies_differ(p) | points_apart(p) | stages_apart(p) | paces_apart(p)
    free = ~_same_breath(p) & ~_another_share(p) & ~_before_and_after(p) & ~_follows(p)
    _fill(found, p, free & coded & p.same(p.of.code), _coded)
    _fill(found, p, free & ~coded & ~vetoed & p.meet, _weighed)
    _fill(found, p, free & ~coded & ~vetoed & ~p.meet, _disjoint)
    return found


def _fill(found: Real, p: Pairs, which: Truth, of: Callable[[Pairs], Real]) -> None:
    if which.any():
        found[which] = of(p.some(which))


def _same_breath(p: Pairs) -> Truth:
    """Two numbers of one sentence are of two things; a computed one may say one again.

    Equal ones of two kinds are too: an age of two years, and two years that something took.
    """
    computed = p.of.computed[p.a] | p.of.computed[p.b]
    one = p.same(p.of.point) & p.same(p.of.kind)
    return p.same(p.of.sentence) & (~p.meet | (~one & ~computed))


def _follows(p: Pairs) -> Truth:
    """Whether one of the two was computed from the other."""
    operands = p.of.operands
    found: Truth = ((operands[:, p.a] == p.b) | (operands[:, p.b] == p.a)).any(axis=0)
    return found


def _another_share(p: Pairs) -> Truth:
    """Whether one text states two shares, and neither is the other, rounded.

    "Nearly 80%" of one thing and "73.6%" of another meet, and stand in much the same words.
    """
    if p.of.block != "percent":
        return np.zeros(len(p), dtype=np.bool_)
    stated = ~p.elsewhere & ~(p.of.computed[p.a] | p.of.computed[p.b])
    return stated & _not_rounded(p)


def _before_and_after(p: Pairs) -> Truth:
    """Whether something changed from one of the two, and neither is the other, rounded."""
    changed: Truth = p.of.former[p.a] != p.of.former[p.b]
    return changed & _not_rounded(p)


def _not_rounded(p: Pairs) -> Truth:
    apart = abs(p.of.point[p.a] - p.of.point[p.b])
    found: Truth = apart > np.maximum(p.of.rounding[p.a], p.of.rounding[p.b])
    return found


def _coded(p: Pairs) -> Real:
    scopes = periods_apart(p) | marks_apart(p) | points_apart(p) | paces_apart(p)
    return np.where(scopes | currencies_differ(p), NEVER, CODED)


def _weighed(p: Pairs) -> Real:
    """The log-odds, and what is gained where each is the other's likest number."""
    alone, gain = score.log_odds(p), score.of_the_likest()
    worth = alone > -gain
    alone[worth] += gain * paired(p.some(worth))
    return alone


def _disjoint(p: Pairs) -> Real:
    """Different numbers are of one thing only where all that is known of them is the same.

    Nothing sets them apart, their words are nearly the same or they price one thing, and neither
    text has a number that is more like the other's.
    """
    sure = p.elsewhere & alike(p)
    sure[sure] = words_agree(p.some(sure))
    sure[sure] = paired(p.some(sure))
    return np.where(sure, RIVALS, np.where(p.elsewhere, DISJOINT, ELSEWHERE))


def paired(p: Pairs) -> Truth:
    """Whether each is the other's likest number in their two texts, by two words or more."""
    found: Truth = p.words >= signs.SEVERAL
    found[found] = _likest(p.some(found))
    found[found] = _likest(p.some(found).turned())
    return found


def _likest(p: Pairs) -> Truth:
    """Whether no other number of the text of `b`, of the same scope, is more like `a`."""
    found: Truth = p.of.crowd[p.of.source[p.b]] <= CROWD
    few = p.some(found)
    which, rivals = _rivals(few)
    beaten = score.likeness(rivals) >= score.likeness(few)[which]
    alone = np.ones(len(few), dtype=np.bool_)
    alone[which[beaten]] = False
    found[found] = alone
    return found


def _rivals(p: Pairs) -> tuple[Whole, Pairs]:
    """Each `a` with every other number of the text of its `b`, and the pair that it rivals."""
    home = p.of.source[p.b]
    which = np.repeat(np.arange(len(p)), p.of.crowd[home])
    starts = np.cumsum(p.of.crowd[home]) - p.of.crowd[home]
    other = p.of.first[home][which] + np.arange(len(which)) - starts[which]
    said, again = p.of.restates, p.b[which]
    new = (other != again) & (said[again] != other) & (said[other] != again)
    which, rivals = which[new], Pairs(p.of, p.a[which][new], other[new])
    like = ~(marks_apart(rivals) | periods_apart(rivals))
    return which[like], rivals.some(like)


def alike(p: Pairs) -> Truth:
    """Whether nothing known of measure, period and scope sets two numbers apart."""
    if p.of.block == "date":
        return np.zeros(len(p), dtype=np.bool_)
    same = p.same(p.of.period) & p.same(p.of.direction) & p.same(p.of.head)
    found: Truth = same & ~nouns_differ(p) & ~marks_apart(p) & _near_in_size(p)
    found[found] = _named_alike(p.some(found))
    found[found] = opposites(p.some(found)) == 0
    return found


def _named_alike(p: Pairs) -> Truth:
    """Whether each stands near a name that the other stands nearest to, or one near no name."""
    names = p.of.names
    nameless = (names.lengths[p.a] == 0) & (names.lengths[p.b] == 0)
    found: Truth = nameless | ((names.leaning(p.a, p.b) > 0) & (names.leaning(p.b, p.a) > 0))
    return found


def words_agree(p: Pairs) -> Truth:
    """Whether two numbers stand in nearly the same words, or price one thing ("a $4 m bridge")."""
    priced = p.both(p.of.attributive) & p.same_head
    found: Truth = p.cosine + p.overlap >= np.where(priced, PRICED, NEARLY_THE_SAME)
    return found


def _near_in_size(p: Pairs) -> Truth:
    a, b = abs(p.of.point[p.a]), abs(p.of.point[p.b])
    near: Truth = np.maximum(a, b) <= FACTOR * np.minimum(a, b)
    return near | (p.of.block == "clock")
