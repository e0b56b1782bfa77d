"""Notebooks in, the report as HTML and as PDF out: exporters of nbconvert, loaded on demand."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from accord.editions.render.html import HTMLExporter
    from accord.editions.render.pdf import PDFExporter

__all__ = ["HTMLExporter", "PDFExporter"]

_ROOMS = {"HTMLExporter": "html", "PDFExporter": "pdf"}


def __getattr__(name: str) -> Any:
    if name in _ROOMS:
        return getattr(import_module(f"{__name__}.{_ROOMS[name]}"), name)
    message = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(message)
