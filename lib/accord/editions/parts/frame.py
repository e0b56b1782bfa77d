"""Parts that frame a report: its first screen, sections, words, changes and colophon."""

from __future__ import annotations

from dataclasses import dataclass

from accord.editions.parts.base import Part, Run


@dataclass(frozen=True, slots=True, kw_only=True)
class Lede(Part):
    """The first screen's words: kicker, title, and lines of (lead, sentence)."""

    kicker: str
    title: str
    lines: tuple[tuple[str, tuple[Run, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginRow:
    """One shared number: `sides` are rival values, each of origins, each of short text ids."""

    fact: str
    label: str
    value: str
    sides: tuple[tuple[tuple[str, ...], ...], ...]
    verdict: str
    word: str
    count: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Origins(Part):
    """The hero picture: a row per shared number, a pill per origin.

    `texts` say who the short ids are: file, short id, outlet.
    """

    title: str
    subtitle: str
    rows: tuple[OriginRow, ...]
    note: str
    texts: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Section(Part):
    """Opens a section: `key` is its anchor, `title` what was found, `menu` its word on top."""

    key: str
    menu: str
    title: str
    subtitle: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Glossary(Part):
    """Words used here, with what they mean."""

    entries: tuple[tuple[str, tuple[Run, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation(Part):
    """How to cite this edition."""

    text: str
    bibtex: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Colophon(Part):
    """Facts of the edition for cover and footer: (term, words); `edition` is e.g. "Edition 1"."""

    edition: str
    digest: str
    lines: tuple[tuple[str, str], ...]
    disclaimer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes(Part):
    """What changed since the last edition: the headline as a redline, then rows."""

    redline: tuple[Run, ...]
    columns: tuple[str, ...]
    rows: tuple[tuple[tuple[Run, ...], ...], ...]
    note: tuple[Run, ...]
