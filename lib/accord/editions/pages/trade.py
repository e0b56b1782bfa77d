"""Totals and their growth beside outside figures, and what a stated growth implies."""

from __future__ import annotations

from decimal import Decimal

from accord.charts import base as implied_base
from accord.charts import exports
from accord.charts.exports import Bar, Bars
from accord.charts.records import Row, Rows
from accord.editions.pages import dates, drawings, plain, sides, words
from accord.editions.pages.drawings import Caption
from accord.editions.pages.words import Words
from accord.editions.parts import Figure, Run, Section, Table, anchor
from accord.model import Check, Claim, Fact, Findings, Interval
from accord.model import Figure as Outside


def opening(findings: Findings) -> Section:
    """What outside figures can check: each number stated once, with its growth where given."""
    say = words.of(findings)
    checked = _checked(findings)
    if not checked:
        title = "No outside figure speaks of these numbers"
    else:
        fitting = sum(c.finding == "consistent" for _, c in checked)
        title = (
            f"{words.sentence(say.count(fitting))} of "
            f"{say.counted(len(checked), 'outside check')} fit{'s' if fitting == 1 else ''} "
            "what the texts state"
        )
    return Section(
        key="trade",
        menu="Checks",
        title=title,
        subtitle="Outside figures are checks beside the texts; they never enter an agreement.",
    )


def figures(findings: Findings) -> tuple[Figure, ...]:
    """For each number with outside figures: its bars by period, and what its growth implies."""
    drawn = (_pictures(findings, fact) for fact in _with_checks(findings))
    return tuple(figure for pair in drawn for figure in pair)


@plain.kept
def checks(findings: Findings) -> Table:
    """Every check with its arithmetic."""
    names, say = sides.shorts(findings), words.of(findings)
    return Table(
        name="checks",
        title="Outside figures beside the texts",
        columns=("Number", "Text", "Outside figure", "Issued by", "Finding"),
        align=("left", "left", "right", "left", "left"),
        rows=tuple(
            (
                (Run(fact.label, link=f"#{anchor('fact', fact.id)}"),),
                (Run(names[findings.claim[check.claim].source]),),
                (Run(_valued(check, say)),),
                (Run(check.issuer or "not stated", link=_safe(check.url)),),
                (Run(_finding(findings, check)),),
            )
            for fact, check in _checked(findings)
        ),
        csv="figures/checks.csv",
    )


def _finding(findings: Findings, check: Check) -> str:
    """Whether the outside figure fits, and what the text's own words leave open."""
    say = words.of(findings)
    claim = findings.claim[check.claim]
    fits = "inside" if check.finding == "consistent" else "outside"
    allowed = say.bare(check.implied, "", check.unit)
    said = say.stated(claim)
    if check.period in (None, claim.period):
        return f"{fits} {allowed}, which {said} allows"
    return f"{fits} {allowed}, implied for {dates.period(check.period)} by {said}"


def _valued(check: Check, say: Words) -> str:
    return ", ".join(
        filter(None, (say.bare(check.value, "", check.unit), dates.period(check.period)))
    )


def _with_checks(findings: Findings) -> tuple[Fact, ...]:
    """Facts in money or counts with two or more outside figures, most checks first."""
    facts = [f for f in findings.alignment.facts if len(_outside(findings, f)) > 1]
    return tuple(sorted(facts, key=lambda f: (-len(findings.verdict[f.id].checks), f.id)))[:4]


def _checked(findings: Findings) -> list[tuple[Fact, Check]]:
    return [
        (findings.fact[verdict.fact], check)
        for verdict in findings.agreements
        for check in verdict.checks
    ]


def _outside(findings: Findings, fact: Fact) -> tuple[Outside, ...]:
    """Outside figures of the measure that the fact's checks name, in order of period."""
    measures = {check.figure for check in findings.verdict[fact.id].checks}
    found = [f for f in findings.corpus.figures if f.measure in measures and f.unit == fact.unit]
    return tuple(sorted(found, key=lambda f: (f.period or "", f.value.low or Decimal(0))))


def _pictures(findings: Findings, fact: Fact) -> tuple[Figure, ...]:
    say = words.of(findings)
    claim = next(c for c in fact.claims if not c.derived_from)
    shown = say.stated(claim)
    caption = Caption(
        name=f"series-{fact.id}",
        title=f"{fact.label}: {shown}, says one text" if len(fact.sources) == 1 else fact.label,
        subtitle=f"By year, {words.unit_name(fact.unit)}",
        note=_note(findings, fact, claim),
    )
    bars = drawings.figure(findings, exports, lambda f: _bars(f, fact, claim), caption)
    implied = [c for c in findings.verdict[fact.id].checks if c.implied != c.value]
    base = _base(findings, fact, [c for c in implied if c.period != claim.period])
    return (bars,) if base is None else (bars, base)


