"""Whether two mentions belong to one fact: values that meet, values that do not, codes, vetoes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache

from accord.facts import score, signs
from accord.facts.contrast import (
    NEVER,
    currencies_differ,
    marks_apart,
    meets,
    nouns_differ,
    opposed,
    periods_apart,
    points_apart,
    stages_apart,
)
from accord.facts.mention import Mention

CODED, RIVALS, DISJOINT, ELSEWHERE = 3.0, 1.0, -1.0, -6.0
NEARLY_THE_SAME, PRICED = 1.3, 0.4  # cosine and overlap together, from 0 to 2
FACTOR = 5.0
CROWD = 40  # numbers of one kind in one text, past which no lone one can be told apart


class Judge:
    """The score of two mentions; above 0 they belong to one fact."""

    def __init__(self, mentions: Sequence[Mention], codes: Mapping[int, str]) -> None:
        self._mentions = mentions
        self._codes = codes
        self._neighbours: dict[tuple[int, str], list[Mention]] = defaultdict(list)
        for mention in mentions:
            self._neighbours[mention.source, mention.block].append(mention)
        self._likeness = lru_cache(maxsize=65536)(score.likeness)

    def __call__(self, a: int, b: int) -> float:
        """The score of the mentions of ranks `a` and `b`, in either order."""
        return self._score(self._mentions[min(a, b)], self._mentions[max(a, b)])

    def _score(self, a: Mention, b: Mention) -> float:
        if a.block != b.block or self._same_breath(a, b):
            return NEVER
        left, right = self._codes.get(a.rank), self._codes.get(b.rank)
        if left and right:
            return self._coded(a, b) if left == right else NEVER
        if currencies_differ(a, b) or points_apart(a, b) or stages_apart(a, b):
            return NEVER
        if meets(a, b):
            return self._weighed(a, b)
        if a.source == b.source:
            return ELSEWHERE
        return self._disjoint(a, b)

    @staticmethod
    def _same_breath(a: Mention, b: Mention) -> bool:
        """Two numbers of one sentence are of two things; a computed one may say one again."""
        if a.source != b.source or a.claim.sentence != b.claim.sentence:
            return False
        computed = a.claim.derived_from or b.claim.derived_from
        return not meets(a, b) or (a.point != b.point and not computed)

    @staticmethod
    def _coded(a: Mention, b: Mention) -> float:
        scopes = periods_apart(a, b) or marks_apart(a, b) or points_apart(a, b)
        return NEVER if scopes or currencies_differ(a, b) else CODED

    def _weighed(self, a: Mention, b: Mention) -> float:
        alone, gain = score.log_odds(a, b), score.of_the_likest()
        return alone + gain if alone > -gain and self.paired(a, b) else alone

    def _disjoint(self, a: Mention, b: Mention) -> float:
        """Different numbers are of one thing only where all that is known of them is the same.

        Nothing sets them apart, their words are nearly the same or they price one thing, and
        neither text has a number that is more like the other's.
        """
        sure = alike(a, b) and words_agree(a, b)
        return RIVALS if sure and self.paired(a, b) else DISJOINT

    def paired(self, a: Mention, b: Mention) -> bool:
        """Whether each is the other's likest number in their two texts, by two words or more."""
        several = signs.shared(a, b)[2] >= signs.SEVERAL
        return several and self._likest(a, b) and self._likest(b, a)

    def _likest(self, a: Mention, b: Mention) -> bool:
        """Whether no other number of `b`'s text, of the same scope, is more like `a`."""
        others = self._neighbours[b.source, b.block]
        if len(others) > CROWD:
            return False
        own = self._likeness(a, b)
        return all(
            other is b
            or _restates(other, b)
            or self._likeness(a, other) < own
            or marks_apart(a, other)
            or periods_apart(a, other)
            for other in others
        )


def _restates(a: Mention, b: Mention) -> bool:
    return a.claim.restates == b.claim.id or b.claim.restates == a.claim.id


def alike(a: Mention, b: Mention) -> bool:
    """Whether nothing known of measure, period and scope sets two numbers apart."""
    left, right = a.claim, b.claim
    if a.block == "date" or nouns_differ(a, b) or left.period != right.period or opposed(a, b):
        return False
    if marks_apart(a, b) or left.direction != right.direction or not _near_in_size(a, b):
        return False
    named = not (a.nearest and b.nearest) or bool(a.nearest & b.names and b.nearest & a.names)
    return named and left.context.head == right.context.head


def words_agree(a: Mention, b: Mention) -> bool:
    """Whether two numbers stand in nearly the same words, or price one thing ("a $4 m bridge")."""
    cosine, overlap, _ = signs.shared(a, b)
    left, right = a.claim.context, b.claim.context
    priced = left.attributive and right.attributive and left.head == right.head is not None
    return cosine + overlap >= (PRICED if priced else NEARLY_THE_SAME)


def _near_in_size(a: Mention, b: Mention) -> bool:
    low, high = sorted((abs(a.point), abs(b.point)))
    return a.block == "clock" or high <= FACTOR * low
