"""What print needs and a page does not: the numbers behind each drawing, and an index."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from accord.editions.render.document import Document
from accord.editions.render.typst import characters
from accord.editions.render.typst.prose import Content, stretch

_NUMBERS = "The numbers behind the figures"
_INDEX = "Index of numbers"
_INDEXED = "Every number that was read as a claim: fact, words, claim id, page."


def chapters(document: Document, sections: Sequence[Content]) -> Iterator[Content]:
    """The closing chapters of a report; none for a notebook of others."""
    if not document.parts("lede"):
        return
    top = min((section["level"] for section in sections if section["title"]), default=1)
    for title, subtitle, blocks in (
        (_NUMBERS, "", list(_numbers(document))),
        (_INDEX, _INDEXED, list(_index(sections))),
    ):
        if blocks:
            told = {"title": title, "subtitle": subtitle, "blocks": blocks}
            yield {"anchor": "", "level": top, **told}


def _numbers(document: Document) -> Iterator[Content]:
    figures = ((figure["title"], figure) for figure in document.parts("figure"))
    cards = ((card["title"], card["figure"]) for card in document.parts("card"))
    for title, figure in (*figures, *cards):
        if figure and figure["rows"]:
            columns, rows = _told(figure["columns"], figure["rows"])
            yield {
                "kind": "numbers",
                "title": characters.inline(title),
                "columns": [[stretch(words)] for words in columns],
                "rows": [[[stretch(words)] for words in row] for row in rows],
            }


def _told(
    columns: Sequence[str], rows: Sequence[Sequence[str]]
) -> tuple[list[str], list[list[str]]]:
    """The table without the columns in which no row says anything."""
    kept = [at for at in range(len(columns)) if any(row[at] for row in rows)]
    return [columns[at] for at in kept], [[row[at] for at in kept] for row in rows]


def _index(sections: Sequence[Content]) -> Iterator[Content]:
    """One list a source, its marked numbers in text order."""
    blocks = (block for section in sections for block in section["blocks"])
    lists = [
        {"title": block["title"], "entries": [_entry(mark) for mark in _claimed(block)]}
        for block in blocks
        if _claimed(block)
    ]
    if lists:
        yield {"kind": "index", "lists": lists}


def _claimed(block: Content) -> list[Content]:
    return [mark for mark in pieces(block) if mark["anchor"]]


def _entry(mark: Content) -> Content:
    told = {name: mark[name] for name in ("text", "number", "claim")}
    return {**told, "link": "#" + mark["anchor"]}


def pieces(drawn: Content) -> Iterator[Content]:
    """The marked numbers of a source's text."""
    for paragraph in drawn.get("paragraphs", ()):
        yield from (piece for piece in paragraph["pieces"] if isinstance(piece, dict))
