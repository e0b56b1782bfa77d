"""The kinds of block that a document is made of; plain content, no markup."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from markdown_it.token import Token


@dataclass(frozen=True, slots=True, kw_only=True)
class Prose:
    """Markdown as block tokens of markdown-it; `attachments` are name -> {mime: base64}."""

    tokens: tuple[Token, ...]
    attachments: Mapping[str, Mapping[str, str]] = field(default_factory=dict[str, Any])


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """A part of `accord.editions.parts`: its kind, and its content with every field present."""

    part: str
    content: dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """The source of a code cell."""

    source: str
    language: str = "python"
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Image:
    """A picture of a foreign notebook; `mime` is image/ and png, jpeg, gif or svg+xml."""

    mime: str
    content: bytes
    alt: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plain:
    """Text as it came: a result, or the stream "stdout", "stderr" or "raw"."""

    text: str
    stream: str = "result"


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A table of a foreign notebook, as text; `columns` is empty where it has no header."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """An error that a cell ended with."""

    name: str
    message: str
    trace: str


Block: TypeAlias = Prose | Drawing | Code | Image | Plain | Grid | Failure
