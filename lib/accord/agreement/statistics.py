"""Small exact statistics, each with its author."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from math import isclose, sqrt

Value = float | str
_Z = 1.959963984540054  # the normal quantile of 97.5 %
_SEED = 20_111
_RESAMPLES = 200
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
    pairable = [unit for unit in units if len(unit) > 1]
    values = Counter(value for unit in pairable for value in unit)
    number = sum(values.values())
    distance = LEVELS[level]
    expected = _apart(values, distance)
    if number < 2 or isclose(expected, 0.0, abs_tol=1e-300):
        return None
    observed = sum(_apart(Counter(unit), distance) / (len(unit) - 1) for unit in pairable)
    return 1 - (number - 1) * observed / expected


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


def _apart(values: Counter[Value], distance: Callable[[Value, Value], float]) -> float:
    """The summed distance of all ordered pairs."""
    kinds = sorted(values.items(), key=lambda found: str(found[0]))
    return 2 * sum(
        many * more * distance(one, other)
        for place, (one, many) in enumerate(kinds)
        for other, more in kinds[place + 1 :]
    )


def _nominal(a: Value, b: Value) -> float:
    return float(a != b)


def _interval(a: Value, b: Value) -> float:
    return (float(a) - float(b)) ** 2


def _ratio(a: Value, b: Value) -> float:
    total = float(a) + float(b)
    return ((float(a) - float(b)) / total) ** 2 if total else float(a != b)


LEVELS: Mapping[str, Callable[[Value, Value], float]] = {
    "nominal": _nominal,
    "interval": _interval,
    "ratio": _ratio,
}
