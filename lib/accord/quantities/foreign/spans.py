"""Changes and times of day: de 3 a 5 millones, um 14.30 Uhr."""

from __future__ import annotations

import re

from accord.quantities.foreign.tokens import Token
from accord.quantities.foreign.vocabulary import Vocabulary

_TIME = re.compile(r"([01]?\d|2[0-3])\.[0-5]\d\Z")
_REACH = 6  # words between the two ends of a change


def time(words: Vocabulary, given: list[Token], k: int) -> list[Token] | None:
    """The hours and minutes at word `k` as English parts them, or None where no time is told."""
    told = _TIME.match(given[k].word)
    if told is None or k + 1 == len(given) or given[k + 1].low not in words.clock:
        return None
    word, start = given[k].word, given[k].start
    at = start + len(told[1])
    hours, minutes = word[: len(told[1])], word[len(told[1]) + 1 :]
    return [
        Token(hours, hours, start, at),
        Token(":", ":", at, at + 1),
        Token(minutes, minutes, at + 1, given[k].end),
    ]


def change(words: Vocabulary, made: list[Token], k: int) -> None:
    """Say "from" and "to", or "to" alone, where the word at `k` leads from a number to another."""
    if not (0 < k < len(made) - 1 and made[k].word.lower() in words.to):
        return
    if not made[k + 1].word[:1].isdecimal():
        return
    for i in range(k - 1, max(0, k - _REACH) - 1, -1):
        if made[i].low == "of" and made[i + 1].word[:1].isdecimal():
            made[i].low, made[k].low = "from", "to"
            return
    if made[k - 1].word[:1].isdecimal():
        made[k].low = "to"
