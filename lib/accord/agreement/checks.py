"""Outside figures beside claims: in a column of their own, never part of agreement."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from accord.agreement.arithmetic import base
from accord.agreement.standing import standings
from accord.agreement.wording import phrase
from accord.model import ENGLISH, Check, Claim, Corpus, Fact, Figure, Interval, Numerals

_WORD = re.compile(r"[^\W\d_]{2,}")
_YEAR = re.compile(r"\d{4}")
_NUMBER = re.compile(r"[-\u2212]?\d+(?:\.\d+)?")
_SMALL = frozenset((
    "a", "an", "and", "at", "before", "between", "by", "for", "from", "in", "of", "on", "or",
    "since", "the", "to", "was", "were", "with",
))  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class _Outside:
    figure: Figure
    words: frozenset[str]


class Checker:
    """Finds for each fact the outside figures of the same measure, period and unit."""

    def __init__(self, corpus: Corpus, facts: Sequence[Fact], numerals: Numerals = ENGLISH) -> None:
        """Take the figures and texts of `corpus`; `facts` hold the growth beside a total."""
        self._numerals = numerals
        self._figures = [_Outside(figure=f, words=_words(f.measure)) for f in corpus.figures]
        self._texts = {source.file: source.text for source in corpus.sources}
        self._aliases = [(_words(name), others) for name, others in corpus.codebook.aliases]
        self._growth = _growths(facts) if self._figures else {}

    def of(self, fact: Fact) -> tuple[Check, ...]:
        """The checks on the fact's claims, by period and value of the figure."""
        if not self._figures:
            return ()
        found = [check for claim in fact.claims for check in self._of(fact, claim)]
        return tuple(sorted(dict.fromkeys(found), key=_order))

    def _of(self, fact: Fact, claim: Claim) -> Iterator[Check]:
        own = standings(replace(fact, claims=(claim,), unit=None))
        if not own or own[0].category is not None or claim.derived_from:
            return
        period = claim.period or fact.period
        if period is None:
            return
        near = self._near(fact, claim)
        yield from self._direct(near, claim, period, own[0].allowed)
        yield from self._changes(near, claim, period, own[0].allowed)
        yield from self._before(near, claim, period)

    def _near(self, fact: Fact, claim: Claim) -> list[Figure]:
        """The figures whose every word stands by the claim; the most specific measure only."""
        sentence = claim.sentence.of(self._texts.get(claim.source, ""))
        named = _words(f"{claim.measure or ''} {fact.label}")
        about = named | _words(f"{sentence} {claim.subject or ''} {fact.subject or ''}")
        for canonical, others in self._aliases:
            if any(other.lower() in sentence.lower() for other in others):
                about |= canonical
        fitting = [o for o in self._figures if o.words <= about and o.words & named]
        rank = {o.words: (len(o.words & named), len(o.words)) for o in fitting}
        most = max(rank.values(), default=(0, 0))
        return [outside.figure for outside in fitting if rank[outside.words] == most]

    def _before(self, near: Iterable[Figure], total: Claim, period: str) -> Iterator[Check]:
        """Figures for the year before, against what the total and its growth imply."""
        growth = self._nearest_growth(total)
        implied = base(total, growth) if growth else None
        if growth is None or implied is None or not _YEAR.fullmatch(period):
            return
        earlier = str(int(period) - 1)
        word = "rise" if growth.direction == "up" else "fall"
        reason = f"{self._said(total)} after a {word} of {self._said(growth)} implies"
        for figure in near:
            if figure.unit == total.unit and figure.period == earlier:
                yield self._check(
                    replace(figure, change=None), _rounding(figure), total, implied, reason
                )

    def _said(self, claim: Claim) -> str:
        return phrase(claim, self._numerals)

    def _nearest_growth(self, total: Claim) -> Claim | None:
        if total.kind == "percent" or total.unit is None:
            return None
        beside = self._growth.get((total.source, total.sentence.start), [])
        after = [claim for claim in beside if claim.span.start > total.span.start]
        return min(
            after or beside, key=lambda c: abs(c.span.start - total.span.start), default=None
        )

    def _direct(
        self, near: Iterable[Figure], claim: Claim, period: str, allowed: Interval
    ) -> Iterator[Check]:
        for figure in near:
            if figure.unit == claim.unit and figure.period == period:
                yield self._check(
                    replace(figure, change=None),
                    _rounding(figure),
                    claim,
                    allowed,
                    f"{self._said(claim)} allows",
                )

    def _changes(
        self, near: Iterable[Figure], claim: Claim, period: str, allowed: Interval
    ) -> Iterator[Check]:
        """A figure's own change against a stated change."""
        for figure in near:
            stated = _NUMBER.search(figure.change or "")
            if stated is None or figure.period != period:
                continue
            if claim.kind != "percent" or claim.direction not in ("up", "down"):
                continue
            number = Decimal(stated.group().replace("\u2212", "-"))
            if (number < 0) is not (claim.direction == "down"):
                continue
            half = Decimal((0, (5,), int(number.as_tuple().exponent) - 1))
            value = Interval(abs(number) - half, abs(number) + half, high_closed=False)
            change = replace(figure, value=Interval.exactly(abs(number)), unit="%")
            yield self._check(change, value, claim, allowed, f"{self._said(claim)} allows")

    def _check(
        self, figure: Figure, value: Interval, claim: Claim, implied: Interval, reason: str
    ) -> Check:
        finding = "consistent" if value.meets(implied) else "not consistent"
        who = ", in ".join(filter(None, (figure.issuer, figure.publisher))) or "an outside figure"
        shown = figure.change or _amount(figure.value, figure.unit, self._numerals)
        allowed = _amount(implied, figure.unit, self._numerals)
        return Check(
            figure=figure.measure,
            period=figure.period,
            value=figure.value,
            unit=figure.unit,
            issuer=figure.issuer or figure.publisher,
            url=figure.url,
            claim=claim.id,
            implied=implied,
            finding=finding,
            why=f"{who}: {shown} for {figure.period}; {reason} {allowed}; {finding}",
        )


