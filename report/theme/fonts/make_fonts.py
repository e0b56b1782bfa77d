"""Makes every font of the report from four npm files; see README.md. Not part of any build."""  # noqa: INP001

from __future__ import annotations

import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from shutil import copyfile
from typing import Any

from fontTools.merge import Merger
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

HERE = Path(__file__).resolve().parent
SCRIPTS = ("latin", "latin-ext")
NAMES = {400: "Regular", 500: "Medium", 600: "SemiBold", 700: "Bold"}
FEATURES = ("kern", "liga", "calt", "ccmp", "locl", "mark", "mkmk", "tnum", "pnum", "rvrn")


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """One font to make: its npm file (with `{script}`), its axes, and the name it goes by."""

    file: str
    source: str
    axes: dict[str, Any]
    family: str = ""
    weight: int = 400
    italic: bool = False


NEWSREADER = "newsreader-{script}-opsz-normal.woff2"
NEWSREADER_ITALIC = "newsreader-{script}-opsz-italic.woff2"
PUBLIC_SANS = "public-sans-{script}-wght-normal.woff2"

PAGE = (
    Face(file="newsreader", source=NEWSREADER, axes={"wght": (400, 600), "opsz": (14, 60)}),
    Face(file="newsreader-italic", source=NEWSREADER_ITALIC, axes={"wght": 430, "opsz": 18}),
    Face(file="public-sans", source=PUBLIC_SANS, axes={"wght": (400, 700)}),
)

# Prose is set at weight 430, which sits better on paper than 400; it is named Regular (400) so
# that programs find it when they ask for regular text.
TEXT, DISPLAY = {"wght": 430, "opsz": 16}, {"wght": 500, "opsz": 60}
BOLDER = {"wght": 600, "opsz": 16}
PRINT = (
    Face(file="Newsreader-Regular", source=NEWSREADER, axes=TEXT, family="Newsreader"),
    Face(
        file="Newsreader-SemiBold",
        source=NEWSREADER,
        axes=BOLDER,
        family="Newsreader",
        weight=600,
    ),
    Face(
        file="Newsreader-Italic",
        source=NEWSREADER_ITALIC,
        axes=TEXT,
        family="Newsreader",
        italic=True,
    ),
    Face(
        file="NewsreaderDisplay-Medium",
        source=NEWSREADER,
        axes=DISPLAY,
        family="Newsreader Display",
        weight=500,
    ),
    *(
        Face(
            file=f"PublicSans-{name}",
            source=PUBLIC_SANS,
            axes={"wght": weight},
            family="Public Sans",
            weight=weight,
        )
        for weight, name in NAMES.items()
    ),
)


def main(packages: Path) -> None:
    """Write all fonts and licences beside this file, from npm packages under `packages`."""
    for face in PAGE:
        for script in SCRIPTS:
            font = instance(packages, face, script)
            subset(font)
            font.flavor = "woff2"
            font.save(HERE / f"{face.file}{script.removeprefix('latin')}.woff2")
    for face in PRINT:
        merged = merge([instance(packages, face, script) for script in SCRIPTS])
        subset(merged)
        rename(merged, face)
        merged.save(HERE / f"{face.file}.ttf")
    for name in ("newsreader", "public-sans"):
        copyfile(found(packages, "LICENSE", name), HERE / f"OFL-{name}.txt")


def instance(packages: Path, face: Face, script: str) -> TTFont:
    """The npm file of `face` with its axes pinned or narrowed."""
    path = found(packages, face.source.format(script=script))
    font = TTFont(path, recalcTimestamp=False)
    return instancer.instantiateVariableFont(font, face.axes, inplace=True)


def merge(fonts: list[TTFont]) -> TTFont:
    """One font of several static ones; where two hold a character, the first is used."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [str(Path(folder) / f"{place}.ttf") for place in range(len(fonts))]
        taken: set[int] = set()
        for font, path in zip(fonts, paths, strict=True):
            font.flavor = None
            for table in ("STAT", "prep", "gasp"):
                if table in font:
                    del font[table]
            subset(font, set(font.getBestCmap()) - taken)
            taken |= set(font.getBestCmap())
            font.save(path)
        merged = Merger().merge(paths)
    merged.recalcTimestamp = False
    merged["head"].created = merged["head"].modified = fonts[0]["head"].modified
    return merged


def subset(font: TTFont, characters: set[int] | None = None) -> None:
    """Keep `characters` (all when None), the layout features we set text with, and no hints."""
    options = Options()
    options.layout_features = list(FEATURES)
    options.hinting = False
    options.name_IDs = ["*"]
    options.notdef_outline = True
    worker = Subsetter(options)
    worker.populate(unicodes=font.getBestCmap() if characters is None else characters)
    worker.subset(font)


def rename(font: TTFont, face: Face) -> None:
    """Give a static font the names and weight that programs look it up by."""
    style = "Italic" if face.italic else NAMES[face.weight]
    plain = style in ("Regular", "Italic", "Bold")
    kept = {number: font["name"].getDebugName(number) for number in (0, 5, 13, 14)}
    names = {
        **{number: text for number, text in kept.items() if text},
        1: face.family if plain else f"{face.family} {style}",
        2: style if plain else "Regular",
        3: f"accord: {face.file}",
        4: f"{face.family} {style}",
        6: face.file,
        16: face.family,
        17: style,
    }
    font["name"].names = []
    for number, text in sorted(names.items()):
        font["name"].setName(text, number, 3, 1, 0x409)
    font["OS/2"].usWeightClass = face.weight
    font["OS/2"].fsSelection = 0x01 if face.italic else 0x20 if style == "Bold" else 0x40
    font["head"].macStyle = 2 if face.italic else 1 if style == "Bold" else 0


def found(packages: Path, name: str, under: str = "") -> Path:
    """The one file of that name in the unpacked packages."""
    return next(path for path in sorted(packages.rglob(name)) if under in str(path))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
