"""A text's words as a fingerprint: its three-word runs, and its form without case and blanks."""

from __future__ import annotations

import hashlib
import re
from array import array

import numpy as np

from accord.model.words import Known

# A Han or kana character stands for a word, since its text has no blanks.
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W_\u3040-\u30ff\u3400-\u9fff]+")
_PLAIN_WORD = re.compile(r"[a-z0-9]+")
_MIX = np.uint64(0x9E3779B97F4A7C15)  # an odd number whose bits are spread
_INK = re.compile(r"[^\s\u200b-\u200f\u2060\ufeff\ufffd]")


def runs(text: str) -> array[int]:
    """The 64-bit hashes of the lower-case three-word runs, sorted, each once."""
    words = (_PLAIN_WORD if text.isascii() else _WORD).findall(text.lower())
    hashes = np.fromiter(map(_HASHES.__getitem__, words), np.uint64, len(words))
    found = np.zeros(max(0, len(words) - 2), np.uint64)
    for place in range(3):
        found = (found ^ hashes[place : place + len(found)]) * _MIX
    return array("Q", np.unique(found).tobytes())


def folded(text: str) -> str:
    """The text without its case and its blanks: equal for copies."""
    return " ".join(text.casefold().split())


def is_blank(text: str) -> bool:
    """Whether nothing in the text leaves ink."""
    return _INK.search(text) is None


def _hash(word: str) -> int:
    digest = hashlib.blake2b(word.encode("utf-8", "replace"), digest_size=8).digest()
    return int.from_bytes(digest, "big")


_HASHES = Known(_hash)
