"""Which way from a text's own date a date without a year lies, by the verb that governs it."""

from __future__ import annotations

from accord.quantities.line import Line
from accord.quantities.vocabulary import STOP, words_of

LAST, NEXT, THIS = "last", "next", "this"
PAST, FUTURE, LIKELY, OPEN = "past", "future", "likely", "open"
_REACH, _WIDE, _FILLED = 12, 40, 4
_ENDS = words_of("clause_ends")
_AIMS = words_of("aims")  # of what is done before: put off to May
_LEADS = words_of("leads") | words_of("days") | _AIMS
_SAID = {"last": LAST, "since": LAST, "next": NEXT, "this": THIS, "coming": FUTURE}
_SOLD = frozenset(("delivery", "deliveries", "futures", "shipment"))  # wool for November delivery
_BEING, _WAS = frozenset(("is", "are", "\u2019s", "'s")), frozenset(("was", "were", "had", "been"))
_MODALS, _PLANNED, _OPENING = words_of("modals"), words_of("planned"), words_of("opening")
_MAYBE, _SURE = frozenset(("could", "might", "may")), frozenset(("will", "shall"))
_INTO = ("into",)
_TAKEN = {
    "set": ("to", "for"), "takes": ("place", "effect"), "take": ("place", "effect"),
    "comes": _INTO, "enters": _INTO, "goes": ("on", "to", "into"),
}  # fmt: skip
_SAYING = frozenset(("said", "says", "told", "added", "announced", "reported"))
_PAST, _NO_PAST = words_of("past"), words_of("no_past")
_GIVEN = words_of("own") | {"a", "an", "this", "that", "of", "any", "more", "no"}
_TELLING = _MODALS | _PLANNED | _OPENING | {"to"}
_FILLING = frozenset(("not", "also", "never", "been", "being", "just", "already", "still", "now"))


def of(line: Line, i: int, j: int) -> str | None:
    """Past or future as the clause of the date at words [i, j) tells it, or None.

    Future of "the barn will burn in May", past of "burned in May", None of "the barn of May".
    """
    lows, k = line.lows, i - 1
    if lows[k] in _SAID or lows[j] in _SOLD:
        return _SAID.get(lows[k], FUTURE)
    while lows[k] in _LEADS and not _ends(line, k) and i - k < _REACH:
        k -= 1
    lead = lows[k + 1 : i]
    if lows[k] == "since":
        return LAST
    daily = lows[i].isdecimal() or lows[j - 1].isdecimal()
    if lows[k] in _BEING and (lead or daily):
        return FUTURE
    fronted, told = k < line.first or lows[k] == "," or _ends(line, k), None
    if not fronted and not _is_of_noun(line, i, j):
        told = _behind(line, k, aimed=not _AIMS.isdisjoint(lead))
    told = told or _ahead(line, j, fronted=fronted)
    if told is None and lows[k] == ",":
        told = _behind(line, k - 1, aimed=False)
    if told is None and not daily and _AIMS.isdisjoint(lead):
        told = _around(line, i)
    return None if told == OPEN else told


def _is_of_noun(line: Line, i: int, j: int) -> bool:
    """Whether the date says which of a noun: a 30 May offer, the May rate; not the May quarter."""
    noun = line.lows[j].isalpha() and line.lows[j] not in STOP and line.lows[j] != "quarter"
    return noun and line.lows[i - 1] in _GIVEN


def _behind(line: Line, k: int, *, aimed: bool) -> str | None:
    """What the nearest verb at or before word `k` tells; one in the past aims at no date."""
    for at in range(k, max(line.first, k - _REACH) - 1, -1):
        if _ends(line, at) or _closes(line, at):
            return None
        told = _told(line, at)
        if told is not None:
            return OPEN if told == PAST and aimed else told
    return None


