"""What narrows a number: its stage, its reference points, the whole that it is part of."""

from __future__ import annotations

from accord.claims import labels, nouns, tables
from accord.claims.phrase import Phrase
from accord.claims.places import Measured, Place

_TABLE = tables.read("scope")["stages"]
_STAGES, _ORDERS = tables.words(_TABLE["words"]), tables.words(_TABLE["orders"])
_FRACTIONS = frozenset({"half", "quarter", "part"})
_ONE = frozenset({"a", "an"})
_LONGEST = 8
_CLAUSE = 30


def of(at: Place, measured: Measured) -> tuple[str, ...]:
    """The scope of the number at `at`, each part as a short string in text order."""
    stage = _stage(at)
    if not stage and not measured.tails:
        return _whole(at)
    tails = (_written(at.phrase, low, high) for low, high in _merged(measured.tails))
    parts = [tail for tail in tails if tail and not (stage and stage in tail.casefold())]
    return tuple(dict.fromkeys((*([stage] if stage else []), *parts, *_whole(at))))


def _merged(tails: tuple[tuple[int, int], ...]) -> list[tuple[int, int]]:
    """Complements that follow one another as one: "from here to there"."""
    merged: list[tuple[int, int]] = []
    for low, high in sorted(tails):
        if merged and low <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(high, merged[-1][1]))
        else:
            merged.append((low, high))
    return merged


def _written(phrase: Phrase, low: int, high: int) -> str | None:
    return labels.bare(phrase.text(low, high)) if low < high <= low + _LONGEST else None


def _stage(at: Place) -> str | None:
    """As "first stage" or "phase 2" in the number's own clause, the nearest one."""
    phrase = at.phrase
    if _STAGES.isdisjoint(phrase.words):
        return None
    low, high = at.low, at.high
    while low > at.low - _CLAUSE and low and phrase.tags[low - 1] not in ".R,":
        low -= 1
    while high < min(len(phrase.tags), at.high + _CLAUSE) and phrase.tags[high] not in ".R,":
        high += 1
    found = [place for place in range(low, high) if _is_stage(phrase, place)]
    if not found:
        return None
    best = min(found, key=lambda place: (abs(place - at.low), place))
    pair = (best - 1, best) if phrase.word(best - 1) in _ORDERS else (best, best + 1)
    return f"{phrase.word(pair[0])} {phrase.word(pair[1])}"


def _is_stage(phrase: Phrase, place: int) -> bool:
    word = phrase.words[place]
    if word not in _STAGES:
        return False
    if phrase.word(place - 1) in _ORDERS:
        return True
    kind = phrase.word(place - 1) in _ONE  # "a phase 3 trial"
    return word not in _FRACTIONS and not kind and phrase.word(place + 1) in _ORDERS


def _whole(at: Place) -> tuple[str, ...]:
    """As "of its 9 gates", where the number counts a part of another."""
    part = at.quantity.part_of
    if part is None or part.start < at.quantity.span.end:
        return ()
    start = at.high
    noun = nouns.right(at.phrase, start + 1)
    return (at.phrase.text(start, noun.end),) if noun else ()
