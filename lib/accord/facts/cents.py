"""Sums in cents and pence as sums in the currency of which they are parts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from accord import units
from accord.model import Claim


def as_wholes(claims: Sequence[Claim]) -> Iterator[Claim]:
    """The claims of one text; a cent is of the one currency that the text speaks of, if of one."""
    spoken = {claim.unit.partition("/")[0] for claim in claims if claim.unit}
    for claim in claims:
        whole = _whole(claim, spoken)
        yield _converted(claim, whole) if whole else claim


def _whole(claim: Claim, spoken: set[str]) -> str | None:
    """The unit that a sum has as a part of a whole currency, or None."""
    code, slash, per = (claim.unit or "").partition("/")
    part = units.load_currencies().parts.get(code)
    if part is None:
        return None
    of = part.of if len(part.of) == 1 else [whole for whole in part.of if whole in spoken]
    return f"{of[0]}{slash}{per}" if len(of) == 1 else None


def _converted(claim: Claim, whole: str) -> Claim:
    value, interval = (
        ends and units.convert(ends, claim.unit or "", whole)
        for ends in (claim.value, claim.interval)
    )
    worth = units.load_currencies().parts[(claim.unit or "").partition("/")[0]].worth
    step = claim.resolution * worth
    return replace(claim, unit=whole, value=value, interval=interval, resolution=step)
