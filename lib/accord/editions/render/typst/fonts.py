"""Which characters the fonts of a folder have, for a PDF that is to be drawn with them too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

from fontTools.ttLib import TTCollection, TTFont, TTLibError

_SINGLE, _SEVERAL = (".ttf", ".otf"), (".ttc", ".otc")
_FIRST = 0xA0  # below it ours have all that can be printed


@lru_cache(maxsize=4)
def ranges(folders: tuple[Path, ...]) -> str:
    """The code points that some font has, as "4E00-9FFF ..."; what is no font is passed over."""
    points = sorted({point for path in _files(folders) for point in _points(path)})
    told: list[list[int]] = []
    for point in (point for point in points if point >= _FIRST):
        if told and told[-1][1] == point - 1:
            told[-1][1] = point
        else:
            told.append([point, point])
    return " ".join(f"{low:X}-{high:X}" for low, high in told)


def _files(folders: Iterable[Path]) -> Iterator[Path]:
    for folder in folders:
        for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
            if path.suffix.lower() in (*_SINGLE, *_SEVERAL):
                yield path


def _points(path: Path) -> set[int]:
    """What a file of one font or of several has."""
    try:
        if path.suffix.lower() in _SEVERAL:
            with TTCollection(path, lazy=True) as opened:
                return {point for font in opened.fonts for point in _cmap(font)}
        with TTFont(path, lazy=True) as font:
            return set(_cmap(font))
    except (TTLibError, OSError):
        return set()


def _cmap(font: TTFont) -> Iterable[int]:
    return () if _is_last_resort(font) else font.getBestCmap() or ()


def _is_last_resort(font: TTFont) -> bool:
    """Whether it is the font that has a box for every character, and the shape of none."""
    return "lastresort" in str(font["name"].getDebugName(1)).replace(" ", "").lower()
