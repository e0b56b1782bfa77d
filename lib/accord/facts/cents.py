"""Sums in cents and pence as sums in the currency of which they are parts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from accord import units
from accord.model import Claim


def as_wholes(claims: Sequence[Claim]) -> Iterator[Claim]:
    """The claims of one text; a cent is of the one currency that the text speaks of, if of one."""
    spoken = {claim.unit.partition("/")[0] for claim in claims if claim.unit}
    return (_as_whole(claim, spoken) for claim in claims)


def _as_whole(claim: Claim, spoken: set[str]) -> Claim:
    code, slash, per = (claim.unit or "").partition("/")
    part = units.load_currencies().parts.get(code)
    if part is None:
        return claim
    of = part.of if len(part.of) == 1 else [whole for whole in part.of if whole in spoken]
    if len(of) != 1:
        return claim
    value, interval = (ends and ends.scaled(part.worth) for ends in (claim.value, claim.interval))
    return replace(
        claim,
        unit=f"{of[0]}{slash}{per}",
        value=value,
        interval=interval,
        resolution=claim.resolution * part.worth,
    )
