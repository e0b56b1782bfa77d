"""Posting lists: who holds one key, and every two of them, over arrays."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from accord.facts.sets import Whole


def together(keys: NDArray[np.integer], holders: Whole) -> list[Whole]:
    """The holders of each key that two or more hold, in rising order.

    `keys` and `holders` are pairs, shape (pairs,). What comes back is one array for each length of
    list, the shortest first, with a row for each key: shape (keys, length).
    """
    order = np.lexsort((holders, keys))
    keys, holders = keys[order], holders[order]
    starts = np.flatnonzero(np.concatenate([keys[:1] == keys[:1], keys[1:] != keys[:-1]]))
    lengths = np.diff(starts, append=len(keys))
    starts, lengths = starts[lengths > 1], lengths[lengths > 1]
    return [
        holders[starts[lengths == length, None] + np.arange(length)]
        for length in np.unique(lengths).tolist()
    ]


def couples(lists: Iterable[Whole], size: int) -> Whole:
    """Every two holders of one list, as lower * size + upper; a couple once for each list."""
    made = [np.empty(0, dtype=np.int64)]
    for rows in lists:
        left, right = np.triu_indices(rows.shape[1], 1)
        made.append((rows[:, left] * size + rows[:, right]).ravel())
    return np.concatenate(made)
