"""A text as words, with the place of each; one sentence of it at a time."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import compress

from accord.model import Span
from accord.model.words import cut as cut_words
from accord.model.words import cutter

# Marks that nobody sees: where a line may break, which way words run, what a file began with.
_UNSEEN = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\u2066\u2067\u2068\u2069\ufeff"
_FRACTIONS = "\u00bc-\u00be\u2150-\u215e"


def _cutter(first: str, letter: str, digit: str) -> re.Pattern[str]:
    """What cuts words of that `letter`, which is `first` at the start of one, and numbers."""
    broken = rf"[{_UNSEEN}]*+[.,\u066b\u066c]?[{_UNSEEN}]*+"
    word = rf"{first}++(?:['\u2019\u00ad]{letter}++)*+"
    number = rf"{digit}+(?:{broken}{digit}+)*(?:,\r?\n000(?!{digit}))*"
    return cutter(rf"[A-Za-z]\.(?:[A-Za-z]\.)+|{word}|{number}|.")


_ANY = _cutter(rf"[^\W\d_{_FRACTIONS}]", r"[^\W\d_]", r"\d")
_ASCII = _cutter("[A-Za-z]", "[A-Za-z]", "[0-9]")  # cuts a text of these alone alike, but faster
_LETTERS = re.compile(r"[^\W\d_]+")
_SMALL = bytes(ord(chr(k).lower()) if chr(k).isalpha() else ord(" ") for k in range(128)).ljust(256)
_DIGIT = re.compile(f"[0-9{_FRACTIONS}]")
_FOREIGN = re.compile(r"(?![0-9])\d|[\uff01-\uff5e\u2212\u066a-\u066c\uffe1\uffe5]")
_RAISED_POINT = re.compile(r"(?<=\d)\u00b7(?=\d)(?!10[\^⁰¹²³⁴-⁹⁻])")  # 1·5 million, not 3·10⁸
_SIGNS = {0x2212: "-", 0x066A: "%", 0x066B: ".", 0x066C: ",", 0xFFE1: "£", 0xFFE5: "¥"}
_PAD = 6
_BLANK = ("",) * _PAD
_PART = re.compile(rf"[\r\n{_UNSEEN}]")
_MARK = re.compile(rf"[{_UNSEEN}]")


@dataclass(slots=True)
class Line:
    """The words of one sentence, with empty words to either side so that neighbours always exist.

    `words[k]` ends at `ends[k]` of the text; `lows` is lower case; `first` and `last` bound the
    true words as [first, last). Where words are not as long as the text has them, `starts` tells
    where they begin.
    """

    words: list[str]
    lows: list[str]
    ends: list[int]
    first: int
    last: int
    index: int
    starts: list[int] | None = None

    def start(self, k: int) -> int:
        """Where word `k` begins in the text."""
        return self.starts[k] if self.starts else self.ends[k] - len(self.words[k])

    def joined(self, k: int) -> bool:
        """Whether word `k` follows the one before it without a blank."""
        begins = self.starts[k] if self.starts else self.ends[k] - len(self.words[k])
        return begins == self.ends[k - 1] and self.first < k < self.last


def fold(text: str) -> str:
    """`text` with foreign digits, full-width signs and raised points as ASCII, in place."""
    if text.isascii():
        return text
    text = _RAISED_POINT.sub(".", text)
    return text.translate(_FOLD) if _FOREIGN.search(text) else text


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


def lines(text: str, spans: Iterable[Span], waking: frozenset[str] = frozenset()) -> Iterator[Line]:
    """Each of `spans` as words; if `waking` is given, only those with digits or a word of it."""
    cutter = _ASCII if text.isascii() else _ANY
    broken = _is_broken(text)
    every = broken or not waking  # a broken word is seen once it is mended
    for index, span in enumerate(spans):
        start, end = span.start, span.end
        if not (every or _DIGIT.search(text, start, end) or _holds(text[start:end], waking)):
            continue
        pieces, ends = cut_words(cutter, text, start, end)
        words = [*_BLANK, *map(str.lstrip, pieces), *_BLANK]
        ends = [*(start,) * _PAD, *ends, *(end,) * _PAD]
        lows = list(map(str.lower, words))
        line = Line(words, lows, ends, _PAD, _PAD + len(pieces), index)
        yield _mended(line) if broken else line


def _mended(line: Line) -> Line:
    """`line` without what splits its words, and without the words that are nothing else."""
    whole = [_PART.sub("", word) for word in line.words[line.first : line.last]]
    kept = (*(True,) * _PAD, *map(bool, whole), *(True,) * _PAD)
    words = [*_BLANK, *filter(None, whole), *_BLANK]
    return Line(
        words=words,
        lows=list(map(str.lower, words)),
        ends=list(compress(line.ends, kept)),
        first=_PAD,
        last=len(words) - _PAD,
        index=line.index,
        starts=list(compress(map(line.start, range(len(line.words))), kept)),
    )


def _holds(sentence: str, waking: frozenset[str]) -> bool:
    """Whether a run of letters in `sentence` is one of `waking`: cheaper than to cut all words."""
    if sentence.isascii():
        letters = sentence.encode().translate(_SMALL).decode().split()
    else:
        letters = _LETTERS.findall(sentence.lower())
    return not waking.isdisjoint(letters)


def cut(text: str) -> Line:
    """The whole of `text` as one line."""
    [line] = lines(text, [Span(0, len(text))])
    return line


def _is_broken(text: str) -> bool:
    """Whether the end of a line or a mark unseen may split what is one word."""
    marked = not text.isascii() and _MARK.search(text) is not None
    return marked or "\n000" in text
