"""Figures of the report: records of a study turned into what the charts draw."""

from __future__ import annotations

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
from accord.editions.parts import Figure, Run, anchor
from accord.model import Agreement, Claim, Fact, Findings, Interval, Link

WIDE, CARD, NARROW = 700, 620, 328
TIES = 40  # texts or ties that the picture of links has room for


@dataclass(frozen=True, slots=True, kw_only=True)
class Caption:
    """The words beside a drawing; `name` is its file and anchor."""

    name: str
    title: str
    subtitle: str = ""
    note: tuple[Run, ...] = ()


def figure(chart: Any, content: Any, caption: Caption, wide: int = WIDE) -> Figure:
    """One chart at both widths, with its alt text and its numbers."""
    name = caption.name
    columns, rows = chart.table(content)
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
    )


def drawn(chart: Any, content: Any, name: str, width: int) -> str:
    """One chart at one width, as an SVG that stands alone."""
    return alone(to_svg(chart.draw(content, width), alt=chart.alt(content), prefix=f"{name}-"))


def forest(findings: Findings, fact: Fact) -> Figure:
    """A shared fact's chart: its claims on one axis, or a passage where a change was computed."""
    caption = Caption(name=anchor("fact", fact.id), title=fact.label)
    pair = _pair(findings, fact)
    if pair is not None:
        return figure(passage, _passage(findings, fact, pair), caption, CARD)
    return figure(rows_chart, _rows(findings, fact), caption, CARD)


def dependence(findings: Findings) -> Figure | None:
    """The arcs between linked texts, or None where no two are linked."""
    names = sides.shorts(findings)
    shared = _strongest(findings)
    if not shared:
        return None
    content = Ties(
        nodes=tuple(
            Node(source=names[f], note=_note(findings, f), group=_group(findings, f, names))
            for f in _knots(findings, shared)
        ),
        ties=tuple(
            Tie(a=names[link.a], b=names[link.b], label=_tie(link.by, link.share), share=link.share)
            for link in shared
        ),
    )
    caption = Caption(
        name="dependence",
        title="What two texts have in common",
        subtitle="Share of the smaller text's claims that the other states too, or of its words",
    )
    return figure(arcs, content, caption)


def axis_of(kind: str, unit: str | None) -> Axis:
    """The value axis of a unit: money with its sign, other units named at the end."""
    if kind in ("date", "time"):
        return Axis(kind=kind)
    if unit == "%":
        return Axis(suffix=f"{words.NBSP}%")
    if units.is_currency(unit):
        return Axis(prefix=words.symbol(unit or ""))
    name = "" if unit is None or unit.startswith("{") else f" {units.name(unit, plural=True)}"
    return Axis(suffix=name)


def converted(fact: Fact, claim: Claim) -> Interval:
    """A claim's interval in the fact's unit; a falling change is negative."""
    interval = claim.interval or Interval(None, None)
    if claim.unit and fact.unit and claim.unit != fact.unit:
        interval = units.convert(interval, claim.unit, fact.unit) or interval
    falls = claim.direction == "down" and claim.kind == "percent" and not claim.derived_from
    return interval.scaled(Decimal(-1)) if falls else interval


def _rows(findings: Findings, fact: Fact) -> Rows:
    verdict = findings.verdict[fact.id]
    stated = [sides.best(fact, f) for f in sides.order(findings) if f in fact.sources]
    rows = [_row(findings, fact, claim) for claim in stated if claim is not None]
    rows += [_apart(findings, fact, claim) for claim in apart.claims(findings, fact)]
    kind = fact.claims[0].kind
    return Rows(
        rows=gathered.rows(rows),
        axis=axis_of(kind, fact.unit),
        core=verdict.core if verdict.verdict in ("agree", "compatible") else None,
        core_label=_core(verdict, fact),
        gap_label=_gap(verdict),
    )


