"""Which claims are worth comparing: those with words and value in common, never all with all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache
from math import copysign, floor, isfinite, log10

import numpy as np

from accord.facts.mention import Mention
from accord.facts.pairs import Pairs
from accord.facts.sets import Truth, Whole
from accord.facts.table import Table

RARE, COMMON = 30, 80  # longest posting lists: of a word alone, of a word with a value
MANY = 5000  # claims from which on the first must be a third, the second half as long
WORDS, STEPS = 8, 6
KIN = 0.12
AT_ONCE = 20_000  # pairs that are weighed together
Key = tuple[str, ...]


def pairs(table: Table, claims: int) -> Iterator[Pairs]:
    """Pairs of ranks, lower first, that share two rare words, a word and a value, a code.

    Texts with hardly a word in common tell two stories, and none of their claims are compared.
    Posting lists that grow too long are passed over (they say nothing), so that the number of pairs
    grows with the number of claims and not with its square. `claims` are those of all blocks.
    """
    limits = (RARE, COMMON) if claims <= MANY else (RARE // 3, COMMON // 2)
    coded = _of_one_code(table)
    found = np.setdiff1d(_within(table, limits), coded, assume_unique=True)
    for start in range(0, len(found), AT_ONCE):
        some = _couples_of(table, found[start : start + AT_ONCE])
        yield some.some(_kin(some))
    for start in range(0, len(coded), AT_ONCE):
        yield _couples_of(table, coded[start : start + AT_ONCE])


def _couples_of(table: Table, found: Whole) -> Pairs:
    """Pairs from single numbers; what is compared with nothing is left out."""
    some = Pairs(table, *np.divmod(found, len(table)))
    return some.some(~(table.alone[some.a] | table.alone[some.b]))


def _within(table: Table, limits: tuple[int, int]) -> Whole:
    """Each pair that shares enough, as one number, sorted."""
    words: dict[Key, list[int]] = defaultdict(list)
    others: dict[Key, list[int]] = defaultdict(list)
    for rank, mention in enumerate(table.mentions):
        for key in _keys(mention, str(table.source[rank])):
            (words if key[0] == "word" else others)[key].append(rank)
    once, counts = np.unique(_couples(words, limits[0], len(table)), return_counts=True)
    return np.union1d(once[counts > 1], _couples(others, limits[1], len(table)))


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


def _of_one_code(table: Table) -> Whole:
    """Each coded claim with the next of its code; a person's knowledge holds across stories."""
    coded: dict[int, list[int]] = defaultdict(list)
    for rank in np.flatnonzero(table.code >= 0).tolist():
        coded[table.code[rank]].append(rank)
    couples = {
        rank * len(table) + other
        for ranks in coded.values()
        for place, rank in enumerate(ranks)
        for other in ranks[place + 1 : place + 1 + COMMON]
    }
    return np.array(sorted(couples), dtype=np.int64)


def _kin(p: Pairs) -> Truth:
    """Whether the texts of two mentions have enough words in common to tell one story."""
    homes = p.of.source[p.a] * len(p.of.first) + p.of.source[p.b]
    texts, place = np.unique(homes, return_inverse=True)
    a, b = np.divmod(texts, max(1, len(p.of.first)))
    kin = p.of.kin
    found: Truth = kin.common(a, b) >= KIN * np.minimum(kin.lengths[a], kin.lengths[b])
    return found[place]


def _keys(mention: Mention, source: str) -> Iterator[Key]:
    sizes = sorted({_size(mention.low), _size(mention.point), _size(mention.high)} - {""})
    weighed = sorted(zip(mention.weights, mention.words, strict=True), key=_heaviest)
    for _, word in weighed[:WORDS]:
        yield "word", word
        for size in sizes:
            yield "value", size, word
    if mention.digits and mention.kind not in ("date", "time", "ordinal"):
        yield "echo", source, f"{mention.point:.6g}"
    if mention.head and (mention.action or mention.attributive):
        yield "thing", mention.head, "" if mention.attributive else mention.action or ""


def _heaviest(weighed: tuple[float, str]) -> tuple[float, str]:
    return -weighed[0], weighed[1]


@lru_cache(maxsize=65536)
def _size(value: float) -> str:
    """The rough size of a value: its sign and its logarithm in sixths; empty where unbounded."""
    if not isfinite(value):
        return ""
    return f"{copysign(1, value):.0f} {floor(log10(abs(value)) * STEPS) if value else 'zero'}"
