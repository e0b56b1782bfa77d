"""Whether the numbers of one text fit each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from accord.agreement import sums
from accord.agreement.relation import CONFLICT, relate
from accord.agreement.standing import standings
from accord.agreement.wording import phrase
from accord.model import Claim, Fact, Interval

DIGITS = 10


def doubted(claims: Iterable[Claim], text: str = "") -> tuple[Claim, ...]:
    """The claims of one source, each with the doubts that its own arithmetic casts on it.

    A restated number must meet what it restates ("70 km (43 miles)"), a stated change must meet
    the change between the two values that its sentence gives, and a total the sum of the parts
    that its sentence lists ("a total of 24: 14 men and 10 women").
    """
    given = tuple(claims)
    placed = sorted(given, key=lambda c: (c.source, c.span, c.id))
    known = {claim.id: claim for claim in placed}
    cast: dict[str, list[str]] = {}
    found = (*_restated(placed, known), *_changed(placed), *sums.doubts(placed, text))
    for claim_id, doubt in sorted(found):
        cast.setdefault(claim_id, []).append(doubt)
    return tuple(
        replace(c, doubts=tuple(dict.fromkeys((*c.doubts, *cast[c.id])))) if c.id in cast else c
        for c in given
    )


def base(total: Claim, growth: Claim) -> Interval | None:
    """What a total and its growth imply for the period before, to ten significant digits.

    The growth stands for its rounding interval, the total for what is written.
    """
    rate, value = _growth(growth), total.value
    if rate is None or value is None or value.low is None or value.high is None or value.low < 0:
        return None
    low_factor = None if rate.low is None else 1 + rate.low / 100
    high_factor = None if rate.high is None else 1 + rate.high / 100
    if low_factor is not None and low_factor <= 0:
        return None
    low = Decimal(0) if high_factor is None else _rounded(value.low / high_factor)
    high = None if low_factor is None else _rounded(value.high / low_factor)
    return Interval(low, high, rate.high_closed, rate.low_closed)


def _growth(claim: Claim) -> Interval | None:
    """The signed change in per cent."""
    own = standings(Fact(id=claim.id, label="", claims=(claim,)))
    if not own or claim.direction not in ("up", "down"):
        return None
    allowed = own[0].allowed
    negative = allowed.high is not None and allowed.high < 0
    down = claim.direction == "down" and not negative
    return allowed.scaled(Decimal(-1)) if down else allowed


def _restated(claims: Sequence[Claim], known: dict[str, Claim]) -> Iterator[tuple[str, str]]:
    for claim in claims:
        first = known.get(claim.restates or "")
        if first is None or not first.unit or not claim.unit:
            continue
        alone = replace(claim, restates=None)
        couple = standings(Fact(id="", label="", unit=first.unit, claims=(first, alone)))
        if len(couple) == 2 and relate(*couple) == CONFLICT:
            yield claim.id, f"restates {phrase(first)}, and the two values do not meet"


def _changed(claims: Sequence[Claim]) -> Iterator[tuple[str, str]]:
    stated: dict[_Place, list[Claim]] = {}
    for claim in claims:
        if claim.kind == "percent" and not claim.derived_from and claim.direction:
            stated.setdefault(_place(claim), []).append(claim)
    for change in claims:
        if change.kind == "percent" and change.derived_from:
            for claim in stated.get(_place(change), ()):
                couple = standings(Fact(id="", label="", unit="%", claims=(claim, change)))
                if len(couple) == 2 and relate(*couple) == CONFLICT:
                    yield claim.id, f"does not meet the change from {phrase(change)}"


_Place = tuple[str, int, str | None, str | None]


def _place(claim: Claim) -> _Place:
    return (claim.source, claim.sentence.start, claim.direction, claim.measure)


def _rounded(value: Decimal) -> Decimal:
    return round(value, DIGITS - 1 - value.adjusted()) if value else value
