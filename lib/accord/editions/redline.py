"""A text before and after: which sentence became which, and the words that differ in it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from functools import cache

from accord.model import Source, Span

Pair = tuple[Span | None, Span | None]
Piece = tuple[str, str]

_WORDS = re.compile(r"\s+|\S+")
_LIKE = 0.3  # share of words that two sentences must have in common to be one, edited
_WIDE = 60  # sentences on a side that are compared each with each; beyond, they pair in order


def pairs(old: Source, new: Source) -> tuple[Pair, ...]:
    """Every sentence of two texts in order: with its counterpart, or alone where it has none."""
    before, after = _sentences(old), _sentences(new)
    old_names = [_folded(span.of(old.text)) for span in before]
    new_names = [_folded(span.of(new.text)) for span in after]
    return tuple(
        (None if one is None else before[one], None if other is None else after[other])
        for one, other in aligned(old_names, new_names)
    )


def aligned(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int | None, int | None]]:
    """Places of old and new lines in order, those that are one, edited, together.

    A line between unchanged neighbours is the same one, edited; among several, those that have
    most words in common are.
    """
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for how, a, b, c, d in matcher.get_opcodes():
        if how == "equal":
            yield from zip(range(a, b), range(c, d), strict=True)
            continue
        for one, other in _edited(old[a:b], new[c:d]):
            yield None if one is None else a + one, None if other is None else c + other


def words(old: str, new: str) -> tuple[Piece, ...]:
    """The words of both in reading order, as ("", kept), ("delete", gone) or ("insert", new)."""
    before, after = _WORDS.findall(old), _WORDS.findall(new)
    found: list[Piece] = []
    for how, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if how == "equal":
            found.append(("", "".join(before[a:b])))
            continue
        found += [("delete", "".join(before[a:b])), ("insert", "".join(after[c:d]))]
    return tuple(_joined(piece for piece in found if piece[1]))


def _joined(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Pieces with a lone blank between two changes taken into both, so that phrases stay whole."""
    gone, came = "", ""
    for style, text in pieces:
        if style == "" and not (text.isspace() and (gone or came)):
            yield from (piece for piece in (("delete", gone), ("insert", came)) if piece[1])
            gone, came = "", ""
            yield style, text
            continue
        gone += text if style != "insert" else ""
        came += text if style != "delete" else ""
    yield from (piece for piece in (("delete", gone), ("insert", came)) if piece[1])


def _sentences(source: Source) -> list[Span]:
    return [sentence.span for sentence in source.sentences]


def _folded(text: str) -> str:
    return " ".join(text.split())


def _edited(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int | None, int | None]]:
    """Places of old and new sentences, in order, that are one; None where one stands alone."""
    if len(old) == len(new) == 1:
        yield 0, 0
        return
    matched = dict(_alike(old, new))
    came = 0
    for gone in range(len(old)):
        if gone not in matched:
            yield gone, None
            continue
        yield from ((None, place) for place in range(came, matched[gone]))
        yield gone, matched[gone]
        came = matched[gone] + 1
    yield from ((None, place) for place in range(came, len(new)))


def _alike(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The pairs in order whose words have most in common, over all pairs together."""
    if max(len(old), len(new)) > _WIDE:
        yield from ((n, n) for n in range(min(len(old), len(new))))
        return
    before, after = ([Counter(text.casefold().split()) for text in side] for side in (old, new))

    @cache
    def best(i: int, j: int) -> float:
        if i == len(before) or j == len(after):
            return 0.0
        return max(best(i + 1, j), best(i, j + 1), _taken(i, j))

    def _taken(i: int, j: int) -> float:
        like = _likeness(before[i], after[j])
        return like + best(i + 1, j + 1) if like >= _LIKE else 0.0

    i = j = 0
    while i < len(before) and j < len(after):
        if 0.0 < best(i, j) == _taken(i, j):
            yield i, j
            i, j = i + 1, j + 1
        elif best(i, j) == best(i + 1, j):
            i += 1
        else:
            j += 1


def _likeness(one: Counter[str], other: Counter[str]) -> float:
    return 2 * (one & other).total() / max(1, one.total() + other.total())
