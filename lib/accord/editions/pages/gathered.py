"""Rows of a chart where many texts state a number: one row a value, with how many state it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from accord.charts.records import Row
from accord.editions.pages import words
from accord.editions.pages.words import Words

MOST = 8
_NAMED = 3


def rows(given: Sequence[Row], say: Words) -> tuple[Row, ...]:
    """The rows as they are while they are few; else those of one value and standing as one."""
    if len(given) <= MOST:
        return tuple(given)
    same: dict[tuple[str, str, str], list[Row]] = {}
    for row in given:
        same.setdefault((row.role, row.label, row.remark), []).append(row)
    return tuple(_one(alike, say) for alike in same.values())


def _one(alike: Sequence[Row], say: Words) -> Row:
    """The first of rows that say the same, named by their number."""
    first = alike[0]
    if len(alike) == 1:
        return replace(first, group="")
    said = say.counted(len(alike), "text")
    return replace(first, source=words.sentence(said), note=_names(alike), group="")


def _names(alike: Iterable[Row]) -> str:
    names = [row.source for row in alike]
    return ", ".join(names[:_NAMED]) + (" …" if len(names) > _NAMED else "")
