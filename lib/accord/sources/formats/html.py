"""Web pages: the words a reader sees, a line for each block; offsets count this text."""

from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser

from accord.sources.formats.page import Page

_UNSEEN = [
    "script",
    "style",
    "noscript",
    "template",
    "svg",
    "iframe",
    "object",
    "nav",
    "select",
    "title",
]
_BLOCKS = (
    "address article aside blockquote br dd details div dl dt figcaption figure footer form "
    "h1 h2 h3 h4 h5 h6 header hr li main ol p pre section summary table td th tr ul"
)
_BREAK = "\x1d"  # no decoded text holds it
_TITLE_LIMIT = 300


def page(text: str) -> Page:
    """The page's visible text and its title, markup and scripts left out."""
    tree = LexborHTMLParser(text)
    title = _title(tree)
    tree.strip_tags(_UNSEEN)
    for block in tree.css(", ".join(_BLOCKS.split())):
        block.insert_before(_BREAK)
        block.insert_after(_BREAK)
    body = tree.body.text() if tree.body else ""
    lines = (" ".join(line.split()) for line in body.split(_BREAK))
    return Page(text="\n".join(line for line in lines if line), title=title)


def _title(tree: LexborHTMLParser) -> str | None:
    found = tree.css_first("title")
    return " ".join(found.text().split())[:_TITLE_LIMIT] or None if found else None
