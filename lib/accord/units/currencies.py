"""The world's currencies, from currencies.toml: ISO 4217."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Currency:
    """A currency with the places that speak for it when its name is shared."""

    code: str
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """What a cent is `of`, one currency or another, and its `worth` in that."""

    of: tuple[str, ...]
    worth: Decimal


@dataclass(frozen=True, slots=True)
class Currencies:
    """Currencies by code; candidates by lower-case name and by case-true symbol; defaults of both.

    `minor` gives the unit of a part by its name ("cents"), `parts` the part by that unit; `words`
    are the codes that are words.
    """

    codes: dict[str, Currency]
    names: dict[str, tuple[str, ...]]
    symbols: dict[str, tuple[str, ...]]
    defaults: dict[str, str]
    minor: dict[str, str]
    parts: dict[str, Part]
    words: frozenset[str]


@cache
def load() -> Currencies:
    """The table of currencies, read once."""
    text = Path(__file__).with_name("currencies.toml").read_text(encoding="utf-8")
    table = tomllib.loads(text)
    codes = {row["code"]: Currency(row["code"], tuple(row["places"])) for row in table["rows"]}
    names: dict[str, tuple[str, ...]] = {}
    symbols: dict[str, tuple[str, ...]] = {}
    defaults: dict[str, str] = {}
    for row in table["rows"]:
        for name in _spellings(row):
            names[name] = (*names.get(name, ()), row["code"])
        lower = [mark.lower() for mark in row["symbols"] if len(mark) > 2 and mark.endswith("$")]
        for symbol in (row["code"], *row["symbols"], *lower):
            if row["code"] not in symbols.get(symbol, ()):
                symbols[symbol] = (*symbols.get(symbol, ()), row["code"])
        for mark in row.get("default", ()):
            defaults[mark] = row["code"]
            defaults[mark + "s"] = row["code"]
    minor = {name: row["code"] for row in table["minor"] for name in _minor_spellings(row)}
    parts = {row["code"]: Part(tuple(row["of"]), Decimal(row["worth"])) for row in table["minor"]}
    words = frozenset(row["code"] for row in table["rows"] if row.get("word"))
    return Currencies(codes, names, symbols, defaults, minor, parts, words)


def _spellings(row: dict[str, Any]) -> list[str]:
    made = [f"{name}s" for name in row["names"] if not name.endswith("s")]
    return list(dict.fromkeys((*row["names"], *made, *row.get("plurals", ()))))


def _minor_spellings(row: dict[str, Any]) -> list[str]:
    made = [f"{name}s" for name in row["names"] if name not in row.get("plurals", ())]
    return [*row["names"], *made, *row.get("plurals", ()), *row["symbols"]]
