"""What units are called in a sentence."""

from __future__ import annotations

from functools import cache

from accord.units.currencies import load as load_currencies
from accord.units.table import load as load_units
from accord.units.table import plural as pluralised


def is_currency(unit: str | None) -> bool:
    """Whether `unit` is an ISO 4217 code."""
    return unit in load_currencies().codes


def name(unit: str, *, plural: bool = False) -> str:
    """A unit's name: "mile", "US dollars", "kilometres per hour"; a count's own noun; else the code."""
    if unit.startswith("{"):
        return unit.strip("{}")
    over, slash, under = unit.rpartition("/")
    if slash and unit not in _names():
        return f"{name(over, plural=plural)} per {name(under)}"
    word = _names().get(unit)
    if word is None:
        return unit
    return _many(word) if plural and unit != "%" else word


def _many(word: str) -> str:
    known = load_currencies().names
    made = pluralised(word)
    return word if word.lower() in known and made.lower() not in known else made


@cache
def _names() -> dict[str, str]:
    """The first name of each code in the tables."""
    found: dict[str, str] = {}
    for word, unit in load_units().names.items():
        if unit.times == 1:
            found.setdefault(unit.code, word)
    return {**_money(), **found}


@cache
def _money() -> dict[str, str]:
    """The first name of each currency that no other shares."""
    found: dict[str, str] = {}
    for word, codes in load_currencies().names.items():
        if len(codes) == 1:
            found.setdefault(codes[0], _written(word))
    return found


def _written(word: str) -> str:
    """A currency's name as a sentence writes it: "US dollar", "Australian dollar", "yen"."""
    first, space, rest = word.partition(" ")
    return f"{'US' if first == 'us' else first.title()}{space}{rest}" if space else word
