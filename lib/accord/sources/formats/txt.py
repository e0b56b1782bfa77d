"""Plain text, character by character."""

from __future__ import annotations

from accord.sources.formats.page import Page


def page(text: str) -> Page:
    """The text untouched."""
    return Page(text=text)
