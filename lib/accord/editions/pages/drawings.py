"""Figures of the report: records of a study turned into what the charts draw."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from accord import units
from accord.charts import dependence as arcs
from accord.charts import forest as rows_chart
from accord.charts import passage
from accord.charts.passage import Passage
from accord.charts.records import Row, Rows, glyph_of
from accord.charts.scale import Axis
from accord.charts.svg import alone, to_svg
from accord.charts.ties import Node, Tie, Ties
from accord.editions.pages import apart, gathered, sides, words
from accord.editions.pages.words import Words
from accord.editions.parts import Figure, Run, anchor
from accord.model import ENGLISH, Agreement, Claim, Fact, Findings, Interval, Link, Numerals

WIDE, CARD, NARROW = 700, 620, 328
TIES = 40  # texts or ties that the picture of links has room for


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


def forest(findings: Findings, fact: Fact) -> Figure:
    """A shared fact's chart: its claims on one axis, or a passage where a change was computed."""
    caption = Caption(name=anchor("fact", fact.id), title=fact.label)
    pair = _pair(findings, fact)
    if pair is not None:
        return figure(findings, passage, lambda f: _passage(f, fact, pair), caption, CARD)
    return figure(findings, rows_chart, lambda f: _rows(f, fact), caption, CARD)


def dependence(findings: Findings) -> Figure | None:
    """The arcs between linked texts, or None where no two are linked."""
    if not findings.alignment.links:
        return None
    caption = Caption(
        name="dependence",
        title="What two texts have in common",
        subtitle="Share of the smaller text's claims that the other states too, or of its words",
    )
    return figure(findings, arcs, _ties, caption)


def _ties(findings: Findings) -> Ties:
    names, say = sides.shorts(findings), words.of(findings)
    shared = _strongest(findings)
    return Ties(
        nodes=tuple(
            Node(source=names[f], note=_note(findings, f), group=_group(findings, f, names))
            for f in _knots(findings, shared)
        ),
        ties=tuple(
            Tie(a=names[link.a], b=names[link.b], label=_tie(link, say), share=link.share)
            for link in shared
        ),
        numerals=findings.numerals,
    )


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


def converted(fact: Fact, claim: Claim) -> Interval:
    """A claim's interval in the fact's unit; a falling change is negative."""
    interval = claim.interval or Interval(None, None)
    if claim.unit and fact.unit and claim.unit != fact.unit:
        interval = units.convert(interval, claim.unit, fact.unit) or interval
    falls = claim.direction == "down" and claim.kind == "percent" and not claim.derived_from
    return interval.scaled(Decimal(-1)) if falls else interval


def _rows(findings: Findings, fact: Fact) -> Rows:
    say = words.of(findings)
    verdict = findings.verdict[fact.id]
    stated = [sides.best(fact, f) for f in sides.order(findings) if f in fact.sources]
    rows = [_row(findings, fact, claim) for claim in stated if claim is not None]
    rows += [_apart(findings, fact, claim) for claim in apart.claims(findings, fact)]
    kind = fact.claims[0].kind
    return Rows(
        rows=gathered.rows(rows, say),
        axis=axis_of(kind, fact.unit, findings.numerals),
        core=verdict.core if verdict.verdict in ("agree", "compatible") else None,
        core_label=_core(verdict, fact, say),
        gap_label=_gap(verdict, say),
    )


def _row(findings: Findings, fact: Fact, claim: Claim) -> Row:
    say = words.of(findings)
    names = sides.shorts(findings)
    verdict = findings.verdict[fact.id]
    rival = any(p.relation == "conflict" and claim.id in (p.a, p.b) for p in verdict.pairs)
    interval = converted(fact, claim)
    return Row(
        source=names[claim.source],
        note=_note(findings, claim.source),
        label=say.bare(interval, claim.kind, fact.unit) if claim.formula else say.stated(claim),
        interval=interval,
        glyph="computed" if claim.derived_from else glyph_of(interval, claim.modifier),
        role="conflict" if rival else "agree",
        group=_group(findings, claim.source, names),
        remark=say.formula(claim.formula or ""),
    )


def _apart(findings: Findings, fact: Fact, claim: Claim) -> Row:
    """A claim of the same source under another scope, as a grey row."""
    say = words.of(findings)
    return Row(
        source=sides.shorts(findings)[claim.source],
        note=apart.scope(claim),
        label=say.stated(claim),
        interval=converted(fact, claim),
        glyph=glyph_of(claim.interval or Interval(None, None), claim.modifier),
        role="other_scope",
        remark=_standing(fact, claim),
    )


