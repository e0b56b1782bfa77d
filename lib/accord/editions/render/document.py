"""A notebook in, the blocks of its document out: what the HTML and the PDF both draw.

The walk keeps order, opens a section at each `section` part and at each heading of level 1 or 2,
and turns every output into one kind of block. It draws nothing and trusts nothing: a part that
does not have the fields of its kind is read by its Markdown instead.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token
from nbformat import NotebookNode

from accord.editions.render import embedded, mathematics, outputs
from accord.editions.render.blocks import (
    Block,
    Code,
    Drawing,
    Failure,
    Grid,
    Image,
    Plain,
    Prose,
)

__all__ = [
    "Block",
    "Code",
    "Document",
    "Drawing",
    "Failure",
    "Grid",
    "Image",
    "Plain",
    "Prose",
    "Section",
    "read",
    "words",
]

_HIDE_CELL = {"remove-cell", "remove_cell"}
_HIDE_CODE = {"remove-input", "remove_input", "hide-input"}
_HIDE_OUTPUT = {"remove-output", "remove_output"}
_OPTION = re.compile(r"#\| *([\w-]+): *(.*)")
_MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"]).use(mathematics.plugin)
_FRONT = re.compile(r"---\n.*\n---", re.DOTALL)
_SHOWN_RAW = ("", "text/plain", "text/markdown")


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A stretch of the document under one title; `key` is its anchor, "" before the first title.

    `level` is 1 for a heading of level 1 and 2 for all others; `menu` its word in the top bar, ""
    where it has none.
    """

    key: str = ""
    menu: str = ""
    title: str = ""
    subtitle: str = ""
    level: int = 2
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A notebook as title, language and sections; `metadata` is the notebook's own."""

    title: str
    lang: str
    metadata: Mapping[str, Any]
    sections: tuple[Section, ...]

    def parts(self, name: str) -> tuple[dict[str, Any], ...]:
        """The content of every part of one kind ("lede", "colophon" ...), in order."""
        blocks = (block for section in self.sections for block in section.blocks)
        return tuple(b.content for b in blocks if isinstance(b, Drawing) and b.part == name)


def read(notebook: NotebookNode) -> Document:
    """The document that a notebook holds, section by section."""
    sections = tuple(_keyed(_sections(_blocks(notebook))))
    metadata: Mapping[str, Any] = notebook.get("metadata", {})
    title = metadata.get("title")
    lang = metadata.get("lang")
    return Document(
        title=title if isinstance(title, str) and title.strip() else _first_title(sections),
        lang=lang if isinstance(lang, str) and lang else "en",
        metadata=metadata,
        sections=sections,
    )


def words(tokens: Sequence[Token]) -> str:
    """The bare words of inline tokens."""
    pieces = (
        words(token.children) if token.children else _word(token)
        for token in tokens
        if token.type != "image" or not token.children
    )
    return "".join(pieces)


def _word(token: Token) -> str:
    return " " if token.type in ("softbreak", "hardbreak") else token.content


def _first_title(sections: Sequence[Section]) -> str:
    for section in sections:
        for block in section.blocks:
            if isinstance(block, Drawing) and block.part == "lede":
                return str(block.content["title"])
        if section.title:
            return section.title
    return "Untitled"


def _blocks(notebook: NotebookNode) -> Iterator[Block]:
    language = _language(notebook)
    for cell in notebook.get("cells", []):
        tags = set(cell.get("metadata", {}).get("tags", []))
        if tags & _HIDE_CELL:
            continue
        source = _text(cell.get("source", ""))
        if cell.get("cell_type") == "markdown":
            yield _prose(source, cell.get("attachments", {}))
        elif cell.get("cell_type") == "code":
            yield from _code(cell, source, tags, language)
        elif source.strip():
            yield from _raw(source, cell.get("metadata", {}))


def _language(notebook: NotebookNode) -> str:
    metadata = notebook.get("metadata", {})
    language = metadata.get("language_info", {}).get("name")
    return str(language or metadata.get("kernelspec", {}).get("language") or "python")


