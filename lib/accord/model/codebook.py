"""What a person knows about a corpus: words, never values; and outside figures, never claims."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from accord.model.interval import Interval
from accord.model.source import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One measured thing, and the words that name it.

    A claim belongs to it when its unit fits and, in its sentence, one of `words` stands as its
    head, its action or its verb; `all_of` words must all stand in the sentence, `none_of` none.
    A measure with a `subject` fits only texts that name it, under any of its aliases.
    """

    label: str
    words: tuple[str, ...]
    unit: str | None = None
    scope: tuple[str, ...] = ()
    all_of: tuple[str, ...] = ()
    none_of: tuple[str, ...] = ()
    subject: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A category question: a sentence with one of `words` is coded with the categories it names.

    `categories` are (name, words that name it); `broader` are (narrow, broad) pairs of names.
    """

    label: str
    words: tuple[str, ...]
    categories: tuple[tuple[str, tuple[str, ...]], ...]
    broader: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Root:
    """An origin that texts may name, and the words they name it by."""

    label: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Codebook:
    """Dictionary coding for one corpus; empty when there is none.

    `aliases` are (canonical name, other names).
    """

    aliases: tuple[tuple[str, tuple[str, ...]], ...] = ()
    measures: tuple[Measure, ...] = ()
    questions: tuple[Question, ...] = ()
    roots: tuple[Root, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """An outside figure to check claims against."""

    measure: str
    value: Interval
    resolution: Decimal = Decimal(0)
    unit: str | None = None
    period: str | None = None
    change: str | None = None
    modifier: str = "exact"
    issuer: str | None = None
    publisher: str | None = None
    date: str | None = None
    url: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """A reviewer's decision on a claim or fact, by stable id."""

    on: str
    decision: str
    by: str | None = None
    note: str | None = None
    sentence: str | None = None
    target: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """Everything in one folder: texts in order of file name, and what a person knows of them.

    `story` names what the texts tell of, "" where nobody did; `complaints` name each entry of a
    .toml file that was refused, and why.
    """

    sources: tuple[Source, ...] = ()
    codebook: Codebook = Codebook()
    figures: tuple[Figure, ...] = ()
    reviews: tuple[Review, ...] = ()
    complaints: tuple[str, ...] = ()
    story: str = ""
