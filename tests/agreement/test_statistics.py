from __future__ import annotations

import pytest

from accord import agreement


def test_wilson_on_six_of_seven():
    assert agreement.wilson(6, 7) == pytest.approx((0.487, 0.974), abs=5e-4)


def test_wilson_stays_within_zero_and_one():
    assert agreement.wilson(0, 3)[0] == 0.0
    assert agreement.wilson(3, 3)[1] == 1.0


def test_wilson_of_nothing_is_nothing():
    assert agreement.wilson(0, 0) is None
