"""Words by their stems, as contexts hold them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

import snowballstemmer

_WORD = re.compile(r"[^\W\d_]+(?:[-'\u2019][^\W\d_]+)*|\d+")


@lru_cache(maxsize=4096)
def stems(text: str) -> tuple[str, ...]:
    """The stem of each word of a text (Porter, 2001), in order."""
    words = (match[0].lower().replace("\u2019", "'") for match in _WORD.finditer(text))
    return tuple(_stem(word.removesuffix("'s")) for word in words)


@lru_cache(maxsize=65536)
def _stem(word: str) -> str:
    return str(_stemmer().stemWord(word))


@lru_cache(maxsize=1)
def _stemmer() -> Any:
    return snowballstemmer.stemmer("english")
