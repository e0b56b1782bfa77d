"""Number words and scales: dos mil quinientos, 3 mil 500 millones, vingt-cinq mille."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

from accord.quantities.foreign import tokens
from accord.quantities.foreign.tokens import Token
from accord.quantities.foreign.vocabulary import Phrases, Vocabulary
from accord.quantities.vocabulary import MONTHS, SCALES

T = TypeVar("T")
_THOUSAND = 1000
_TWENTIES = (60, 80)  # from which French counts on: soixante-douze


@dataclass(slots=True)
class Number:
    """The tokens that a number is read as, and the word after it."""

    tokens: list[Token]
    end: int


@dataclass(slots=True)
class _Part:
    """A number up to word `end`; its last written part counts `unit`s; `wordy` if not in digits."""

    value: int
    unit: int
    end: int
    wordy: bool


def read(words: Vocabulary, given: list[Token], k: int) -> Number | None:
    """The number at word `k` in digits and English scales, or None where nothing is to be said."""
    part = last = _below_million(words, given, k)
    if part is None or last is None:
        return None
    total, worth, unit, scales, end = 0, 0, 1, 0, k
    while part is not None:
        scale = int(SCALES.get(_scale(words, given, part.end), 1))
        if worth and (scale >= worth or not (part.wordy or part.unit > 1 or scale > 1)):
            break
        last, worth = part, scale
        total, unit = total + part.value * scale, part.unit * scale
        scales = (part.unit == _THOUSAND) + (scale > 1)
        end = part.end + (scale > 1)
        part = _below_million(words, given, _and(words, given, end)) if scale > 1 else None
    if end == k + 1 and (not last.wordy or given[k].low in words.weak):
        return None
    return Number(_told(words, given[k:end], total // unit, scales), end)


def _told(words: Vocabulary, given: list[Token], value: int, scales: int) -> list[Token]:
    at = len(given) - scales
    start = given[0].start
    head = tokens.merged(given[:at], f"{value:,}") if at else Token("1", "1", start, start)
    made = [head]
    for k in range(at, len(given)):
        phrase(words, given, k, made)
    return made


def _below_million(words: Vocabulary, given: list[Token], k: int) -> _Part | None:
    """3 mil 500, doscientos mil, mil quinientos, tweeduizend vijfhonderd, 45."""
    value = _joined(words, given, k) if k < len(given) and _small(given, k) else 0
    if value >= _THOUSAND:
        return _with_rest(words, given, _Part(value, 1, k + 1, wordy=True))
    head = _below_thousand(words, given, k)
    if head is None and not _is_alone(words, given, k):
        return None
    head = head or _Part(1, 1, k, wordy=True)
    if not _is_thousand(words, given, head.end):
        return head
    whole = _Part(head.value * _THOUSAND, _THOUSAND, head.end + 1, head.wordy)
    return _with_rest(words, given, whole)


def _with_rest(words: Vocabulary, given: list[Token], whole: _Part) -> _Part:
    """`whole` with the hundreds behind it, where it counts thousands."""
    rest = _below_thousand(words, given, _and(words, given, whole.end))
    if rest is None or whole.value % _THOUSAND:
        return whole
    if not (rest.wordy or len(given[rest.end - 1].word) == 3):
        return whole
    return _Part(whole.value + rest.value, 1, rest.end, rest.wordy)


def _below_thousand(words: Vocabulary, given: list[Token], k: int) -> _Part | None:
    if k >= len(given):
        return None
    word = given[k].word
    if word.isdecimal() and len(word) <= 3:
        return _Part(int(word), 1, k + 1, wordy=False)
    return _worded(words, given, k) if _small(given, k) else None


def _worded(words: Vocabulary, given: list[Token], k: int) -> _Part | None:
    value, end, place = 0, k, _THOUSAND
    while True:
        at = _and(words, given, end) if end > k else k
        found = match(words.numbers, given, at) or (1, _joined(words, given, at))
        if not found[1]:
            break
        added = found[1]
        if added == 100 and 1 < value < 10 and at == end:
            value *= 100
        elif added < place or (value % 100 in _TWENTIES and 9 < added < 20):
            value += added
        else:
            break
        end = at + found[0]
        place = 100 if value % 100 == 0 else 10 if value % 10 == 0 else 1
    return _Part(value, 1, end, wordy=True) if end > k else None


def _joined(words: Vocabulary, given: list[Token], k: int) -> int:
    """What many number words in one are worth; 0 where word `k` is none."""
    if words.joined is None or k >= len(given):
        return 0
    return words.joined.value(given[k].low) or 0


def _is_alone(words: Vocabulary, given: list[Token], k: int) -> bool:
    """Whether a word is a thousand without a number before it."""
    free = k == 0 or not given[k - 1].word[:1].isdecimal()
    return free and _is_thousand(words, given, k) and given[k].low in words.alone


def _small(given: list[Token], k: int) -> bool:
    return k == 0 or given[k].word[:1].islower()


def _and(words: Vocabulary, given: list[Token], k: int) -> int:
    """The word after one that joins the parts of a number, or `k` itself."""
    if k + 1 >= len(given):
        return k
    hyphen = given[k].word == "-" and given[k - 1].end + 1 == given[k].end == given[k + 1].start
    return k + 1 if hyphen or given[k].low in words.ands else k


def _is_thousand(words: Vocabulary, given: list[Token], k: int) -> bool:
    return _meant(words, given, k) == "thousand"


def _scale(words: Vocabulary, given: list[Token], k: int) -> str:
    meant = _meant(words, given, k)
    return "" if meant == "thousand" else meant


def _meant(words: Vocabulary, given: list[Token], k: int) -> str:
    found = match(words.phrases, given, k)
    return found[1][0] if found and found[0] == len(found[1]) == 1 else ""


def is_part(words: Vocabulary, given: list[Token], k: int, end: int) -> bool:
    """Whether the number word in [k, end) is the first of a phrase: dos tercios."""
    found = match(words.phrases, given, k)
    return end == k + 1 and found is not None and found[0] > 1


def is_day(words: Vocabulary, given: list[Token], k: int) -> bool:
    """Whether a full stop makes the number at `k` the day of a month: 12. Mai."""
    stopped = k + 1 < len(given) and given[k + 1].word == "."
    joined = stopped and given[k].end == given[k + 1].start
    return joined and given[k].word.isdecimal() and _meant(words, given, k + 2) in MONTHS


def match(index: Phrases[T], given: list[Token], k: int) -> tuple[int, T] | None:
    """How many words the longest phrase at word `k` has, and what is meant; None where none is."""
    if k >= len(given):
        return None
    for many in index.lengths.get(given[k].low, ()):
        meant = index.meanings.get(tuple(token.low for token in given[k : k + many]))
        if meant is not None:
            return many, meant
    return None


def phrase(words: Vocabulary, given: list[Token], k: int, made: list[Token]) -> int:
    """Add the words at `k` to `made`, read as English ones, and give the word after them."""
    found = match(words.phrases, given, k)
    if found is None:
        made.append(given[k])
        return k + 1
    made.extend(tokens.spoken(given[k : k + found[0]], found[1]))
    return k + found[0]
