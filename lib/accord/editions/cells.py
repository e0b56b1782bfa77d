"""Parts as HTML for the output of a cell, where a notebook is read; no published file keeps it."""

from __future__ import annotations

import base64
from functools import cache
from html import escape

from markdown_it import MarkdownIt

from accord.editions import markdown
from accord.editions.parts import Figure, Part

NO_FORMULA = "mathjax_ignore tex2jax_ignore"
"""The classes by which MathJax, of either age, leaves "$1.3 bn or $3 bn" alone."""


def drawn(part: Part, figure: Figure) -> str:
    """A part's words, with a drawing below the title."""
    title, _, rest = markdown.write(part).partition("\n\n")
    return f'<div class="{NO_FORMULA}">{_html(title)}{_picture(figure)}{_html(rest)}</div>'


def _picture(figure: Figure) -> str:
    """The wide drawing as a picture of its own, which no style of the notebook reaches."""
    content = base64.b64encode(figure.wide.encode()).decode("ascii")
    address = f"data:image/svg+xml;base64,{content}"
    return f'<img alt="{escape(figure.alt)}" src="{address}" style="max-width: 100%">'


def _html(text: str) -> str:
    return str(_reader().render(text))


@cache
def _reader() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])
