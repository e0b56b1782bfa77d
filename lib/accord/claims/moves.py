"""Whether a level and a change beside it are of one move: no quote of money, no other move."""

from __future__ import annotations

import re
from functools import cache

from accord import units
from accord.model import Claim, Source, Span

_BESIDE = 60
_REACHED = re.compile(r"\b(?:to|at)(?:\s+\w+){0,3}\s*[^\w\s]{0,2}$")
_OTHER = re.compile(
    r"\b(?:after|following|than|over|from|against|compared|their|its|his|her|while|despite|when"
    r"|but|that|which|previously|earlier)\b",
    re.IGNORECASE,
)
_RATE = re.compile(
    r"\W{0,2}(?:\w+\s+)?(?:against|to|per|versus|vs\.?|a)\s+(?:the\s+|one\s+|1\s+)?"
    r"((?:[^\W\d][\w.]*\s+){0,2}[^\W\d]+)",
    re.IGNORECASE,
)


def are_one(source: Source, level: Claim, growth: Claim) -> bool:
    """Whether the growth led to the level: "rose 4% to $9", and not "$9, after a fall of 4%"."""
    first, second = sorted((level, growth), key=lambda claim: claim.span.start)
    between = Span(first.span.end, max(first.span.end, second.span.start)).of(source.text)
    if first is growth and _REACHED.search(between):
        return True
    return _OTHER.search(between) is None


def is_quoted(source: Source, level: Claim) -> bool:
    """Whether the level is what one currency costs in another: as one rises, the other falls."""
    measured = (level.measure or "").casefold().split()
    bare = level.unit is None or units.is_currency(level.unit)
    if bare and measured and measured[-1] in _currencies():
        return True
    end = level.span.end
    found = _RATE.match(Span(end, min(len(source.text), end + _BESIDE)).of(source.text))
    return found is not None and not _currencies().isdisjoint(found[1].casefold().split())


@cache
def _currencies() -> frozenset[str]:
    return frozenset(units.load_currencies().names)
