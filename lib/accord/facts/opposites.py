"""General opposites: words that say contrary things of one measure."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib.resources import files
from itertools import chain

from accord.facts.stems import stems


@lru_cache(maxsize=1)
def rows() -> tuple[frozenset[str], ...]:
    """The poles of each contrast, as stems."""
    return tuple(frozenset(stems(" ".join(words))) for words in _written())


def poles(words: frozenset[str]) -> tuple[tuple[int, str], ...]:
    """The words that are a pole of a contrast, each with the contrast's row, sorted."""
    known = _rows_of()
    if words.isdisjoint(known):
        return ()
    return tuple(sorted((row, word) for word in words for row in known.get(word, ())))


def written(stem: str) -> str:
    """The word that a pole stands for, as a reader writes it."""
    return _words().get(stem, stem)


@lru_cache(maxsize=1)
def _words() -> dict[str, str]:
    """The first word of each stem."""
    found: dict[str, str] = {}
    for word in chain.from_iterable(_written()):
        for stem in stems(word):
            found.setdefault(stem, word)
    return found


@lru_cache(maxsize=1)
def _written() -> tuple[tuple[str, ...], ...]:
    text = (files("accord.facts") / "opposites.toml").read_text(encoding="utf-8")
    return tuple(tuple(row["words"]) for row in tomllib.loads(text)["opposites"])


@lru_cache(maxsize=1)
def _rows_of() -> dict[str, tuple[int, ...]]:
    """The rows that each pole stands in."""
    known = frozenset[str]().union(*rows())
    return {word: tuple(row for row, pair in enumerate(rows()) if word in pair) for word in known}
