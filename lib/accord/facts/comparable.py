"""Which claims can be compared at all, and which only point or list."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from importlib.resources import files

from accord.model import Claim

_AFTER = re.compile(
    r"[\s-]*((?:[^\W\d_]+[\s-]+){0,3}?)([^\W\d_]+)\s+(?:in|of|on|to|since|ever|for)\b"
)
_POSSESSED = re.compile(
    r"(?:['\u2019]s?|\b(?:its|their|his|her|our|the country's))\s*$", re.IGNORECASE
)
_VAGUE = re.compile(
    r"(?:(?:this|last|next|past|current|previous|same|the|end|start|beginning|middle|of)\s+)*(?:year|month|week|decade|century|quarter|day)s?",
    re.IGNORECASE,
)
_DEFINITE = re.compile(r"\b(?:the|these|those|both)\s+$", re.IGNORECASE)
_PHRASE = re.compile(r"[\s-]*((?:[^\W\d_]+[\s-]*){1,4})")


def comparable(claim: Claim, text: str) -> bool:
    """Whether a claim says something that another text could confirm or deny.

    Places in a list ("the first district"), numbers that point back ("the two sides"), vague dates
    ("the end of the year") and the former values that a growth rate implies do not.
    """
    if claim.kind == "ordinal":
        return ranks(claim, text)
    if claim.kind == "date":
        return _VAGUE.fullmatch(claim.text) is None
    return claim.rule != "derived-base" and not _points_back(claim, text)


def _points_back(claim: Claim, text: str) -> bool:
    small = claim.kind == "count" and claim.value is not None and claim.value.low in (1, 2, 3)
    return (
        small
        and _DEFINITE.search(text[max(0, claim.span.start - 8) : claim.span.start]) is not None
    )


def ranks(claim: Claim, text: str) -> bool:
    """Whether an ordinal is a superlative or a "first X in", rather than a place in a list."""
    if re.search(r"(?:est|most|least)\b", claim.text):
        return True
    after = text[claim.span.end : claim.span.end + 80]
    phrase = _PHRASE.match(after)
    if phrase is None or any(word in _list() for word in phrase[1].lower().split()):
        return False
    before = text[max(0, claim.span.start - 20) : claim.span.start]
    return _AFTER.match(after) is not None or _POSSESSED.search(before) is not None


@lru_cache(maxsize=1)
def _list() -> frozenset[str]:
    text = (files("accord.facts") / "ordinals.toml").read_text(encoding="utf-8")
    words = tomllib.loads(text)["list"].split()
    return frozenset(words) | frozenset(f"{word}s" for word in words)
