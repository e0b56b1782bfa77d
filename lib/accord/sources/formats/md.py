"""Markdown, read as the text that a person typed."""

from __future__ import annotations

from accord.sources.formats.page import Page


def page(text: str) -> Page:
    """The text untouched, so that offsets count the file's own characters."""
    return Page(text=text)
