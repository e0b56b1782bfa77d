from __future__ import annotations

import random
from itertools import zip_longest

import pytest

from accord import agreement
from accord.agreement import reliability

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


@pytest.mark.parametrize("level", ["nominal", "interval", "ratio"])
def test_the_bootstrap_is_made_of_the_alphas_of_resampled_units(level):
    source = random.Random(20_111)  # noqa: S311  # a statistic, not a secret
    alphas = [agreement.alpha(source.choices(UNITS, k=len(UNITS)), level) for _ in range(200)]

    low, high = reliability.bootstrap(UNITS, level)

    found = sorted(value for value in alphas if value is not None)
    assert low == pytest.approx(found[int(0.025 * len(found))])
    assert high == pytest.approx(found[int(0.975 * len(found))])


def test_a_unit_with_one_value_is_drawn_and_says_nothing():
    lonely = [*UNITS, *([value] for value in (1.0, 2.0, 5.0))]

    assert agreement.alpha(lonely, "interval") == agreement.alpha(UNITS, "interval")
    assert reliability.bootstrap(lonely, "interval") != reliability.bootstrap(UNITS, "interval")


def test_the_bootstrap_of_many_values_is_not_told():
    assert reliability.bootstrap([[1.0, 2.0]] * 76, "interval") is None
