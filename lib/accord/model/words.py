"""A stretch of text cut into words, with the place of each."""

from __future__ import annotations

import re
from itertools import accumulate, compress
from operator import not_


def cut(
    pattern: re.Pattern[str], text: str, start: int, end: int
) -> tuple[list[str], list[int], list[int]]:
    """The pieces of `text` in [start, end) but its blanks, where each begins and where it ends.

    `pattern` has no group, and its matches leave no character out: so the lengths of the pieces
    tell their places, far cheaper than match objects do.
    """
    pieces = pattern.findall(text, start, end)
    places = list(accumulate(map(len, pieces), initial=start))
    kept = list(map(not_, map(str.isspace, pieces)))
    return (
        list(compress(pieces, kept)),
        list(compress(places, kept)),
        list(compress(places[1:], kept)),
    )
