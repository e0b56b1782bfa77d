"""The words of a line as one may cut and join them."""

from __future__ import annotations

from dataclasses import dataclass

from accord.quantities import nouns
from accord.quantities.line import Line
from accord.quantities.vocabulary import MONTHS, SCALES, words_of
from accord.units import load_currencies

_MONEY = load_currencies()
_NEAR = 12  # words; a unit or a noun is shorter, and stands near its number
_QUOTES = frozenset('"\u00ab\u00bb\u201c\u201d\u201e\u2039\u203a')
_ENGLISH = words_of("english")


@dataclass(slots=True)
class Token:
    """A word at [start, end) of the text; `low` is what the rules read it as."""

    word: str
    low: str
    start: int
    end: int


def of(line: Line, elided: frozenset[str]) -> list[Token]:
    """The words of `line`, an elided article apart from its noun: d'euros is d' and euros."""
    found: list[Token] = []
    for k in range(line.first, line.last):
        low = line.lows[k].replace("\u2019", "'")
        token = Token(line.words[k], low, line.start(k), line.ends[k])
        head, mark, rest = low.partition("'")
        if rest and head in elided and token.end - token.start == len(low):
            found.extend(_apart(token, len(head + mark), head))
        elif low == "'" and found and found[-1].low in elided and line.joined(k):
            found[-1] = merged([found[-1], token], found[-1].word + token.word, found[-1].low)
        else:
            found.append(token)
    return found


def _apart(token: Token, at: int, low: str) -> tuple[Token, Token]:
    middle = token.start + at
    first = Token(token.word[:at], low, token.start, middle)
    return first, Token(token.word[at:], token.low[at:], middle, token.end)


def foreign(given: list[Token]) -> list[bool]:
    """Which words are not quoted from an English speaker."""
    found: list[bool] = []
    start = 0
    for k in range(len(given) + 1):
        if k == len(given) or given[k].word in _QUOTES:
            words = {token.word for token in given[start:k]}
            small = (words | {token.low for token in given[start : start + 1]}) & _ENGLISH
            found += [len(small) < 2] * (k - start)
            found += [True] * (k < len(given))
            start = k + 1
    return found


def merged(given: list[Token], word: str, low: str | None = None) -> Token:
    """One token that stands where `given` do."""
    return Token(word, low or word, given[0].start, given[-1].end)


def spoken(given: list[Token], lows: tuple[str, ...]) -> list[Token]:
    """`given` read as `lows`: one each; the last takes what is over, or is cut for many."""
    if len(given) == 1 and len(lows) > 1:
        head, rest = _apart(given[0], len(given[0].word) - len(lows) + 1, lows[0])
        return [head, *spoken([rest], lows[1:])]
    if len(given) < len(lows):
        return [*spoken(given[:1], lows[:1]), *spoken(given[1:], lows[1:])]
    last = len(lows) - 1
    parts = [*([token] for token in given[:last]), given[last:]]
    return [merged(part, _word(part, low), low) for part, low in zip(parts, lows, strict=True)]


def _word(part: list[Token], low: str) -> str:
    """The word as written; one that the rules know by its letters as English writes it."""
    if low in MONTHS:
        return low.title()
    return low if low in _MONEY.names or low in _MONEY.codes else " ".join(t.word for t in part)


def uncapitalise(made: list[Token]) -> None:
    """The noun that a number counts, and the word before that number, small as in English."""
    start = 0
    for k in range(1, len(made)):
        if made[k - 1].word[:1].isdecimal():
            start = k - 1
        scaled = made[k - 1].low in SCALES or made[k - 1].word[:1].isdecimal()
        if scaled and made[k].low not in SCALES and _is_noun(made[k]):
            _small(made[k])
            if start and _is_noun(made[start - 1]):
                _small(made[start - 1])


def _small(token: Token) -> None:
    token.word = token.word.lower()


def _is_noun(token: Token) -> bool:
    plain = token.low not in MONTHS and len(token.word) > 2
    return plain and token.word[:1].isupper() and token.word[1:].islower()


def written(text: str, line: Line, phrase: str, k: int) -> str:
    """The words `phrase` that stand at or behind word `k`, as the text has them."""
    for i in range(k, min(line.last, k + _NEAR)):
        for j in range(i + 1, min(line.last, i + _NEAR) + 1):
            if nouns.phrase(line, i, j) == phrase:
                return " ".join(text[line.start(i) : line.ends[j - 1]].split())
    return phrase


def line(given: Line, made: list[Token]) -> Line:
    """The line of `given` with other words, and the same empty ones to either side."""
    first, last = given.first, given.last
    return Line(
        words=[*given.words[:first], *(t.word for t in made), *given.words[last:]],
        lows=[*given.lows[:first], *(t.low for t in made), *given.lows[last:]],
        ends=[*given.ends[:first], *(t.end for t in made), *given.ends[last:]],
        first=first,
        last=first + len(made),
        index=given.index,
        starts=[
            *map(given.start, range(first)),
            *(t.start for t in made),
            *map(given.start, range(last, len(given.words))),
        ],
    )
