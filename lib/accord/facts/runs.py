"""Texts that share runs of three words: counted over sorted arrays, for any number of texts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from accord.facts.postings import couples, together
from accord.facts.sets import Whole
from accord.model import Source
from accord.model.closure import Joined
from accord.parameters import Parameters

ALL_PAIRS = 50  # a run that more texts share is followed from each text to the next only
ALL_LINKS = 200  # among more texts, shared wording is listed until it has joined its group

_AT_ONCE = 50_000  # couples that are counted together


def shared(sources: Sequence[Source], parameters: Parameters) -> Iterator[tuple[str, str, float]]:
    """Sources of which a share of the smaller one's runs stands in the other, with that share."""
    texts = sorted(
        (s for s in sources if len(s.wording) and s.copy_of is None),
        key=lambda s: (s.sha256, s.file),
    )
    joined = Joined(len(texts)) if len(texts) > ALL_LINKS else None
    for a, b, share in _alike(texts, parameters.link_wording):
        if joined and joined.are(a, b):
            continue
        if joined:
            joined.join(a, b)
        yield texts[a].file, texts[b].file, share


def _alike(texts: Sequence[Source], least: float) -> Iterator[tuple[int, int, float]]:
    """Couples of texts, by place, of which a share of the smaller one's runs stands in both.

    Runs of few texts are counted couple by couple; those of many stand as one bit each.
    """
    sizes = np.array([len(text.wording) for text in texts], dtype=np.int64)
    lists = _lists(texts)
    rare = [table for table in lists if table.shape[1] <= ALL_PAIRS]
    many = [row for table in lists if table.shape[1] > ALL_PAIRS for row in table]
    bits = _bits(many, len(texts))
    pairs, counts = _counted(rare, many, len(texts))
    for start in range(0, len(pairs), _AT_ONCE):
        a, b = np.divmod(pairs[start : start + _AT_ONCE], len(texts))
        common = counts[start : start + _AT_ONCE] + np.bitwise_count(bits[a] & bits[b]).sum(axis=1)
        share = common / np.minimum(sizes[a], sizes[b])
        near = np.flatnonzero(share >= least)
        yield from zip(a[near].tolist(), b[near].tolist(), share[near].tolist(), strict=True)


def _lists(texts: Sequence[Source]) -> list[Whole]:
    """The places of the texts that hold each run, for runs of two or more; by their number."""
    runs = [np.array(text.wording, dtype=np.uint64) for text in texts]
    places = np.repeat(np.arange(len(texts)), [len(held) for held in runs])
    return together(np.concatenate([*runs, np.empty(0, dtype=np.uint64)]), places)


def _counted(rare: Sequence[Whole], many: Sequence[Whole], size: int) -> tuple[Whole, Whole]:
    """Each couple that meets in a run, as one number, and how many runs of few texts it shares."""
    pairs, counts = np.unique(couples(rare, size), return_counts=True)
    chains = [np.empty(0, dtype=np.int64), *(row[:-1] * size + row[1:] for row in many)]
    chained = np.unique(np.concatenate(chains))
    sides = (np.searchsorted(pairs, chained, side) for side in ("left", "right"))
    others = chained[np.equal(*sides)]
    return np.append(pairs, others), np.append(counts, np.zeros(len(others), dtype=np.int64))


def _bits(many: Sequence[Whole], size: int) -> NDArray[np.uint64]:
    """For each text a row, with a bit for each run of many texts that it holds."""
    bits = np.zeros((size, (len(many) + 63) // 64), dtype=np.uint64)
    for place, row in enumerate(many):
        bits[row, place // 64] |= np.uint64(1 << place % 64)
    return bits
