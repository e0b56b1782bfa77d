"""What the first lines of a text say of it: its day, and the agency whose dispatch it is."""

from __future__ import annotations

import re
from datetime import date

_HEAD, _LINES, _LONGEST = 1000, 8, 100  # characters, lines, characters of a line
_WORDS, _TITLED = 8, 3  # beside a day, and beside one in the first line, which may be a title
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|"
    r"Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_DAY = re.compile(
    rf"(?<![\d.])(?:(?P<d>\d{{1,2}})(?:st|nd|rd|th)? (?P<m>{_MONTH}),? (?P<y>[12]\d{{3}})"
    rf"|(?P<m2>{_MONTH}) (?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<y2>[12]\d{{3}})"
    r"|(?P<d3>\d{1,2})\.(?P<m3>\d{1,2})\.(?P<y3>[12]\d{3})"
    r"|(?P<y4>[12]\d{3})-(?P<m4>\d\d)-(?P<d4>\d\d))(?!\d|\.\d)"
)
# Behind the day of a dateline the text begins: "Arden, 4 May 2031 -", "ARDEN, May 4, 2031 (Byron)".
_OPENING = re.compile(r"\.? ?(?:[-\u2013\u2014(/|]|$)|\. (?=[A-Z])")
_WORD = re.compile(r"[^\W\d_]+")
_SMALL = frozenset(
    {"am", "pm", "at", "by", "from", "in", "last", "on", "the"}
    | {"posted", "published", "released", "issued", "updated"}
)
_AGENCY = re.compile(
    r"^(?P<where>[^\n()/]{0,80})[(/](?P<agency>[A-Z][^\W_]*(?:[ .&'\u2019-]{1,2}[^\W_]+){0,4})[)/]"
    r"[ \t]*(?:(?P<dash>[-.\u2013\u2014])(?=.*[a-z])|$)",
    re.MULTILINE,
)
_NAMED = re.compile(r"[)/][ \t]*(?:[-.\u2013\u2014]|\n)")  # asked first, as is a year
_YEAR = re.compile(r"[12]\d{3}")
_CAPITALS = re.compile(r"[A-Z]{3}")
_DATED = re.compile(rf"{_MONTH} \d|\d {_MONTH}|\d\.\d")
_REMARKS = frozenset(("update", "updated", "correction", "corrected", "video", "live", "analysis"))


def agency(text: str) -> str | None:
    """The name in the brackets of the dateline; None where the text has no such line.

    Before the brackets stand a day, a place in capitals or, with a dash behind, nothing.
    """
    if not _NAMED.search(text, 0, _HEAD):
        return None
    for found in _AGENCY.finditer(text, 0, _HEAD):
        where, named = found["where"], found["agency"]
        dated = _DATED.search(where) is not None
        placed = found["dash"] and (_CAPITALS.match(where) or not where.strip())
        plain = _is_bare(where, _WORDS) and " - " not in where
        if plain and (dated or placed) and named.casefold() not in _REMARKS:
            return named
    return None


def day(text: str) -> str | None:
    """The day on a line of its own among the first ones, or in the dateline, as an ISO date."""
    if not _YEAR.search(text, 0, _HEAD):
        return None
    most = _TITLED
    for line in filter(str.strip, text[:_HEAD].splitlines()[:_LINES]):
        found = _DAY.search(line)
        if found and _is_bare(line[: found.start()], most):
            behind = line[found.end() :]
            alone = len(line) <= _LONGEST and _is_bare(behind, most)
            if alone or _OPENING.match(behind):
                return _iso(found)
        most = _WORDS
    return None


def _iso(found: re.Match[str]) -> str | None:
    """The day that a match names; None where no calendar has it."""
    year, month, number = (
        next(filter(None, map(found.group, names)))
        for names in (("y", "y2", "y3", "y4"), ("m", "m2", "m3", "m4"), ("d", "d2", "d3", "d4"))
    )
    known = int(month) if month.isdecimal() else _MONTHS.index(month[:3].lower()) + 1
    try:
        return date(int(year), known, int(number)).isoformat()
    except ValueError:
        return None


def _is_bare(words: str, most: int) -> bool:
    """Whether a few names and words of publishing are all that stands there, and no sentence."""
    told = _WORD.findall(words)
    return len(told) <= most and all(one[0].isupper() or one in _SMALL for one in told)
