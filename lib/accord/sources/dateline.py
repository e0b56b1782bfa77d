"""The agency whose dispatch a text is, where its dateline names it: "ARDEN, May 4 (Byron) -"."""

from __future__ import annotations

import re

_HEAD = 1000  # characters in which a dateline stands
_DATELINE = re.compile(
    r"^(?P<where>[^\n()]{0,80})\((?P<agency>[A-Z][^\W_]*(?:[ .&'\u2019-]{1,2}[^\W_]+){0,4})\)"
    r"[ \t]*(?:(?P<dash>[-\u2013\u2014])(?=.*[a-z])|$)",
    re.MULTILINE,
)
_PLACE = re.compile(r"[A-Z]{3}")
_DAY = re.compile(
    r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.? \d|\d [A-Z][a-z]{2}"
)
_REMARKS = frozenset({"update", "updated", "correction", "corrected", "video", "live", "analysis"})


def agency(text: str) -> str | None:
    """The name in the brackets of the dateline; None where the text has no such line.

    Before the brackets stand a day, a place in capitals or, with a dash behind, nothing.
    """
    for found in _DATELINE.finditer(text, 0, _HEAD):
        where, named = found["where"], found["agency"]
        dated = _DAY.search(where) is not None
        placed = found["dash"] and (_PLACE.match(where) or not where.strip())
        if (dated or placed) and named.casefold() not in _REMARKS:
            return named
    return None
