"""The pages of the report: records in, parts out; every number in them is computed.

A page loads when it is first asked for: most notebooks need no drawing library.
"""

from __future__ import annotations

from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from accord.editions.pages import (
        cards,
        changes,
        claims,
        decisions,
        front,
        independence,
        matrix,
        method,
        near,
        texts,
        trade,
        unknown,
    )

__all__ = [
    "cards",
    "changes",
    "claims",
    "decisions",
    "front",
    "independence",
    "matrix",
    "method",
    "near",
    "texts",
    "trade",
    "unknown",
]


def __getattr__(name: str) -> ModuleType:
    if name in __all__:
        return import_module(f"{__name__}.{name}")
    message = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(message)
