"""Where equal things stand next to each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TypeVar

T = TypeVar("T")


def of(keys: Iterable[T]) -> Iterator[tuple[int, int, T]]:
    """Every stretch of equal keys as (first place, last place, key)."""
    place = 0
    for key, members in groupby(keys):
        count = len(list(members))
        yield place, place + count - 1, key
        place += count
