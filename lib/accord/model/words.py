"""A stretch of text cut into words, and what is known of a word wherever it stands."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import accumulate
from typing import TypeVar

_MOST = 65_536
_T = TypeVar("_T")


def cutter(piece: str) -> re.Pattern[str]:
    """What cuts a text where `piece` says, each piece with the blanks that stand before it.

    `piece` is a pattern without a group that takes any character but a blank.
    """
    return re.compile(rf"\s*+(?:{piece})|\s+", re.DOTALL)


def cut(pattern: re.Pattern[str], text: str, start: int, end: int) -> tuple[list[str], list[int]]:
    """The words that a `cutter` finds in [start, end), and where each ends.

    A word comes with the blanks before it: the matches leave no character out, so that their
    lengths tell their places, far cheaper than match objects do.
    """
    words = pattern.findall(text, start, end)
    _, *ends = accumulate(map(len, words), initial=start)
    if words and words[-1].isspace():
        del words[-1], ends[-1]
    return words, ends


class Known(dict[str, _T]):
    """What `tell` says of each word, remembered for at most 65,536 words: a look-up is a dict's.

    A word counts with the blanks before it, which `tell` does not see.
    """

    def __init__(self, tell: Callable[[str], _T]) -> None:
        """Know nothing yet."""
        super().__init__()
        self._tell = tell

    def __missing__(self, word: str) -> _T:
        if len(self) >= _MOST:
            self.clear()
        told = self[word] = self._tell(word.lstrip())
        return told
