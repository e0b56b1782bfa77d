"""The table of measures, from units.toml, with SI prefixes and plurals filled in."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

_PREFIXES = {
    "T": ("tera", Decimal("1e12")),
    "P": ("peta", Decimal("1e15")),
    "G": ("giga", Decimal("1e9")),
    "M": ("mega", Decimal("1e6")),
    "k": ("kilo", Decimal("1e3")),
    "h": ("hecto", Decimal("1e2")),
    "d": ("deci", Decimal("1e-1")),
    "c": ("centi", Decimal("1e-2")),
    "m": ("milli", Decimal("1e-3")),
    "u": ("micro", Decimal("1e-6")),
    "n": ("nano", Decimal("1e-9")),
    "p": ("pico", Decimal("1e-12")),
}
_IRREGULAR = {
    "foot": "feet",
    "inch": "inches",
    "century": "centuries",
    "penny": "pence",
    "henry": "henries",
}
_SYMBOLS = {"u": ("u", "µ", "μ")}


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure: value times `factor` plus `shift` is the value in its dimension's first.

    `times` is what one of the written word is worth in the code's own unit: a decade is 10 a.
    """

    code: str
    dimension: str
    kind: str
    factor: Decimal
    shift: Decimal = Decimal(0)
    times: Decimal = Decimal(1)


@dataclass(frozen=True, slots=True)
class Table:
    """Every unit by code, by lower-case name and by case-true symbol."""

    codes: dict[str, Unit]
    names: dict[str, Unit]
    symbols: dict[str, Unit]
    examples: tuple[tuple[str, str], ...]


def plural(name: str) -> str:
    """The plural of a unit's name: kilometre per hour, kilometres per hour."""
    if name.startswith(("per ", "in every ", "for every ")):
        return name
    head, per, rest = name.partition(" per ")
    if head.startswith("degree "):
        return head.replace("degree", "degrees")
    first, _, last = head.rpartition(" ")
    many = _IRREGULAR.get(last) or (last if last.endswith("s") else last + "s")
    return f"{first} {many}".strip() + per + rest


@cache
def load() -> Table:
    """The table of measures, read once."""
    text = Path(__file__).with_name("units.toml").read_text(encoding="utf-8")
    table = Table({}, {}, {}, ())
    examples: list[tuple[str, str]] = []
    for group in tomllib.loads(text)["dimension"]:
        for row in group["rows"]:
            examples.append((row["example"], row["code"]))
            _add(table, group, row)
    return Table(table.codes, table.names, table.symbols, tuple(examples))


def _add(table: Table, group: dict[str, Any], row: dict[str, Any]) -> None:
    unit = Unit(
        code=row["code"],
        dimension=group["name"],
        kind=group["kind"],
        factor=Decimal(row["factor"]),
        shift=Decimal(row.get("shift", "0")),
        times=Decimal(row.get("times", "1")),
    )
    table.codes.setdefault(unit.code, unit)
    for name in row["names"]:
        table.names.setdefault(name, unit)
        table.names.setdefault(plural(name), unit)
    for symbol in row["symbols"]:
        table.symbols.setdefault(symbol, unit)
    for prefix in row.get("prefixes", "").split():
        _add_prefixed(table, row, unit, prefix)


def _add_prefixed(table: Table, row: dict[str, Any], unit: Unit, prefix: str) -> None:
    word, worth = _PREFIXES[prefix]
    larger = Unit(prefix + unit.code, unit.dimension, unit.kind, unit.factor * worth, unit.shift)
    table.codes.setdefault(larger.code, larger)
    larger = table.codes[larger.code]
    for name in row["names"]:
        if " " not in name or name.startswith(("watt", "joule")):
            table.names.setdefault(word + name, larger)
            table.names.setdefault(word + plural(name), larger)
    for symbol in row["symbols"]:
        if "." not in symbol and symbol.isalpha():
            for mark in _SYMBOLS.get(prefix, (prefix,)):
                table.symbols.setdefault(mark + symbol, larger)
            if prefix == "k" and len(symbol) > 1:
                table.symbols.setdefault("K" + symbol, larger)
