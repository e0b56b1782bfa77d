"""What every format gives."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The text of one file as offsets count it, and the title that the file itself names."""

    text: str
    title: str | None = None
