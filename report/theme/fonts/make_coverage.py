"""Finds which characters the PDF can print, and writes coverage.toml; see README.md."""  # noqa: INP001

from __future__ import annotations

import json
import tempfile
import unicodedata
from itertools import chain
from pathlib import Path

import typst
from fontTools.ttLib import TTFont

HERE = Path(__file__).resolve().parent
RANGES = ((0x20, 0x600), (0x1E00, 0x2C00), (0xFB00, 0xFB07), (0xFFFD, 0xFFFE))
SHOWN = "LMNPSZ"
TEMPLATE = """
#set document(title: "coverage")
#set text(fallback: false, font: json(bytes(sys.inputs.fonts)))
#for character in json(bytes(sys.inputs.characters)) [#character #parbreak()]
"""
FALLBACK = ("Libertinus Serif", "DejaVu Sans Mono")
STACKS = (
    ("Newsreader", *FALLBACK),
    ("Newsreader Display", *FALLBACK),
    ("Public Sans", *FALLBACK),
    ("DejaVu Sans Mono", "Libertinus Serif"),
)


def main() -> None:
    """Write, for text and for drawings, the ranges of characters that can be printed."""
    asked = [chr(code) for code in chain.from_iterable(range(*ends) for ends in RANGES)]
    shown = [c for c in asked if unicodedata.category(c)[0] in SHOWN and c not in "\u2028\u2029"]
    font = TTFont(HERE / "PublicSans-Regular.ttf").getBestCmap()
    picture = [character for character in shown if ord(character) in font]
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "coverage.typ"
        source.write_text(TEMPLATE, encoding="utf-8")
        for fonts in STACKS:
            shown = covered(source, shown, fonts)
    head = "# Characters that our fonts and those within Typst cover; made by make_coverage.py.\n"
    lines = f'text = "{ranges(shown)}"\npicture = "{ranges(picture)}"\n'
    (HERE / "coverage.toml").write_text(head + lines, encoding="utf-8")


def covered(source: Path, characters: list[str], fonts: tuple[str, ...]) -> list[str]:
    """The characters that compile: PDF/UA refuses a missing glyph. Halves until all do."""
    if compiles(source, characters, fonts):
        return characters
    if len(characters) == 1:
        return []
    half = len(characters) // 2
    return covered(source, characters[:half], fonts) + covered(source, characters[half:], fonts)


def compiles(source: Path, characters: list[str], fonts: tuple[str, ...]) -> bool:
    """Whether every character has a glyph in one of `fonts`."""
    inputs = {"characters": json.dumps(characters), "fonts": json.dumps(fonts)}
    try:
        typst.compile(
            source,
            font_paths=[HERE],
            ignore_system_fonts=True,
            sys_inputs=inputs,
            pdf_standards=["ua-1"],
        )
    except typst.TypstError:
        return False
    return True


def ranges(characters: list[str]) -> str:
    """Code points as hexadecimal ranges, "20-7E A0-17F"."""
    found: list[list[int]] = []
    for code in map(ord, characters):
        if found and code == found[-1][1] + 1:
            found[-1][1] = code
        else:
            found.append([code, code])
    return " ".join(f"{low:X}-{high:X}" for low, high in found)


if __name__ == "__main__":
    main()