def _growths(facts: Sequence[Fact]) -> dict[tuple[str, int], list[Claim]]:
    found: dict[tuple[str, int], list[Claim]] = {}
    for fact in facts:
        for claim in fact.claims:
            if claim.kind == "percent" and claim.direction and not claim.derived_from:
                found.setdefault((claim.source, claim.sentence.start), []).append(claim)
    return {key: sorted(claims, key=lambda c: c.span) for key, claims in found.items()}


def _rounding(figure: Figure) -> Interval:
    value = figure.value
    if figure.modifier != "exact" or value.low is None or not value.is_point:
        return value
    half = figure.resolution / 2
    return Interval(value.low - half, value.low + half, high_closed=not half)


def _amount(interval: Interval, unit: str | None, numerals: Numerals) -> str:
    """An interval in words: "USD 74.14 to 74.76 bn"."""
    ends = [end for end in (interval.low, interval.high) if end is not None]
    if not ends:
        return "any value"
    largest = max(abs(end) for end in ends)
    power, name = next(((p, n) for p, n in ((9, " bn"), (6, " m")) if largest >= 10**p), (0, ""))
    low, high = (
        None if e is None else _short(e, power, numerals) for e in (interval.low, interval.high)
    )
    if low is None or high is None:
        span = f"over {low}" if high is None else f"up to {high}"
    else:
        span = low if low == high else f"{low} to {high}"
    return f"{span} %" if unit == "%" else f"{unit or ''} {span}{name}".strip()


def _short(end: Decimal, power: int, numerals: Numerals) -> str:
    places = max(0, 3 - max(0, (end.scaleb(-power)).adjusted() - 1))
    text = f"{end.scaleb(-power):.{places}f}"
    return numerals.write(Decimal(text.rstrip("0").rstrip(".") if "." in text else text))


def _words(text: str) -> frozenset[str]:
    """The telling words, without plural endings."""
    found = (word.lower() for word in _WORD.findall(text))
    return frozenset(
        w[:-1] if w.endswith("s") and len(w) > 3 else w for w in found if w not in _SMALL
    )


def _order(check: Check) -> tuple[str, str, Decimal, str]:
    return (check.figure, check.period or "", check.value.low or Decimal(0), check.claim)
