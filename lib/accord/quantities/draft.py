"""A quantity in the making: what the readers of one line hand to one another."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from accord.model import Interval


@dataclass(slots=True, eq=False)
class Draft:
    """The words [i, j) read as a number; [xi, xj) adds all else that the reading used."""

    i: int
    j: int
    xi: int
    xj: int
    kind: str
    low: Decimal
    high: Decimal
    rule: str
    resolution: Decimal = Decimal(0)
    unit: str | None = None
    unit_text: str | None = None
    noun: str | None = None
    modifier: str = "exact"
    direction: str | None = None
    days: Interval | None = None
    restates: Draft | None = None
    part_of: Draft | None = None
    series: Draft | None = None
    form: str = "digits"
    scaled: bool = False
    bare: bool = False
    doubts: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Aside:
    """The words [i, j) set aside, and why."""

    i: int
    j: int
    reason: str
