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


def poles(words: frozenset[str]) -> tuple[tuple[int, str], ...]:
    """The words that are a pole of a contrast, each with the contrast's row, sorted."""
    if words.isdisjoint(_every()):
        return ()
    return tuple(
        (row, word) for row, contrast in enumerate(rows()) for word in sorted(words & contrast)
    )


@lru_cache(maxsize=1)
def _every() -> frozenset[str]:
    return frozenset[str]().union(*rows())
