"""Frozen records made without a call for each field."""

from __future__ import annotations

from typing import Any


def opened(record: type[Any]) -> type[Any]:
    """A class with the places of the frozen `record`, which one may assign to.

    Python sets each field of a frozen record by a call, ten times as slow. Where very many are
    made, one assigns every field of an open one instead, then its `__class__`, which closes it: it
    is the record then. Its `__post_init__` runs where one calls it.
    """
    return type(f"Open{record.__name__}", (), {"__slots__": record.__slots__})