def _ahead(line: Line, j: int, *, fronted: bool) -> str | None:
    """What the first verb from word `j` tells; who says it counts only where a date is in front."""
    start = j + (line.lows[j] == ",")
    for at in range(start, min(line.last, start + _REACH)):
        if _ends(line, at):
            return None
        told = _told(line, at) if fronted or line.lows[at] not in _SAYING else None
        if told is not None:
            return told
    return None


def _closes(line: Line, k: int) -> bool:
    """Whether a comma at word `k` closes a clause: not before a name, nor in a list of words."""
    listed = line.lows[k + 2] in (",", "and", "or")
    return line.lows[k] == "," and line.words[k + 1].islower() and not listed


def _around(line: Line, i: int) -> str | None:
    """Past where every verb around that tells anything, who says it aside, is past."""
    near = range(max(line.first, i - _WIDE), min(line.last, i + _WIDE))
    places = (k for k in near if line.lows[k] not in _SAYING)
    told = {_told(line, k) for k in places} - {None, OPEN}
    return PAST if told == {PAST} else None


def _ends(line: Line, k: int) -> bool:
    """Whether the clause ends at word `k`; a dash ends it where blanks stand about it."""
    low = line.lows[k]
    return low in _ENDS or (low == "-" and not line.joined(k) and not line.joined(k + 1))


def _told(line: Line, k: int) -> str | None:
    """What word `k` tells as a verb; open where it tells neither past nor future."""
    low = line.lows[k]
    if low not in _TELLING and not _is_past(line, k):
        return None
    if low in _TAKEN and line.lows[k + 1] not in _TAKEN[low]:
        return None
    return _verb(line, k, low, line.lows[_auxiliary(line, k)])


def _verb(line: Line, k: int, low: str, before: str) -> str | None:
    if low in _MODALS:
        done = line.lows[k + 1] == "have" and low not in _SURE
        return PAST if done else _modal(low) if line.words[k] != "May" else None
    if low in _PLANNED:
        return _planned(line, k, before)
    if low in _OPENING:
        return None if before in _GIVEN else FUTURE
    if low == "to" and before in _BEING | _WAS and line.lows[k + 1] not in STOP:
        return FUTURE if before in _BEING else OPEN
    return None if low == "to" else _past(line, k, before)


def _modal(low: str) -> str:
    return LIKELY if low in _MAYBE else FUTURE


def _planned(line: Line, k: int, before: str) -> str | None:
    """Set for May, due to open in May; not more than expected, nor due to rain."""
    causes = line.lows[k : k + 2] == ["due", "to"] and before not in _BEING | {"be"}
    if causes or before in ("than", "as"):
        return None
    return OPEN if before in _WAS else FUTURE


def _is_past(line: Line, k: int) -> bool:
    low = line.lows[k]
    if low in _PAST:
        return True
    named = line.words[k][0].isupper() and k > line.first
    return low.endswith("ed") and len(low) > 4 and low not in _NO_PAST and not named


def _past(line: Line, k: int, before: str) -> str | None:
    """Past, unless what stands before the participle at word `k` makes it another."""
    at = _auxiliary(line, k)
    if before in _GIVEN or before == "to":
        return None
    if before in _MODALS:
        return _modal(before)
    if before in ("have", "be"):
        modal = line.lows[_auxiliary(line, at)]
        if before == "have":
            return FUTURE if modal in _SURE else PAST
        if modal == "to":
            return OPEN if line.lows[_auxiliary(line, at) - 1] in _WAS else FUTURE
        return _modal(modal) if modal in _MODALS else OPEN
    return OPEN if before in _BEING else PAST


def _auxiliary(line: Line, k: int) -> int:
    """The word before the verb at word `k`, adverbs left out: will not be quickly closed."""
    for at in range(k - 1, max(line.first, k - _FILLED), -1):
        if line.lows[at] not in _FILLING and not line.lows[at].endswith("ly"):
            return at
    return max(line.first, k - _FILLED)
