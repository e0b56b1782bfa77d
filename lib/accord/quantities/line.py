"""One sentence as words, with the place of each in the text."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from itertools import accumulate

_TOKEN = re.compile(
    r"\d+(?:[.,\u066b\u066c]\d+)*(?:,\r?\n000(?!\d))*|(?:[A-Za-z]\.){2,}|[^\W\d_\u00bc-\u00be\u2150-\u215e]+"
    r"(?:['\u2019][^\W\d_]+)*|\s+|.",
    re.DOTALL,
)
_FOREIGN = re.compile(r"(?![0-9])\d|[\uff01-\uff5e\u2212\u066a-\u066c\uffe1\uffe5]")
_SIGNS = {0x2212: "-", 0x066A: "%", 0x066B: ".", 0x066C: ",", 0xFFE1: "£", 0xFFE5: "¥"}
_PAD = 6
_UNBROKEN = {ord("\r"): None, ord("\n"): None}


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


def cut(text: str, start: int, end: int, index: int) -> Line:
    """The words of `text` in [start, end), sentence number `index`."""
    pieces = _TOKEN.findall(text, start, end)
    places = list(accumulate(map(len, pieces), initial=start))
    kept = [k for k, piece in enumerate(pieces) if not piece.isspace()]
    blank = [""] * _PAD
    words = [pieces[k] for k in kept]
    if "\n" in text[start:end]:  # a number that a line's end splits is one word
        words = [word.translate(_UNBROKEN) for word in words]
    begins = [places[k] for k in kept]
    stops = [places[k + 1] for k in kept]
    return Line(
        words=[*blank, *words, *blank],
        lows=[*blank, *map(str.lower, words), *blank],
        starts=[start] * _PAD + begins + [end] * _PAD,
        ends=[start] * _PAD + stops + [end] * _PAD,
        first=_PAD,
        last=_PAD + len(words),
        index=index,
    )
