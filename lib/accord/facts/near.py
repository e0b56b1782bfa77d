"""Near misses: claims that look alike and are not comparable, with the part that differs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from accord.facts import score
from accord.facts.contrast import differ
from accord.facts.pairs import Pairs
from accord.facts.sets import Truth, Whole
from accord.model import NearMiss

MOST = 3
TELLING = 2  # significant digits at which an equal value alone makes a reader wonder
WONDER = -1.5  # log-odds at which a reader would


def looks_alike(p: Pairs) -> Truth:
    """Whether a reader would wonder why two mentions are not compared."""
    digits = np.minimum(p.of.digits[p.a], p.of.digits[p.b])
    again = p.same(p.of.point) & ~p.same(p.of.sentence) & (digits > 0)
    alike = (digits >= TELLING) & p.meet & p.equal
    return np.where(p.elsewhere, alike | (score.without_scope(p) > WONDER), again)


def misses(like: Pairs, groups: Sequence[Sequence[int]]) -> Iterator[NearMiss]:
    """The likest pairs across facts: one for each two facts, and at most three for each claim."""
    home = np.zeros(len(like.of), dtype=np.int64)
    for place, group in enumerate(groups):
        home[group] = place
    apart = like.some(home[like.a] != home[like.b])
    chosen = _chosen(apart, home)
    mentions = like.of.mentions
    for a, b, differs in zip(chosen.a.tolist(), chosen.b.tolist(), differ(chosen), strict=True):
        yield NearMiss(a=mentions[a].id, b=mentions[b].id, differs=differs)


def _chosen(p: Pairs, home: Whole) -> Pairs:
    """The pairs to tell, each from the claim of the lower id."""
    unlike = -np.round(score.without_scope(p), 6)
    first, second = np.sort(np.stack([home[p.a], home[p.b]]), axis=0)
    facts = first * len(p.of) + second  # each two facts as one number
    order = np.lexsort((p.b, p.a, unlike))
    told: set[int] = set()
    counts = [0] * len(p.of)
    chosen: list[tuple[int, int]] = []
    for a, b, two in zip(*(column[order].tolist() for column in (p.a, p.b, facts)), strict=True):
        if counts[a] >= MOST or counts[b] >= MOST or two in told:
            continue
        told.add(two)
        counts[a] += 1
        counts[b] += 1
        chosen.append((a, b) if p.of.mentions[a].id < p.of.mentions[b].id else (b, a))
    a, b = np.array(chosen, dtype=np.int64).reshape(-1, 2).T
    return Pairs(p.of, a, b)
