"""A text, and where it comes from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from accord.model.interval import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence of a source; `heading` where it stands as a title rather than in the body."""

    span: Span
    heading: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One text of the corpus.

    `file` is its name relative to the corpus, with `/` between folders, and is its id everywhere.
    `text` is the decoded file with its newlines untouched: every offset counts its code points.
    `date` is an ISO date, month or year. `status` is "read" or "refused"; a refused source says
    why in `reason` and has no text. `copy_of` names the source whose text is equal after
    folding case and blanks: of equal ones, that which most is known of; a copy comes without its
    text. `wording` holds the
    sorted 64-bit hashes of its lower-case word 3-grams.
    """

    file: str
    sha256: str
    chars: int = 0
    encoding: str | None = None
    language: str | None = None
    outlet: str | None = None
    title: str | None = None
    date: str | None = None
    status: str = "read"
    reason: str | None = None
    copy_of: str | None = None
    url: str | None = None
    credit: str | None = None
    note: str | None = None
    text: str = ""
    sentences: tuple[Sentence, ...] = ()
    wording: Sequence[int] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAside:
    """A digit or number word that is no claim, and why."""

    source: str
    start: int
    end: int
    text: str
    reason: str
