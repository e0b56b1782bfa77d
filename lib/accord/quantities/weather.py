"""Degrees of heat, which are no angle: temperatures of 41 degrees, but a turn of 40 degrees."""

from __future__ import annotations

from decimal import Decimal

from accord.quantities.draft import Draft
from accord.quantities.evidence import Evidence
from accord.quantities.line import Line
from accord.quantities.vocabulary import words_of

_WEATHER, _WARM, _ANGLES = words_of("weather"), words_of("warm"), words_of("angles")
_COLD, _HOT = Decimal(56), Decimal(135)  # no air is so hot in Celsius, in Fahrenheit


def settle(evidence: Evidence, line: Line, draft: Draft) -> None:
    """Make degrees that nothing calls an angle those of the scale that the text writes."""
    lows = line.lows[line.first : line.last]
    if line.lows[draft.j] == "of" or not _ANGLES.isdisjoint(lows) or _is_earned(line, draft):
        return
    told = draft.unit_text in ("degree", "degrees") and evidence.tells_weather()
    written = evidence.scale()
    warm = written is not None and not _WARM.isdisjoint(lows)
    if _WEATHER.isdisjoint(lows) and not told and not warm:
        return
    scale = written or _scale(evidence, draft.high)
    if scale is not None:
        draft.unit, draft.kind = scale, "temperature"
        name = "Celsius" if scale == "Cel" else "Fahrenheit"
        draft.doubts.append(f"degrees without a scale are read as {name}")


def _is_earned(line: Line, draft: Draft) -> bool:
    """Whether somebody may have been given them: two degrees in law, three from Byron."""
    return draft.form == "words" and line.lows[draft.j] in ("in", "from", "at")


def _scale(evidence: Evidence, value: Decimal) -> str | None:
    """The scale in which air can be as hot as the text says, or None."""
    if value > _HOT:
        return None
    return "[degF]" if value > _COLD or evidence.is_too_hot() else "Cel"
