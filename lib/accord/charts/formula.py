"""A formula written in LaTeX as a drawing, as far as matplotlib's mathtext knows it."""

from __future__ import annotations

import re
import warnings
from dataclasses import dataclass
from functools import lru_cache
from html import escape

from matplotlib.font_manager import FontProperties
from matplotlib.mathtext import MathTextParser
from matplotlib.path import Path
from matplotlib.textpath import TextPath

_EM = 10  # points that the drawing is set in; every length is told as a share of it
_MIDDLE = 0.22  # of small letters, above the line that they stand on
_LONGEST = 2000
_FONT = FontProperties(size=_EM, math_fontfamily="stix")
_LETTERS = {Path.MOVETO: "M", Path.LINETO: "L", Path.CURVE3: "Q", Path.CURVE4: "C"}
_ROWS = re.compile(
    r"\\begin\{(equation|align|aligned|gather|multline|split)(\*?)\}(.*)\\end\{\1\2\}"
)
# What mathtext knows by another name, or need not know.
_SAME = {
    r"\\(?:display|text|script)style\b": "",
    r"\\(?:nonumber|notag|limits|nolimits)\b|\\(?:label|tag)\{[^{}]*\}": "",
    r"\\le\b(?!ft)": r"\\leq",
    r"\\ge\b": r"\\geq",
    r"\\ne\b": r"\\neq",
    r"\\to\b": r"\\rightarrow",
    r"\\[lr]Vert\b": r"\\Vert",
    r"\\[lr]vert\b": r"\\vert",
    r"\\tfrac\b": r"\\frac",
    r"\\(?:bm|boldsymbol)\b": r"\\mathbf",
    r"\\(?:mbox|textrm|textnormal)\b": r"\\text",
    r"\\[bB]ig+[lr]?\b": "",
    r"\\lbrace\b": r"\\{",
    r"\\rbrace\b": r"\\}",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Formula:
    """A drawing in em: its `width` and `height`, and how far it `hangs` below its line.

    Its middle is that of small letters, so that a page may align it by that.
    """

    svg: str
    width: float
    height: float
    hangs: float


@lru_cache(maxsize=512)
def draw(latex: str) -> tuple[Formula, ...]:
    """A drawing for each row of a formula; none where a row holds what mathtext does not know."""
    rows = tuple(_drawn(row) for row in _rows(latex)) if len(latex) <= _LONGEST else ()
    known = tuple(row for row in rows if row)
    return known if len(known) == len(rows) else ()


def _rows(latex: str) -> list[str]:
    """The rows of an aligned formula, without its marks of alignment; else the formula."""
    text = " ".join(latex.split())
    found = _ROWS.fullmatch(text)
    if not found:
        return [_known(text)]
    rows = re.split(r"\\\\(?:\[[^\]]*\])?", found[3])
    return [_known(row.replace("&", " ")) for row in rows if row.strip()]


def _known(text: str) -> str:
    for written, known in _SAME.items():
        text = re.sub(written, known, text)
    return text.strip()


def _drawn(row: str) -> Formula | None:
    if not row or "$" in row:
        return None
    written = f"${row}$"
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            size = MathTextParser("path").parse(written, 72, _FONT)
            path = TextPath((0, 0), written, prop=_FONT)
    except (ValueError, Warning, RecursionError):
        return None
    width, depth = float(size.width) / _EM, float(size.depth) / _EM
    half = max(float(size.height) / _EM - depth - _MIDDLE, depth + _MIDDLE) + 0.05
    return Formula(
        svg=_svg(path, row, width, half),
        width=round(width, 3),
        height=round(2 * half, 3),
        hangs=round(half - _MIDDLE, 3),
    )


def _svg(path: TextPath, row: str, width: float, half: float) -> str:
    top = (half + _MIDDLE) * _EM
    box = f"0 {-top:.2f} {width * _EM:.2f} {2 * half * _EM:.2f}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}" width="{width:.3f}em" '
        f'height="{2 * half:.3f}em" class="formula" role="img" aria-label="{escape(row)}">'
        f'<path fill="currentColor" d="{_outline(path)}"/></svg>'
    )


def _outline(path: TextPath) -> str:
    pieces = []
    for points, code in path.iter_segments(curves=True, simplify=False):
        if code == Path.CLOSEPOLY:
            pieces.append("Z")
        else:
            pairs = zip(points[::2], points[1::2], strict=True)
            pieces.append(_LETTERS[code] + " ".join(f"{x:.2f} {-y:.2f}" for x, y in pairs))
    return "".join(pieces)
