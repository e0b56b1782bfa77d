"""The mentions of one block brought together: the exchange between sources, one block at a time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from accord.facts import candidates, cluster, near, twins
from accord.facts.judge import scores
from accord.facts.mention import Prepared
from accord.facts.pairs import Pairs
from accord.facts.sets import Real, Whole
from accord.facts.table import Table
from accord.model import NearMiss


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Claims that speak of one measured thing, by their ids.

    `stated` are in the order of their texts' digests, then of place; `echoes` restate one of them;
    `code` is the place of the codebook's entry that names the thing.
    """

    stated: tuple[str, ...]
    echoes: tuple[str, ...] = ()
    code: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Matched:
    """What one block comes to: every mention in one group, and the near misses."""

    groups: tuple[Group, ...]
    near_misses: tuple[NearMiss, ...]


def match(told: Iterable[Prepared], claims: int) -> Matched:
    """Bring the mentions of one block together, from every source that has some.

    `claims` is the number of those of all blocks: how long posting lists may be follows from it.
    """
    table = Table(told)
    linked, like = _sifted(table, claims)
    same = twins.among(linked)
    places = cluster.groups(
        len(table), _couples(linked), _couples(same), lambda a, b: _scores(table, a, b)
    )
    return Matched(
        groups=tuple(_group(table, group) for group in places),
        near_misses=tuple(near.misses(_joined(table, [linked, like]), places)),
    )


def _sifted(table: Table, claims: int) -> tuple[Pairs, Pairs]:
    """The pairs that belong to one fact, and those that only look alike."""
    linked: list[Pairs] = []
    like: list[Pairs] = []
    for some in candidates.pairs(table, claims):
        belong = scores(some) > 0
        linked.append(some.some(belong))
        others = some.some(~belong)
        like.append(others.some(near.looks_alike(others)))
    return _joined(table, linked), _joined(table, like)


def _joined(table: Table, many: Iterable[Pairs]) -> Pairs:
    known = list(many)
    none = [np.empty(0, dtype=np.int64)]
    a, b = (np.concatenate([getattr(p, end) for p in known] + none) for end in "ab")
    return Pairs(table, a, b)


def _couples(p: Pairs) -> Iterable[tuple[int, int]]:
    return zip(p.a.tolist(), p.b.tolist(), strict=True)


def _scores(table: Table, a: Whole, b: Whole) -> Real:
    return scores(Pairs(table, np.minimum(a, b), np.maximum(a, b)))


def _group(table: Table, ranks: Iterable[int]) -> Group:
    mentions = [table.mentions[rank] for rank in ranks]
    return Group(
        stated=tuple(mention.id for mention in mentions),
        echoes=tuple(echo for mention in mentions for echo in mention.echoes),
        code=next((mention.code[0] for mention in mentions if mention.code), None),
    )
