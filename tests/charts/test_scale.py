"""Values stand where they belong, under ticks that people read."""

from datetime import date
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.charts import look, scale
from accord.charts.scale import Axis, lay, plain, words
from accord.model import Interval

NUMBERS = st.decimals(-(10**15), 10**15, allow_nan=False, places=3)


def exactly(*values):
    return [Interval.exactly(Decimal(value)) for value in values]


def labels(laid):
    return [label for _, label in laid.ticks]


@pytest.mark.parametrize(
    ("axis", "values", "expected"),
    [
        (Axis(prefix="$"), ("1200000", "3100000"), ["$0", "1", "2", "3", "$4\u00a0m"]),
        (Axis(suffix=" km"), ("43",), ["0", "10", "20", "30", "40", "50 km"]),
        (
            Axis(suffix=" %", zero=False),
            ("-33", "-27"),
            ["\u221234", "\u221232", "\u221230", "\u221228", "\u221226 %"],
        ),
        (Axis(), ("12500", "61000"), ["0", "20,000", "40,000", "60,000", "80,000"]),
        (Axis(kind="time"), ("60", "1380"), [f"{hour:02}:00" for hour in range(0, 25, 3)]),
    ],
)
def test_ticks_are_round_and_carry_the_unit_at_their_end(axis, values, expected):
    assert labels(lay(axis, exactly(*values), 0, 400)) == expected


def test_dates_name_the_year_once_and_at_each_january():
    year = Interval.days(date(2019, 1, 1), date(2019, 12, 31))

    found = labels(lay(Axis(kind="date"), [year], 0, 400))

    assert found == ["Jan 2019", "Apr", "Jul", "Oct", "Jan 2020"]


@settings(max_examples=30)
@given(st.lists(NUMBERS, min_size=1, max_size=6), st.integers(80, 500))
def test_every_value_lies_on_the_axis_in_order(values, room):
    laid = lay(Axis(), exactly(*values), 10, 10 + room)
    places = [laid.x(value) for value in sorted(values)]

    assert all(10 <= x <= 10 + room for x in places)
    assert places == sorted(places)


@settings(max_examples=30)
@given(st.lists(NUMBERS, min_size=1, max_size=6), st.integers(80, 500))
def test_tick_labels_never_touch(values, room):
    laid = lay(Axis(prefix="$", suffix=" miles"), exactly(*values), 0, room)
    spans = [scale.place(laid, tick) for tick in laid.ticks]

    assert all(left[1] + 5 < right[0] for left, right in pairwise(spans))


def test_a_small_spread_of_large_numbers_does_not_begin_at_zero():
    laid = lay(Axis(), exactly("74100", "75900"), 0, 300)

    assert laid.low > 70000


def test_a_large_spread_and_an_open_low_end_begin_at_zero():
    assert lay(Axis(), exactly("10", "90"), 0, 300).low == 0
    assert lay(Axis(), [Interval(None, Decimal(50))], 0, 300).low == 0


def test_a_day_is_a_day_wide():
    laid = lay(Axis(kind="date"), [Interval.days(date(2020, 5, 1), date(2020, 5, 31))], 0, 330)
    low, high = laid.ends(Interval.days(date(2020, 5, 7), date(2020, 5, 7)))

    assert high - low == pytest.approx(330 / (31 + 3 + 3))


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("1234567.50", "1,234,567.5"),
        ("-30.3", "\u221230.3"),
        ("0.000", "0"),
        ("1200", "1,200"),
        ("1e40", "1.00e+40"),
    ],
)
def test_numbers_are_written_as_people_write_them(value, expected):
    assert plain(Decimal(value)) == expected


@pytest.mark.parametrize(
    ("kind", "value", "expected"),
    [
        ("number", None, "open"),
        ("date", date(2021, 3, 4).toordinal(), "2021-03-04"),
        ("time", 270, "04:30"),
    ],
)
def test_ends_are_said_in_the_words_of_their_kind(kind, value, expected):
    assert words(Axis(kind=kind), None if value is None else Decimal(value)) == expected


def test_a_cut_text_fits_and_says_that_it_is_cut():
    cut = look.fit("a note that is far too long for its place", look.NOTE, 80)

    assert cut.endswith("\u2026")
    assert look.measure(cut, look.NOTE) <= 80


def test_a_wrapped_text_keeps_a_number_and_its_unit_together():
    lines = look.wrap("rising to 40\u00a0km today", look.NOTE, 70, 4)

    assert any("40\u00a0km" in line for line in lines)
