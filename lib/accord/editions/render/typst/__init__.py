"""A document in, plain content for the Typst template out.

The template reads this content as JSON. No text of a notebook or a source ever becomes Typst code:
it is a value from first to last. Links are settled here, so that the template never meets one that
leads nowhere: "#..." to an anchor that exists, else an http(s) address or a file beside the report.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from accord.editions.parts import CHIPS, anchor
from accord.editions.render import layout
from accord.editions.render.blocks import Block, Code, Drawing, Prose
from accord.editions.render.document import Document, Section
from accord.editions.render.typst import (
    appendix,
    characters,
    foreign,
    levels,
    pages,
    places,
    prose,
    quotes,
)
from accord.editions.render.typst.prose import Content, stretch

__all__ = ["content"]

_ANSWER = "The answer in short"
_RAW = frozenset({"bibtex"})
_DRAWN = frozenset({"wide", "narrow"})
_LANGUAGE = re.compile(r"[a-z]{2,3}")
_OWN = {
    "card": ("fact", "fact"),
    "figure": ("figure", "name"),
    "sourcetext": ("source", "source"),
    "table": ("table", "name"),
}


def content(document: Document, *, title: str, lang: str, toc: bool) -> Content:
    """All that the template draws, every text in characters that the fonts cover."""
    pen = _Pen(layout.Anchors(document), coded=not layout.gathered(document))
    ledes, colophons = document.parts("lede"), document.parts("colophon")
    told = list(_titled(map(pen.section, document.sections), bool(ledes)))
    sections = [*told, *appendix.chapters(document, told)]
    return places.followed(
        {
            "title": characters.inline(title).strip() or "Untitled",
            "running": characters.inline(_shortened(title)),
            "lang": lang if _LANGUAGE.fullmatch(lang) else "en",
            "toc": toc,
            "cover": pen.cover(ledes, colophons),
            "key": any(document.parts(part) for part in ("origins", "matrix", "card")),
            "chips": CHIPS,
            "chapters": list(pages.opened(levels.stepped(sections, said=characters.inline(title)))),
        }
    )


def _shortened(title: str) -> str:
    return title if len(title) <= 80 else title[:79].rsplit(" ", 1)[0] + " …"


def _titled(sections: Iterable[Content], named: bool) -> Iterator[Content]:
    """The first words of a report bring no title of their own; here they get one."""
    known = list(sections)
    top = min((section["level"] for section in known if section["title"]), default=1)
    for place, section in enumerate(known):
        bare = place == 0 and named and not section["title"]
        yield {**section, "title": _ANSWER, "level": top} if bare else section


class _Pen:
    """Turns blocks into content, giving each anchor away once."""

    def __init__(self, anchors: layout.Anchors, *, coded: bool) -> None:
        self._anchors = anchors
        self._coded = coded

    def cover(self, ledes: tuple[Any, ...], colophons: tuple[Any, ...]) -> Content | None:
        """What the first page says; None for a notebook that is no edition of ours."""
        if not ledes:
            return None
        colophon = colophons[-1] if colophons else {}
        told = {name: self._plain(colophon.get(name, "")) for name in ("edition", "digest")}
        return {
            **told,
            "kicker": self._plain(ledes[0]["kicker"]),
            "lines": self._plain(colophon.get("lines", ())),
            "disclaimer": self._plain(colophon.get("disclaimer", "")),
        }

    def section(self, section: Section) -> Content:
        """One section with its blocks."""
        blocks = [block for given in section.blocks for block in self._blocks(given)]
        return {
            "anchor": section.key if section.title else "",
            "level": section.level,
            "title": characters.inline(section.title),
            "subtitle": characters.inline(section.subtitle),
            "blocks": blocks,
        }

    def _blocks(self, block: Block) -> list[Content]:
        """What one block draws; the code of a report of ours stays in the notebook and the HTML."""
        if isinstance(block, Prose):
            return prose.blocks(block)
        if isinstance(block, Drawing):
            return [] if block.part == "colophon" else [self._part(block)]
        if isinstance(block, Code) and not self._coded:
            return []
        return foreign.blocks(block)

    def _part(self, block: Drawing) -> Content:
        drawn: Content = self._plain(block.content)
        drawn |= {"kind": block.part, "anchor": self._own(block)}
        for piece in appendix.pieces(drawn):
            piece["anchor"] = self._taken(piece["claim"] and anchor("claim", piece["claim"]))
            piece["link"] = "#" + anchor("fact", piece["fact"])
        for row in drawn["rows"] if block.part in ("matrix", "origins") else ():
            row["link"] = "#" + anchor("fact", row["fact"])
            row["anchor"] = self._row(block.part, row["fact"])
        if "quotes" in drawn:
            drawn["quotes"] = [self._quote(quote) for quote in drawn["quotes"]]
        return drawn

    def _quote(self, quote: Content) -> Content:
        """A card's quote as one line, leading to its place in the marked text."""
        marked = anchor("claim", quote["claim"])
        place = marked if self._anchors.known(marked) else anchor("source", quote["source"])
        return {**quotes.line(quote), "link": f"#{place}"}

    def _own(self, block: Drawing) -> str:
        """The anchor of a whole part."""
        if block.part not in _OWN:
            return ""
        kind, field = _OWN[block.part]
        return self._taken(anchor(kind, str(block.content[field])))

    def _row(self, part: str, fact: str) -> str:
        """The anchor of a matrix row whose fact has no card."""
        if part == "origins" or self._anchors.carded(fact):
            return ""
        return self._taken(anchor("fact", fact))

    def _plain(self, value: Any, field: str = "") -> Any:
        """A part's content with every text in covered characters; runs as stretches."""
        if isinstance(value, str):
            return _reader(field)(value)
        if isinstance(value, Mapping):
            if {"text", "link", "style"} <= set(value):
                return self._run(value)
            return {name: self._plain(inner, name) for name, inner in value.items()}
        if isinstance(value, (list, tuple)):
            return [self._plain(inner, field) for inner in value]
        return value

    def _run(self, run: Mapping[str, Any]) -> Content:
        styles = [run["style"]] if run["style"] else []
        return {
            **stretch(run["text"], styles, run["link"]),
            "anchor": self._taken(run.get("anchor", "")),
        }

    def _taken(self, name: str) -> str:
        return name if name and self._anchors.take(name) else ""


def _reader(field: str) -> Callable[[str], str]:
    if field in _DRAWN:
        return characters.picture
    return characters.lines if field in _RAW else characters.inline
