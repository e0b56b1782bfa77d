"""What units are called in a sentence."""

from __future__ import annotations

from functools import cache

from accord.units.currencies import load as load_currencies
from accord.units.table import load as load_units
from accord.units.table import plural as pluralised

_IRREGULAR = {"person": "people", "man": "men", "woman": "women", "child": "children"}
_INVARIANT = {"baht", "rand", "renminbi", "sterling", "won", "yen", "yuan"}


def is_currency(unit: str | None) -> bool:
    """Whether `unit` is an ISO 4217 code."""
    return unit in load_currencies().codes


def name(unit: str, *, plural: bool = False) -> str:
    """A unit's name: "mile", "US dollars", "kilometres per hour"; a count's noun; else the code."""
    over, slash, under = unit.rpartition("/")
    if slash and unit not in _names():
        return f"{name(over, plural=plural)} per {name(under)}"
    if unit.startswith("{"):
        noun = unit.strip("{}").replace("_", " ")
        return _several(noun) if plural else noun
    word = _names().get(unit)
    if word is None:
        return unit
    return _many(word) if plural and unit != "%" else word


def _several(noun: str) -> str:
    """The plural of what is counted: people, storeys, cities, boxes."""
    if noun in _IRREGULAR:
        return _IRREGULAR[noun]
    if noun.endswith("y") and noun[-2:-1] not in tuple("aeiou"):
        return f"{noun[:-1]}ies"
    return f"{noun}es" if noun.endswith(("s", "x", "ch", "sh")) else f"{noun}s"


def _many(word: str) -> str:
    return word if word.rpartition(" ")[2] in _INVARIANT else pluralised(word)


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
    """A name of each currency that no other shares, with its country where there is such a one."""
    known = load_currencies()
    found: dict[str, str] = {}
    for word, codes in known.names.items():
        if len(codes) == 1 and (written := _placed(word, known.codes[codes[0]].places)):
            found.setdefault(codes[0], written)
    for word, codes in known.names.items():
        if len(codes) == 1:
            found.setdefault(codes[0], word)
    return found


def _placed(word: str, places: tuple[str, ...]) -> str | None:
    """A name that opens with one of its places, written with capitals: "US dollar"."""
    for place in sorted(places, key=len, reverse=True):
        if word.startswith(f"{place} "):
            first = place.upper() if len(place) < 3 else place.title()
            return first + word[len(place) :]
    return None
