"""The drawing of a shared fact: its claims on one axis, a computed change as a passage."""

from __future__ import annotations

from decimal import Decimal
from functools import partial

from accord import units
from accord.charts import forest as rows_chart
from accord.charts import passage
from accord.charts.passage import Passage
from accord.charts.records import Row, Rows, glyph_of
from accord.editions.pages import apart, drawings, gathered, sides, words
from accord.editions.pages.words import Words
from accord.editions.parts import Figure, anchor
from accord.model import Agreement, Claim, Fact, Findings, Interval


def figure(findings: Findings, fact: Fact) -> Figure:
    """A shared fact's chart: its claims on one axis, or a passage where a change was computed."""
    caption = drawings.Caption(name=anchor("fact", fact.id), title=fact.label)
    pair = _pair(findings, fact)
    if pair is not None:
        change = partial(_passage, fact=fact, pair=pair)
        return drawings.figure(findings, passage, change, caption, drawings.CARD)
    rows = partial(_rows, fact=fact)
    return drawings.figure(findings, rows_chart, rows, caption, drawings.CARD)


def _rows(findings: Findings, fact: Fact) -> Rows:
    say = words.of(findings)
    verdict = findings.verdict[fact.id]
    stated = [sides.best(fact, f) for f in sides.order(findings) if f in fact.sources]
    rows = [_row(findings, fact, claim) for claim in stated if claim is not None]
    rows += [_apart(findings, fact, claim) for claim in apart.claims(findings, fact)]
    kind = fact.claims[0].kind
    return Rows(
        rows=gathered.rows(rows, say),
        axis=drawings.axis_of(kind, fact.unit, findings.numerals),
        core=verdict.core if verdict.verdict in ("agree", "compatible") else None,
        core_label=_core(verdict, fact, say),
        gap_label=_gap(verdict, say),
    )


def _row(findings: Findings, fact: Fact, claim: Claim) -> Row:
    say = words.of(findings)
    names = sides.shorts(findings)
    verdict = findings.verdict[fact.id]
    rival = any(p.relation == "conflict" and claim.id in (p.a, p.b) for p in verdict.pairs)
    interval = _converted(fact, claim)
    return Row(
        source=names[claim.source],
        note=sides.note(findings, claim.source),
        label=say.bare(interval, claim.kind, fact.unit) if claim.formula else say.stated(claim),
        interval=interval,
        glyph="computed" if claim.derived_from else glyph_of(interval, claim.modifier),
        role="conflict" if rival else "agree",
        group=sides.group(findings, claim.source),
        remark=say.formula(claim.formula or ""),
    )


def _apart(findings: Findings, fact: Fact, claim: Claim) -> Row:
    """A claim of the same source under another scope, as a grey row."""
    say = words.of(findings)
    return Row(
        source=sides.shorts(findings)[claim.source],
        note=apart.scope(claim),
        label=say.stated(claim),
        interval=_converted(fact, claim),
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
        axis=drawings.axis_of(before.kind, before.unit, findings.numerals),
        change_title="Change",
        change_note="computed, or as written",
        change_axis=drawings.axis_of("percent", "%", findings.numerals),
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


def _converted(fact: Fact, claim: Claim) -> Interval:
    """A claim's interval in the fact's unit; a falling change is negative."""
    interval = claim.interval or Interval(None, None)
    if claim.unit and fact.unit and claim.unit != fact.unit:
        interval = units.convert(interval, claim.unit, fact.unit) or interval
    falls = claim.direction == "down" and claim.kind == "percent" and not claim.derived_from
    return interval.scaled(Decimal(-1)) if falls else interval
