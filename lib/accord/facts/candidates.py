"""Which claims are worth comparing: those with words and value in common, never all with all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from math import copysign, floor, isfinite, log10

from accord.facts.mention import Mention
from accord.model import Measure

RARE, COMMON = 30, 80  # longest posting lists: of a word alone, of a word with a value
MANY = 5000  # numbers from which on a word alone must be a third as frequent to be rare
WORDS, STEPS = 8, 6
KIN = 0.12
Key = tuple[str, ...]


def pairs(mentions: Sequence[Mention], codes: Mapping[int, Measure]) -> list[tuple[int, int]]:
    """Pairs of ranks, lower first, that share two rare words, a word and a value, a code.

    Texts with hardly a word in common tell two stories, and none of their claims are compared.
    Posting lists that grow too long are passed over (they say nothing), so that the number of pairs
    grows with the number of claims and not with its square.
    """
    postings: dict[Key, list[int]] = defaultdict(list)
    for mention in mentions:
        for key in _keys(mention):
            postings[key].append(mention.rank)
    rare = RARE if len(mentions) <= MANY else RARE // 3
    once: set[tuple[int, int]] = set()
    found: set[tuple[int, int]] = set()
    for key, ranks in postings.items():
        if key[0] != "word" and len(ranks) <= COMMON:
            found.update(combinations(ranks, 2))
        elif len(ranks) <= rare:
            shared = set(combinations(ranks, 2))
            found |= once & shared
            once |= shared
    kin = _Kin(mentions)
    return sorted({pair for pair in found if kin(*pair)} | _of_one_code(mentions, codes))


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
        self._homes = [mention.source for mention in mentions]
        self._words: dict[int, set[str]] = defaultdict(set)
        self._known: dict[tuple[int, int], bool] = {}
        for mention in mentions:
            self._words[mention.source].update(mention.words)

    def __call__(self, a: int, b: int) -> bool:
        """The verdict on the texts of ranks `a` and `b`, from these two texts alone."""
        pair = self._homes[a], self._homes[b]
        if pair not in self._known:
            left, right = (self._words[source] for source in pair)
            shared = len(left & right)
            self._known[pair] = shared >= KIN * min(len(left), len(right))
        return self._known[pair]


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


def _size(value: float) -> str:
    """The rough size of a value: its sign and its logarithm in sixths; empty where unbounded."""
    if not isfinite(value):
        return ""
    return f"{copysign(1, value):.0f} {floor(log10(abs(value)) * STEPS) if value else 'zero'}"
