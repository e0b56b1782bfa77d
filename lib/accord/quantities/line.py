"""A text as words, with the place of each; one sentence of it at a time."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from dataclasses import dataclass
from itertools import compress

from accord.model.words import cut as cut_words
from accord.model.words import cutter

# Marks that nobody sees: where a line may break, which way words run, what a file began with.
_UNSEEN = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\u2066\u2067\u2068\u2069\ufeff"


def _cutter(first: str, letter: str, digit: str) -> re.Pattern[str]:
    """What cuts words of that `letter`, which is `first` at the start of one, and numbers."""
    broken = rf"[{_UNSEEN}]*+[.,\u066b\u066c]?[{_UNSEEN}]*+"
    word = rf"{first}++(?:['\u2019\u00ad]{letter}+)*"
    number = rf"{digit}+(?:{broken}{digit}+)*(?:,\r?\n000(?!{digit}))*"
    return cutter(rf"(?:[A-Za-z]\.){{2,}}|{word}|{number}|.")


_ANY = _cutter(r"[^\W\d_\u00bc-\u00be\u2150-\u215e]", r"[^\W\d_]", r"\d")
_ASCII = _cutter("[A-Za-z]", "[A-Za-z]", "[0-9]")  # cuts a text of these alone alike, but faster
_FOREIGN = re.compile(r"(?![0-9])\d|[\uff01-\uff5e\u2212\u066a-\u066c\uffe1\uffe5]")
_SIGNS = {0x2212: "-", 0x066A: "%", 0x066B: ".", 0x066C: ",", 0xFFE1: "£", 0xFFE5: "¥"}
_PAD = 6
_BLANK = ("",) * _PAD
_PART = re.compile(rf"[\r\n{_UNSEEN}]")
_MARK = re.compile(rf"[{_UNSEEN}]")


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
        pattern = _ASCII if text.isascii() else _ANY
        words, starts, ends = cut_words(pattern, text, start, end)
        if _is_broken(text, start, end):  # what a line's end or a mark unseen splits is one
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


def _is_broken(text: str, start: int, end: int) -> bool:
    marked = not text.isascii() and _MARK.search(text, start, end) is not None
    return marked or text.find("\n000", start, end) >= 0


def cut(text: str, start: int, end: int, index: int) -> Line:
    """The words of `text` in [start, end), sentence number `index`."""
    return Words(text, start, end).line(start, end, index)
