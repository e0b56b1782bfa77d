"""Numbers that two texts state in one and the same sentence: said twice, weighed once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from accord.facts.mention import Mention

SAME = 0.8  # the share of words that two wordings of one sentence have in common
_LONGEST = 600  # characters of a sentence that are compared


def among(
    linked: Iterable[tuple[int, int]], mentions: Sequence[Mention], texts: Mapping[str, str]
) -> Iterator[tuple[int, int]]:
    """The linked pairs whose sentences are one sentence, but for a word here and there.

    What two texts took from one place speaks once where scores are averaged, so that a near copy
    of a text lends its claims no more weight than they had.
    """
    for rank, other in linked:
        a, b = mentions[rank], mentions[other]
        equal = a.point == b.point and a.claim.kind == b.claim.kind
        if a.source != b.source and equal and _alike(_sentence(a, texts), _sentence(b, texts)):
            yield rank, other


def _sentence(mention: Mention, texts: Mapping[str, str]) -> str:
    claim = mention.claim
    return claim.sentence.of(texts.get(claim.source, ""))[:_LONGEST]


@lru_cache(maxsize=4096)
def _alike(left: str, right: str) -> bool:
    """Whether the two have most of their words in common, counted with repeats."""
    if left == right:
        return True
    a, b = Counter(left.casefold().split()), Counter(right.casefold().split())
    return (a & b).total() >= SAME * max(a.total(), b.total())
