"""A number as a text writes it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from accord.model.interval import Interval, Span
from accord.model.source import SetAside

KINDS = (
    "money", "percent", "points", "count", "duration", "age", "distance", "area", "volume", "mass",
    "speed", "temperature", "energy", "power", "data", "measure", "ratio", "rate", "magnitude",
    "date", "time", "ordinal", "category",
)  # fmt: skip
_KNOWN = frozenset(KINDS)

MODIFIERS = (
    "exact", "about", "up_to", "at_most", "less_than", "over", "at_least", "nearly", "just_over",
    "between", "dozens", "hundreds", "thousands", "early", "mid", "late", "by", "since",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """One number of a source, read.

    `span` is the number with its scale, currency and unit word, without the modifier; `extent`
    adds the modifier and everything else that the reading used. `value` is what is written,
    `interval` what the modifier allows, both in `unit` as stated. `resolution` is the worth of
    the last written digit ($1.3 bn: 0.1e9), 0 where the writing is exact (a half, a calendar day).
    `unit` is ISO 4217 for money, "%" for percent, UCUM-like otherwise, "{noun}" for counts, None
    when unknown; `unit_text` is the unit as written. `noun` is the counted or priced thing in
    the text's own words. `direction` is "up", "down" or None. `sentence` indexes the source's
    sentences. `restates` and `part_of` are the spans of the quantity that this one says again in
    another unit ("70km (43 miles)") or counts a part of ("four of its 11 berths"). `series` is
    the span of the other end of a change ("from 33 days to 23 days": the 23 points to the 33).
    """

    span: Span
    extent: Span
    sentence: int
    kind: str
    value: Interval
    interval: Interval
    unit: str | None = None
    unit_text: str | None = None
    noun: str | None = None
    modifier: str = "exact"
    direction: str | None = None
    resolution: Decimal = Decimal(0)
    restates: Span | None = None
    part_of: Span | None = None
    series: Span | None = None
    rule: str = ""
    doubts: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.kind not in _KNOWN:
            message = f"a quantity's kind is one of {', '.join(KINDS)}; got {self.kind!r}"
            raise ValueError(message)
        if self.span is not self.extent and self.span not in self.extent:
            message = f"a quantity's extent covers its span, got {self.extent} and {self.span}"
            raise ValueError(message)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Every number of one source: its quantities in text order, and what was set aside."""

    quantities: tuple[Quantity, ...] = ()
    set_aside: tuple[SetAside, ...] = ()
