# ruff: noqa: E501, RUF001, SIM905 - the list of signs is the test; it reads best as it stands
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord import units
from accord.model import Span
from accord.quantities import find, vocabulary
from accord.quantities.line import cut, lines
from accord.quantities.reader import WAKING, Reader

from .texts import PARAMETERS, read, source

WORDS = st.sampled_from(
    """about over 3 4.5 million $ € % per cent a an of its the to from - – ( ) . , / ½ ² : ; 2024 July 11
    12th first half third dozen hundreds one two twenty hundred and or km miles m people US$ £ 1,234
    1.234,5 9/11 3/4 e x × 10 ^ ٣ ３ COVID 19 Q fy this last year month end early late years old days +
    minus − # @ www. v x4 p.m. am 4.30 08:30 GMT 1e9 cents dollars rupees crore pounds 6 ft in lb hour
    mins all lone couple double twice doubled .5 other others killed""".split()
)
TEXTS = st.lists(st.tuples(WORDS, st.sampled_from(("", " ", " ", "\n"))), max_size=14).map(
    lambda pairs: "".join(word + blank for word, blank in pairs)
)
DATES = st.sampled_from((None, "2024", "2024-02", "2024-02-29"))


def covered(reading):
    places = set()
    for quantity in reading.quantities:
        places.update(range(quantity.extent.start, quantity.extent.end))
    for aside in reading.set_aside:
        places.update(range(aside.start, aside.end))
    return places


@settings(max_examples=300)
@given(TEXTS | st.text(max_size=60), DATES)
def test_quantities_lie_in_the_text_and_never_overlap(text, date):
    found = find(source(text, date), PARAMETERS).quantities

    assert all(q.span.end <= len(text) and q.span in q.extent for q in found)
    assert all(left.span.end <= right.span.start for left, right in pairwise(found))


@settings(max_examples=300)
@given(TEXTS, DATES)
def test_every_digit_is_read_or_set_aside(text, date):
    reading = read(text, date)
    places = covered(reading)

    assert [at for at, sign in enumerate(text) if sign.isdecimal() and at not in places] == []


@settings(max_examples=300)
@given(TEXTS | st.text(max_size=60))
def test_a_sentence_that_is_left_out_holds_no_number(text):
    whole = [Span(0, len(text))]

    assert list(lines(text, whole, WAKING)) or not Reader(text, None).read(cut(text))


@settings(max_examples=300)
@given(TEXTS | st.text(max_size=60))
def test_ascii_is_cut_as_any_text_is(text):
    plain = text.encode("ascii", "ignore").decode()
    line, longer = cut(plain), cut(plain + " é")

    assert longer.words[: line.last] == line.words[: line.last]
    assert [*map(longer.start, range(line.last))] == [*map(line.start, range(line.last))]


@settings(max_examples=200)
@given(st.lists(st.sampled_from([*sorted(vocabulary.NUMBERS), "cats", "and", ","]), max_size=8))
def test_every_number_word_is_read_or_set_aside(words):
    text = " ".join(words)
    places = covered(read(text))

    at = 0
    for word in words:
        assert word not in vocabulary.NUMBERS or at in places
        at += len(word) + 1


@settings(max_examples=200)
@given(TEXTS)
def test_an_interval_meets_the_number_as_written(text):
    for quantity in read(text).quantities:
        ends = quantity.interval.low, quantity.interval.high
        assert quantity.modifier in ("less_than", "over", "nearly", "just_over") or any(
            end is None or quantity.value.low <= end <= quantity.value.high or quantity.value.holds(end)
            or (ends[0] is not None and ends[1] is not None
                and ends[0] <= quantity.value.low and quantity.value.high <= ends[1])
            for end in ends
        )  # fmt: skip


@settings(max_examples=100)
@given(st.integers(2, 999), st.sampled_from(units.load_units().examples))
def test_every_unit_comes_back_from_its_own_example(number, row):
    phrase, code = row
    words = phrase.split()
    text = f"They wrote {number} {' '.join(words[1:])} there." if words[0].isdecimal() else phrase

    assert code in {q.unit for q in read(text).quantities}


def names():
    table = units.load_units()
    return sorted(
        (name, unit)
        for name, unit in table.names.items()
        if name.endswith("s") and name not in ("celsius", "celcius") and unit.code != "deg"
    )


@settings(max_examples=300)
@given(st.integers(2, 99), st.sampled_from(names()))
def test_a_number_with_any_unit_name_comes_back(number, row):
    name, unit = row
    (quantity,) = read(f"They wrote {number} {name} there.").quantities

    assert quantity.unit == unit.code
    assert quantity.value.low == number * unit.times


@settings(max_examples=200)
@given(st.integers(0, 999), st.sampled_from(sorted(units.load_currencies().codes)))
def test_a_number_with_any_currency_code_comes_back(number, code):
    (quantity,) = read(f"They wrote {code} {number}.50 there.").quantities

    assert (quantity.unit, quantity.value.low) == (code, number + Decimal("0.5"))


@pytest.mark.parametrize("code", sorted(units.load_currencies().words))
def test_a_code_that_is_a_word_needs_an_amount(code):
    assert "money" not in {quantity.kind for quantity in read(f"{code} 10 SHIPS SANK.").quantities}
    assert [q.unit for q in read(f"They paid {code} 10m.").quantities] == [code]


@settings(max_examples=100)
@given(
    TEXTS.filter(lambda text: not set("$¥£€") & set(text)),
    st.sampled_from(("It rained.", "Nine cats slept.")),
)
def test_another_sentence_never_changes_what_one_says(text, more):
    alone = read(text + ".").quantities
    both = read(text + ". " + more).quantities

    assert both[: len(alone)] == alone


@given(st.integers(0, 10**15))
def test_grouped_digits_are_the_number(number):
    (quantity,) = read(f"They counted {number:,} bees.").quantities

    assert quantity.value.low == Decimal(number)


def test_a_longest_number_is_set_aside_and_not_read():
    reading = read("It owes $" + "9" * 100_000 + ".")

    assert reading.quantities == ()
    assert "too many digits" in reading.set_aside[0].reason


@settings(max_examples=200)
@given(TEXTS)
def test_every_quantity_is_as_its_record_makes_it(text):
    for quantity in read(text).quantities:
        assert replace(quantity) == quantity
        assert replace(quantity.span) == quantity.span
        assert replace(quantity.value) == quantity.value
