"""Each language writes numbers in its own marks."""

from decimal import Decimal
from typing import get_args

import babel
import pytest
from hypothesis import given, strategies

from accord.model import ENGLISH, NUMERALS, Numbers

NBSP = "\N{NO-BREAK SPACE}"
QUOTE = "\N{RIGHT SINGLE QUOTATION MARK}"
WRITTEN = {
    "en": ("1,234", "12,345.6", "0.5"),
    "de": ("1.234", "12.345,6", "0,5"),
    "de-CH": (f"1{QUOTE}234", f"12{QUOTE}345.6", "0.5"),
    "es": ("1234", "12.345,6", "0,5"),
    "fr": (f"1{NBSP}234", f"12{NBSP}345,6", "0,5"),
    "it": ("1234", "12.345,6", "0,5"),
    "pt": ("1.234", "12.345,6", "0,5"),
    "si": ("1234", f"12{NBSP}345.6", "0.5"),
}


def test_every_language_that_the_parameter_takes_has_its_marks():
    assert tuple(NUMERALS) == get_args(Numbers)


@pytest.mark.parametrize("name", NUMERALS)
def test_a_number_is_written_in_the_marks_of_its_language(name):
    values = (Decimal(1234), Decimal("12345.6"), Decimal("0.5"))

    assert tuple(map(NUMERALS[name].write, values)) == WRITTEN[name]


@pytest.mark.parametrize("name", [name for name in NUMERALS if name != "si"])
def test_marks_are_those_of_the_common_locale_data_repository(name):
    told = babel.Locale.parse(name, sep="-").number_symbols
    symbols = told.get("latn", told)

    assert NUMERALS[name].decimal == symbols["decimal"]
    assert NUMERALS[name].group == symbols["group"].replace("\N{NARROW NO-BREAK SPACE}", NBSP)


@given(strategies.decimals(allow_nan=False, allow_infinity=False, places=3))
def test_no_mark_is_lost_or_made(value):
    for marks in NUMERALS.values():
        back = marks.write(value).replace(marks.group, "").replace(marks.decimal, ".")

        assert Decimal(back) == value


@given(strategies.integers())
def test_english_is_what_python_writes(value):
    assert ENGLISH.write(value) == f"{value:,}"
