"""What sets two claims apart."""

from dataclasses import replace
from decimal import Decimal

import numpy as np
import pytest

from accord.facts import opposites
from accord.facts.contrast import marks_apart, nouns_differ, periods_apart
from accord.facts.mention import prepare
from accord.facts.pairs import Pairs
from accord.facts.stems import stems
from accord.facts.table import Table
from accord.model import Claim, Codebook, Interval, Source, Span

PERIODS = [
    ("2013-07-21/2013-07-31", "2013-07", False),
    ("2013", "2013-07", False),
    ("2013-07", "2013-08", True),
    ("2013/2014", "2015", True),
    ("../2024-12-31", "2019", False),
    ("2020/..", "2019", True),
]


def prepared(file, period):
    claim = Claim(
        id=f"c{file}", source=file, span=Span(0, 1), text="7", sentence=Span(0, 1), kind="count",
        value=Interval.exactly(Decimal(7)), interval=Interval.exactly(Decimal(7)), period=period,
    )  # fmt: skip
    return prepare(Source(file=file, sha256=file, text="7", chars=1), [claim], Codebook())


@pytest.mark.parametrize(("one", "other", "apart"), PERIODS)
def test_a_period_inside_the_other_is_not_another_one(one, other, apart):
    table = Table([prepared("a.txt", one), prepared("b.txt", other)])
    pairs = Pairs(table, np.array([0]), np.array([1]))

    assert periods_apart(pairs).tolist() == [apart]
    assert periods_apart(pairs.turned()).tolist() == [apart]
    assert periods_apart(Pairs(table, pairs.b, pairs.a)).tolist() == [apart]


SHARES = [
    ("{7%|percent|7|%} of the farms", "{7%|percent|7|%} in all", {}, False),
    ("{7%|percent|7|%} of the farms", "{7%|percent|7|%} in all", {"0.txt": "farms"}, False),
    (
        "{7%|percent|7|%} of them",
        "{7%|percent|7|%} in all",
        {"0.txt": "farms", "1.txt": "tax"},
        True,
    ),
    ("{7|count|7|farm} of the farms", "{7|count|7|farm} in all", {}, True),
]


@pytest.mark.parametrize(("one", "other", "measures", "apart"), SHARES)
def test_a_share_is_of_a_whole_named_or_not(one, other, measures, apart, story):
    told = story(one, other, change=lambda c: replace(c, measure=measures.get(c.source)))
    pairs = Pairs(Table(told.prepared()), np.array([0]), np.array([1]))

    assert marks_apart(pairs).tolist() == [apart]


def test_an_interval_around_a_value_is_never_the_value(story):
    def marked(claim):
        around = replace(claim.context, marks=("interval",) if claim.source == "1.txt" else ())
        return replace(claim, measure="yield", context=around)

    one, other = "the yield was {74%|percent|74|%}", "the yield was {69% to 78%|percent|69..78|%}"

    assert story(one, other, change=marked).joined() == []
    assert len(story(one, other, change=lambda c: replace(c, measure="yield")).joined()) == 1


NOUNS = [
    ("Lund has {8|count|8|factory} factories", "Lund has {8|count|8|plant} plants", False),
    ("Lund has {8|count|8|factory} factories", "Lund has {8|count|8|farm} farms", True),
    ("{8|count|8|person} people were arrested", "there were {8|count|8|arrest} arrests", False),
    ("{8|count|8|person} people fell ill", "there were {8|count|8|case} cases", False),
    ("{8|count|8|person} people fled", "there were {8|count|8|case} cases", True),
]


@pytest.mark.parametrize(("one", "other", "differ"), NOUNS)
def test_two_nouns_for_one_thing_are_no_two_things(one, other, differ, story):
    pairs = Pairs(Table(story(one, other).prepared()), np.array([0]), np.array([1]))

    assert nouns_differ(pairs).tolist() == [differ]


def test_opposites_are_told_in_words_and_not_in_stems():
    assert [opposites.written(stem) for stem in stems("revenue profit injure")] == [
        "revenue",
        "profit",
        "injure",
    ]
