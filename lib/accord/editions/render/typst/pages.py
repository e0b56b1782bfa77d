"""Chapters in, the same chapters out, each told whether it opens a page.

Chapters open a page; short ones that follow each other share one. Heights are estimates in
millimetres: a wrong guess costs white space and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from accord.editions.render.typst.prose import Content

_PAGE, _SHORT = 225, 130
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
    """Sections with `fresh`: whether a new page begins before them."""
    used: float = _PAGE
    for chapter in _chapters(sections):
        height = sum(map(_height, chapter))
        shares = height <= _SHORT and used + height <= _PAGE
        used = used + height if shares else height
        fresh = (not shares, *(False for _ in chapter[1:]))
        yield from ({**section, "fresh": f} for section, f in zip(chapter, fresh, strict=True))


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
