"""Which claims are worth comparing: those with words and value in common, never all with all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from math import copysign, floor, isfinite, log10

import numpy as np
from numpy.typing import NDArray

from accord.facts.mention import Mention
from accord.model import Measure

RARE, COMMON = 30, 80  # longest posting lists: of a word alone, of a word with a value
MANY = 5000  # numbers from which on the first must be a third, the second half as long
WORDS, STEPS = 8, 6
KIN = 0.12
Key = tuple[str, ...]
Whole = NDArray[np.int64]
_AT_ONCE = 100_000


def pairs(mentions: Sequence[Mention], codes: Mapping[int, Measure]) -> Iterator[tuple[int, int]]:
    """Pairs of ranks, lower first, that share two rare words, a word and a value, a code.

    Texts with hardly a word in common tell two stories, and none of their claims are compared.
    Posting lists that grow too long are passed over (they say nothing), so that the number of pairs
    grows with the number of claims and not with its square. One block at a time is in memory.
    """
    limits = (RARE, COMMON) if len(mentions) <= MANY else (RARE // 3, COMMON // 2)
    kin = _Kin(mentions)
    coded = _of_one_code(mentions, codes)
    blocks: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        blocks[mention.block].append(mention)
    for name in sorted(blocks):
        for first, second in _within(blocks[name], len(mentions), limits):
            akin = kin(first, second)
            found = zip(first[akin].tolist(), second[akin].tolist(), strict=True)
            yield from (pair for pair in found if pair not in coded)
    yield from sorted(coded)


def _within(
    block: list[Mention], size: int, limits: tuple[int, int]
) -> Iterator[tuple[Whole, Whole]]:
    """The pairs of one block, in order, some at a time; `size` is the number of all mentions."""
    words: dict[Key, list[int]] = defaultdict(list)
    others: dict[Key, list[int]] = defaultdict(list)
    for mention in block:
        for key in _keys(mention):
            (words if key[0] == "word" else others)[key].append(mention.rank)
    once, counts = np.unique(_couples(words, limits[0], size), return_counts=True)
    found = np.union1d(once[counts > 1], _couples(others, limits[1], size))
    for start in range(0, len(found), _AT_ONCE):
        some = found[start : start + _AT_ONCE]
        yield some // size, some % size


def _couples(postings: Mapping[Key, list[int]], most: int, size: int) -> Whole:
    """Every two ranks of each list that is not too long; lists of one length together."""
    by_length: dict[int, list[list[int]]] = defaultdict(list)
    for ranks in postings.values():
        if 1 < len(ranks) <= most:
            by_length[len(ranks)].append(ranks)
    made = [np.empty(0, dtype=np.int64)]
    for length, lists in by_length.items():
        table = np.array(lists, dtype=np.int64)
        left, right = np.triu_indices(length, 1)
        made.append((table[:, left] * size + table[:, right]).ravel())
    return np.concatenate(made)


def _of_one_code(mentions: Sequence[Mention], codes: Mapping[int, Measure]) -> set[tuple[int, int]]:
    """Each coded claim with the next of its code; a person's knowledge holds across stories."""
    coded: dict[tuple[str, str], list[int]] = defaultdict(list)
    for rank, measure in sorted(codes.items()):
        coded[mentions[rank].block, measure.label].append(rank)
    return {
        (rank, other)
        for ranks in coded.values()
        for place, rank in enumerate(ranks)
        for other in ranks[place + 1 : place + 1 + COMMON]
    }


class _Kin:
    """Whether the texts of two mentions have enough words in common to tell one story."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self._homes = np.array([mention.source for mention in mentions], dtype=np.int64)
        self._words: dict[int, set[str]] = defaultdict(set)
        for mention in mentions:
            self._words[mention.source].update(mention.words)

    def __call__(self, first: Whole, second: Whole) -> NDArray[np.bool_]:
        """The verdict on each couple of ranks, from their two texts alone."""
        size = len(self._homes)
        texts, place = np.unique(
            self._homes[first] * size + self._homes[second], return_inverse=True
        )
        told = zip((texts // size).tolist(), (texts % size).tolist(), strict=True)
        found = [self._are(self._words[a], self._words[b]) for a, b in told]
        return np.array(found, dtype=np.bool_)[place]

    @staticmethod
    def _are(left: set[str], right: set[str]) -> bool:
        return len(left & right) >= KIN * min(len(left), len(right))


def _keys(mention: Mention) -> Iterator[Key]:
    block, context = mention.block, mention.claim.context
    sizes = sorted({_size(mention.low), _size(mention.point), _size(mention.high)} - {""})
    for word in sorted(mention.words, key=lambda word: (-mention.words[word], word))[:WORDS]:
        yield "word", block, word
        for size in sizes:
            yield "value", block, size, word
    if mention.digits and mention.claim.kind not in ("date", "time", "ordinal"):
        yield "echo", block, str(mention.source), f"{mention.point:.6g}"
    if context.head and (context.action or context.attributive):
        yield "thing", block, context.head, "" if context.attributive else context.action or ""


@lru_cache(maxsize=65536)
def _size(value: float) -> str:
    """The rough size of a value: its sign and its logarithm in sixths; empty where unbounded."""
    if not isfinite(value):
        return ""
    return f"{copysign(1, value):.0f} {floor(log10(abs(value)) * STEPS) if value else 'zero'}"
