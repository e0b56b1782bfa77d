"""The widest class of claims that a claim may be weighed against, and the unit it has there."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from accord import units
from accord.model import Claim

_PAYING = frozenset(
    {"pay", "invest", "spend", "earn", "cost", "lend", "borrow", "owe", "donat", "fund", "financ"}
)
_SUMS = _PAYING | frozenset(
    {"damag", "price", "budget", "fee", "debt", "profit", "revenu", "loan", "deficit", "compens"}
)
_DEEDS = {"infect": "{case}", "arrest": "{arrest}"}
_NEAR, _BESIDE, _REACH, _LARGE = 0.35, 0.6, 150, 1_000_000
_A_YEAR = "/a"


def of(claims: Sequence[Claim]) -> dict[str, str]:
    """The block of each claim of one text, by its id.

    A bare number is a share or a sum of money where what stands around it is: "4 percent, against
    3.2", "3 million euros from a planned 2 million".
    """
    homes = {claim.id: block(claim) for claim in claims}
    shares = sorted(claim.span.start for claim in claims if claim.kind == "percent")
    sums = {claim.sentence for claim in claims if claim.kind == "money"}
    for claim in filter(_is_bare, claims):
        if _has_fraction(claim) and _is_beside(claim, shares):
            homes[claim.id] = "percent"
        elif _is_large(claim) and (claim.sentence in sums or _near(claim) & _SUMS):
            homes[claim.id] = "money"
    return homes


def block(claim: Claim) -> str:
    """The block of a claim by itself."""
    if claim.kind == "money" or _may_be_money(claim) or _yearly(claim):
        return "money"
    if claim.kind == "time":
        return "clock"
    if claim.kind in ("date", "percent", "ordinal", "category") or claim.unit is None:
        return claim.kind
    dimension = units.dimension(claim.unit) or claim.unit
    return "count" if dimension.startswith("{") else dimension


def unit(claim: Claim) -> str | None:
    """The unit of a claim; of so much money a year the currency, of the ill their cases."""
    deed = _done(claim) if claim.unit == "{person}" else None
    return deed or _yearly(claim) or claim.unit


def is_yearly(claim: Claim) -> bool:
    """Whether a claim is of each year."""
    return (claim.unit or "").endswith(_A_YEAR) or "annual" in claim.context.marks


def _yearly(claim: Claim) -> str | None:
    """The currency of so much money a year."""
    currency = (claim.unit or "").removesuffix(_A_YEAR)
    return currency if claim.kind == "rate" and units.is_currency(currency) else None


def _done(claim: Claim) -> str | None:
    """What people are counted by: those infected are cases, those arrested arrests."""
    beside = {word for word, weight in claim.context.words if weight >= _BESIDE}
    return next(
        (_DEEDS[deed] for deed in _DEEDS if deed in (beside | {claim.context.action})), None
    )


def _may_be_money(claim: Claim) -> bool:
    """Whether a number without a unit is what somebody pays."""
    return _is_bare(claim) and claim.context.action in _PAYING


def _is_bare(claim: Claim) -> bool:
    return claim.kind in ("count", "magnitude") and claim.unit is None


def _is_beside(claim: Claim, places: Sequence[int]) -> bool:
    """Whether one of the places, which are sorted, is within reach."""
    first = bisect_left(places, claim.span.start - _REACH)
    return first < len(places) and places[first] <= claim.span.start + _REACH


def _has_fraction(claim: Claim) -> bool:
    written = claim.value.low if claim.value else None
    return written is not None and written < 100 and written % 1 != 0


def _is_large(claim: Claim) -> bool:
    return claim.value is not None and (claim.value.low or 0) >= _LARGE


def _near(claim: Claim) -> frozenset[str]:
    return frozenset(word for word, weight in claim.context.words if weight >= _NEAR)
