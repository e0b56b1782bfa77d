"""Which heads told of heads are a share, and which are two counts."""

from decimal import Decimal

import pytest

from .texts import read


@pytest.mark.parametrize(
    ("text", "span", "share"),
    [
        ("It prevents five out of six cases.", "five out of six", None),
        ("It stops nine in ten severe cases.", "nine in ten", "90"),
        ("It reaches 4 out of 5 households.", "4 out of 5", "80"),
        ("Nearly two out of five of them slept.", "two out of five", "40"),
        ("One household in four has a boat.", "One household in four", "25"),
        ("One woman in five said so.", "One woman in five", "20"),
        ("It was one in two in 2031.", "one in two", "50"),
        ("Three in four agreed.", "Three in four", "75"),
        ("Seven in 10 said no.", "Seven in 10", "70"),
        ("Some say 3 in 5 support it.", "3 in 5", "60"),
        ("One in 4,000 is a rate.", "One in 4,000", "0.025"),
        ("It strikes three in 12,000.", "three in 12,000", "0.025"),
        ("It strikes two people in 100,000 a year.", "two people in 100,000", "0.002"),
        ("The rate is 3 cases in 1,000.", "3 cases in 1,000", "0.3"),
        ("It hits one in every 500 goats.", "one in every 500", "0.2"),
        ("One out of every 40 newborns has it.", "One out of every 40", "2.5"),
    ],
)
def test_heads_out_of_heads_are_a_share(text, span, share):
    found = read(text).quantities[0]

    assert (found.span.of(text), found.unit) == (span, "%")
    assert share is None or found.value.high == Decimal(share)


def test_a_range_of_heads_out_of_heads_is_a_range_of_shares():
    [found] = read("It strikes one to two people in 100,000 a year.").quantities

    assert (found.unit, found.value.low, found.value.high) == (
        "%",
        Decimal("0.001"),
        Decimal("0.002"),
    )


@pytest.mark.parametrize(
    "text",
    [
        "They built 5 in 2031.",
        "They built two in Arden.",
        "There were three people in 12 cars.",
        "It killed one man in 12 cars.",
        "It killed one man in 12 days.",
        "It killed one man in 2031.",
        "One woman in 5 ft heels slept.",
        "They won three out of four games.",
        "Some 5 out of 12 members left.",
        "They found nine in ten minutes.",
        "She has one in 2030 and two in 2031.",
        "He came one in 12 times.",
        "He got eight out of 10.",
        "There were 3 cases in 1,000 homes.",
        "One in 4,000 mills burned.",
    ],
)
def test_a_place_a_time_or_another_thing_behind_leaves_two_counts(text):
    assert "%" not in {q.unit for q in read(text).quantities}
