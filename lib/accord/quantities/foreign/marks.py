"""Digits with the marks of their language, as English writes them: 1.300,5 is 1,300.5."""

from __future__ import annotations

import re
from dataclasses import dataclass

from accord.quantities.digits import LONGEST
from accord.quantities.foreign.tokens import Token
from accord.quantities.foreign.vocabulary import Vocabulary

DECIMAL = "a mark before three digits is read as a decimal mark, not as thousands"
GROUP = "a mark before three digits is read as thousands, not as a decimal mark"

_CONTINENTAL = re.compile(r"(\d{1,3}(?:\.\d{3})+),(\d+)\Z|(\d{1,3}(?:\.\d{3}){2,})\Z")
_ONE_MARK = re.compile(r"(\d+)([.,])(\d+)\Z")
_GROUPED = re.compile(r"(\d{3})(?:([.,])(\d+))?\Z")
_COMMA_DECIMAL = re.compile(
    r"(?<![\d.,])(?:\d{1,3}(?:\.\d{3}){2,}|\d+,\d{1,2})(?![.,]?\d)|\d\.\d{3},\d"
)
_POINT_DECIMAL = re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{3}){2,}(?![.,]?\d)|\d,\d{3}\.\d")


@dataclass(frozen=True, slots=True)
class Marks:
    """A text's decimal mark and mark of thousands; `sure` where nothing speaks against them."""

    decimal: str
    group: str
    sure: bool


def of(text: str, words: Vocabulary, place: str) -> Marks:
    """The marks that `text` shows; where it shows none or both, those of its language or place."""
    comma = bool(_COMMA_DECIMAL.search(text))
    point = bool(_POINT_DECIMAL.search(text) or words.decimals.search(text))
    if (point and not comma) or (point == comma and place in words.points):
        return Marks(".", ",", sure=not comma)
    return Marks(words.decimal, words.group, sure=not point and (comma or words.settled))


def digits(given: list[Token], k: int, marks: Marks) -> tuple[str, int, str | None]:
    """The digits at `k` as English writes them, the word after them, and a doubt."""
    whole, tail, end = _grouped(given, k, marks)
    if end > k + 1:
        return f"{int(whole):,}{tail}", end, None
    word, doubt = _plain(given[k].word, marks)
    return word, end, doubt


def _grouped(given: list[Token], k: int, marks: Marks) -> tuple[str, str, int]:
    """Digits that blanks or apostrophes group: 1 250 000, 1'300'000."""
    whole, tail, end = given[k].word, "", k + 1
    if not whole.isdecimal() or len(whole) > 3 or whole[0] == "0":
        return whole, tail, end
    while not tail and len(whole) < LONGEST:
        at = _group_at(given, end)
        found = _GROUPED.match(given[at].word) if at else None
        if found is None or (found[2] and found[2] != marks.decimal and at == end):
            break
        whole, tail, end = whole + found[1], f".{found[3]}" if found[3] else "", at + 1
    return whole, tail, end


def _group_at(given: list[Token], j: int) -> int:
    """Where the next group of digits would stand behind word j - 1; 0 is nowhere."""
    if j < len(given) and given[j].start - given[j - 1].end == 1:
        return j
    apart = j + 1 < len(given) and given[j].word in ("'", "\u2019")
    return j + 1 if apart and given[j - 1].end + 1 == given[j].end == given[j + 1].start else 0


def _plain(word: str, marks: Marks) -> tuple[str, str | None]:
    continental = _CONTINENTAL.match(word)
    if continental:
        whole = int((continental[1] or continental[3]).replace(".", ""))
        return f"{whole:,}" + (f".{continental[2]}" if continental[2] else ""), None
    parts = _ONE_MARK.match(word)
    if parts is None or len(word) > LONGEST:
        return word, None
    head, mark, tail = parts.groups()
    if len(tail) != 3 or len(head) > 3 or head[0] == "0":
        return f"{head}.{tail}", None
    if mark == marks.group or not marks.sure:
        return f"{head},{tail}", None if marks.sure else GROUP
    return f"{head:0>4}.{tail}", DECIMAL  # four digits before a point are no thousands in English
