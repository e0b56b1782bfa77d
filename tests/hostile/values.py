"""Whether a claim says what the manifest writes as "21 %", "10..15 %" or "5e6 (unknown $)"."""

from __future__ import annotations

import re

_ONE = re.compile(r"(-?[\d.]+?(?:e-?\d+)?)(?:\.\.([\d.]+))?(?: (\S+))?(?: .*)?")
_DATE = re.compile(r"(\d{4})-(\d\d)-(\d\d)|(\d{4})/(\d{4})")


def found(wanted, claims):
    """Whether one of the alternatives of `wanted` stands among the claims."""
    return any(_said(one.strip(), claim) for one in wanted.split(" or ") for claim in claims)


def _said(wanted, claim):
    if wanted == "1/3":
        return claim["unit"] == "%" and f"{claim['value_low']:.4g}" == "33.33"
    if days := _DATE.match(wanted):
        return claim["kind"] == "date" and str(claim["value_low"]).startswith(days[1] or days[4])
    told = _ONE.fullmatch(wanted)
    if told is None or not isinstance(claim["value_low"], (int, float)):
        return False
    low, high, unit = float(told[1]), float(told[2] or told[1]), told[3]
    ends = (float(claim["value_low"]), float(claim["value_high"]))
    fell = claim["direction"] == "down" and (-ends[0], -ends[1]) == (low, high)
    return (fell or ends == (low, high)) and _unit(unit, claim)


def _unit(unit, claim):
    if unit is None:
        return True
    if "unknown" in unit or "ambiguous" in unit:
        return bool(claim["doubts"]) or claim["unit"] is None
    return claim["unit"] == unit
