"""The lines of a text: where a stretch of prose starts and ends, and which lines are titles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from accord.model import Span

_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
# Closing quotes and brackets may follow an end mark; the marks beyond ASCII are Chinese or curly.
_CLOSERS = "\"'\u201d\u2019\u00bb)]*_"
_STOPS = frozenset(".!?\u2026\u3002\uff01\uff1f")
_ENDS = _STOPS.union(":;,\uff1a\uff1b\uff0c")
_INNER_STOP = re.compile(r"[.!?][\"'\u201d\u2019\u00bb)\]]*\s+[A-Z\"\u201c]")
_BULLET = re.compile(r"\s*[-*•|+>=`~]")
_Edges = tuple[int, int]  # where a line starts and ends
_TITLE_WORDS = 25
_WRAP = (45, 120)  # the width of text that was wrapped by a machine


@dataclass(frozen=True, slots=True)
class Line:
    """A stretch of text that no sentence crosses."""

    span: Span
    heading: bool = False


def of(text: str) -> list[Line]:
    """The lines of a text that leave ink, wrapped ones joined, titles marked.

    A title is a line of at most 25 words without an end mark, or a first line of one sentence that
    stands apart from the text below it.
    """
    blocks = list(_blocks(text))
    found = [
        Line(span, heading=_is_title(span.of(text)))
        for block in blocks
        for span in _joined(text, block)
    ]
    if len(blocks) > 1 and len(blocks[0]) == 1 and _is_headline(found[0].span.of(text)):
        found[0] = Line(found[0].span, heading=True)
    return found


def _blocks(text: str) -> Iterator[list[_Edges]]:
    """Lines with no blank line between them."""
    block: list[_Edges] = []
    for line in _LINE.finditer(text):
        start, end = line.span()
        if text[start:end].isspace():
            continue
        if block and _has_blank_line(text[block[-1][1] : start]):
            yield block
            block = []
        block.append((start, end))
    if block:
        yield block


def _has_blank_line(gap: str) -> bool:
    return len(gap.replace("\r\n", "\n")) > 1


def _joined(text: str, block: list[_Edges]) -> Iterator[Span]:
    wrapped = _is_wrapped(text, block)
    begin = block[0][0]
    for (start, end), (low, high) in pairwise(block):
        if not (wrapped or _runs_on(text[start:end], text[low:high])):
            yield Span(begin, end)
            begin = low
    yield Span(begin, block[-1][1])


def _is_wrapped(text: str, block: list[_Edges]) -> bool:
    if len(block) < 2:
        return False
    widths = [end - start for start, end in block]
    low, high, widest = *_WRAP, max(widths)
    if not low <= widest <= high or min(widths[:-1]) < 0.6 * widest:
        return False
    return any(_last(text[start:end]) not in _STOPS for start, end in block[:-1])


def _runs_on(line: str, following: str) -> bool:
    return following.lstrip()[:1].islower() and _last(line) not in _STOPS


def _last(line: str) -> str:
    """The last character of a line but for blanks, closing quotes and brackets."""
    return line.rstrip().rstrip(_CLOSERS)[-1:]


def _is_title(line: str) -> bool:
    return (
        _last(line) not in _ENDS
        and _BULLET.match(line) is None
        and len(line.split(None, _TITLE_WORDS)) <= _TITLE_WORDS
        and any(map(str.isalpha, line))
    )


def _is_headline(line: str) -> bool:
    return len(line.split(None, _TITLE_WORDS)) <= _TITLE_WORDS and _INNER_STOP.search(line) is None
