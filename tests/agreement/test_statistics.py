from __future__ import annotations

from itertools import zip_longest

import pytest

from accord import agreement

# The reliability data of Krippendorff (2011): four observers, twelve units.
OBSERVERS = (
    "123321412...",
    "1233224125.3",
    ".3332342251.",
    "1233244125 1.".replace(" ", ""),
)
UNITS = [
    [float(value) for value in unit if value and value != "."] for unit in zip_longest(*OBSERVERS)
]


@pytest.mark.parametrize(
    ("level", "value"), [("nominal", 0.743), ("interval", 0.849), ("ratio", 0.797)]
)
def test_alpha_on_the_textbook_data(level, value):
    assert agreement.alpha(UNITS, level) == pytest.approx(value, abs=5e-4)


def test_alpha_is_undefined_without_variation():
    assert agreement.alpha([[3.0, 3.0], [3.0, 3.0, 3.0]], "ratio") is None


def test_alpha_is_undefined_where_nothing_can_be_paired():
    assert agreement.alpha([[3.0], [4.0]], "ratio") is None


def test_alpha_is_one_for_perfect_agreement():
    assert agreement.alpha([[3.0, 3.0], [4.0, 4.0]], "interval") == pytest.approx(1.0)


def test_wilson_on_six_of_seven():
    assert agreement.wilson(6, 7) == pytest.approx((0.487, 0.974), abs=5e-4)


def test_wilson_stays_within_zero_and_one():
    assert agreement.wilson(0, 3)[0] == 0.0
    assert agreement.wilson(3, 3)[1] == 1.0


def test_wilson_of_nothing_is_nothing():
    assert agreement.wilson(0, 0) is None
