"""Fields and values of a comparison in the words of the report."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Any

from accord.editions.comparison import Change, ClaimChange, FactChange
from accord.model import lines

Row = tuple[str, str, str]

SHOWN = 160  # characters of a value
_CONTROL = re.compile(r"[\x00-\x1f]+")
_NAMES = {
    "agreeing": "of these agree",
    "high": "highest allowed",
    "high_closed": "highest included",
    "low": "lowest allowed",
    "low_closed": "lowest included",
    "multi_source": "shared numbers",
    "n_eff": "independent origins",
    "n_sources": "texts",
    "single_source": "stated once",
    "text": "as written",
    "value_high": "value to",
    "value_low": "value from",
}
_QUIET = ("why", "checks", "core", "resolution")


def of_change(change: Change) -> Row:
    """A change as (what, before, after)."""
    old, new = (value(change.field, one) for one in (change.old, change.new))
    return name(change.field), old, new


def name(field: str) -> str:
    """A field as a reader calls it; a file or a text keeps its name."""
    return _NAMES.get(field, field if "." in field else field.replace("_", " "))


def of_fact(fact: FactChange) -> list[Row]:
    """What changed of a fact, its verdict first."""
    if fact.how != "changed":
        return [(fact.how, "", fact.verdict)]
    shown = [one for one in fact.fields if one.field not in _QUIET]
    rows = [of_change(one) for one in sorted(shown, key=lambda one: one.field != "verdict")]
    if fact.claims_added or fact.claims_removed:
        gone, came = len(fact.claims_removed), len(fact.claims_added)
        rows.append(("claims", f"{gone} gone", f"{came} new"))
    reasons = [of_change(one) for one in fact.fields if one.field == "why"]
    return rows or reasons or [("reasons", "", "")]


def of_claim(claim: ClaimChange) -> list[Row]:
    """What changed of a claim; ends that only repeat its value are left out."""
    told = {one.field: one for one in claim.fields}
    rows = list(_value(told))
    shown = [one for one in claim.fields if one.field not in ("value_low", "value_high")]
    plain = [one for one in shown if not _repeats(one, told)]
    loud = [one for one in plain if one.field not in _QUIET] or (plain if not rows else [])
    return [*rows, *map(of_change, loud)]


def _value(told: dict[str, Change]) -> Iterator[Row]:
    low, high = told.get("value_low"), told.get("value_high")
    if low and high and (low.old, low.new) == (high.old, high.new):
        yield "value", value("value", low.old), value("value", low.new)
        return
    yield from (of_change(one) for one in (low, high) if one)


def _repeats(change: Change, told: dict[str, Change]) -> bool:
    """Whether an end of what is allowed moved just as the value itself."""
    stated = told.get(f"value_{change.field}")
    return stated is not None and (stated.old, stated.new) == (change.old, change.new)


def value(field: str, said: Any) -> str:
    """A value as a reader writes it, on one line."""
    if said is None:
        return "none"
    if field in _WRITTEN:
        return plain(_WRITTEN[field](said)) or "none"
    if isinstance(said, bool):
        return "yes" if said else "no"
    return _end(said) if isinstance(said, (int, float, Decimal)) else plain(_listed(said)) or "none"


def _listed(said: Any) -> str:
    if isinstance(said, str):
        return said
    if isinstance(said, Sequence) and all(isinstance(one, str) for one in said):
        return ", ".join(said)
    return lines.dumps(said)


def _cluster(low: Any, high: Any, category: str | None, n_eff: Iterable[Any]) -> str:
    said = category or _range(low, high)
    origins = _range(*n_eff)
    return f"{said} ({origins} {'origin' if origins == '1' else 'origins'})"


def _range(low: Any, high: Any) -> str:
    if low == high:
        return _end(low)
    if low is None or high is None:
        return f"up to {_end(high)}" if low is None else f"{_end(low)} or more"
    return f"{_end(low)} to {_end(high)}"


def _end(one: Any) -> str:
    return _number(one) if isinstance(one, (int, float, Decimal)) else str(one)


def _number(one: float | Decimal) -> str:
    said = lines.number(one) if isinstance(one, Decimal) else str(one)
    whole, dot, part = said.partition(".")
    digits = whole.lstrip("-")
    return f"{int(whole):,}{dot}{part}" if digits.isdigit() and len(digits) > 4 else said


_WRITTEN: dict[str, Callable[[Any], str]] = {
    "gap": lambda said: f"{float(said):.0%}".replace("%", " %"),
    "n_eff": lambda said: _range(*said),
    "values": lambda said: "; ".join(_cluster(*one) for one in said),
}


def plain(words: str, shown: int = SHOWN) -> str:
    """One line without controls, cut where it is long."""
    line = lines.escape(_CONTROL.sub(" ", words))
    return line if len(line) <= shown else f"{line[: shown - 1]}…"
