"""The words and marks of a sentence, with the names of one thing folded into one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import attrgetter, sub
from typing import NamedTuple

from accord.claims.context.tables import listed, mark_of, stem, verbs
from accord.model import Span
from accord.model.words import Known, cut, cutter

Aliases = tuple[tuple[str, tuple[str, ...]], ...]
Names = dict[str, tuple[tuple[tuple[str, ...], str], ...]]
_TOKEN = cutter(
    r"[A-Za-z]++(?!\S)"  # most words: asked first
    r"|(?:[A-Z]\.){2,}|[^\W\d_]++(?:[-'\u2019][^\W\d_]++)*+|\d[\d.,:]*+|."
)
_CLAUSE = frozenset(',;:()\u2013\u2014-"\u201c\u201d')
_ABBREVIATIONS = {"US": "U.S.", "UK": "U.K.", "UN": "U.N.", "EU": "E.U."}


@dataclass(frozen=True, slots=True)
class Token:
    """One word or mark, wherever it stands, and how many characters it takes there.

    `stem` is empty for a mark, a digit or a word that carries no measure; `verb` tells whether the
    word can govern a number, `past` whether it is a regular past form; `mark` is the scope mark
    that the word makes, if it makes one; `parts` tells a mark that parts clauses.
    """

    word: str
    width: int
    stem: str
    capital: bool
    verb: bool = False
    past: bool = False
    mark: str = ""
    parts: bool = False


class Tokens(NamedTuple):
    """The tokens of a stretch of text, and where each begins and ends in it."""

    words: Sequence[Token]
    starts: Sequence[int]
    ends: Sequence[int]


def tokens_of(text: str, span: Span, names: Names) -> Tokens:
    """The tokens of one stretch of text; every alias stands as one token by its canonical name."""
    pieces, ends = cut(_TOKEN, text, span.start, span.end)
    words = list(map(_KNOWN.__getitem__, pieces))
    if names:
        words, ends = _folded(words, ends, names)
    return Tokens(words, list(map(sub, ends, map(_WIDTH, words))), ends)


def _known(raw: str) -> Token:
    written = _ABBREVIATIONS.get(raw, raw)
    word, capital = _plain(written), written[0].isupper()
    meaningful = written[0].isalpha() and len(word) > 1 and word not in listed("stop")
    stemmed = stem(word) if meaningful else ""
    regular = word.endswith("ed") and not word.endswith("eed") and len(word) > 4
    past = bool(stemmed) and regular and not capital and "-" not in word
    verb, mark = past or stemmed in verbs(), mark_of().get(word, "")
    return Token(word, len(raw), stemmed, capital, verb, past, mark, word in _CLAUSE)


_KNOWN, _WIDTH = Known(_known), attrgetter("width")


def _plain(written: str) -> str:
    return written.lower().replace("\u2019", "'").removesuffix("'s")


@lru_cache(maxsize=16)
def names_of(aliases: Aliases) -> Names:
    """For each first word, the names that begin with it, longest first, and what they stand for."""
    names: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for canonical, others in aliases:
        for name in (canonical, *others):
            pieces, _ = cut(_TOKEN, name, 0, len(name))
            words = tuple([_plain(piece.lstrip()) for piece in pieces])
            if words:
                names.setdefault(words[0], []).append((words, canonical.lower()))
    return {
        first: tuple(sorted(rows, key=lambda row: -len(row[0]))) for first, rows in names.items()
    }


def _folded(
    tokens: Sequence[Token], ends: Sequence[int], names: Names
) -> tuple[list[Token], list[int]]:
    words: list[Token] = []
    closes: list[int] = []
    at = 0
    while at < len(tokens):
        length, token = _alias_at(tokens, ends, at, names)
        at += length
        words.append(token)
        closes.append(ends[at - 1])
    return words, closes


def _alias_at(
    tokens: Sequence[Token], ends: Sequence[int], at: int, names: Names
) -> tuple[int, Token]:
    """How many tokens the longest name at a place takes, and the token for all of them."""
    for words, canonical in names.get(tokens[at].word, ()):
        if tuple([token.word for token in tokens[at : at + len(words)]]) == words:
            width = ends[at + len(words) - 1] - ends[at] + tokens[at].width
            return len(words), _canonical(canonical, width)
    return 1, tokens[at]


def _canonical(name: str, width: int) -> Token:
    mark, parts = mark_of().get(name, ""), name in _CLAUSE
    return Token(name, width, name, capital=True, mark=mark, parts=parts)
