"""A stretch of text cut into words, and what is known of a word wherever it stands."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import accumulate
from typing import TypeVar

_MOST = 65_536
_T = TypeVar("_T")


def cut(pattern: re.Pattern[str], text: str, start: int, end: int) -> tuple[list[str], list[int]]:
    """The words of `text` in [start, end), each with the blanks after it, and where each begins.

    `pattern` has no group, takes in the blanks after a word and leaves no character out: so the
    lengths of the words tell their places, far cheaper than match objects do.
    """
    words = pattern.findall(text, start, end)
    starts = list(accumulate(map(len, words), initial=start))
    del starts[-1]
    if words and words[0].isspace():
        del words[0], starts[0]
    return words, starts


class Known(dict[str, _T]):
    """What `tell` says of each word, remembered for at most 65,536 words: a look-up is a dict's.

    A word counts with the blanks after it, which `tell` does not see.
    """

    def __init__(self, tell: Callable[[str], _T]) -> None:
        """Know nothing yet."""
        super().__init__()
        self._tell = tell

    def __missing__(self, word: str) -> _T:
        if len(self) >= _MOST:
            self.clear()
        told = self[word] = self._tell(word.rstrip())
        return told
