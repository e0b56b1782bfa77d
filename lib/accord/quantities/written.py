"""How units and currencies are written: phrases that are found by their first or last word."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeVar

from accord.quantities.line import Line, cut

T = TypeVar("T")
Way = tuple[tuple[str, ...], T]
Index = dict[str, tuple[Way[T], ...]]


@dataclass(slots=True)
class Measure:
    """A unit found: its code, kind, the words [i, j) it took around the figure, and doubts."""

    unit: str | None
    kind: str
    i: int
    j: int
    unit_text: str
    times: Decimal = Decimal(1)
    candidates: tuple[str, ...] = ()


def index(rows: Mapping[str, T], edge: int) -> Index[T]:
    """The phrases of `rows`, the longest first, by their first word (`edge` 0) or last (-1)."""
    found: dict[str, list[Way[T]]] = {}
    for written, target in rows.items():
        words = _words(cut(written))
        found.setdefault(words[edge], []).append((words, target))
    return {key: tuple(sorted(ways, key=lambda way: -len(way[0]))) for key, ways in found.items()}


def _words(line: Line) -> tuple[str, ...]:
    return tuple(line.words[line.first : line.last])


def follow(index: Index[T], words: list[str], j: int) -> Way[T] | None:
    """The longest phrase of `index` that stands at word `j`, or None."""
    for way in index.get(words[j], ()):
        n = len(way[0])
        if n == 1 or tuple(words[j : j + n]) == way[0]:
            return way
    return None
