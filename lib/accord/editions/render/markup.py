"""HTML of anyone in, Markdown out: words, emphasis, lists and links; nothing that runs or loads."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from accord.editions import markdown
from accord.editions.render import links

_SILENT = {"script", "style", "template", "head", "noscript", "svg", "math", "iframe", "object"}
_STYLES = {"b": "**", "strong": "**", "i": "*", "em": "*", "s": "~~", "del": "~~"}
_CODE = {"code", "kbd", "samp", "tt"}
_LINES = {
    "p", "div", "section", "article", "details", "summary", "figure", "figcaption", "center",
    "dl", "dt", "dd", "header", "footer", "main", "form", "address", "caption",
}  # fmt: skip
_HEADING = re.compile(r"h([1-6])")
_FIRST = 3  # the highest heading: those above are the notebook's own


def written(html: str) -> str:
    """The words of a piece of HTML as Markdown; "" where it says none."""
    body = LexborHTMLParser(html).body
    said = "".join(_within(body)) if body else ""
    return re.sub(r"\n(?:[ \t]*\n)+", "\n\n", said).strip()


def spread(table: LexborNode) -> tuple[int, list[list[str]]]:
    """How many rows head a table, and the text of all its cells, each where it stands.

    A cell over several rows or columns stands in the first and leaves the others empty; a heading
    stands over each of its columns.
    """
    rows = table.css("tr")
    heads = len(table.css("thead tr"))
    taken: dict[tuple[int, int], str] = {}
    for down, row in enumerate(rows):
        across = 0
        for cell in row.css("th, td"):
            while (down, across) in taken:
                across += 1
            said = " ".join(cell.text().split())
            wide, high = _span(cell, "colspan"), min(_span(cell, "rowspan"), len(rows) - down)
            for x in range(across, across + wide):
                taken |= dict.fromkeys([(y, x) for y in range(down, down + high)], "")
                taken[down, x] = said if down < heads or x == across else ""
    width = max((x for _, x in taken), default=-1) + 1
    return heads, [[taken.get((y, x), "") for x in range(width)] for y in range(len(rows))]


def _span(cell: LexborNode, name: str) -> int:
    told = cell.attributes.get(name) or ""
    return min(int(told), 100) if told.isascii() and told.isdigit() and int(told) else 1


def _within(node: LexborNode) -> Iterator[str]:
    for child in node.iter(include_text=True):
        yield _said(child)


def _said(node: LexborNode) -> str:
    tag = node.tag or ""
    if tag == "-text":
        return markdown.escape(re.sub(r"\s+", " ", node.text_content or ""))
    if tag in _SILENT or tag.startswith(("-", "!")):
        return ""
    if heading := _HEADING.fullmatch(tag):
        return f"\n\n{'#' * max(int(heading[1]), _FIRST)} {_flat(node)}\n\n"
    if tag in _LINES:
        return f"\n\n{''.join(_within(node)).strip()}\n\n"
    return _KINDS.get(tag, _plain)(node)


def _plain(node: LexborNode) -> str:
    tag = node.tag or ""
    inner = "".join(_within(node))
    mark = _STYLES.get(tag, "")
    if not mark or not inner.strip() or "\n\n" in inner:
        return inner
    before = " " if inner[0].isspace() else ""
    after = " " if inner[-1].isspace() else ""
    return f"{before}{mark}{inner.strip()}{mark}{after}"


def _flat(node: LexborNode) -> str:
    return " ".join("".join(_within(node)).split())


def _link(node: LexborNode) -> str:
    address, said = links.safe(node.attributes.get("href") or ""), _flat(node)
    return f"[{said}]({address})" if said and address and not set(address) & set("()<>") else said


def _pictured(node: LexborNode) -> str:
    """A picture that travels in the notebook, or one that a reader may follow a link to."""
    address, alt = (
        node.attributes.get("src") or "",
        markdown.escape(node.attributes.get("alt") or ""),
    )
    travels = address.startswith(("attachment:", "data:image/")) and not set(address) & set("() <>")
    return f"![{alt}]({address})" if travels or links.safe(address) else alt


def _coded(node: LexborNode) -> str:
    text = " ".join(node.text().split())
    return f"`{text}`" if text and "`" not in text else markdown.escape(text)


def _fenced(node: LexborNode) -> str:
    text = node.text().strip("\n")
    return (
        f"\n\n~~~~~~~~\n{text}\n~~~~~~~~\n\n" if "~~~~~~~~" not in text else markdown.escape(text)
    )


def _listed(node: LexborNode) -> str:
    mark = "1." if node.tag == "ol" else "-"
    items = (_item(child, mark) for child in node.iter() if child.tag == "li")
    return "\n\n" + "\n".join(filter(None, items)) + "\n\n"


def _item(node: LexborNode, mark: str) -> str:
    inner = re.sub(r"\n(?:[ \t]*\n)+", "\n", "".join(_within(node)).strip())
    indent = " " * (len(mark) + 1)
    return f"{mark} " + inner.replace("\n", f"\n{indent}") if inner else ""


def _quoted(node: LexborNode) -> str:
    inner = "".join(_within(node)).strip()
    return "\n\n" + "\n".join(f"> {line}" for line in inner.split("\n")) + "\n\n"


def _tabled(node: LexborNode) -> str:
    heads, rows = spread(node)
    if not rows or not rows[0]:
        return ""
    first, rest = (rows[0], rows[1:]) if heads else ([""] * len(rows[0]), rows)
    cells = [[markdown.escape(cell) for cell in row] for row in rest]
    return (
        "\n\n" + markdown.table(map(markdown.escape, first), ("left",) * len(first), cells) + "\n\n"
    )


_KINDS: dict[str, Callable[[LexborNode], str]] = {
    "a": _link,
    "br": lambda _: "\\\n",
    "hr": lambda _: "\n\n---\n\n",
    "pre": _fenced,
    "ul": _listed,
    "ol": _listed,
    "blockquote": _quoted,
    "table": _tabled,
    "img": _pictured,
    **dict.fromkeys(_CODE, _coded),
}
