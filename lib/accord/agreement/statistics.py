"""Small exact statistics, each with its author."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from math import isclose, sqrt
from typing import Any

import numpy as np

Value = float | str
Distance = Callable[[Any, Any], Any]  # of values, as arrays
_Z = 1.959963984540054  # the normal quantile of 97.5 %
_SEED = 20_111
_RESAMPLES = 200
_AT_ONCE = 1_000_000  # distances that are worked out together
_RESAMPLED = 150  # values beyond which the interval costs more than it tells


def wilson(part: int, whole: int) -> tuple[float, float] | None:
    """The 95 % score interval of a share (Wilson 1927); None where nothing was counted."""
    if not whole:
        return None
    share, square = part / whole, _Z * _Z / whole
    centre = (share + square / 2) / (1 + square)
    half = _Z * sqrt(share * (1 - share) / whole + square / (4 * whole)) / (1 + square)
    return round(max(0.0, centre - half), 12), round(min(1.0, centre + half), 12)


def alpha(units: Sequence[Sequence[Value]], level: str) -> float | None:
    """Krippendorff's (2011) alpha over units of coders' values; None without variation.

    `level` is "nominal", "interval" or "ratio"; a unit with one value says nothing and is left out.
    """
    distance = LEVELS[level]
    pairable = [unit for unit in units if len(unit) > 1]
    values = Counter(value for unit in pairable for value in unit)
    number = sum(values.values())
    expected = _apart(values, distance)
    if number < 2 or isclose(expected, 0.0, abs_tol=1e-300):
        return None
    return 1 - (number - 1) * _inside(pairable, distance) / expected


def bootstrap(units: Sequence[Sequence[Value]], level: str) -> tuple[float, float] | None:
    """The 95 % percentile interval of alpha over resampled units (Efron 1979), seed fixed.

    None for over 150 values, and where most resamples do not vary.
    """
    if sum(map(len, units)) > _RESAMPLED:
        return None
    source = random.Random(_SEED)  # noqa: S311  # a statistic, not a secret; the seed is fixed
    drawn = (alpha(source.choices(units, k=len(units)), level) for _ in range(_RESAMPLES))
    found = sorted(value for value in drawn if value is not None)
    if len(found) < _RESAMPLES // 2:
        return None
    return found[int(0.025 * len(found))], found[int(0.975 * len(found))]


def _apart(values: Counter[Value], distance: Distance) -> float:
    """The summed distance of all ordered pairs."""
    kinds = sorted(values, key=str)
    many = np.array([values[kind] for kind in kinds], dtype=np.float64)
    found = np.array(kinds)
    summed = 0.0
    rows = max(1, _AT_ONCE // max(1, len(kinds)))
    for start in range(0, len(kinds), rows):
        some = slice(start, start + rows)
        apart = distance(found[some, None], found[None, :])
        summed += float(np.sum(many[some, None] * many * apart))
    return summed


def _inside(units: Iterable[Sequence[Value]], distance: Distance) -> float:
    """The summed distance of the ordered pairs of each unit, by one less than its values."""
    by_length: dict[int, list[Sequence[Value]]] = {}
    for unit in units:
        by_length.setdefault(len(unit), []).append(unit)
    found = 0.0
    for length in sorted(by_length):
        values = np.array(by_length[length])
        left, right = np.triu_indices(length, 1)
        found += 2 * float(np.sum(distance(values[:, left], values[:, right]))) / (length - 1)
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
