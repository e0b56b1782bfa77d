"""The look as text: palette, fonts and style as one sheet, and the script of the page."""

from __future__ import annotations

import base64
import hashlib
import tomllib
from functools import cached_property
from pathlib import Path

_LATIN = (
    "U+0-FF,U+131,U+152-153,U+2BB-2BC,U+2C6,U+2DA,U+2DC,U+304,U+308,U+329,U+2000-206F,U+20AC,"
    "U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD"
)
_EXTENDED = (
    "U+100-130,U+132-151,U+154-2BA,U+2BD-2C5,U+2C7-2CC,U+2CE-2D7,U+2DD-2FF,U+1D00-1DBF,"
    "U+1E00-1E9F,U+1EF2-1EFF,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF"
)
# file, family, weights, style, characters
_FACES = (
    ("newsreader", "Newsreader", "400 600", "normal", _LATIN),
    ("newsreader-ext", "Newsreader", "400 600", "normal", _EXTENDED),
    ("newsreader-italic", "Newsreader", "400 600", "italic", _LATIN),
    ("newsreader-italic-ext", "Newsreader", "400 600", "italic", _EXTENDED),
    ("public-sans", "Public Sans", "400 700", "normal", _LATIN),
    ("public-sans-ext", "Public Sans", "400 700", "normal", _EXTENDED),
)
_GROUND = ("paper", "card")


class Theme:
    """The files of one `theme` folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @cached_property
    def palette(self) -> dict[str, tuple[str, str]]:
        """Role -> (light, dark)."""
        table = tomllib.loads((self._folder / "palette.toml").read_text(encoding="utf-8"))
        return {role: (str(pair[0]), str(pair[1])) for role, pair in table.items()}

    @cached_property
    def roles(self) -> dict[str, str]:
        """Light hex in lower case -> the word in a drawing's class; paper and card are `ground`."""
        return {
            light.lower(): "ground" if role in _GROUND else role
            for role, (light, _) in self.palette.items()
        }

    @cached_property
    def style(self) -> str:
        """The whole style sheet, fonts included."""
        sheet = (self._folder / "report.css").read_text(encoding="utf-8")
        return "\n".join([self._variables(), self._classes(), *self._fonts(), sheet.strip()])

    @cached_property
    def script(self) -> str:
        """The script of the page."""
        return (self._folder / "report.js").read_text(encoding="utf-8").strip()

    @property
    def policy(self) -> str:
        """A content security policy: this style and this script, and nothing from outside."""
        return (
            "default-src 'none'; img-src data:; font-src data:; "
            f"style-src '{digest(self.style)}'; script-src '{digest(self.script)}'; "
            "base-uri 'none'; form-action 'none'"
        )

    def _variables(self) -> str:
        light = "".join(f"--{role}:{pair[0]};" for role, pair in self.palette.items())
        dark = "".join(f"--{role}:{pair[1]};" for role, pair in self.palette.items())
        dusk = f"@media screen and (prefers-color-scheme:dark){{:root{{color-scheme:dark;{dark}}}}}"
        return f":root{{color-scheme:light;{light}}}\n{dusk}"

    def _classes(self) -> str:
        words = ["ground", *(role for role in self.palette if role not in _GROUND)]
        return "".join(f".f-{w}{{fill:var(--{w})}}.s-{w}{{stroke:var(--{w})}}" for w in words)

    def _fonts(self) -> list[str]:
        return [
            f'@font-face{{font-family:"{family}";font-weight:{weights};font-style:{style};'
            f"font-display:swap;unicode-range:{characters};"
            f'src:url("data:font/woff2;base64,{self._font(file)}") format("woff2")}}'
            for file, family, weights, style, characters in _FACES
        ]

    def _font(self, name: str) -> str:
        content = (self._folder / "fonts" / f"{name}.woff2").read_bytes()
        return base64.b64encode(content).decode("ascii")


def digest(text: str) -> str:
    """The source expression of a policy for one inline element."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode("ascii")
