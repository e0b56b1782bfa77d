"""The words of words.toml and modifiers.toml, ready for look-up."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from pathlib import Path

_HERE = Path(__file__).parent
_WORDS = tomllib.loads((_HERE / "words.toml").read_text(encoding="utf-8"))
_MODIFIERS = tomllib.loads((_HERE / "modifiers.toml").read_text(encoding="utf-8"))


def words_of(name: str) -> frozenset[str]:
    """The words of one list of words.toml."""
    return frozenset(str(_WORDS["lists"][name]).split())


NUMBERS = {word: Decimal(value) for word, value in _WORDS["numbers"].items()}
SCALES = {word: Decimal(value) for word, value in _WORDS["scales"].items()}
LETTERS = {word: Decimal(value) for word, value in _WORDS["letters"].items()}
VAGUE = {word: (Decimal(r[0]), Decimal(r[1]), str(r[2])) for word, r in _WORDS["vague"].items()}
PARTS = {word: Decimal(value) for word, value in _WORDS["parts"].items()}
ORDINALS = {word: Decimal(value) for word, value in _WORDS["ordinals"].items()}
MULTIPLES = {word: Decimal(str(value)) for word, value in _WORDS["multiples"].items()}
MONTHS: dict[str, int] = dict(_WORDS["months"])

PERSONS = words_of("persons")
CASUALTY = words_of("casualty")
HARM = words_of("harm")
STOP = words_of("stop")
VERBS = words_of("verbs")
IRREGULAR = words_of("irregular")
INVARIANT = words_of("invariant")
NOT_PLURAL = words_of("not_plural")
NAME_BEFORE = words_of("name_before")
UP = words_of("up")
DOWN = words_of("down")
WHOLES = words_of("wholes")
ACCOUNT = words_of("account")

# By the first or last word: how many words phrases have, the longest first, and what they mean.
Phrases = dict[str, tuple[tuple[int, dict[tuple[str, ...], str]], ...]]


def _phrases(rows: dict[str, str], edge: int) -> Phrases:
    found: dict[str, dict[int, dict[tuple[str, ...], str]]] = {}
    for phrase, modifier in rows.items():
        words = tuple(phrase.replace("c.", "c .").split())
        found.setdefault(words[edge], {}).setdefault(len(words), {})[words] = modifier
    return {word: tuple(sorted(ways.items(), reverse=True)) for word, ways in found.items()}


BEFORE = _phrases(_MODIFIERS["before"], -1)
AFTER = _phrases(_MODIFIERS["after"], 0)
MODIFIER_ROWS = {**_MODIFIERS["before"]}
AFTER_ROWS = {**_MODIFIERS["after"]}
