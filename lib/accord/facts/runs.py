"""Texts that share runs of three words: counted over sorted arrays, for any number of texts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from accord.model import Source
from accord.model.closure import Joined
from accord.parameters import Parameters

ALL_PAIRS = 50  # a run that more texts share is followed from each text to the next only
ALL_LINKS = 200  # among more texts, shared wording is listed until it has joined its group

Whole = NDArray[np.int64]


def shared(sources: Sequence[Source], parameters: Parameters) -> Iterator[tuple[str, str, float]]:
    """Sources of which a share of the smaller one's runs stands in the other, with that share."""
    texts = sorted(
        (s for s in sources if len(s.wording) and s.copy_of is None),
        key=lambda s: (s.sha256, s.file),
    )
    sizes = [len(text.wording) for text in texts]
    joined = Joined(len(texts)) if len(texts) > ALL_LINKS else None
    for a, b, common in _common(texts, parameters.link_wording):
        share = common / min(sizes[a], sizes[b])
        if share < parameters.link_wording or (joined and joined.are(a, b)):
            continue
        if joined:
            joined.join(a, b)
        yield texts[a].file, texts[b].file, share


def _common(texts: Sequence[Source], least: float) -> Iterator[tuple[int, int, int]]:
    """Couples of texts, by place, with the number of runs that stand in both.

    Runs of few texts are counted couple by couple; those of many stand as one bit each. A couple
    whose texts have too few of the second kind to reach the share `least` is left out.
    """
    lists = _lists(texts)
    rare = [table for table in lists if table.shape[1] <= ALL_PAIRS]
    many = [row for table in lists if table.shape[1] > ALL_PAIRS for row in table]
    bits = _bits(many, len(texts))
    pairs, counts = _counted(rare, many, len(texts))
    first, second = np.divmod(pairs, max(1, len(texts)))
    frequent = np.array([bit.bit_count() for bit in bits], dtype=np.int64)
    sizes = np.array([len(text.wording) for text in texts], dtype=np.int64)
    most = counts + np.minimum(frequent[first], frequent[second])
    near = np.flatnonzero(most >= least * np.minimum(sizes[first], sizes[second]) - 1e-6)
    for place in near.tolist():
        a, b = int(first[place]), int(second[place])
        yield a, b, int(counts[place]) + (bits[a] & bits[b]).bit_count()


def _lists(texts: Sequence[Source]) -> list[Whole]:
    """The places of the texts that hold each run, for runs of two or more; by their number."""
    if not texts:
        return []
    runs = np.concatenate([np.array(text.wording, dtype=np.uint64) for text in texts])
    places = np.repeat(np.arange(len(texts)), [len(text.wording) for text in texts])
    order = np.argsort(runs, kind="stable")
    runs, places = runs[order], places[order]
    starts = np.flatnonzero(np.concatenate([[True], runs[1:] != runs[:-1]]))
    lengths = np.diff(np.append(starts, len(runs)))
    return [
        places[starts[lengths == length, None] + np.arange(length)]
        for length in np.unique(lengths[lengths > 1]).tolist()
    ]


def _counted(rare: Sequence[Whole], many: Sequence[Whole], size: int) -> tuple[Whole, Whole]:
    """Each couple that meets in a run, as one number, and how many runs of few texts it shares."""
    couples = [np.empty(0, dtype=np.int64)]
    for table in rare:
        left, right = np.triu_indices(table.shape[1], 1)
        couples.append((table[:, left] * size + table[:, right]).ravel())
    chains = [np.empty(0, dtype=np.int64), *(row[:-1] * size + row[1:] for row in many)]
    pairs, counts = np.unique(np.concatenate(couples), return_counts=True)
    others = np.setdiff1d(np.concatenate(chains), pairs)
    return np.append(pairs, others), np.append(counts, np.zeros(len(others), dtype=np.int64))


def _bits(many: Sequence[Whole], size: int) -> list[int]:
    """For each text one number, with a bit for each run of many texts that it holds."""
    held: dict[int, list[int]] = defaultdict(list)
    for bit, row in enumerate(many):
        for place in row.tolist():
            held[place].append(bit)
    return [sum(1 << bit for bit in held[place]) for place in range(size)]
