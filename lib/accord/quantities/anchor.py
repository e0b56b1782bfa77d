"""The text's own date, by which "this year" and "11 February" are read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from accord.model import Source
from accord.quantities.tense import FUTURE, LAST, LIKELY, NEXT, PAST, THIS
from accord.quantities.vocabulary import MONTHS

_MONTH = r"(?P<m>[A-Z][a-z]{2,8})\.?"
_FULL = re.compile(
    rf"\b(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s+{_MONTH},?\s+(?P<y>(?:19|20)\d\d)\Z"
    r"|\b\d{1,2}/\d{1,2}/(?P<y3>(?:20)?\d\d)\Z"
    r"|(?<![\d.])(?P<d4>\d{1,2})\.(?P<m4>\d{1,2})\.(?P<y4>(?:19|20)\d\d)\Z"
    rf"|\b(?P<m2>[A-Z][a-z]{{2,8}})\.?\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y2>(?:19|20)\d\d)\Z"
)
# What begins alike is searched faster than a choice.
_ENDS = tuple(map(re.compile, (r"19\d\d\b", r"20\d\d\b", r"/\d{1,2}/\d\d\b")))
_LONGEST = 60  # characters of a full date, blanks and all

# How many months from the text's own, at least and at most, the date of a clause may lie.
_TOLD = {
    None: (-7, 4), LIKELY: (-5, 9), PAST: (-10, 1), FUTURE: (-1, 10), LAST: (-12, 0),
    NEXT: (1, 12), THIS: (-12, 12),
}  # fmt: skip
_DOUBT = "the year is that of the first full date in the text"


@dataclass(frozen=True, slots=True)
class Anchor:
    """When a text was written; `doubt` says where that is known from."""

    year: int
    month: int | None
    day: int | None
    doubt: str

    def nearest(self, number: int, told: str | None) -> int:
        """The year of month `number`: the nearest, unless its clause tells past or future."""
        if self.month is None:
            return self.year
        ahead, (soonest, latest) = number - self.month, _TOLD[told]
        return self.year + (ahead < soonest) - (ahead > latest)


def of(source: Source) -> Anchor | None:
    """The date that the source is known by, else the first full date that its text names."""
    if source.date:
        parts = [int(part) for part in re.findall(r"\d+", source.date)[:3]]
        if parts and 1 <= parts[0] <= 9998:
            known = (*parts, None, None)[:3]
            return Anchor(parts[0], known[1], known[2], "the year is that of the text's own date")
    return _named(source.text)


def _named(text: str) -> Anchor | None:
    for end in sorted(found.end() for ends in _ENDS for found in ends.finditer(text)):
        found = _FULL.search(text, max(0, end - _LONGEST), end) if _may_end(text, end) else None
        if found is None:
            continue
        if found["y3"]:
            return Anchor(2000 + int(found["y3"][-2:]), None, None, _DOUBT)
        named = found["m"] or found["m2"]
        month = MONTHS.get(named.lower()) if named else int(found["m4"])
        if month is None:
            continue
        year = int(found["y"] or found["y2"] or found["y4"])
        day = int(found["d"] or found["d2"] or found["d4"])
        try:
            date(year, month, day)
        except ValueError:
            continue
        return Anchor(year, month, day, _DOUBT)
    return None


def _may_end(text: str, end: int) -> bool:
    """Whether a month stands near before the year, or a mark of a date in digits."""
    if text[end - 5 : end - 4] == "." or text[end - 3] == "/":
        return True
    words = text[max(0, end - _LONGEST) : end - 4].split()[-2:]
    return any(word.rstrip(".,").lower() in MONTHS for word in words)
