"""The word tables of words.toml, stemmed and folded."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import Any

import snowballstemmer


@lru_cache(maxsize=1)
def table() -> dict[str, Any]:
    """The whole of words.toml."""
    text = (files("accord.claims.context") / "words.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@lru_cache(maxsize=8)
def listed(name: str) -> frozenset[str]:
    """The words of one list: stop, stoppers, wholes."""
    return frozenset(table()[name].split())


@lru_cache(maxsize=1)
def verbs() -> frozenset[str]:
    """The stems of the verbs that often govern a number."""
    return frozenset(stem(word) for word in table()["verbs"].split())


@lru_cache(maxsize=1)
def mark_of() -> dict[str, str]:
    """The scope mark that each word makes."""
    return {word: mark for mark, words in table()["marks"].items() for word in words}


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The stem that stands for a lower-case word and for all its general synonyms."""
    bare = _bare(word)
    return _same().get(bare, bare)


@lru_cache(maxsize=1)
def _same() -> dict[str, str]:
    groups = (entry["words"] for entry in table()["same"])
    return {_bare(word): _bare(group[0]) for group in groups for word in group}


def _bare(word: str) -> str:
    return str(_stemmer().stemWord(table()["irregular"].get(word, word)))


@lru_cache(maxsize=1)
def _stemmer() -> Any:
    return snowballstemmer.stemmer("english")
