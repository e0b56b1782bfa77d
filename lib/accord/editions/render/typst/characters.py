"""Text of anyone in, text that the fonts of the PDF can print out.

What no font covers is printed as its code point, `[U+5188]`, so that nothing is lost and nothing
fails: a missing glyph would break the PDF's promise of accessible text.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from pathlib import Path

from accord import project
from accord.editions.render.typst import fonts

_BLANK = re.compile(r"[ \t\n\r\f\v\x85\u2028\u2029]")
_SPACE = re.compile(r"[ \t\n\r\f\v\x85\u2000-\u200a\u2028\u2029\u202f\u205f]")
_LONG = re.compile(r"[^\s\u00a0]{31,}")
_WIDE = re.compile(r"[^\s\u00a0]{80,}")
_BREAK = "\u200b"
_REFERENCE = re.compile(r"&#(?:x([0-9a-fA-F]{1,6})|([0-9]{1,7}));")


_OTHERS: ContextVar[str] = ContextVar("others", default="")


@contextmanager
def beside(folders: Sequence[Path]) -> Generator[None]:
    """Count what the fonts of other folders have as covered, for a PDF drawn with them too."""
    token = _OTHERS.set(fonts.ranges(tuple(folders)))
    try:
        yield
    finally:
        _OTHERS.reset(token)


def inline(text: str) -> str:
    """One paragraph's text: every blank a space, long words with places to break."""
    return _LONG.sub(_broken, covered(_BLANK.sub(" ", text)))


def lines(text: str) -> str:
    """Text that keeps its lines, for output set as it came."""
    kept = text.expandtabs(4).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(covered(line) for line in kept)


def listing(text: str) -> str:
    """Lines of code or output, with places to break in what no page is wide enough for."""
    return _WIDE.sub(_broken, lines(text))


def covered(text: str) -> str:
    """The text with every character that no font covers as its code point."""
    return _missing("text", _OTHERS.get()).sub(_point, text)


def picture(svg: str) -> str:
    """A drawing whose text the one font of drawings covers; its markup is plain ASCII."""
    written = _SPACE.sub(" ", _REFERENCE.sub(_resolved, svg))
    return _missing("picture", "").sub(_point, written)


def _point(found: re.Match[str]) -> str:
    return "".join(f"[U+{ord(character):04X}]" for character in found[0])


def _resolved(found: re.Match[str]) -> str:
    """A numeric reference as its character, unless it stands for markup."""
    code = int(found[1], 16) if found[1] else int(found[2])
    plain = code < 0x110000 and chr(code) not in "<>&\"'"
    return chr(code) if plain else found[0]


def _broken(found: re.Match[str]) -> str:
    word = found[0]
    return _BREAK.join(word[place : place + 15] for place in range(0, len(word), 15))


@lru_cache(maxsize=8)
def _missing(place: str, others: str) -> re.Pattern[str]:
    ranges = (ends.split("-") for ends in f"{_coverage()[place]} {others}".split())
    pairs = "".join(rf"\U{int(low, 16):08x}-\U{int(high, 16):08x}" for low, high in ranges)
    return re.compile(f"[^{pairs}]+")


@lru_cache(maxsize=1)
def _coverage() -> dict[str, str]:
    path = project.find().look / "theme" / "fonts" / "coverage.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))
