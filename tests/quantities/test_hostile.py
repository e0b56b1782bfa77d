import time

import pytest

from .texts import read

CASES = {
    "commas": "1," * 40_000 + "x",
    "dollars": "$" * 80_000,
    "dashes": "1-" * 40_000,
    "words": "one hundred and " * 8_000,
    "blanks": "21" + " " * 80_000 + "%",
    "modifiers": "about " * 20_000 + "5",
    "slashes": "1/" * 30_000,
    "months": "May " * 20_000,
}


@pytest.mark.parametrize("name", CASES)
def test_a_hostile_text_takes_time_in_line_with_its_length(name):
    text = CASES[name]
    start = time.process_time()
    read(text)
    once = time.process_time() - start

    assert once < 4


def test_a_minus_a_full_width_sign_and_arabic_digits_are_read():
    found = read(
        "Output fell by \u22125%, then \uff12\uff11\uff05, then \u0662\u0661\u066a."
    ).quantities

    assert [(q.value.low, q.unit) for q in found] == [(-5, "%"), (21, "%"), (21, "%")]


UNSEEN = [
    ("It cost $1\u200b4 million.", "$1\u200b4 million", 14_000_000, "USD"),
    ("It lost 1\u2066,000\u2069 people.", "1\u2066,000", 1000, "{person}"),
    ("It lost 1,\u200e000 people.", "1,\u200e000", 1000, "{person}"),
    ("It fell 5\u200e% today.", "5\u200e%", 5, "%"),
    ("It cost $\u200e5 million.", "$\u200e5 million", 5_000_000, "USD"),
    ("Wool rose 1\ufeff2%.", "1\ufeff2%", 12, "%"),
    ("It lost 12\u00ad000 people.", "12\u00ad000", 12_000, "{person}"),
    ("It cost 5 mil\u00adlion dol\u00adlars.", "5 mil\u00adlion dol\u00adlars", 5_000_000, "USD"),
]


@pytest.mark.parametrize(("text", "span", "value", "unit"), UNSEEN)
def test_a_mark_that_nobody_sees_splits_no_number_and_no_word(text, span, value, unit):
    (found,) = read(text).quantities

    assert (found.span.of(text), found.value.low, found.unit) == (span, value, unit)


GROUPED = {
    "It paid 1\u2019000 dollars.": ["1000"],
    "It paid 1'000'000 dollars.": ["1000000"],
    "It paid 1'300.50 dollars.": ["1300.50"],
    "He said 'it is 12' 345 times.": ["12", "345"],
    "The door is 5'11 high.": ["5", "11"],
}


@pytest.mark.parametrize("text", GROUPED)
def test_an_apostrophe_before_three_digits_groups_thousands(text):
    assert [str(found.value.low) for found in read(text).quantities] == GROUPED[text]


@pytest.mark.parametrize("text", ["4,9/11", "3/4,9/11", "3-4,9/11", "3 4,9/11"])
def test_a_number_with_a_comma_before_a_slash_is_no_fraction(text):
    assert all(found.interval.meets(found.value) for found in read(text).quantities)


def test_a_bare_dollar_is_settled_by_the_text():
    bare = read("It cost $5 million.").quantities[0]
    settled = read("It cost $5 million. The US$9 million rest came later.").quantities[0]

    assert bare.doubts
    assert settled.doubts == ()


def test_a_currency_name_shared_by_many_is_settled_by_a_place_in_the_text():
    alone = read("It cost 5 million pesos.").quantities[0]
    placed = read("It cost 5 million pesos. Mexican taxes rose.").quantities[0]

    assert (alone.unit, alone.unit_text) == (None, "pesos")
    assert placed.unit == "MXN"


def test_a_day_without_a_year_needs_the_date_of_the_text():
    reading = read("It opened on February 11.", date=None)

    assert reading.quantities == ()
    assert reading.set_aside[0].reason == "a day or month without a year"


def test_a_day_and_month_that_may_be_swapped_carry_a_doubt():
    (found,) = read("It opened on 03/04/2025.", date=None).quantities

    assert found.doubts


def test_number_words_without_end_are_set_aside_as_one():
    text = "They sang " + "six thousand and " * 30 + "slept."
    reading = read(text)

    assert reading.quantities == ()
    assert [a.reason for a in reading.set_aside] == ["number words without end"]


def test_a_long_number_in_words_is_read():
    text = (
        "They saw nine hundred and ninety-nine trillion, nine hundred and ninety-nine billion "
        "stars and slept."
    )

    assert read(text).quantities


ENDLESS = ("9" * 60, "1e40", "1" + ",000" * 30, "1e-40", "0." + "0" * 60 + "1", "-" + "1" * 50)
AFTER = ("s", "m", "%", "/2", " dozen", "\u00b0C", "-5", " to 5", "th", "'s", ":30", " a.m.")


@pytest.mark.parametrize("after", AFTER)
@pytest.mark.parametrize("number", ENDLESS, ids=lambda number: number[:6])
def test_a_number_beyond_all_measure_is_read_or_set_aside(number, after):
    reading = read(f"It rose from 1 to {number}{after} in 2031, from {number}{after} to 2.")

    assert reading.quantities or reading.set_aside
