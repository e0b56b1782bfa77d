"""A stretch of text cut into words, with the place of each."""

from __future__ import annotations

import re
from itertools import accumulate
from operator import sub


def cutter(piece: str) -> re.Pattern[str]:
    """What cuts a text where `piece` says, each piece with the blanks that stand before it.

    `piece` is a pattern without a group that takes any character but a blank.
    """
    return re.compile(rf"\s*+(?:{piece})|\s+", re.DOTALL)


def cut(
    pattern: re.Pattern[str], text: str, start: int, end: int
) -> tuple[list[str], list[int], list[int]]:
    """The words that a `cutter` finds in [start, end), where each begins and where it ends."""
    pieces = pattern.findall(text, start, end)
    words = list(map(str.lstrip, pieces))
    starts, ends = places(pieces, words, start)
    if words and not words[-1]:  # the blanks behind the last piece
        del words[-1], starts[-1], ends[-1]
    return words, starts, ends


def places(pieces: list[str], words: list[str], start: int) -> tuple[list[int], list[int]]:
    """Where each word begins and ends; `pieces` are the same from `start` on with their blanks.

    The matches of a `cutter` leave no character out: so their lengths tell the places, far cheaper
    than match objects do.
    """
    _, *ends = accumulate(map(len, pieces), initial=start)
    return list(map(sub, ends, map(len, words))), ends
