"""From our reading to what the scorers of ../shared/bench ask for."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

from accord.model import Quantity, Reading, Source, Span, day
from accord.quantities import nouns

_NAMES = tomllib.loads(Path(__file__).with_name("names.toml").read_text(encoding="utf-8"))
CHANGES = {
    "exact": "=", "between": "=", "about": "~", "up_to": "<", "at_most": "<", "less_than": "<",
    "over": ">", "at_least": ">", "nearly": "~", "just_over": ">",
}  # fmt: skip
VAGUE = {
    (24, 99): [12.0, 120.0], (200, 999): [100.0, 1000.0], (1000, 9999): [1000.0, 10000.0],
    (1000000, 9999999): [1e6, 1e7], (20000, 99999): [1e4, 1e5], (200000, 999999): [1e5, 1e6],
}  # fmt: skip
WORDS: dict[str, str] = _NAMES["words"]
MONEY: dict[str, str] = _NAMES["money"]


def for_corpus(source: Source, reading: Reading) -> list[dict[str, Any]]:
    """The mentions of one text as score_corpus.py reads them."""
    return [_mention(source, quantity) for quantity in reading.quantities]


def _mention(source: Source, quantity: Quantity) -> dict[str, Any]:
    value, allowed = quantity.value, quantity.interval
    ends = [_end(quantity, end) for end in (value.low, value.high, allowed.low, allowed.high)]
    return {
        "id": f"{source.file}:{quantity.span.start}", "file": source.file,
        "start": quantity.span.start, "end": quantity.span.end, "kind": quantity.kind,
        "value_low": ends[0], "value_high": ends[1], "low": ends[2], "high": ends[3],
        "unit": quantity.unit, "text": quantity.span.of(source.text), "rule": quantity.rule,
    }  # fmt: skip


def _end(quantity: Quantity, end: Decimal | None) -> float | str | None:
    if end is None:
        return None
    if quantity.kind == "date":
        return day(end).isoformat()
    if quantity.kind == "time":
        return f"T{int(end) // 60:02d}:{int(end) % 60:02d}" + (
            "Z" if quantity.unit_text in ("GMT", "UTC", "Z") else ""
        )
    return float(end)


def for_sentence(source: Source, reading: Reading, name: str) -> list[dict[str, Any]]:
    """The quantities of one sentence as score_quantities.py reads them, by each set's habits."""
    kept = [q for q in reading.quantities if _annotated(q, name)]
    joined = {q.series for q in kept if name == "newsquant" and _goes_on(q)}
    by_span = {q.span: q for q in kept}
    return [_row(source, q, by_span, name) for q in kept if q.span not in joined]


def _annotated(quantity: Quantity, name: str) -> bool:
    if quantity.kind in ("date", "time", "ordinal", "category"):
        return False
    return name != "newsquant" or not quantity.rule.startswith(("multiple", "share: all"))


def _goes_on(quantity: Quantity) -> bool:
    """Whether the quantity ends a "from A to B", which NewsQuant annotates as one range."""
    return quantity.series is not None and quantity.series.start < quantity.span.start


def _row(
    source: Source, quantity: Quantity, by_span: dict[Span, Quantity], name: str
) -> dict[str, Any]:
    value = _value(quantity)
    if name == "newsquant" and _goes_on(quantity) and quantity.series in by_span:
        value = [_first(_value(by_span[quantity.series])), _last(value)]
    return {
        "value": value,
        "unit": _unit(quantity, name),
        "change": _change(source, quantity),
        "span": [quantity.span.start, quantity.span.end],
    }


def _first(value: float | list[float]) -> float:
    return value[0] if isinstance(value, list) else value


def _last(value: float | list[float]) -> float:
    return value[-1] if isinstance(value, list) else value


def _change(source: Source, quantity: Quantity) -> str:
    """NewsQuant marks a bound before a direction, but a percentage that moves by its direction."""
    bound = CHANGES.get(quantity.modifier, "=")
    if quantity.modifier == "nearly" and "under" in quantity.extent.of(source.text):
        bound = "<"
    if quantity.unit == "%" and quantity.value.high is not None and quantity.value.high < 0:
        return "down"
    if quantity.unit == "%" and quantity.direction:
        return quantity.direction
    return bound if bound != "=" else quantity.direction or "="


def _value(quantity: Quantity) -> float | list[float]:
    low, high = quantity.value.low or Decimal(0), quantity.value.high or Decimal(0)
    if low == high:
        return float(low)
    return VAGUE.get((int(low), int(high)), [float(low), float(high)])


def _unit(quantity: Quantity, name: str) -> str:
    unit = quantity.unit
    if quantity.kind == "age":
        return "year of age" if name in ("newsquant", "challenge") else WORDS.get(unit or "", "-")
    if unit is None:
        return (quantity.unit_text or "-").lower()
    if name.startswith("specs"):
        return _recognised(quantity, unit)
    if unit in WORDS:
        return WORDS[unit]
    over, slash, under = unit.partition("/")
    parts = [_word(quantity, over, name), *([_word(quantity, under, name)] if slash else [])]
    return " per ".join(parts)


def _recognised(quantity: Quantity, unit: str) -> str:
    """Microsoft's names: pounds and pence by short names, rates only where they are speeds."""
    over, _, under = unit.partition("/")
    special = {"GBP": "pound", "{penny}": "pence", "Cel": "c", "[degF]": "f"}.get(over)
    if special or "metric" in (quantity.unit_text or ""):
        return special or "metric ton"
    if unit == "USD" and (quantity.unit_text or "").lower() not in ("$", "dollar", "dollars"):
        return "united states dollar"
    if unit in WORDS:
        return WORDS[unit]
    if under in ("h", "s", "ms"):
        return f"{_word(quantity, over, '')} per {_word(quantity, under, '')}"
    return "rupee" if over == "INR" and quantity.doubts else _word(quantity, over, "")


def _word(quantity: Quantity, unit: str, name: str) -> str:
    known = MONEY.get(unit) or WORDS.get(unit)
    if known:
        return known
    if unit.startswith("{") and name == "newsquant" and quantity.noun and unit != "{share}":
        words = quantity.noun.lower().split()
        return " ".join([*words[:-1], nouns.singular(words[-1])])
    return unit.strip("{}")
