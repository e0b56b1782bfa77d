"""Marks that turn the direction of all words after them: shown, never obeyed."""

from __future__ import annotations

import re

_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")


def shown(text: str) -> str:
    r"""The text with each such mark as \uXXXX; letters that run from right to left stay."""
    return _TURNING.sub(lambda mark: f"\\u{ord(mark[0]):04x}", text)
