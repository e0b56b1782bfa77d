"""Notebooks in, the report as HTML and as PDF out: exporters of nbconvert, loaded on demand."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from accord.editions.render.exporters import HTMLExporter, PDFExporter

__all__ = ["HTMLExporter", "PDFExporter"]


def __getattr__(name: str) -> Any:
    if name in __all__:
        return getattr(import_module(f"{__name__}.exporters"), name)
    message = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(message)
