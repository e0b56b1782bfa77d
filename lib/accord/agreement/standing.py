"""A claim as it stands in a fact: its values in the fact's unit, ready to compare."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from operator import attrgetter

from accord import units
from accord.model import Claim, Fact, Interval

VAGUE = ("dozens", "hundreds", "thousands")
BOUNDS = ("up_to", "at_most", "less_than", "over", "at_least", "nearly", "just_over", "by")
CHANGES = ("percent", "points", "ratio", "rate")


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """One claim of the file `source` in the fact's unit.

    `value` is what is written, `stated` what the modifier allows, `allowed` what it stands for in
    a comparison: an exact value is its rounding interval. `slack` is half the last written digit.
    `sign` is 1, -1, or 0 where the text names no direction. Standings of one fact with the same
    `kind` look the same to every comparison.
    """

    claim: Claim
    source: str
    category: str | None = None
    value: Interval
    stated: Interval
    allowed: Interval
    slack: Decimal
    sign: int = 0
    kind: int = 0

    @property
    def modifier(self) -> str:
        """The claim's modifier."""
        return self.claim.modifier

    @property
    def denied(self) -> bool:
        """Whether the text denies it."""
        return self.claim.modality == "denied"

    @property
    def is_day(self) -> bool:
        """Whether its values are days or minutes, which have no zero to measure shares from."""
        return self.claim.kind in ("date", "time")


Said = tuple[Claim, Interval, Interval, Decimal]
_NOTHING = Interval(None, None)


def said(fact: Fact) -> list[Said]:
    """The fact's comparable claims, one for each that restates no other, by source and place.

    Beside each stand the value, what is stated and the slack of its `Standing`.
    """
    unit = fact.unit or next((claim.unit for claim in fact.claims if claim.unit), None)
    wanted = fact.claims if len(fact.claims) == 1 else _first_said(fact.claims)
    return [one for claim in wanted if (one := _said(claim, unit))]


def standings(fact: Fact) -> tuple[Standing, ...]:
    """What is said of the fact, ready to compare."""
    return compared(said(fact))


def compared(said: Iterable[Said]) -> tuple[Standing, ...]:
    """What is said of one fact, ready to compare."""
    kinds: dict[tuple[object, ...], int] = {}
    return tuple([_standing(*one, kinds) for one in said])


def distinct(standings: Iterable[Standing]) -> Collection[Standing]:
    """The first standing of each kind, which stands for all of it."""
    found: dict[int, Standing] = {}
    for standing in standings:
        found.setdefault(standing.kind, standing)
    return found.values()


def signed(standing: Standing, interval: Interval, *, by_direction: bool) -> Interval:
    """An interval of a change with its sign, or its size alone where a direction is missing."""
    if standing.claim.kind not in CHANGES:
        return interval
    below = interval.high is not None and interval.high < 0
    flip = standing.sign < 0 and not below if by_direction and standing.sign else below
    return interval.scaled(Decimal(-1)) if flip else interval


_place = attrgetter("source", "span.start", "span.end", "id")


def _first_said(claims: Sequence[Claim]) -> list[Claim]:
    present = {claim.id for claim in claims}
    return sorted([claim for claim in claims if claim.restates not in present], key=_place)


def _said(claim: Claim, unit: str | None) -> Said | None:
    if claim.category is not None:
        return claim, _NOTHING, _NOTHING, Decimal(0)
    value, stated = claim.value or claim.interval, claim.interval or claim.value
    if value is None or stated is None:
        return None
    digit = Decimal(0) if claim.kind in ("date", "time") else claim.resolution
    if _needs_no_converting(claim.unit, unit):
        return claim, value, stated, digit / 2
    here, there = claim.unit or "", unit or ""
    first, other = (units.convert(one, here, there) for one in (value, stated))
    if first is None or other is None:
        return None
    return claim, first, other, _slack(units.convert(Interval(Decimal(0), digit), here, there))


def _slack(digit: Interval | None) -> Decimal:
    if digit is None or digit.low is None or digit.high is None:
        return Decimal(0)
    return (digit.high - digit.low) / 2


def _standing(
    claim: Claim,
    value: Interval,
    stated: Interval,
    slack: Decimal,
    kinds: dict[tuple[object, ...], int],
) -> Standing:
    """A claim with its kind numbered by all that a comparison looks at."""
    sign, denied = _sign(claim), claim.modality == "denied"
    look = (claim.category, value, stated, slack, sign, claim.modifier, denied, claim.kind)
    return Standing(
        claim=claim,
        source=claim.source,
        category=claim.category,
        value=value,
        stated=stated,
        allowed=_rounding(value, slack) if claim.modifier == "exact" else stated,
        slack=slack,
        sign=sign,
        kind=kinds.setdefault(look, len(kinds)),
    )


def _needs_no_converting(here: str | None, there: str | None) -> bool:
    """Whether numbers are compared as written: things of one fact are counted by any noun.

    What is so much a year in one text is yearly in the other, as things a day are daily ones.
    """
    if here is None or there is None or here.removesuffix("/a") == there.removesuffix("/a"):
        return True
    pace, other = here.partition("}")[2], there.partition("}")[2]
    counted = here.startswith("{") and there.startswith("{")
    return counted and (pace == other or not (pace and other))


def _rounding(value: Interval, slack: Decimal) -> Interval:
    if not slack or not value.is_point or value.low is None:
        return value
    return Interval(value.low - slack, value.low + slack, high_closed=False)


def _sign(claim: Claim) -> int:
    if claim.kind not in CHANGES:
        return 0
    return {"up": 1, "down": -1}.get(claim.direction or "", 0)
