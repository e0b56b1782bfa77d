"""How much an equal value tells, by how seldom two numbers are equal by chance."""

from __future__ import annotations

from accord.facts.mention import Mention

SMALL, LARGE = 12, 1000


def rarity(a: Mention) -> float:
    """How much an equal value tells: against for one, little for small and round numbers."""
    if a.kind in ("date", "time"):
        return _moment(a)
    if a.kind == "ordinal":
        return 0.0
    if a.digits <= 1 and abs(a.point) <= SMALL and a.kind not in ("money", "percent"):
        return -0.5 if abs(a.point) <= 1 else 0.2 if abs(a.point) <= 3 else 0.5
    large = 0.5 if abs(a.point) >= LARGE else 0.0
    rare = (0.0, 1.2, 2.0, 3.0)[min(a.digits, 3)] + (1.0 if a.block == "money" else large)
    return rare - 0.5 * (a.halved and a.digits > 1 and a.block != "money")


def _moment(a: Mention) -> float:
    if a.kind == "time":
        return 1.8 if a.point % 30 else 1.4
    days = a.high - a.low
    return 1.2 if days < 1 else 1.0 if days < 32 else 0.8
