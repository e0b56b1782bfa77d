"""The words of one language, from its file beside this one, ready for look-up."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Generic, TypeVar

from accord.quantities.foreign import joined
from accord.quantities.foreign.joined import Joined
from accord.quantities.line import cut
from accord.quantities.vocabulary import MONTHS, SCALES
from accord.units import load_currencies, load_units

_HERE = Path(__file__).parent
KNOWN = frozenset(path.stem for path in _HERE.glob("*.toml"))
_NAMES = {number: name for name, number in reversed(MONTHS.items())}

_MONEY = load_currencies().names
_UNITS = load_units().names
SMALL = "whose"  # a small word of English that no rule gives a meaning of its own

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Phrases(Generic[T]):
    """What phrases mean, and by their first word how many words they have, the longest first."""

    meanings: dict[tuple[str, ...], T]
    lengths: dict[str, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What stands for what; `phrases` are lower-case words and the English ones in their place.

    `decimal` and `group` are its marks, `settled` that all who write it agree on them; `points`
    are the places that write them as English does. `ands` join the parts of a number, `weak`
    number words are also articles, `alone` ones are a thousand without a number before them.
    `to` stands between the ends of a change, `clock` behind a time of day.
    `halves` add a half to what stands before them, `joined` reads number words written as one.
    `decimals` finds a decimal point before a percentage or a scale; `longer` are scales that are
    written as smaller ones of English.
    """

    decimal: str
    group: str
    settled: bool
    capitals: bool
    points: frozenset[str]
    ands: frozenset[str]
    weak: frozenset[str]
    alone: frozenset[str]
    elided: frozenset[str]
    to: frozenset[str]
    clock: frozenset[str]
    phrases: Phrases[tuple[str, ...]]
    numbers: Phrases[int]
    halves: Phrases[bool]
    joined: Joined | None
    decimals: re.Pattern[str]
    longer: frozenset[str]


def main(code: str | None) -> str:
    """The language of a code such as es-MX."""
    return (code or "").lower().partition("-")[0]


def place(code: str | None) -> str:
    """The place of a code such as es-MX."""
    return (code or "").lower().partition("-")[2]


@cache
def load(code: str) -> Vocabulary:
    """The words of one of the languages that are known."""
    rows: dict[str, Any] = tomllib.loads((_HERE / f"{code}.toml").read_text(encoding="utf-8"))
    english = {**_small(rows), **_months(rows), **_measured(rows), **rows["words"]}
    return Vocabulary(
        decimal=rows["decimal"],
        group=rows["group"],
        settled=rows["settled"],
        capitals=rows.get("capitals", False),
        points=_set(rows, "points"),
        ands=_set(rows, "and"),
        weak=_set(rows, "weak"),
        alone=_set(rows, "alone"),
        elided=_set(rows, "elided"),
        to=_set(rows, "to"),
        clock=_set(rows, "clock"),
        phrases=_index({phrase: tuple(said.split()) for phrase, said in english.items()}),
        numbers=_index(rows["numbers"]),
        halves=_index(dict.fromkeys(rows.get("halves", ()), True)),
        joined=joined.of(rows),
        decimals=_decimals(english),
        longer=frozenset(
            w for w, said in english.items() if 0 < SCALES.get(w, 0) < SCALES.get(said, 0)
        ),
    )


def _set(rows: Mapping[str, Any], name: str) -> frozenset[str]:
    return frozenset(str(rows.get(name, "")).split())


def _small(rows: Mapping[str, Any]) -> dict[str, str]:
    """Small words, which name nothing that is counted, and in English may mean something else."""
    return {**dict.fromkeys(_set(rows, "small"), SMALL), **dict.fromkeys(_set(rows, "of"), "of")}


def _months(rows: Mapping[str, Any]) -> dict[str, str]:
    names = str(rows["months"]).split()
    return {name: _NAMES[number] for number, name in enumerate(names, start=1)}


def _measured(rows: Mapping[str, Any]) -> dict[str, str]:
    """Units behind "of" in millions of them; the rules know "de" before a currency alone."""
    own = {name: said for name, said in rows["words"].items() if said in _MONEY or said.isupper()}
    names = {name: f"de {name}" for name in _MONEY if name.isalpha()}
    names |= {name: f"de {said}" for name, said in own.items()}
    names |= {name: said for name, said in rows["words"].items() if said in _UNITS}
    return {f"{of} {name}": said for of in _set(rows, "of") for name, said in names.items()}


def _index(rows: Mapping[str, T]) -> Phrases[T]:
    meanings: dict[tuple[str, ...], T] = {}
    lengths: dict[str, set[int]] = {}
    for written, meant in rows.items():
        line = cut(written)
        words = tuple(line.lows[line.first : line.last])
        meanings[words] = meant
        lengths.setdefault(words[0], set()).add(len(words))
    longest = {word: tuple(sorted(many, reverse=True)) for word, many in lengths.items()}
    return Phrases(meanings, longest)


def _decimals(english: Mapping[str, str]) -> re.Pattern[str]:
    ends = sorted(word for word, said in english.items() if said == "percent" or said in SCALES)
    return re.compile(rf"\d\.\d{{1,2}}\s?(?:%|{'|'.join(map(re.escape, ends))})", re.IGNORECASE)