def _bars(findings: Findings, fact: Fact, claim: Claim) -> Bars:
    say = words.of(findings)
    by_year = _by_year(findings, fact, claim)
    bars = [_bar(period, group, fact.unit, say) for period, group in sorted(by_year.items())]
    own = Bar(
        period=claim.period or "stated",
        label=say.stated(claim),
        interval=claim.interval or Interval(None, None),
        claimed=True,
    )
    growth = _growth(findings, claim)
    base = next((n for n, b in enumerate(bars) if _follows(b.period, claim.period)), None)
    issuers = sorted({f.issuer for g in by_year.values() for f in g if f.issuer})
    return Bars(
        bars=(*bars, own),
        change=f"+{say.amount(growth, '%')}" if growth is not None else "",
        base=base if growth is not None else None,
        to=len(bars),
        outside_note="outside figures, for comparison",
        claimed_note=f"stated by {sides.shorts(findings)[claim.source]}" if issuers else "stated",
        axis=drawings.axis_of(fact.claims[0].kind, fact.unit, findings.numerals),
    )


def _by_year(findings: Findings, fact: Fact, claim: Claim) -> dict[str, list[Outside]]:
    found: dict[str, list[Outside]] = {}
    for figure in _outside(findings, fact):
        if figure.period and len(figure.period) == 4 and figure.period != claim.period:
            found.setdefault(figure.period, []).append(figure)
    return {year: _of_one(group) for year, group in found.items()}


def _bar(period: str, group: list[Outside], unit: str | None, say: Words) -> Bar:
    """One year's outside figures of one issuer, as a range where they differ."""
    lows = [f.value.low for f in group if f.value.low is not None]
    highs = [f.value.high for f in group if f.value.high is not None]
    open_above = any(f.value.high is None for f in group)
    interval = Interval(min(lows), None if open_above else max(highs))
    said = say.amount(min(lows), unit, 1)
    if open_above:
        said = f"over {said}"
    elif min(lows) != max(highs):
        said = f"{said} to {say.amount(max(highs), unit, 1)}"
    return Bar(period=period, label=said, interval=interval)


def _of_one(group: list[Outside]) -> list[Outside]:
    """The figures of the first issuer: another one may count another thing."""
    return [figure for figure in group if figure.issuer == group[0].issuer]


def _issuer(text: str | None) -> tuple[str, str]:
    """An issuer's name, and what is said of it in brackets."""
    name, _, more = (text or "outside").partition(" (")
    return name, more.removesuffix(")").partition(";")[0]


def _growth(findings: Findings, claim: Claim) -> Decimal | None:
    """The growth that the same sentence states beside a total."""
    for other in findings.claims:
        if other.derived_from and claim.id in other.derived_from:
            rate = next(findings.claim[i] for i in other.derived_from if i != claim.id)
            return rate.value.low if rate.unit == "%" and rate.value else None
    return None


def _base(findings: Findings, fact: Fact, implied: list[Check]) -> Figure | None:
    if len(implied) < 2:
        return None
    first, say = implied[0], words.of(findings)
    fitting = sum(check.finding == "consistent" for check in implied)
    published = say.counted(len(implied), "published total")
    when = dates.period(first.period) or "the period before"
    caption = Caption(
        name=f"base-{fact.id}",
        title=f"{words.sentence(say.count(fitting))} of {published} "
        f"{'falls' if fitting == 1 else 'fall'} inside what the stated growth implies",
        subtitle=f"What the text's own numbers imply for {when}: "
        f"{say.bare(first.implied, '', fact.unit)}",
    )
    return drawings.figure(findings, implied_base, lambda f: _totals(f, fact, implied), caption)


def _totals(findings: Findings, fact: Fact, implied: list[Check]) -> Rows:
    """The total that the text implies, and the published ones."""
    first, unit, say = implied[0], fact.unit, words.of(findings)
    rows = [
        Row(source="implied", note="by the text", interval=first.implied,
            label=say.bare(first.implied, "", unit), glyph="range", role="single"),
    ]  # fmt: skip
    rows += [
        Row(source=_issuer(check.issuer)[0],
            note=_issuer(check.issuer)[1] or check.period or "", interval=check.value,
            label=say.bare(check.value, "", unit), role="outside",
            extra="fits" if check.finding == "consistent" else "does not fit")
        for check in implied
    ]  # fmt: skip
    axis = drawings.axis_of(fact.claims[0].kind, unit, findings.numerals)
    return Rows(
        rows=tuple(rows), axis=axis, core=first.implied,
        captions=(f"{fact.label}, {first.period}", "total", "check"),
    )  # fmt: skip


def _note(findings: Findings, fact: Fact, claim: Claim) -> tuple[Run, ...]:
    """Who published the grey bars, and what is said of them."""
    outside = [f for group in _by_year(findings, fact, claim).values() for f in group]
    names = {name for f in outside if f.issuer for name in _issuer(f.issuer)[0].split(", ")}
    by = f"were published by {words.listed(sorted(names))}" if names else "come from outside"
    said = f"Grey bars {by}. They are checks, not part of any agreement."
    notes = sorted({f.note for f in outside if f.note})
    return (Run(" ".join((said, *(f"{words.sentence(note)}." for note in notes)))),)


def _follows(year: str, period: str | None) -> bool:
    return bool(period) and year.isdigit() and (period or "")[:4] == str(int(year) + 1)


def _safe(url: str | None) -> str:
    return url if url and url.startswith(("https://", "http://")) else ""
