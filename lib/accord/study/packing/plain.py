"""Plain values as bytes and back."""

from __future__ import annotations

import io
import pickle
from collections.abc import Sequence
from decimal import Decimal
from typing import Any


def packed(rows: Sequence[Any]) -> bytes:
    """Tuples, lists, texts and numbers as bytes."""
    return pickle.dumps(rows, protocol=5)


def unpacked(content: bytes) -> list[Any]:
    """What was packed."""
    rows: list[Any] = _Plain(io.BytesIO(content)).load()
    return rows


class _Plain(pickle.Unpickler):
    """It finds no class but Decimal, so nothing can run."""

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) == ("decimal", "Decimal"):
            return Decimal
        message = f"a pack holds no {module}.{name}"
        raise pickle.UnpicklingError(message)
