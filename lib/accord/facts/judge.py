"""Whether two mentions belong to one fact: values that meet, values that do not, codes, vetoes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from accord.facts import score
from accord.facts.contrast import (
    NEVER,
    currencies_differ,
    marks_apart,
    meets,
    nouns_differ,
    opposed,
    periods_apart,
    points_apart,
)
from accord.facts.mention import Mention

CODED, DISJOINT, ELSEWHERE = 3.0, -2.0, -6.0
SURE, FACTOR = 1.5, 5.0
CROWD = 300  # numbers of one kind in one text, past which no lone one can be told apart


class Judge:
    """The score of two mentions; above 0 they belong to one fact."""

    def __init__(self, mentions: Sequence[Mention], codes: Mapping[int, str]) -> None:
        self._mentions = mentions
        self._codes = codes
        self._neighbours: dict[tuple[int, str], list[Mention]] = defaultdict(list)
        for mention in mentions:
            self._neighbours[mention.source, mention.block].append(mention)

    def __call__(self, a: int, b: int) -> float:
        """The score of the mentions of ranks `a` and `b`, in either order."""
        return self._score(self._mentions[min(a, b)], self._mentions[max(a, b)])

    def _score(self, a: Mention, b: Mention) -> float:
        if a.block != b.block or self._same_breath(a, b):
            return NEVER
        left, right = self._codes.get(a.rank), self._codes.get(b.rank)
        if left and right:
            return self._coded(a, b) if left == right else NEVER
        if meets(a, b):
            return score.total(a, b)
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

    def _disjoint(self, a: Mention, b: Mention) -> float:
        """Different numbers are of one thing only where nothing tells them apart.

        Head and action are known and equal, period and scope equal, and neither text has a number
        that fits the other's better.
        """
        if not alike(a, b) or self._fits_better(a, b) or self._fits_better(b, a):
            return DISJOINT
        words = score.context(a, b)
        return min(1.0, words - SURE) if words > SURE else DISJOINT

    def _fits_better(self, a: Mention, b: Mention) -> bool:
        others = self._neighbours[b.source, b.block]
        return len(others) > CROWD or any(
            other is not b and meets(a, other) and score.context(a, other) > -1 for other in others
        )


def alike(a: Mention, b: Mention) -> bool:
    """Whether measure, period and scope are known and equal on both sides."""
    left, right = a.claim.context, b.claim.context
    if currencies_differ(a, b) or nouns_differ(a, b) or a.claim.period != b.claim.period:
        return False
    if marks_apart(a, b) or points_apart(a, b) or opposed(a, b):
        return False
    if left.head != right.head or not _near_in_size(a, b):
        return False
    priced = left.attributive and right.attributive
    return priced or (left.action is not None and left.action == right.action)


def _near_in_size(a: Mention, b: Mention) -> bool:
    low, high = sorted((abs(a.point), abs(b.point)))
    return a.block in ("date", "clock") or high <= FACTOR * low
