"""Krippendorff's alpha and its bootstrap, over arrays."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from math import isclose
from typing import Any

import numpy as np

Value = float | str
Units = Sequence[Sequence[Value]]
Distance = Callable[[Any, Any], Any]  # of values, as arrays
_SEED = 20_111
_RESAMPLES = 200
_AT_ONCE = 1_000_000  # distances that are worked out together
_RESAMPLED = 150  # values beyond which the interval costs more than it tells


def alpha(units: Units, level: str) -> float | None:
    """Krippendorff's (2011) alpha over units of coders' values; None without variation.

    `level` is "nominal", "interval" or "ratio"; a unit with one value says nothing and is left out.
    """
    return _Sample(units, LEVELS[level]).alpha(range(len(units)))


def bootstrap(units: Units, level: str) -> tuple[float, float] | None:
    """The 95 % percentile interval of alpha over resampled units (Efron 1979), seed fixed.

    None for over 150 values, and where most resamples do not vary.
    """
    if sum(map(len, units)) > _RESAMPLED:
        return None
    sample, places = _Sample(units, LEVELS[level]), range(len(units))
    source = random.Random(_SEED)  # noqa: S311  # a statistic, not a secret; the seed is fixed
    drawn = (sample.alpha(source.choices(places, k=len(places))) for _ in range(_RESAMPLES))
    found = sorted(value for value in drawn if value is not None)
    if len(found) < _RESAMPLES // 2:
        return None
    return found[int(0.025 * len(found))], found[int(0.975 * len(found))]


class _Sample:
    """Units of values as arrays; the distances inside each are worked out once."""

    def __init__(self, units: Units, distance: Distance) -> None:
        """Take the units; one with a single value pairs nothing."""
        self._distance = distance
        self._lengths = np.array([len(unit) for unit in units], dtype=np.int64)
        paired = [(at, value) for at, unit in enumerate(units) if len(unit) > 1 for value in unit]
        kinds = sorted({value for _, value in paired}, key=str)
        number = {kind: n for n, kind in enumerate(kinds)}
        self._kinds = np.array(kinds)
        self._kind = np.array([number[value] for _, value in paired], dtype=np.int64)
        self._unit = np.array([at for at, _ in paired], dtype=np.int64)
        self._place = np.zeros(len(units), dtype=np.int64)
        self._apart = {
            length: self._aligned(length, units) for length in sorted({*map(len, units)} - {0, 1})
        }

    def alpha(self, chosen: Sequence[int]) -> float | None:
        """Alpha over the units in these places, of which some may come more than once."""
        places = np.array(chosen, dtype=np.int64)
        times = np.bincount(places, minlength=len(self._lengths))
        many = np.bincount(self._kind, times[self._unit], len(self._kinds))
        expected = self._across(many)
        number = float(many.sum())
        if number < 2 or isclose(expected, 0.0, abs_tol=1e-300):
            return None
        return 1 - (number - 1) * self._inside(places) / expected

    def _across(self, many: Any) -> float:
        """The summed distance of all ordered pairs of values; `many` says how often each comes."""
        there, summed = np.flatnonzero(many), 0.0
        rows = max(1, _AT_ONCE // max(1, len(there)))
        for start in range(0, len(there), rows):
            some = there[start : start + rows, None]
            summed += float(np.sum(many[some] * many[there] * self._between(some, there)))
        return summed

    def _between(self, some: Any, others: Any) -> Any:
        """The distances of some kinds from others."""
        if len(self._kinds) <= _RESAMPLED:
            return self._distances[some, others]
        return self._distance(self._kinds[some], self._kinds[others])

    @cached_property
    def _distances(self) -> Any:
        """Those of every two kinds, where there are few."""
        return self._distance(self._kinds[:, None], self._kinds)

    def _aligned(self, length: int, units: Units) -> Any:
        """The distances inside the units of one length, shape (pairs, units), each in its place."""
        here = np.flatnonzero(self._lengths == length)
        self._place[here] = np.arange(len(here))
        values = np.array([units[at] for at in here.tolist()])
        left, right = np.triu_indices(length, 1)
        return np.ascontiguousarray(self._distance(values[:, left], values[:, right]).T)

    def _inside(self, places: Any) -> float:
        """The summed distance of the ordered pairs of each unit, by one less than its values."""
        lengths, found = self._lengths[places], 0.0
        for length, apart in self._apart.items():
            columns = self._place[places[lengths == length]]
            found += 2 * float(np.sum(apart.take(columns, axis=1))) / (length - 1)
        return found


def _nominal(a: Any, b: Any) -> Any:
    return a != b


def _interval(a: Any, b: Any) -> Any:
    return (a - b) ** 2


def _ratio(a: Any, b: Any) -> Any:
    total = a + b
    share = np.divide(a - b, total, out=np.ones_like(total), where=total != 0)
    return np.where(a == b, 0.0, share * share)


LEVELS: Mapping[str, Distance] = {"nominal": _nominal, "interval": _interval, "ratio": _ratio}
