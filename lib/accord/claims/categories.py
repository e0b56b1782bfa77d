"""Dictionary coding: the answers that a sentence names to the codebook's questions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from accord.claims.origin import alternatives
from accord.model import Codebook, Question, Source, Span

_FOLD = str.maketrans({"\u2019": "'", "\u2018": "'"})


class Coded(NamedTuple):
    """A category that a sentence names: the question, its answer, and the words that name it."""

    sentence: int
    question: str
    answer: str
    span: Span


class _Asked(NamedTuple):
    question: str
    words: re.Pattern[str]
    answers: tuple[tuple[str, re.Pattern[str]], ...]


def code(source: Source, spans: Sequence[Span], codebook: Codebook) -> Iterator[Coded]:
    """One category a sentence and answer, in text order of sentences."""
    questions = _questions(codebook)
    if not questions:
        return
    text = source.text.translate(_FOLD)
    for place, span in enumerate(spans):
        for asked in questions:
            if asked.words.search(text, span.start, span.end):
                yield from _answers(text, span, place, asked)


def _answers(text: str, span: Span, sentence: int, asked: _Asked) -> Iterator[Coded]:
    """The answers named in the sentence; one inside a longer one is that longer one's."""
    found: list[tuple[str, Span]] = []
    for answer, words in asked.answers:
        match = words.search(text, span.start, span.end)
        if match:
            found.append((answer, Span(match.start(), match.end())))
    for answer, words_span in found:
        if not any(other != words_span and words_span in other for _, other in found):
            yield Coded(sentence, asked.question, answer, words_span)


@lru_cache(maxsize=8)
def _questions(codebook: Codebook) -> tuple[_Asked, ...]:
    return tuple(
        _Asked(
            question.label,
            _pattern(question.words or _all(question)),
            tuple((name, _pattern(words or (name,))) for name, words in question.categories),
        )
        for question in codebook.questions
        if question.categories
    )


def _all(question: Question) -> tuple[str, ...]:
    return tuple(word for name, words in question.categories for word in (words or (name,)))


def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{alternatives(words)})(?!\w)", re.IGNORECASE)
