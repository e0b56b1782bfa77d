from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from accord.model import Claim, Fact, Interval, Span


def decimal(value) -> Decimal | None:
    return None if value is None else Decimal(str(value))


@pytest.fixture
def claim() -> Callable[..., Claim]:
    """A claim of `source`: its value, what it allows (else the value), its last digit."""
    count = iter(range(1000))

    def make(
        source: str, low, high=None, *, allows=None, step=0, kind="measure", **fields
    ) -> Claim:
        value = Interval(decimal(low), decimal(low if high is None else high))
        start = 10 * next(count)
        return Claim(
            id=f"c{source}{start:04d}",
            source=source,
            span=Span(start, start + 5),
            sentence=Span(0, 100_000),
            text=fields.pop("text", str(low)),
            kind=kind,
            value=value,
            interval=allows or value,
            resolution=Decimal(str(step)),
            **fields,
        )

    return make


@pytest.fixture
def fact() -> Callable[..., Fact]:
    def make(*claims: Claim, **fields) -> Fact:
        return Fact(id="f1", label="Cost of the bridge", claims=claims, **fields)

    return make
