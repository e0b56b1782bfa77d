"""A text's words as a fingerprint: its three-word runs, and its form without case and blanks."""

from __future__ import annotations

import hashlib
import re

# A Han or kana character stands for a word, since its text has no blanks.
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W_\u3040-\u30ff\u3400-\u9fff]+")
_INK = re.compile(r"[^\s\u200b-\u200f\u2060\ufeff\ufffd]")


def runs(text: str) -> tuple[int, ...]:
    """The 64-bit hashes of the lower-case three-word runs, sorted, each once."""
    words = _WORD.findall(text.lower())
    found = {
        f"{first} {second} {third}"
        for first, second, third in zip(words, words[1:], words[2:], strict=False)
    }
    return tuple(sorted(_hash(run) for run in found))


def folded(text: str) -> str:
    """The text without its case and its blanks: equal for copies."""
    return " ".join(text.casefold().split())


def is_blank(text: str) -> bool:
    """Whether nothing in the text leaves ink."""
    return _INK.search(text) is None


def _hash(run: str) -> int:
    return int.from_bytes(hashlib.blake2b(run.encode("utf-8", "replace"), digest_size=8).digest())
