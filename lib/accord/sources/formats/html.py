"""Web pages: the words a reader sees, a line for each block; offsets count this text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from accord.sources.formats.page import Page

# noscript and what stands in pictures and players is shown where those do not work
_UNSEEN = (
    "script style noscript template svg iframe object nav select title datalist audio video canvas "
    "noframes noembed annotation annotation-xml dialog:not([open]) [hidden]"
)
_BLOCKS = (
    "address article aside blockquote br dd details div dl dt figcaption figure footer form "
    "h1 h2 h3 h4 h5 h6 header hr li main ol p pre section summary table td th tr ul"
)
# no decoded text holds these, and no entity stands for them: &#128; is a euro sign
_BREAK = "\x80"
_HIDE, _SHOW = "\x82", "\x83"
_RAISE, _LOWER = "\x84", "\x86"
_MARKS = re.compile(f"([{_HIDE}{_SHOW}])")
_DIGITS = "[-+\u2212]?[0-9]+"
_SCRIPT = re.compile(
    f"{_RAISE}([0-9]+){_RAISE}([/\u2044]){_LOWER}([0-9]+){_LOWER}"
    f"|{_RAISE}({_DIGITS}){_RAISE}|{_LOWER}({_DIGITS}){_LOWER}|[{_RAISE}{_LOWER}]"
)
_RAISED = str.maketrans("0123456789+-\u2212", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻")
_LOWERED = str.maketrans("0123456789+-\u2212", "₀₁₂₃₄₅₆₇₈₉₊₋₋")
_TITLE_LIMIT = 300


def page(text: str) -> Page:
    """The page's visible text and its title, markup and scripts left out.

    Left out, too, is what an attribute of its own hides (`hidden`, or a style with `display:none`
    or `visibility:hidden`), a dialog that is not open, and `noscript`. Read is what is folded away
    (`details`), what only voices pass over (`aria-hidden`), what a style sheet may hide, and a body
    that hides itself until its script has run. Digits raised or lowered are characters that are so.
    """
    tree = LexborHTMLParser(text)
    title = _title(tree)
    hidden = [node for node in tree.css("[style]") if _hides(node.attributes["style"] or "")]
    _mark((*tree.css(", ".join(_UNSEEN.split())), *hidden), _HIDE, _SHOW)
    _mark(tree.css(", ".join(_BLOCKS.split())), _BREAK, _BREAK)
    _mark(tree.css("sup"), _RAISE, _RAISE)
    _mark(tree.css("sub"), _LOWER, _LOWER)
    body = "".join(_shown(tree.body.text())) if tree.body else ""
    lines = (" ".join(line.split()) for line in _SCRIPT.sub(_small, body).split(_BREAK))
    return Page(text="\n".join(line for line in lines if line), title=title)


def _mark(nodes: Iterable[LexborNode], before: str, after: str) -> None:
    for node in nodes:
        node.insert_before(before)
        node.insert_after(after)


def _small(found: re.Match[str]) -> str:
    """Digits raised or lowered as such, and those of a fraction as plain ones: 5 1/2."""
    top, slash, under, raised, lowered = found.groups(default="")
    if slash:
        return f" {top}/{under}"
    return raised.translate(_RAISED) + lowered.translate(_LOWERED)


def _hides(style: str) -> bool:
    """Whether the last words of a style on its element's display or visibility are to hide it."""
    said = (one.lower().replace("!important", "").partition(":") for one in style.split(";"))
    stated = {name.strip(): value.strip() for name, _, value in said}
    return stated.get("display") == "none" or stated.get("visibility") in ("hidden", "collapse")


def _shown(text: str) -> Iterator[str]:
    """The stretches outside all that is hidden."""
    depth = 0
    for part in _MARKS.split(text):
        depth += (part == _HIDE) - (part == _SHOW)
        if depth == 0 and part != _SHOW:
            yield part


def _title(tree: LexborHTMLParser) -> str | None:
    found = tree.css_first("title")
    return " ".join(found.text().split())[:_TITLE_LIMIT] or None if found else None
