"""The word tables of this room, read once."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any


@cache
def read(name: str) -> dict[str, Any]:
    """The table `name`.toml that lies beside this file."""
    with (Path(__file__).parent / f"{name}.toml").open("rb") as stream:
        return tomllib.load(stream)


def words(row: Any) -> frozenset[str]:
    """The words of one row."""
    return frozenset(str(row).split())