def _standing(fact: Fact, claim: Claim) -> str:
    """Why the row is grey; whether its value is one of the rivals'."""
    same = any(claim.interval == other.interval for other in fact.claims)
    return "same amount, narrower scope" if same and claim.scope else "not comparable"


def _core(verdict: Agreement, fact: Fact, say: Words) -> str:
    if verdict.core is None or verdict.verdict != "agree":
        return ""
    kind = fact.claims[0].kind
    said = say.bare(verdict.core, kind, fact.unit)
    return f"all meet at {said}" if verdict.core.is_point or kind == "date" else "all meet here"


def _gap(verdict: Agreement, say: Words) -> str:
    if verdict.gap is None:
        return ""
    return f"gap {say.number(words.decimal(verdict.gap) * 100, 0)}{words.NBSP}%"


def _pair(findings: Findings, fact: Fact) -> tuple[Claim, Claim, Claim] | None:
    """A computed change in the fact with its two operands, before and after, or None."""
    for claim in fact.claims:
        if claim.derived_from and claim.unit == "%" and len(claim.derived_from) == 2:
            before, after = (findings.claim[i] for i in claim.derived_from)
            return claim, before, after
    return None


def _passage(findings: Findings, fact: Fact, pair: tuple[Claim, Claim, Claim]) -> Passage:
    say = words.of(findings)
    computed, before, after = pair
    first, last = (_middle(claim) for claim in (before, after))
    names = sides.shorts(findings)
    rows = _rows(findings, fact).rows
    return Passage(
        title=words.sentence(before.measure or fact.label),
        note=f"as {names[computed.source]} states them",
        before=first,
        after=last,
        before_label=say.number(first),
        after_label=say.number(last),
        difference=_difference(first, last, before.unit, say),
        axis=axis_of(before.kind, before.unit, findings.numerals),
        change_title="Change",
        change_note="computed, or as written",
        change_axis=axis_of("percent", "%", findings.numerals),
        rows=tuple(_without_remark(row) for row in rows),
        formula=f"{say.amount(_middle(computed), '%')} = {say.formula(computed.formula or '')}",
        role="conflict" if findings.verdict[fact.id].verdict == "conflict" else "agree",
    )


def _difference(first: Decimal, last: Decimal, unit: str | None, say: Words) -> str:
    word = "more" if last > first else "less"
    return f"{say.amount(abs(last - first), unit)} {word}"


def _without_remark(row: Row) -> Row:
    return Row(
        source=row.source, note=row.note, label=row.label, interval=row.interval,
        glyph=row.glyph, role=row.role, group=row.group,
    )  # fmt: skip


def _middle(claim: Claim) -> Decimal:
    value = claim.value
    known = [end for end in (value.low, value.high) if end is not None] if value else []
    return sum(known, Decimal(0)) / max(len(known), 1)


def _strongest(findings: Findings) -> list[Link]:
    """One link for each pair: shared claims before shared wording before a named origin."""
    rank = ("root", "wording", "claims", "copy")
    found = sorted(findings.alignment.links, key=lambda link: rank.index(link.by))
    strongest = {(link.a, link.b): link for link in found}.values()
    return sorted(sorted(strongest, key=lambda link: (-link.share, link))[:TIES])


def _knots(findings: Findings, shared: list[Link]) -> tuple[str, ...]:
    """The texts to draw: all of a few, else those that a drawn tie touches."""
    files = sides.order(findings)
    touched = {file for link in shared for file in (link.a, link.b)}
    return tuple(file for file in files if len(files) <= TIES or file in touched)


def _tie(link: Link, say: Words) -> str:
    if link.by == "root":
        return "one named origin"
    said = say.number(words.decimal(round(link.share, 2)) * 100, 0)
    return f"{said}{words.NBSP}% of {'claims' if link.by == 'claims' else 'wording'}"


def _note(findings: Findings, file: str) -> str:
    return findings.sources[file].outlet or ""


def _group(findings: Findings, file: str, names: dict[str, str]) -> str:
    group = next((g for g in findings.summary.groups if file in g and len(g) > 1), None)
    return names[group[0]] if group else ""
