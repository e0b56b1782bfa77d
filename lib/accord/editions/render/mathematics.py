"""Formulas in Markdown: as tokens of their own, and drawn where they can be."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline

if TYPE_CHECKING:
    from accord.charts.formula import Formula

# As Pandoc reads it: no blank within the signs, and no digit behind the last ("$5 and $7").
_FORMULA = re.compile(
    r"\$\$(?P<shown>[^$]{1,4000})\$\$"
    r"|\$(?P<within>[^\s$](?:[^$\n]{0,4000}[^\s$\\])?)\$(?!\d)"
    r"|\\\\\((?P<round>.{1,4000}?)\\\\\)"
    r"|\\\\\[(?P<square>.{1,4000}?)\\\\\]"
    r"|(?P<block>\\begin\{(?P<name>[a-z]+\*?)\}.{0,4000}?\\end\{(?P=name)\})",
    re.DOTALL,
)
_SHOWN = ("shown", "square", "block")


def plugin(reader: MarkdownIt) -> None:
    """Let a reader of Markdown find formulas: tokens of type "math", in a line or shown apart."""
    reader.inline.ruler.before("escape", "math", _math)


def drawn(latex: str) -> tuple[Formula, ...]:
    """The drawings of a formula, a row each; none where it is better shown as it is written."""
    from accord.charts import formula  # noqa: PLC0415  # few notebooks hold one

    return formula.draw(latex)


def _math(state: StateInline, silent: bool) -> bool:
    if state.src[state.pos] not in "$\\":
        return False
    found = _FORMULA.match(state.src, state.pos)
    if not found:
        return False
    name = next(name for name in (*_SHOWN, "within", "round") if found[name])
    if not silent:
        token = state.push("math", "math", 0)
        token.content = found[name].strip()
        token.markup = found[0]
        token.block = name in _SHOWN
    state.pos = found.end()
    return True
