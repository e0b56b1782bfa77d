"""Krippendorff's alpha and its bootstrap, over arrays."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from math import isclose
from typing import Any

import numpy as np

Value = float | str
Units = Sequence[Sequence[Value]]
Distance = Callable[[Any, Any], Any]  # of values, as arrays
_SEED = 20_111
_RESAMPLES = 200
_AT_ONCE = 100_000  # distances that are worked out together
_RESAMPLED = 150  # values beyond which the interval costs more than it tells


def alpha(units: Units, level: str) -> float | None:
    """Krippendorff's (2011) alpha over units of coders' values; None without variation.

    `level` is "nominal", "interval" or "ratio"; a unit with one value says nothing and is left out.
    """
    once = np.ones((1, len(units)), dtype=np.int64)
    return _Sample(units, LEVELS[level]).alphas(once)[0]


def bootstrap(units: Units, level: str) -> tuple[float, float] | None:
    """The 95 % percentile interval of alpha over resampled units (Efron 1979), seed fixed.

    None for over 150 values, and where most resamples do not vary.
    """
    if sum(map(len, units)) > _RESAMPLED:
        return None
    places, source = range(len(units)), random.Random(_SEED)  # noqa: S311  # a statistic, no secret
    drawn = [source.choices(places, k=len(places)) for _ in range(_RESAMPLES)]
    times = np.array([np.bincount(one, minlength=len(places)) for one in drawn])
    found = sorted(
        value for value in _Sample(units, LEVELS[level]).alphas(times) if value is not None
    )
    if len(found) < _RESAMPLES // 2:
        return None
    return found[int(0.025 * len(found))], found[int(0.975 * len(found))]


class _Sample:
    """Units of values as arrays; the distances inside each are worked out once."""

    def __init__(self, units: Units, distance: Distance) -> None:
        """Take the units; one with a single value pairs nothing."""
        self._distance = distance
        paired = [(at, value) for at, unit in enumerate(units) if len(unit) > 1 for value in unit]
        kinds = sorted({value for _, value in paired}, key=str)
        number = {kind: n for n, kind in enumerate(kinds)}
        self._kinds = np.array(kinds)
        self._kind = np.array([number[value] for _, value in paired], dtype=np.int64)
        self._unit = np.array([at for at, _ in paired], dtype=np.int64)
        self._inside = self._summed(units)

    def alphas(self, times: Any) -> list[float | None]:
        """Alpha for each row of `times`, which says how often each unit comes."""
        many = self._counted(times)
        number, across = many.sum(axis=1), self._across(many)
        inside = (times * self._inside).sum(axis=1)
        return list(map(_alpha, number.tolist(), across.tolist(), inside.tolist()))

    def _summed(self, units: Units) -> Any:
        """The summed distance of the ordered pairs of each unit, by one less than its values."""
        lengths = np.array([len(unit) for unit in units], dtype=np.int64)
        summed = np.zeros(len(units))
        for length in sorted({*lengths.tolist()} - {0, 1}):
            here = np.flatnonzero(lengths == length)
            values = np.array([units[at] for at in here.tolist()])
            left, right = np.triu_indices(length, 1)
            apart = self._distance(values[:, left], values[:, right])
            summed[here] = 2 * apart.sum(axis=1) / (length - 1)
        return summed

    def _counted(self, times: Any) -> Any:
        """How often each kind of value comes, shape (rows of `times`, kinds)."""
        rows, kinds = len(times), len(self._kinds)
        places = np.arange(rows)[:, None] * kinds + self._kind
        found = np.bincount(places.ravel(), times[:, self._unit].ravel(), rows * kinds)
        return found.reshape(rows, kinds)

    def _across(self, many: Any) -> Any:
        """The summed distance of all ordered pairs of values, for each row of `many`."""
        summed = np.zeros(len(many))
        rows = max(1, _AT_ONCE // max(1, many.size))
        for start in range(0, len(self._kinds), rows):
            some = slice(start, start + rows)
            apart = self._distance(self._kinds[some, None], self._kinds)
            summed += (many[:, some] * (many[:, None] * apart).sum(axis=2)).sum(axis=1)
        return summed


def _alpha(number: float, across: float, inside: float) -> float | None:
    if number < 2 or isclose(across, 0.0, abs_tol=1e-300):
        return None
    return 1 - (number - 1) * inside / across


def _nominal(a: Any, b: Any) -> Any:
    return a != b


def _interval(a: Any, b: Any) -> Any:
    return (a - b) ** 2


def _ratio(a: Any, b: Any) -> Any:
    total = a + b
    share = np.divide(a - b, total, out=np.ones_like(total), where=total != 0)
    return np.where(a == b, 0.0, share * share)


LEVELS: Mapping[str, Distance] = {"nominal": _nominal, "interval": _interval, "ratio": _ratio}
