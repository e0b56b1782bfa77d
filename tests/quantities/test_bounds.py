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


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("It sells 30% below the list price.", "down"),
        ("Output was 35% above the target.", "up"),
        ("Rain was 42 percent below normal.", "down"),
        ("The rent is $40 above that of Byron.", "up"),
        ("Output is 4% above the 2029 harvest.", "up"),
        ("Some 30% below the poverty line ate.", None),
        ("It was 9 per cent above 40.", None),
        ("Shares fell by the daily limit of 15%.", "down"),
        ("Wages fell by 3% on the coast, and by 4% inland.", "down"),
        ("Wages fell while 3% slept, and by 4% inland.", None),
        ("Wages fell by 3% in May, and by 4% in June.", "down"),
        ("Wages fell 3% in May, rents 4%.", "down"),
        ("Wages fell 3% in May, after 4% in June.", None),
        ("Food rose by 3%, the mills of the coast by 4%.", "up"),
        ("Food rose by 3%, in Byron by 4%.", "up"),
        ("Food rose by 3%, and a mill owned by 4%.", None),
    ],
)
def test_a_share_told_of_a_level_or_of_a_verb_said_before_has_a_direction(text, direction):
    last = [q for q in read(text).quantities if q.kind in ("percent", "money")][-1]

    assert last.direction == direction


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("Median follow-up was 13.4 months.", None),
        ("A build-up of 30 percent came.", None),
        ("A start-up with 40 percent of sales came.", None),
        ("The cut-off of 30% stands.", None),
        ("They used a discount rate of 9 %.", None),
        ("They gave a discount of 9 %.", "down"),
        ("The firm contracted 100 MW.", None),
        ("Trade contracted 3%.", "down"),
        ("Arden grows half of its rye.", None),
        ("Sales grew half a percent.", "up"),
        ("They grow 40 tons of rye.", None),
        ("The crane can lift 4.2t.", None),
        ("It lifted output by 4 tons.", "up"),
        ("They were sent up for three days.", None),
        ("The fleet was up three days.", "up"),
        ("In Lower Arden 38.7% voted.", None),
        ("Arden Lower 35.0% full.", None),
        ("At the Byron Falls 40 percent of boats sank.", None),
        ("Arden Falls 40 Percent On Fears Of War", "down"),
        ("Shares Fall 3%", "down"),
        ("The falls are 30 metres high.", None),
        ("The price falls 30 metres out.", "down"),
    ],
)
def test_a_word_of_change_in_another_sense_gives_no_direction(text, direction):
    assert first(text).direction == direction


@pytest.mark.parametrize(
    ("text", "modifier"),
    [
        ("Pay is 21 percent more than nine years ago.", "exact"),
        ("Pay is 5% higher than two years ago.", "exact"),
        ("Mills are 30% fewer than 10 years ago.", "exact"),
        ("The dam is higher than two years ago.", "exact"),
        ("Output was 4% higher than 40 tons.", "exact"),
        ("It came more than nine years ago.", "over"),
        ("It grew to more than 40 tons.", "over"),
        ("The fire is spread over 1,600 hectares.", "exact"),
        ("The fire burnt over 1,600 hectares.", "over"),
        ("It will fall below 3%.", "less_than"),
        ("The load is no longer than 40 metres.", "at_most"),
    ],
)
def test_a_comparison_or_a_place_before_a_number_is_no_bound_of_it(text, modifier):
    last = read(text).quantities[-1]

    assert (last.modifier, last.direction if last.kind == "duration" else None) == (modifier, None)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("It rose in those over 80.", "a"),
        ("Those over 80 wait longer.", "a"),
        ("Children under 15 account for it.", "a"),
        ("Pensioners over 75 pay nothing.", "a"),
        ("Anyone under 16 pays.", "a"),
        ("Women older than 40 slept.", "a"),
        ("Those aged over 80 slept.", "a"),
        ("Clerks of workers under 30 contracts slept.", "{contract}"),
        ("People over 50 kg slept.", "kg"),
        ("Children under five years slept.", "a"),
        ("Those over 2,000 slept.", None),
        ("The mills over 80 slept.", None),
    ],
)
def test_over_and_under_tell_the_age_of_people_alone(text, unit):
    assert first(text).unit == unit
