"""Chapters in, the same chapters out, each told whether it opens a page.

Chapters open a page. A short one stands under the one before, and goes to the next page whole
where it finds no room; after a few lines the next chapter follows. Heights are estimates in
millimetres: a wrong guess costs white space.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from accord.editions.render.typst.prose import Content

_SHORT, _LINES = 110, 45
_LINE, _LETTERS = 5, 85
_TITLE, _ROW = 20, 7
_WHOLE = {
    "card": 120,
    "figure": 110,
    "sourcetext": 250,
    "changes": 60,
    "picture": 110,
    "index": 250,
}


def opened(sections: Iterable[Content]) -> Iterator[Content]:
    """Sections with `fresh` (a new page begins before them) and `whole` (never broken)."""
    before = float(_SHORT)
    for nth, chapter in enumerate(_chapters(sections)):
        height = sum(map(_height, chapter))
        short = nth > 0 and height <= _SHORT
        starts = not short and before > _LINES
        for place, section in enumerate(chapter):
            yield {**section, "fresh": starts and not place, "whole": short and len(chapter) == 1}
        before = height


def _chapters(sections: Iterable[Content]) -> Iterator[list[Content]]:
    """Each section of level 1 (or without title) with those below it."""
    chapter: list[Content] = []
    for section in sections:
        if section["level"] < 2 and chapter:
            yield chapter
            chapter = []
        chapter.append(section)
    if chapter:
        yield chapter


def _height(section: Content) -> float:
    words = (_LINE * 2 if section["subtitle"] else 0) + (_TITLE if section["title"] else 0)
    return words + sum(map(_block, section["blocks"]))


def _block(block: Content) -> float:
    if block["kind"] in _WHOLE:
        return _WHOLE[block["kind"]]
    rows: list[Any] = [*block.get("rows", ()), *block.get("lines", ()), *block.get("entries", ())]
    if rows:
        return _TITLE + _ROW * len(rows)
    return _LINE * (1 + _letters(block.get("runs", ())) / _LETTERS)


def _letters(value: Any) -> int:
    if isinstance(value, str):
        return len(value)
    if isinstance(value, dict):
        value = tuple(value.values())
    return sum(map(_letters, value)) if isinstance(value, (list, tuple)) else 0
