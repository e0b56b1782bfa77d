"""A document in, the page's order out: what stands together, what is folded, what is linked to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from accord.editions.parts import anchor
from accord.editions.render import links
from accord.editions.render.document import Block, Code, Document, Drawing, Section

_TOGETHER = {"lede": ("first", "origins"), "glossary": ("pair", "citation")}
_WORDS = {"glossary": "Words used here", "citation": "Cite this edition"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Blocks that stand together; `kind` is "first" (screen), "pair" or "" for one block."""

    kind: str = ""
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """A section as drawn: `above` is the heading level over its prose, `codes` its folded code."""

    section: Section
    heading: str
    above: int
    groups: tuple[Group, ...]
    codes: tuple[Code, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The document in the page's order; `heading` is "" where a lede says the title itself."""

    heading: str
    chapters: tuple[Chapter, ...]
    colophon: Mapping[str, Any] | None


def arrange(document: Document) -> Page:
    """Lede beside its picture, glossary beside citation, code folded, colophon at the foot."""
    heading = "" if document.parts("lede") else document.title
    chapters = [
        _chapter(section, gathered(document), said=nth == 0 and section.title == heading)
        for nth, section in enumerate(document.sections)
    ]
    colophons = document.parts("colophon")
    return Page(
        heading=heading,
        chapters=tuple(c for c in chapters if c.heading or c.groups or c.codes),
        colophon=colophons[-1] if colophons else None,
    )


def gathered(document: Document) -> bool:
    """Whether parts of ours are drawn, so that code is gathered away from them."""
    return any(isinstance(b, Drawing) for s in document.sections for b in s.blocks)


def _chapter(section: Section, folded: bool, *, said: bool) -> Chapter:
    """One section; `said` when the page's own title already says its title."""
    heading = "" if said else section.title
    blocks = [b for b in section.blocks if not (isinstance(b, Drawing) and b.part == "colophon")]
    codes = tuple(block for block in blocks if isinstance(block, Code)) if folded else ()
    shown = [block for block in blocks if not (folded and isinstance(block, Code))]
    return Chapter(
        section=section,
        heading=heading,
        above=2 if heading else 1,
        groups=tuple(_grouped(shown)),
        codes=codes,
    )


def _grouped(blocks: Sequence[Block]) -> Iterator[Group]:
    waiting = list(blocks)
    while waiting:
        block = waiting.pop(0)
        kind, partner = _TOGETHER.get(_part(block), ("", ""))
        if partner and waiting and _part(waiting[0]) == partner:
            yield Group(kind=kind, blocks=(block, waiting.pop(0)))
        else:
            yield Group(kind=kind if kind == "first" else "", blocks=(block,))


def _part(block: Block) -> str:
    return block.part if isinstance(block, Drawing) else ""


class Anchors:
    """The ids of one page: which there will be, and which are already given away."""

    def __init__(self, document: Document) -> None:
        drawings = [b for s in document.sections for b in s.blocks if isinstance(b, Drawing)]
        self._cards = {content["fact"] for content in document.parts("card")}
        self._known = set(_given(drawings)) | {section.key for section in document.sections}
        self._taken = {section.key for section in document.sections if section.title}

    def known(self, name: str) -> bool:
        """Whether some place of the page carries this id."""
        return name in self._known

    def reachable(self, link: str) -> str:
        """The link if it is safe and, being an anchor, has its place in this page; else ""."""
        address = links.safe(link)
        return "" if address.startswith("#") and not self.known(address[1:]) else address

    def carded(self, fact: str) -> bool:
        """Whether the fact has a card, which then carries the fact's id."""
        return fact in self._cards

    def take(self, name: str) -> bool:
        """Whether the id is still free; it is taken from now on."""
        free = bool(name) and name not in self._taken
        self._taken.add(name)
        return free


def _given(drawings: Iterable[Drawing]) -> Iterator[str]:
    """Every id that the drawings will give."""
    yield "main"
    for drawing in drawings:
        yield from _runs(drawing.content)
        yield from _own(drawing.part, drawing.content)


def _own(part: str, content: Mapping[str, Any]) -> Iterator[str]:
    """The ids that a part gives to itself and to its rows and marks."""
    if part in ("figure", "table"):
        yield anchor(part, content["name"])
    elif part == "card":
        yield anchor("fact", content["fact"])
        if content["figure"]:
            yield anchor("figure", content["figure"]["name"])
    elif part == "matrix":
        yield from (anchor("fact", row["fact"]) for row in content["rows"])
    elif part == "citation":
        yield "cite"
    elif part == "sourcetext":
        yield anchor("source", content["source"])
        marks = (m for p in content["paragraphs"] for m in p["pieces"] if isinstance(m, dict))
        yield from (anchor("claim", mark["claim"]) for mark in marks if mark["claim"])


def _runs(content: object) -> Iterator[str]:
    """The ids that runs carry, wherever they stand in a part."""
    if isinstance(content, Mapping):
        if content.get("anchor"):
            yield str(content["anchor"])
        content = tuple(content.values())
    if isinstance(content, (list, tuple)):
        for inner in content:
            yield from _runs(inner)


def caption(part: str, chapter: Chapter) -> str:
    """The heading that a glossary or a citation brings, unless its section says the same."""
    words = _WORDS[part]
    return "" if chapter.heading.casefold() == words.casefold() else words
