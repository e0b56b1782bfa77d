"""A text as words, with the place of each; one sentence of it at a time."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from dataclasses import dataclass
from itertools import compress

from accord.model.words import cut as cut_words

# Marks that nobody sees: where a line may break, which way words run, what a file began with.
_UNSEEN = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\u2066\u2067\u2068\u2069\ufeff"
_TOKEN = re.compile(
    r"\s+|(?:[A-Za-z]\.){2,}|[^\W\d_\u00bc-\u00be\u2150-\u215e]++(?:['\u2019\u00ad][^\W\d_]+)*"
    rf"|\d+(?:[{_UNSEEN}]*+[.,\u066b\u066c]?[{_UNSEEN}]*+\d+)*(?:,\r?\n000(?!\d))*|.",
    re.DOTALL,
)
_FOREIGN = re.compile(r"(?![0-9])\d|[\uff01-\uff5e\u2212\u066a-\u066c\uffe1\uffe5]")
_SIGNS = {0x2212: "-", 0x066A: "%", 0x066B: ".", 0x066C: ",", 0xFFE1: "£", 0xFFE5: "¥"}
_PAD = 6
_BLANK = ("",) * _PAD
_BROKEN = re.compile(rf"\n000|[{_UNSEEN}]")
_PART = re.compile(rf"[\r\n{_UNSEEN}]")


@dataclass(slots=True)
class Line:
    """The words of one sentence, with empty words to either side so that neighbours always exist.

    `words[k]` begins at `starts[k]` and ends at `ends[k]` of the text; `lows` is lower case;
    `first` and `last` bound the true words as [first, last).
    """

    words: list[str]
    lows: list[str]
    starts: list[int]
    ends: list[int]
    first: int
    last: int
    index: int

    def joined(self, k: int) -> bool:
        """Whether word `k` follows the one before it without a blank."""
        return self.starts[k] == self.ends[k - 1] and self.first < k < self.last


def fold(text: str) -> str:
    """`text` with foreign digits and full-width signs as ASCII, every offset unchanged."""
    if text.isascii() or not _FOREIGN.search(text):
        return text
    return text.translate(_FOLD)


class _Folds(dict[int, str]):
    """The plain character of each code point, worked out on first need."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        if character.isdecimal():
            character = str(unicodedata.decimal(character))
        elif 0xFF01 <= code < 0xFF5F:
            character = chr(code - 0xFEE0)
        self[code] = character
        return character


_FOLD = _Folds(_SIGNS)


class Words:
    """The words of `text` in [start, end), cut once for all its sentences."""

    def __init__(self, text: str, start: int, end: int) -> None:
        """Cut the words."""
        words, starts, ends = cut_words(_TOKEN, text, start, end)
        if _BROKEN.search(text, start, end):  # what a line's end or a mark unseen splits is one
            words = [_PART.sub("", word) for word in words]
            starts, ends = list(compress(starts, words)), list(compress(ends, words))
            words = list(filter(None, words))
        self._starts, self._ends = starts, ends
        self._text = text
        self._words = words
        self._lows = list(map(str.lower, words))

    def line(self, start: int, end: int, index: int) -> Line:
        """The words in [start, end), sentence number `index`."""
        i, j = bisect_left(self._starts, start), bisect_left(self._starts, end)
        if (i and self._ends[i - 1] > start) or (j and self._ends[j - 1] > end):  # cut in a word
            return cut(self._text, start, end, index)
        opens, closes = (start,) * _PAD, (end,) * _PAD
        return Line(
            words=[*_BLANK, *self._words[i:j], *_BLANK],
            lows=[*_BLANK, *self._lows[i:j], *_BLANK],
            starts=[*opens, *self._starts[i:j], *closes],
            ends=[*opens, *self._ends[i:j], *closes],
            first=_PAD,
            last=_PAD + j - i,
            index=index,
        )


def cut(text: str, start: int, end: int, index: int) -> Line:
    """The words of `text` in [start, end), sentence number `index`."""
    return Words(text, start, end).line(start, end, index)