def _text(source: object) -> str:
    return "".join(str(line) for line in source) if isinstance(source, list) else str(source)


def _prose(source: str, attachments: Mapping[str, Mapping[str, str]] | None = None) -> Prose:
    tokens = embedded.read(_MARKDOWN.parse(source), _MARKDOWN.parse)
    return Prose(tokens=tuple(tokens), attachments=dict(attachments or {}))


def _raw(source: str, metadata: Mapping[str, Any]) -> Iterator[Block]:
    """A raw cell as it is; what is meant for another format, or for Quarto, stays out."""
    meant = str(metadata.get("raw_mimetype") or metadata.get("format") or "")
    if meant not in _SHOWN_RAW or _FRONT.fullmatch(source.strip()):
        return
    yield _prose(source) if meant == "text/markdown" else Plain(text=source, stream="raw")


def _code(cell: NotebookNode, source: str, tags: set[str], language: str) -> Iterator[Block]:
    options = _options(source)
    if options.get("include") == "false":
        return
    shown = "\n".join(line for line in source.split("\n") if not _OPTION.match(line))
    if shown.strip() and not tags & _HIDE_CODE and options.get("echo") != "false":
        yield Code(source=shown, language=language, tags=tuple(sorted(tags)))
    if tags & _HIDE_OUTPUT or options.get("output") == "false":
        return
    alt = str(cell.get("metadata", {}).get("alt") or options.get("fig-alt", "")).strip("\"' ")
    for output in cell.get("outputs", []):
        for block in outputs.read(output, alt):
            yield _prose(block.text) if isinstance(block, outputs.Markdown) else block


def _options(source: str) -> dict[str, str]:
    """The options that Quarto reads from lines such as `#| echo: false`."""
    found = (_OPTION.match(line) for line in source.split("\n"))
    return {match[1]: match[2].strip() for match in found if match}


def _sections(blocks: Iterator[Block]) -> Iterator[Section]:
    """Cut the stream of blocks at `section` parts and at headings of level 1 and 2."""
    current = Section()
    for block in blocks:
        for piece in _cut(block):
            if isinstance(piece, Section):
                if current.title or current.blocks:
                    yield current
                current = piece
            else:
                current = replace(current, blocks=(*current.blocks, piece))
    if current.title or current.blocks:
        yield current


def _cut(block: Block) -> Iterator[Block | Section]:
    if isinstance(block, Drawing) and block.part == "section":
        content = block.content
        key, menu, title, subtitle = (content[n] for n in ("key", "menu", "title", "subtitle"))
        yield Section(key=key, menu=menu, title=title, subtitle=subtitle)
    elif isinstance(block, Prose):
        yield from _cut_prose(block)
    else:
        yield block


def _cut_prose(prose: Prose) -> Iterator[Block | Section]:
    tokens, start = prose.tokens, 0
    for place, token in enumerate(tokens):
        if token.type == "heading_open" and token.level == 0 and token.tag in ("h1", "h2"):
            if tokens[start:place]:
                yield replace(prose, tokens=tokens[start:place])
            yield Section(title=words([tokens[place + 1]]).strip(), level=int(token.tag[1]))
            start = place + 3
    if tokens[start:]:
        yield replace(prose, tokens=tokens[start:])


def _keyed(sections: Iterator[Section]) -> Iterator[Section]:
    """Give every titled section an anchor that no other has."""
    used: dict[str, int] = {}
    for section in sections:
        wanted = re.sub(r"[^\w.-]+", "-", section.key) or _slug(section.title)
        if not section.title:
            yield section
            continue
        used[wanted] = used.get(wanted, 0) + 1
        nth = used[wanted]
        yield replace(section, key=wanted if nth == 1 else f"{wanted}-{nth}")


def _slug(text: str) -> str:
    return re.sub(r"[^\w]+", "-", text.lower()).strip("-_")[:60].rstrip("-") or "section"
