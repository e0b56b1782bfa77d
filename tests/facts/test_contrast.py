"""What sets two claims apart."""

from decimal import Decimal

import pytest

from accord.facts.contrast import periods_apart
from accord.facts.mention import prepare
from accord.model import Claim, Interval, Source, Span

PERIODS = [
    ("2013-07-21/2013-07-31", "2013-07", False),
    ("2013", "2013-07", False),
    ("2013-07", "2013-08", True),
    ("2013/2014", "2015", True),
    ("../2024-12-31", "2019", False),
    ("2020/..", "2019", True),
]


def mention(file, period):
    claim = Claim(
        id=f"c{file}", source=file, span=Span(0, 1), text="7", sentence=Span(0, 1), kind="count",
        value=Interval.exactly(Decimal(7)), interval=Interval.exactly(Decimal(7)), period=period,
    )  # fmt: skip
    return claim, Source(file=file, sha256="0", text="7", chars=1)


@pytest.mark.parametrize(("one", "other", "apart"), PERIODS)
def test_a_period_inside_the_other_is_not_another_one(one, other, apart):
    told = [mention("a.txt", one), mention("b.txt", other)]
    a, b = prepare([claim for claim, _ in told], [source for _, source in told])

    assert periods_apart(a, b) == apart
    assert periods_apart(b, a) == apart
