"""Markdown tokens in, plain content that the template draws out: no markup, only words and kinds.

A block is {"kind": "p" | "h" | "list" | "quote" | "raw" | "grid" | "line" | "picture", ...}; a
stretch of text is {"text", "styles", "link"}.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeAlias

from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from accord.editions.render import document, mathematics
from accord.editions.render.blocks import Prose
from accord.editions.render.typst import characters

if TYPE_CHECKING:
    from accord.charts.formula import Formula

Content: TypeAlias = dict[str, Any]

_STYLES = {"em": "em", "strong": "strong", "s": "delete"}
_PICTURES = ("image/png", "image/jpeg", "image/gif")
_SIGNATURES = {"image/png": b"\x89PNG", "image/jpeg": b"\xff\xd8", "image/gif": b"GIF8"}


def blocks(prose: Prose) -> list[Content]:
    """The blocks of a stretch of Markdown, in order."""
    return _Walk(prose.attachments).blocks(SyntaxTreeNode(prose.tokens).children)


def stretch(text: str, styles: Sequence[str] = (), link: str = "") -> Content:
    """A stretch of text as the template takes it."""
    return {"text": characters.inline(text), "styles": list(styles), "link": link}


def pixels(mime: str, content: bytes, alt: str) -> Content:
    """A picture made of pixels; Typst takes its bytes as numbers."""
    format_ = mime.removeprefix("image/").replace("jpeg", "jpg")
    return {"kind": "picture", "format": format_, "bytes": list(content), "alt": alt}


class _Walk:
    """One walk over the tree of a stretch of Markdown."""

    def __init__(self, attachments: Mapping[str, Mapping[str, str]]) -> None:
        self._attachments = attachments

    def blocks(self, nodes: Sequence[SyntaxTreeNode]) -> list[Content]:
        return [block for node in nodes for block in self._block(node)]

    def _block(self, node: SyntaxTreeNode) -> list[Content]:
        if node.type in ("paragraph", "heading"):
            return self._paragraph(node)
        if node.type in ("bullet_list", "ordered_list"):
            return [self._list(node)]
        if node.type in ("fence", "code_block"):
            return [{"kind": "raw", "text": characters.lines(node.content.rstrip("\n"))}]
        if node.type == "table":
            return [self._table(node)]
        if node.type == "blockquote":
            return [{"kind": "quote", "blocks": self.blocks(node.children)}]
        return [{"kind": "line"}] if node.type == "hr" else self.blocks(node.children)

    def _paragraph(self, node: SyntaxTreeNode) -> list[Content]:
        inline = node.children[0].children if node.children else []
        pictures = [found for part in inline if (found := self._picture(part))]
        runs = self._runs([part for part in inline if not self._picture(part)], (), "")
        said: list[Content] = (
            [{"kind": "p", "runs": runs}] if any(run["text"].strip() for run in runs) else []
        )
        if node.type == "heading":
            said = [{**block, "kind": "h", "level": int(node.tag[1])} for block in said]
        return [*said, *pictures]

    def _list(self, node: SyntaxTreeNode) -> Content:
        return {
            "kind": "list",
            "ordered": node.type == "ordered_list",
            "start": int(node.attrs.get("start", 1)),
            "rows": [self.blocks(row.children) for row in node.children],
        }

    def _table(self, node: SyntaxTreeNode) -> Content:
        rows = [row for part in node.children for row in part.children]
        cells = [[self._cell(cell) for cell in row.children] for row in rows]
        aligns = [
            "right" if "right" in str(c.attrs.get("style")) else "left" for c in rows[0].children
        ]
        return {"kind": "grid", "columns": cells[0], "align": aligns, "rows": cells[1:]}

    def _cell(self, cell: SyntaxTreeNode) -> list[Content]:
        return self._runs(cell.children[0].children if cell.children else [], (), "")

    def _runs(
        self, nodes: Sequence[SyntaxTreeNode], styles: tuple[str, ...], link: str
    ) -> list[Content]:
        runs = [run for node in nodes for run in self._run(node, styles, link)]
        return [run for run in runs if run["text"] or "break" in run]

    def _run(self, node: SyntaxTreeNode, styles: tuple[str, ...], link: str) -> list[Content]:
        match node.type:
            case "em" | "strong" | "s":
                return self._runs(node.children, (*styles, _STYLES[node.type]), link)
            case "link":
                return self._runs(node.children, styles, str(node.attrs.get("href", "")))
            case "math":
                return _formula(node)
            case _:
                return [_stretch(node, styles, link)]

    def _picture(self, node: SyntaxTreeNode) -> Content | None:
        """The picture of a node, where it travels in the notebook itself."""
        address = str(node.attrs.get("src", "")) if node.type == "image" else ""
        bundle = self._attachments.get(address.removeprefix("attachment:"), {})
        found = {f"data:{mime};base64,{bundle[mime]}" for mime in _PICTURES if mime in bundle}
        for mime in _PICTURES:
            head = f"data:{mime};base64,"
            for data in sorted({address, *found}):
                content = _decoded(data.removeprefix(head)) if data.startswith(head) else b""
                if content.startswith(_SIGNATURES[mime]):
                    return pixels(mime, content, characters.inline(node.content) or "picture")
        return None


def _stretch(node: SyntaxTreeNode, styles: tuple[str, ...], link: str) -> Content:
    match node.type:
        case "hardbreak":
            return _line_break()
        case "code_inline":
            return stretch(node.content, (*styles, "code"), link)
        case "image":
            return stretch(node.content or "picture", styles, link or str(node.attrs["src"]))
        case _:
            return stretch(_words(node), styles, link)


def _line_break() -> Content:
    return {**stretch(""), "break": True}


def _formula(node: SyntaxTreeNode) -> list[Content]:
    """A formula as its drawings, a row each; as it is written where it cannot be drawn."""
    rows = [_drawn(row, node.content) for row in mathematics.drawn(node.content)]
    if not rows:
        return [stretch(node.token.markup if node.token else node.content, ["code"])]
    return [run for nth, row in enumerate(rows) for run in ([_line_break(), row] if nth else [row])]


def _drawn(row: Formula, latex: str) -> Content:
    told = {"svg": row.svg, "alt": characters.inline(latex)}
    sizes = {"height": row.height, "hangs": row.hangs}
    return {**stretch(latex), "formula": {**told, **sizes}}


def _words(node: SyntaxTreeNode) -> str:
    token: Token | None = node.token
    return document.words([token]) if token else ""


def _decoded(text: str) -> bytes:
    try:
        return base64.b64decode(text)
    except (binascii.Error, ValueError):
        return b""
