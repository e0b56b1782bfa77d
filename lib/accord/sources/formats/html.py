"""Web pages: the words a reader sees, a line for each block; offsets count this text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser

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
# no decoded text holds these
_BREAK = "\x1d"
_HIDE, _SHOW = "\x1e", "\x1f"
_MARKS = re.compile(f"([{_HIDE}{_SHOW}])")
_TITLE_LIMIT = 300


def page(text: str) -> Page:
    """The page's visible text and its title, markup and scripts left out.

    Left out, too, is what an attribute of its own hides (`hidden`, or a style with `display:none`
    or `visibility:hidden`), a dialog that is not open, and `noscript`. Read is what is folded away
    (`details`), what only voices pass over (`aria-hidden`), what a style sheet may hide, and a body
    that hides itself until its script has run.
    """
    tree = LexborHTMLParser(text)
    title = _title(tree)
    hidden = [node for node in tree.css("[style]") if _hides(node.attributes["style"] or "")]
    for node in (*tree.css(", ".join(_UNSEEN.split())), *hidden):
        node.insert_before(_HIDE)
        node.insert_after(_SHOW)
    for block in tree.css(", ".join(_BLOCKS.split())):
        block.insert_before(_BREAK)
        block.insert_after(_BREAK)
    body = "".join(_shown(tree.body.text())) if tree.body else ""
    lines = (" ".join(line.split()) for line in body.split(_BREAK))
    return Page(text="\n".join(line for line in lines if line), title=title)


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
