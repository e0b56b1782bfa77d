"""Figures of the report: records of a study turned into what the charts draw."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from accord import units
from accord.charts.scale import Axis
from accord.charts.svg import alone, to_svg
from accord.editions.pages import words
from accord.editions.parts import Figure, Run
from accord.model import ENGLISH, Findings, Numerals

WIDE, CARD, NARROW = 700, 620, 328


@dataclass(frozen=True, slots=True, kw_only=True)
class Caption:
    """The words beside a drawing; `name` is its file and anchor."""

    name: str
    title: str
    subtitle: str = ""
    note: tuple[Run, ...] = ()


def figure(
    findings: Findings,
    chart: Any,
    content_of: Callable[[Findings], Any],
    caption: Caption,
    wide: int = WIDE,
) -> Figure:
    """One chart at both widths, with its alt text and its numbers; `content_of` says what of."""
    name, content = caption.name, content_of(findings)
    columns, rows = chart.table(content)
    is_plain = findings.numerals == ENGLISH
    return Figure(
        name=name,
        title=caption.title,
        subtitle=caption.subtitle,
        wide=drawn(chart, content, name, wide),
        narrow=drawn(chart, content, f"{name}-narrow", NARROW),
        alt=chart.alt(content),
        columns=columns,
        rows=rows,
        note=caption.note,
        plain=() if is_plain else chart.table(content_of(findings.plain))[1],
    )


def drawn(chart: Any, content: Any, name: str, width: int) -> str:
    """One chart at one width, as an SVG that stands alone."""
    return alone(to_svg(chart.draw(content, width), alt=chart.alt(content), prefix=f"{name}-"))


def axis_of(kind: str, unit: str | None, numerals: Numerals) -> Axis:
    """The value axis of a unit: money with its sign, other units named at the end."""
    if kind in ("date", "time"):
        return Axis(kind=kind)
    if unit == "%":
        return Axis(suffix=f"{words.NBSP}%", numerals=numerals)
    if units.is_currency(unit):
        return Axis(prefix=words.symbol(unit or ""), numerals=numerals)
    name = "" if unit is None or unit.startswith("{") else f" {units.name(unit, plural=True)}"
    return Axis(suffix=name, numerals=numerals)
