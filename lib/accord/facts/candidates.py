"""Which claims are worth comparing: those with words and value in common, never all with all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from math import floor, isfinite, log10

import numpy as np

from accord.facts.pairs import Pairs
from accord.facts.postings import couples, together
from accord.facts.sets import Real, Truth, Whole, numbered
from accord.facts.table import Table

RARE, COMMON = 30, 80  # longest posting lists: of a word alone, of a word with a value
MANY = 5000  # claims from which on the first must be a third, the second half as long
FEW, MORE = 8, 16  # of the words of a claim, those that weigh most; more where claims are few
STEPS = 6
KIN = 0.12
TELLING = range(3, 13)  # significant digits of a value that tells; "a third" has more
AT_ONCE = 20_000  # pairs that are weighed together
Held = tuple[Whole, Whole]  # a key, and the rank of a claim that holds it
LOWEST, NONE = 4000, 16_000  # a size is above 0 and below NONE, whatever a float can hold


def pairs(table: Table, claims: int) -> Iterator[Pairs]:
    """Pairs of ranks, lower first, that share two rare words, a word and a value, a code.

    Texts with hardly a word in common tell two stories, and none of their claims are compared.
    Posting lists that grow too long are passed over (they say nothing), so that the number of pairs
    grows with the number of claims and not with its square. `claims` are those of all blocks.
    """
    many = claims > MANY
    limits = (RARE // 3, COMMON // 2) if many else (RARE, COMMON)
    coded = _of_one_code(table)
    within = _within(table, limits, FEW if many else MORE)
    found = np.setdiff1d(within, coded, assume_unique=True)
    for start in range(0, len(found), AT_ONCE):
        some = _chosen(table, found[start : start + AT_ONCE])
        yield some.some(_kin(some))
    for start in range(0, len(coded), AT_ONCE):
        yield _chosen(table, coded[start : start + AT_ONCE])


def _chosen(table: Table, found: Whole) -> Pairs:
    """Pairs from single numbers; what is compared with nothing is left out."""
    some = Pairs(table, *np.divmod(found, len(table)))
    return some.some(~(table.alone[some.a] | table.alone[some.b]))


def _within(table: Table, limits: tuple[int, int], most: int) -> Whole:
    """Each pair that shares enough, as one number, sorted."""
    rare, common = limits
    ranks, words = table.words.heaviest(most)
    once, counts = np.unique(_couples(table, (words, ranks), rare), return_counts=True)
    kinds = (_valued(table, ranks, words), _repeated(table), _named(table), _exact(table))
    found = (_couples(table, kind, common) for kind in kinds)
    return np.unique(np.concatenate([once[counts > 1], *found]))


def _couples(table: Table, held: Held, most: int) -> Whole:
    """Every two ranks that hold one key, where at most so many do."""
    short = (ranks for ranks in together(*held) if ranks.shape[1] <= most)
    return couples(short, len(table))


def _valued(table: Table, ranks: Whole, words: Whole) -> Held:
    """A word with a rough size that stands beside it, and the rank of the claim."""
    low, point, high = (_sizes(values) for values in (table.low, table.point, table.high))
    low = np.where(low == point, NONE, low)
    high = np.where((high == point) | (high == low), NONE, high)
    sizes = np.concatenate([column[ranks] for column in (low, point, high)])
    known = sizes != NONE
    keys = np.tile(words, 3) * NONE + sizes
    return keys[known], np.tile(ranks, 3)[known]


def _repeated(table: Table) -> Held:
    """A number that one text may repeat, and the rank of the claim."""
    moments = ("date", "time", "ordinal")
    held = [bool(m.digits) and m.kind not in moments for m in table.mentions]
    points = numbered(f"{mention.point:.6g}" for mention in table.mentions)
    ranks = np.flatnonzero(held)
    return table.source[ranks] * len(table) + points[ranks], ranks


def _exact(table: Table) -> Held:
    """A value of so many digits that it tells, with any word of its context, and its rank."""
    moments = ("date", "time", "ordinal")
    held = [m.digits in TELLING and m.kind not in moments for m in table.mentions]
    ranks, words = table.words.heaviest(int(table.words.lengths.max(initial=0)))
    telling = np.array(held, dtype=np.bool_)[ranks]
    points = numbered(table.point.tolist())[ranks]
    return (words * len(table) + points)[telling], ranks[telling]


def _named(table: Table) -> Held:
    """What a claim counts or prices, with its verb where that stands before it, and its rank."""
    verbs = ("" if mention.attributive else mention.action for mention in table.mentions)
    told = zip((mention.head for mention in table.mentions), verbs, strict=True)
    keys = numbered(None if None in named else named for named in told)
    ranks = np.flatnonzero(keys >= 0)
    return keys[ranks], ranks


def _of_one_code(table: Table) -> Whole:
    """Each coded claim with the next of its code; a person's knowledge holds across stories."""
    coded: dict[int, list[int]] = defaultdict(list)
    for rank in np.flatnonzero(table.code >= 0).tolist():
        coded[table.code[rank]].append(rank)
    linked = {
        rank * len(table) + other
        for ranks in coded.values()
        for place, rank in enumerate(ranks)
        for other in ranks[place + 1 : place + 1 + COMMON]
    }
    return np.array(sorted(linked), dtype=np.int64)


def _kin(p: Pairs) -> Truth:
    """Whether the texts of two mentions have enough words in common to tell one story."""
    homes = p.of.source[p.a] * len(p.of.first) + p.of.source[p.b]
    texts, place = np.unique(homes, return_inverse=True)
    a, b = np.divmod(texts, max(1, len(p.of.first)))
    kin = p.of.kin
    found: Truth = kin.common(a, b) >= KIN * np.minimum(kin.lengths[a], kin.lengths[b])
    return found[place]


def _sizes(values: Real) -> Whole:
    """The rough size of each value: its sign and its logarithm in sixths; NONE if unbounded."""
    known, place = np.unique(values, return_inverse=True)
    return np.array([_size(value) for value in known.tolist()], dtype=np.int64)[place]


def _size(value: float) -> int:
    if not value or not isfinite(value):
        return NONE - 1 if value == 0 else NONE
    return 2 * (floor(log10(abs(value)) * STEPS) + LOWEST) + (value < 0)
