"""The pages of the report: records in, parts out; every number in them is computed."""

from accord.editions.pages import (
    cards,
    changes,
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
    "front",
    "independence",
    "matrix",
    "method",
    "near",
    "texts",
    "trade",
    "unknown",
]