def _row(findings: Findings, fact: Fact, claim: Claim) -> Row:
    names = sides.shorts(findings)
    verdict = findings.verdict[fact.id]
    rival = any(p.relation == "conflict" and claim.id in (p.a, p.b) for p in verdict.pairs)
    interval = converted(fact, claim)
    return Row(
        source=names[claim.source],
        note=_note(findings, claim.source),
        label=words.bare(interval, claim.kind, fact.unit) if claim.formula else words.stated(claim),
        interval=interval,
        glyph="computed" if claim.derived_from else glyph_of(interval, claim.modifier),
        role="conflict" if rival else "agree",
        group=_group(findings, claim.source, names),
        remark=words.formula(claim.formula or ""),
    )


def _apart(findings: Findings, fact: Fact, claim: Claim) -> Row:
    """A claim of the same source under another scope, as a grey row."""
    return Row(
        source=sides.shorts(findings)[claim.source],
        note=apart.scope(claim),
        label=words.stated(claim),
        interval=converted(fact, claim),
        glyph=glyph_of(claim.interval or Interval(None, None), claim.modifier),
        role="other_scope",
        remark=_standing(fact, claim),
    )


def _standing(fact: Fact, claim: Claim) -> str:
    """Why the row is grey; whether its value is one of the rivals'."""
    same = any(claim.interval == other.interval for other in fact.claims)
    return "same amount, narrower scope" if same and claim.scope else "not comparable"


def _core(verdict: Agreement, fact: Fact) -> str:
    if verdict.core is None or verdict.verdict != "agree":
        return ""
    kind = fact.claims[0].kind
    said = words.bare(verdict.core, kind, fact.unit)
    return f"all meet at {said}" if verdict.core.is_point or kind == "date" else "all meet here"


def _gap(verdict: Agreement) -> str:
    if verdict.gap is None:
        return ""
    return f"gap {words.number(words.decimal(verdict.gap) * 100, 0)}{words.NBSP}%"


def _pair(findings: Findings, fact: Fact) -> tuple[Claim, Claim, Claim] | None:
    """A computed change in the fact with its two operands, before and after, or None."""
    for claim in fact.claims:
        if claim.derived_from and claim.unit == "%" and len(claim.derived_from) == 2:
            before, after = (findings.claim[i] for i in claim.derived_from)
            return claim, before, after
    return None


def _passage(findings: Findings, fact: Fact, pair: tuple[Claim, Claim, Claim]) -> Passage:
    computed, before, after = pair
    first, last = (_middle(claim) for claim in (before, after))
    names = sides.shorts(findings)
    rows = _rows(findings, fact).rows
    return Passage(
        title=words.sentence(before.measure or fact.label),
        note=f"as {names[computed.source]} states them",
        before=first,
        after=last,
        before_label=words.number(first),
        after_label=words.number(last),
        difference=_difference(first, last, before.unit),
        axis=axis_of(before.kind, before.unit),
        change_title="Change",
        change_note="computed, or as written",
        change_axis=axis_of("percent", "%"),
        rows=tuple(_without_remark(row) for row in rows),
        formula=f"{words.amount(_middle(computed), '%')} = {words.formula(computed.formula or '')}",
        role="conflict" if findings.verdict[fact.id].verdict == "conflict" else "agree",
    )


def _difference(first: Decimal, last: Decimal, unit: str | None) -> str:
    word = "more" if last > first else "less"
    return f"{words.amount(abs(last - first), unit)} {word}"


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


def _tie(by: str, share: float) -> str:
    if by == "root":
        return "one named origin"
    said = words.number(words.decimal(round(share, 2)) * 100, 0)
    return f"{said}{words.NBSP}% of {'claims' if by == 'claims' else 'wording'}"


def _note(findings: Findings, file: str) -> str:
    return findings.sources[file].outlet or ""


def _group(findings: Findings, file: str, names: dict[str, str]) -> str:
    group = next((g for g in findings.summary.groups if file in g and len(g) > 1), None)
    return names[group[0]] if group else ""
