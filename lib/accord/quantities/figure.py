"""A number as written, before anyone knows what it counts."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal


@dataclass(slots=True)
class Figure:
    """The words [i, j) of a line as a number from `low` to `high`.

    `resolution` is the worth of the last written digit. `form` is "digits", "words", "vague" or
    "part" (a fraction that may be of a whole). `scaled` says that a scale word closed it.
    """

    i: int
    j: int
    low: Decimal
    high: Decimal
    resolution: Decimal
    form: str
    modifier: str | None = None
    scaled: bool = False
    doubts: list[str] = field(default_factory=list)
