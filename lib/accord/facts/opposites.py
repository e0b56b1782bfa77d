"""General opposites: words that say contrary things of one measure."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib.resources import files

from accord.facts.stems import stems


@lru_cache(maxsize=1)
def rows() -> tuple[frozenset[str], ...]:
    """The poles of each contrast, as stems."""
    text = (files("accord.facts") / "opposites.toml").read_text(encoding="utf-8")
    found = tomllib.loads(text)["opposites"]
    return tuple(frozenset(stems(" ".join(row["words"]))) for row in found)


def poles(words: frozenset[str]) -> dict[int, frozenset[str]]:
    """The words that are a pole of a contrast, by its row."""
    if words.isdisjoint(_every()):
        return {}
    found = ((row, words & contrast) for row, contrast in enumerate(rows()))
    return {row: here for row, here in found if here}


@lru_cache(maxsize=1)
def _every() -> frozenset[str]:
    return frozenset[str]().union(*rows())
