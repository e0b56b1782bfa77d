"""Numbers that two texts state in one and the same sentence: said twice, weighed once."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache

import numpy as np

from accord.facts.pairs import Pairs

SAME = 0.8  # the share of words that two wordings of one sentence have in common


def among(linked: Pairs) -> Pairs:
    """The linked pairs whose sentences are one sentence, but for a word here and there.

    What two texts took from one place speaks once where scores are averaged, so that a near copy
    of a text lends its claims no more weight than they had.
    """
    equal = linked.some(linked.elsewhere & linked.same(linked.of.point))
    equal = equal.some(equal.same(equal.of.kind))
    said = [mention.said for mention in equal.of.mentions]
    alike = [_alike(said[a], said[b]) for a, b in zip(equal.a, equal.b, strict=True)]
    return equal.some(np.array(alike, dtype=np.bool_))


@lru_cache(maxsize=4096)
def _alike(left: str, right: str) -> bool:
    """Whether the two have most of their words in common, counted with repeats."""
    if left == right:
        return True
    a, b = Counter(left.casefold().split()), Counter(right.casefold().split())
    return (a & b).total() >= SAME * max(a.total(), b.total())
