from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord import units
from accord.model import Interval

CODES = st.sampled_from(sorted(units.load_units().codes))


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("kilometres", "km"),
        ("miles", "[mi_i]"),
        ("per cent", "%"),
        ("US$", "USD"),
        ("€", "EUR"),
        ("Danish crowns", "DKK"),
        ("$", "USD"),
        ("sq m", "m2"),
        ("kWh", "kW.h"),
        ("MW", "MW"),
        ("km", "km"),
        ("USD", "USD"),
        ("pesos", None),
        ("grumbles", None),
    ],
)
def test_a_unit_as_written_has_one_code(written, code):
    assert units.canonical(written) == code


def test_case_tells_symbols_apart():
    assert units.canonical("mW") == "mW"
    assert units.canonical("MW") == "MW"


@pytest.mark.parametrize(
    ("unit", "dimension"),
    [
        ("km", "length"),
        ("mo", "time"),
        ("USD", "USD"),
        ("{ship}", "{ship}"),
        ("USD/d", "USD/time"),
        ("%", "share"),
        ("[pp]", "points"),
        ("grumble", None),
        ("grumble/d", None),
    ],
)
def test_a_unit_has_a_dimension(unit, dimension):
    assert units.dimension(unit) == dimension


@pytest.mark.parametrize(
    ("value", "source", "target", "result"),
    [
        ("43", "[mi_i]", "km", "69.201792"),
        ("1", "a", "mo", "12"),
        ("1", "mo", "d", "30.4375"),
        ("2", "h", "min", "120"),
        ("5", "USD/d", "USD/a", "1826.25"),
        ("7", "{ship}", "{ship}", "7"),
        ("457", "{penny}", "GBP", "4.57"),
        ("0.45", "USD/{share}", "{cent}/{share}", "45"),
        ("212", "[degF]", "Cel", "100"),
    ],
)
def test_a_value_converts_within_its_dimension(value, source, target, result):
    made = units.convert(Interval.exactly(Decimal(value)), source, target)

    assert made is not None
    assert round(made.low, 6) == Decimal(result)


@pytest.mark.parametrize(
    ("source", "target"),
    [("km", "d"), ("USD", "EUR"), ("{ship}", "{dock}"), ("{penny}", "USD"), ("{cent}", "USD/d")],
)
def test_other_dimensions_do_not_convert(source, target):
    assert units.convert(Interval.exactly(Decimal(1)), source, target) is None


def test_an_open_end_stays_open():
    made = units.convert(Interval(Decimal(2), None, low_closed=False), "km", "m")

    assert made == Interval(Decimal(2000), None, low_closed=False)


@given(st.decimals(0, 10**6, places=3), CODES, CODES)
def test_there_and_back_is_the_same_value(value, one, other):
    there = units.convert(Interval.exactly(value), one, other)
    if there is None:
        assert units.dimension(one) != units.dimension(other)
        return
    back = units.convert(there, other, one)

    assert abs(back.low - value) <= Decimal("1e-9") * max(abs(value), 1)


@given(CODES)
def test_every_code_is_its_own_canonical_form(code):
    assert units.canonical(code) == code
    assert units.dimension(code) is not None


def test_every_currency_is_told_by_its_code():
    table = units.load_currencies()

    assert all(units.canonical(code) == code for code in table.codes)
    assert len(table.codes) >= 150


def test_an_incidence_is_said_the_same_of_one_and_of_many():
    assert units.name("/100000") == units.name("/100000", plural=True) == "per 100,000"


@pytest.mark.parametrize(
    ("noun", "many"),
    [("storey", "storeys"), ("city", "cities"), ("box", "boxes"), ("person", "people")],
)
def test_what_is_counted_has_a_plural(noun, many):
    assert units.name(f"{{{noun}}}", plural=True) == many
    assert units.name(f"{{{noun}}}/d", plural=True) == f"{many} per day"
