"""The look of every drawing: colours, letters and the only rcParams."""

from __future__ import annotations

import tomllib
import unicodedata
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache, wraps
from typing import Any, ParamSpec, TypeVar

import matplotlib as mpl
from matplotlib import font_manager
from matplotlib.ft2font import FT2Font, LoadFlags

from accord import project

P = ParamSpec("P")
R = TypeVar("R")

FAMILY = "Public Sans"
FALLBACK = "DejaVu Sans"
WIDE = 700
CARD = 620
NARROW = 328
ELLIPSIS = "\u2026"
LONGEST = 400
HIDDEN = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")


@dataclass(frozen=True, slots=True)
class Type:
    """How a text is set: size in px, weight, and the palette role of its colour."""

    size: float = 13.0
    weight: int = 400
    color: str = "ink"


ID = Type(13, 600)
NOTE = Type(13, 400, "ink2")
VALUE = Type(13.5, 700)
PLAIN = Type(13.5, 400)
SMALL = Type(12, 400, "ink2")
SMALL_BOLD = Type(12, 600)
TICK = Type(12, 400, "ink3")


@cache
def palette() -> dict[str, str]:
    """Light hex value of every role, in lower case."""
    text = (project.find().look / "theme" / "palette.toml").read_text(encoding="utf-8")
    return {role: str(pair[0]).lower() for role, pair in tomllib.loads(text).items()}


@cache
def dark() -> dict[str, str]:
    """Dark hex value of every role, in lower case."""
    text = (project.find().look / "theme" / "palette.toml").read_text(encoding="utf-8")
    return {role: str(pair[1]).lower() for role, pair in tomllib.loads(text).items()}


@cache
def family() -> str:
    """The one font family of every drawing, registered from the theme's own files."""
    files = sorted((project.find().look / "theme" / "fonts").glob("PublicSans-*.ttf"))
    for file in files:
        font_manager.fontManager.addfont(str(file))
    return FAMILY if files else FALLBACK


def style() -> dict[str, Any]:
    """Every rcParam that a drawing depends on."""
    color = palette()
    return {
        "font.family": [family()],
        "font.enable_last_resort": False,
        "font.size": 13,
        "text.parse_math": False,
        "text.usetex": False,
        "text.hinting": "no_hinting",
        "text.color": color["ink"],
        "svg.fonttype": "none",
        "svg.hashsalt": "accord",
        "figure.dpi": 72,
        "figure.facecolor": "none",
        "axes.facecolor": "none",
        "savefig.facecolor": "none",
        "lines.linewidth": 2,
        "lines.solid_capstyle": "butt",
        "lines.dash_capstyle": "butt",
        "patch.linewidth": 1,
        "path.simplify": False,
        "path.snap": False,
    }


def styled(draw: Callable[P, R]) -> Callable[P, R]:
    """The same function under our rcParams alone, whatever a user's matplotlibrc says."""

    @wraps(draw)
    def inside(*args: P.args, **kwargs: P.kwargs) -> R:
        with mpl.rc_context():
            mpl.rcdefaults()
            for name, value in style().items():
                mpl.rcParams[name] = value  # type: ignore[index]  # pyright: ignore[reportArgumentType] - mpl types its names
            return draw(*args, **kwargs)

    return inside


@lru_cache(maxsize=4096)
def clean(text: str) -> str:
    """The text on one line, without controls, direction marks or anything XML refuses."""
    kept = (" " if c in "\t\r\n\u2028\u2029" else c for c in text)
    return "".join(c for c in kept if unicodedata.category(c) not in HIDDEN).strip()


def measure(text: str, type_: Type) -> float:
    """Width of the cleaned text in px; a character that our font lacks counts a full em."""
    return _width(clean(text[:LONGEST]), type_.weight) * type_.size


def fit(text: str, type_: Type, room: float) -> str:
    """The cleaned text, cut with an ellipsis where it is wider than `room` px."""
    text = clean(text[:LONGEST])
    if measure(text, type_) <= room:
        return text
    kept = _fitting(text, type_, room - measure(ELLIPSIS, type_))
    return kept.rstrip() + ELLIPSIS if kept.strip() else ""


def wrap(text: str, type_: Type, room: float, lines: int) -> tuple[str, ...]:
    """The cleaned text in at most `lines` lines of `room` px, the last one cut if need be."""
    words = clean(text[:LONGEST]).split(" ")
    broken = [""]
    for word in words:
        joined = f"{broken[-1]} {word}".strip(" ")
        if measure(joined, type_) <= room or not broken[-1] or len(broken) == lines:
            broken[-1] = joined
        else:
            broken.append(word)
    return tuple(fit(line, type_, room) for line in broken if line)


def _fitting(text: str, type_: Type, room: float) -> str:
    """The longest beginning of the text that fits."""
    lengths = range(len(text) + 1)
    place = bisect_right(lengths, room, key=lambda n: _width(text[:n], type_.weight) * type_.size)
    return text[: max(place - 1, 0)]


@lru_cache(maxsize=8192)
def _width(text: str, weight: int) -> float:
    """Width in em, kerned as matplotlib and browsers do."""
    font = _font(weight)
    known = "".join(c for c in text if font.get_char_index(ord(c)))
    font.set_size(100, 72)
    font.set_text(known, 0, flags=LoadFlags.NO_HINTING)
    return font.get_width_height()[0] / 64 / 100 + len(text) - len(known)


@cache
def _font(weight: int) -> FT2Font:
    wanted = font_manager.FontProperties(family=[family()], weight=weight)
    return font_manager.get_font(font_manager.findfont(wanted))
