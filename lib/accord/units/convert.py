"""From one unit to another of the same dimension."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from accord.model import Interval
from accord.units.currencies import load as load_currencies
from accord.units.table import Unit
from accord.units.table import load as load_units


def canonical(written: str) -> str | None:
    """The code of a unit that is written out in full, as a symbol or as a code, or None."""
    table, money = load_units(), load_currencies()
    text = " ".join(written.split())
    if text in table.codes or text in money.codes:
        return text
    unit = table.symbols.get(text) or table.names.get(text.lower())
    if unit is not None:
        return unit.code
    found = money.symbols.get(text) or money.names.get(text.lower())
    if not found:
        return money.minor.get(text.lower())
    return (
        found[0] if len(found) == 1 else money.defaults.get(text, money.defaults.get(text.lower()))
    )


@lru_cache(maxsize=4096)
def dimension(unit: str) -> str | None:
    """What `unit` measures: "length", a currency's own code, a count's own noun, "mass/volume"."""
    table = load_units()
    if unit in table.codes:
        return table.codes[unit].dimension
    if unit in load_currencies().codes or (unit.startswith("{") and unit.endswith("}")):
        return unit
    over, slash, under = unit.rpartition("/")
    parts = (dimension(over), dimension(under)) if slash else (None, None)
    return None if None in parts else f"{parts[0]}/{parts[1]}"


def convert(interval: Interval, from_unit: str, to_unit: str) -> Interval | None:
    """The same values in `to_unit`, or None where the two units have no common dimension."""
    if from_unit == to_unit:
        return interval
    worth = _part(from_unit, to_unit)
    if worth is not None:
        return interval.scaled(worth)
    here, there = _linear(from_unit), _linear(to_unit)
    if here is None or there is None or dimension(from_unit) != dimension(to_unit):
        return None
    factor = here[0] / there[0]
    return interval.scaled(factor, (here[1] - there[1]) / there[0])


@lru_cache(maxsize=4096)
def _part(here: str, there: str) -> Decimal | None:
    """What a sum in one unit is worth in the other, where one is a part: pence in pounds."""
    (one, _, per), (other, _, as_well) = here.partition("/"), there.partition("/")
    parts = load_currencies().parts
    if per != as_well:
        return None
    if one in parts and other in parts[one].of:
        return parts[one].worth
    return 1 / parts[other].worth if other in parts and one in parts[other].of else None


@lru_cache(maxsize=4096)
def _linear(unit: str) -> tuple[Decimal, Decimal] | None:
    found: Unit | None = load_units().codes.get(unit)
    if found is not None:
        return found.factor, found.shift
    if dimension(unit) == unit:
        return Decimal(1), Decimal(0)
    over, slash, under = unit.rpartition("/")
    parts = (_linear(over), _linear(under)) if slash else (None, None)
    if parts[0] is None or parts[1] is None:
        return None
    return parts[0][0] / parts[1][0], Decimal(0)
