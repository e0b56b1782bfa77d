"""What several claims speak of, and how their sources hang together."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from accord.model.claim import Claim


def fact_id(claim: str) -> str:
    """The id of the fact whose smallest claim id is `claim`: "f" and 12 hexadecimal digits."""
    return f"f{hashlib.blake2b(claim.encode(), digest_size=6).hexdigest()}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One measured thing, with every claim about it, sorted by id.

    `unit` is the canonical unit in which its claims are compared. `coded_by` is "codebook" where
    an entry of the codebook brought the claims together, else "rules". `broader` holds pairs
    (narrow, broad) of categories that are compatible without being equal.
    """

    id: str
    label: str
    measure: str | None = None
    subject: str | None = None
    period: str | None = None
    scope: tuple[str, ...] = ()
    unit: str | None = None
    claims: tuple[Claim, ...] = ()
    coded_by: str = "rules"
    broader: tuple[tuple[str, str], ...] = ()

    @property
    def sources(self) -> tuple[str, ...]:
        """The files that state it, sorted."""
        if len(self.claims) == 1:
            return (self.claims[0].source,)
        return tuple(sorted({claim.source for claim in self.claims}))

    @property
    def is_quantity(self) -> bool:
        """Whether it is a number or a date, and so may count in the headline."""
        return all(claim.is_quantity for claim in self.claims)


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class NearMiss:
    """Two claims that look alike and are not comparable, with the part that differs."""

    a: str
    b: str
    differs: str


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Link:
    """A sign that two sources are not independent.

    `by` is "root", "claims", "wording" or "copy"; `share` the share in common, from 0 to 1; `fact`
    the one fact that a root link holds for (None: everywhere); `group` the smallest file name of
    the closure that the two belong to.
    """

    a: str
    b: str
    by: str
    share: float
    group: str
    fact: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment:
    """What the facts room hands on."""

    facts: tuple[Fact, ...] = ()
    links: tuple[Link, ...] = ()
    near_misses: tuple[NearMiss, ...] = ()
