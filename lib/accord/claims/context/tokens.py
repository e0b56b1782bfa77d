"""The words and marks of a sentence, with the names of one thing folded into one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from accord.claims.context.tables import listed, stem, verbs
from accord.model import Span
from accord.model.words import cut, cutter

Aliases = tuple[tuple[str, tuple[str, ...]], ...]
Names = dict[str, tuple[tuple[tuple[str, ...], str], ...]]
_TOKEN = cutter(r"(?:[A-Z]\.){2,}|[^\W\d_]+(?:[-'\u2019][^\W\d_]+)*|\d[\d.,:]*|.")
_ABBREVIATIONS = {"US": "U.S.", "UK": "U.K.", "UN": "U.N.", "EU": "E.U."}


class Token(NamedTuple):
    """One word or mark, wherever it stands.

    `stem` is empty for a mark, a digit or a word that carries no measure; `verb` tells whether the
    word can govern a number, `past` whether it is a regular past form.
    """

    word: str
    stem: str
    capital: bool
    verb: bool = False
    past: bool = False


class Tokens(NamedTuple):
    """The tokens of a stretch of text, and where each begins and ends in it."""

    words: Sequence[Token]
    starts: Sequence[int]
    ends: Sequence[int]


def tokens_of(text: str, span: Span, names: Names) -> Tokens:
    """The tokens of one stretch of text; every alias stands as one token by its canonical name."""
    raw, starts, ends = cut(_TOKEN, text, span.start, span.end)
    tokens = Tokens(list(map(_known, raw)), starts, ends)
    return _folded(tokens, names) if names else tokens


@lru_cache(maxsize=65536)
def _known(raw: str) -> Token:
    written = _ABBREVIATIONS.get(raw, raw)
    word, capital = _plain(written), written[0].isupper()
    meaningful = written[0].isalpha() and len(word) > 1 and word not in listed("stop")
    stemmed = stem(word) if meaningful else ""
    regular = word.endswith("ed") and not word.endswith("eed") and len(word) > 4
    past = bool(stemmed) and regular and not capital and "-" not in word
    return Token(word, stemmed, capital, past or stemmed in verbs(), past)


def _plain(written: str) -> str:
    return written.lower().replace("\u2019", "'").removesuffix("'s")


@lru_cache(maxsize=16)
def names_of(aliases: Aliases) -> Names:
    """For each first word, the names that begin with it, longest first, and what they stand for."""
    names: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for canonical, others in aliases:
        for name in (canonical, *others):
            words = tuple(map(_plain, cut(_TOKEN, name, 0, len(name))[0]))
            if words:
                names.setdefault(words[0], []).append((words, canonical.lower()))
    return {
        first: tuple(sorted(rows, key=lambda row: -len(row[0]))) for first, rows in names.items()
    }


def _folded(tokens: Tokens, names: Names) -> Tokens:
    words: list[Token] = []
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    while at < len(tokens.words):
        length, token = _alias_at(tokens.words, at, names)
        words.append(token)
        starts.append(tokens.starts[at])
        ends.append(tokens.ends[at + length - 1])
        at += length
    return Tokens(words, starts, ends)


def _alias_at(tokens: Sequence[Token], at: int, names: Names) -> tuple[int, Token]:
    """How many tokens the longest name at a place takes, and the token for all of them."""
    for words, canonical in names.get(tokens[at].word, ()):
        if tuple([token.word for token in tokens[at : at + len(words)]]) == words:
            return len(words), Token(canonical, canonical, capital=True)
    return 1, tokens[at]
