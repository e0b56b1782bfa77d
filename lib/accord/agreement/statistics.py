"""Small exact statistics, each with its author."""

from __future__ import annotations

from math import sqrt

_Z = 1.959963984540054  # the normal quantile of 97.5 %


def wilson(part: int, whole: int) -> tuple[float, float] | None:
    """The 95 % score interval of a share (Wilson 1927); None where nothing was counted."""
    if not whole:
        return None
    share, square = part / whole, _Z * _Z / whole
    centre = (share + square / 2) / (1 + square)
    half = _Z * sqrt(share * (1 - share) / whole + square / (4 * whole)) / (1 + square)
    return round(max(0.0, centre - half), 12), round(min(1.0, centre + half), 12)
