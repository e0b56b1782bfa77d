"""Parts that lead to the texts: a fact with its quotes, a text with its numbers marked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from accord.editions.parts.base import Part, Run
from accord.editions.parts.tabular import Figure

CHIPS = {
    "corroborated": "Corroborated",
    "one-origin": "Agree, one origin",
    "compatible": "Compatible",
    "disputed": "Disputed",
    "once": "Stated once",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A claim in its words: pieces of its sentence with the number marked."""

    source: str
    short: str
    pieces: tuple[Run, ...]
    claim: str
    place: str
    said: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Card(Part):
    """One fact, whole. `verdict` is a key of the chip: see `CHIPS`."""

    fact: str
    number: str
    verdict: str
    word: str
    counts: str
    confidence: str
    title: str
    measure: str
    figure: Figure | None
    why_title: str
    why: tuple[tuple[Run, ...], ...]
    quotes: tuple[Quote, ...]
    about: tuple[tuple[str, tuple[Run, ...]], ...]

    def bundle(self) -> dict[str, Any]:
        """The part with its drawing among its words where a notebook is read."""
        from accord.editions import cells  # noqa: PLC0415  # it imports every part from here

        shown = {"text/html": cells.drawn(self, self.figure)} if self.figure else {}
        return {**Part.bundle(self), **shown}


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph of a source: where it starts, and its text in pieces, some of them marked."""

    start: int
    line: int
    pieces: tuple[Mark | str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A number in a source's text; `verdict` is the chip key of its fact, or "set-aside"."""

    text: str
    claim: str
    fact: str
    number: str
    verdict: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceText(Part):
    """A source with every number marked."""

    source: str
    short: str
    title: str
    about: tuple[tuple[str, tuple[Run, ...]], ...]
    paragraphs: tuple[Paragraph, ...]
