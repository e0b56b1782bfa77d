"""Which words bound a number, and which only say that it moved."""

import pytest

from .texts import read


def first(text):
    return read(text).quantities[0]


@pytest.mark.parametrize("verb", ["edged", "went", "crept", "was revised", "could go"])
def test_what_a_movement_arrives_at_is_no_bound(verb):
    assert first(f"The rate {verb} up to 4%.").modifier == "exact"


def test_up_to_bounds_where_nothing_moves():
    assert first("The firm invests up to 4% of sales.").modifier == "up_to"


@pytest.mark.parametrize("text", ["It fell below 40 points.", "It sank past 40 goats."])
def test_a_level_that_is_passed_is_no_change(text):
    assert first(text).direction is None


def test_and_over_belongs_to_the_number_behind_it():
    found = read("It has 40 goats and over 30 hens, and 9 cows and up to 8 cats.").quantities

    assert [q.modifier for q in found] == ["exact", "over", "exact", "up_to"]


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("They shot down 40 kites.", None),
        ("The boat sank with 40 goats.", None),
        ("The mill raised $40 million from savers.", None),
        ("The mill raised its price by $40.", "up"),
        ("It made 4% fewer carts.", "down"),
        ("Some 80% of mills have fewer hands.", None),
        ("Carts made up 14% of sales.", None),
        ("It wants a quarter-point increase.", "up"),
        ("Sales halved.", "down"),
        ("Sales rose tenfold.", "up"),
    ],
)
def test_the_words_around_a_number_say_which_way_it_went(text, direction):
    assert first(text).direction == direction


@pytest.mark.parametrize("text", ["It is above its 4% target.", "It fell below the 4% mark."])
def test_a_mark_that_a_level_is_held_against_is_no_bound(text):
    assert first(text).modifier == "exact"
