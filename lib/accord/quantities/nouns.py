"""What a number counts: the head of the words after it, in the singular."""

from __future__ import annotations

from functools import lru_cache

from accord.quantities.line import Line
from accord.quantities.vocabulary import (
    INVARIANT,
    IRREGULAR,
    MONTHS,
    NOT_PLURAL,
    NUMBERS,
    PERSONS,
    STOP,
    VERBS,
    words_of,
)

_OBJECTS = frozenset(("a", "an", "the", "it", "that", "his", "her", "its", "their", "he", "they"))
_OF_AGES = frozenset(("ages", "aged"))
_EXPECTING = words_of("expecting")
_EXPERTS = words_of("experts")
_THINGS = words_of("things")
_JOINTS = frozenset(("or", "and", "/", "&"))
_MARKS = frozenset(mark for mark in STOP if not mark.isalnum()) - {"-", "&"}
_NO_NOUN = _MARKS | {"or", "and"}
_ENDING = _OF_AGES | _JOINTS | STOP | VERBS | NUMBERS.keys() | MONTHS.keys() | {"-"}
REACH = 7
_SINGULARS = {
    "people": "person",
    "men": "man",
    "women": "woman",
    "children": "child",
    "feet": "foot",
    "teeth": "tooth",
    "mice": "mouse",
    "geese": "goose",
    "oxen": "ox",
    "lives": "life",
    "wives": "wife",
    "knives": "knife",
    "wolves": "wolf",
    "halves": "half",
    "leaves": "leaf",
    "shelves": "shelf",
    "loaves": "loaf",
    "thieves": "thief",
    "criteria": "criterion",
    "phenomena": "phenomenon",
    "crises": "crisis",
    "analyses": "analysis",
    "bases": "base",
    "theses": "thesis",
    "viruses": "virus",
    "buses": "bus",
    "movies": "movie",
    "cookies": "cookie",
    "ties": "tie",
    "shoes": "shoe",
    "heroes": "hero",
    "tomatoes": "tomato",
    "potatoes": "potato",
    "vetoes": "veto",
    "dice": "die",
    "data": "datum",
    "species": "species",
    "caches": "cache",
}


@lru_cache(maxsize=20000)
def singular(noun: str) -> str:
    """The singular of a lower-case noun: berths, berth; cities, city."""
    if noun in _SINGULARS:
        return _SINGULARS[noun]
    if noun in INVARIANT or len(noun) < 4 or noun.endswith(("ss", "us", "is")):
        return noun
    if noun.endswith("men"):
        return noun[:-2] + "an"
    if noun.endswith("ies"):
        return noun[:-3] + "y"
    if noun.endswith(("sses", "xes", "zes", "ches", "shes")):
        return noun[:-2]
    return noun.removesuffix("s")


@lru_cache(maxsize=20000)
def is_plural(noun: str) -> bool:
    """Whether a lower-case word looks like a noun in the plural."""
    if noun in IRREGULAR:
        return True
    return (
        len(noun) > 3
        and noun.endswith("s")
        and not noun.endswith(("ss", "us", "is", "'s", "\u2019s"))
        and noun not in NOT_PLURAL
        and noun not in STOP
    )


@lru_cache(maxsize=20000)
def unit_of(noun: str, written: str) -> str:
    """The unit of a count: {person} for people of every trade, else the singular noun."""
    if is_person(noun, written):
        return "{person}"
    return "{" + (noun[:-1] if _is_letters(written) else singular(noun)) + "}"


def is_person(noun: str, written: str) -> bool:
    """Whether the noun names people: by the table, by trade, or as a people (Ruritanians)."""
    if noun in PERSONS:
        return True
    if written[:1].isupper() and written.endswith(("ans", "ese", "ians", "ish")):
        return True
    return noun.endswith(("ists", "women", "men", "workers", "players")) and noun not in _THINGS


def head(line: Line, j: int, plural: bool) -> tuple[int, int] | None:
    """The words [j, k) that name what is counted, and the place of their head noun, or None.

    A number other than one asks for a plural; a hyphen before the noun asks for a singular.
    """
    words, lows = line.words, line.lows
    found: int | None = None
    k, end = j, min(j + REACH, line.last)
    if lows[k] in _NO_NOUN or (lows[k] in _EXPERTS and awaits(line, k)):
        return None
    while k < end:
        low = lows[k]
        if _ends(line, k, found):
            break
        if _counted(words[k], low) and (found is None or low not in VERBS):
            if found is not None and lows[k + 1] in _OBJECTS:
                break
            found = k
        elif found is not None:
            break
        k += 1
    if found is not None:
        return found, found + 1
    if plural or k == j:
        return None
    last = k - 1
    return (last, k) if words[last][:1].isalpha() else None


def awaits(line: Line, k: int) -> bool:
    """Whether word `k` is who expected so many, and is not counted: the 400 analysts had seen."""
    return line.lows[k] in _EXPERTS and line.lows[k + 1] in _EXPECTING


def _ends(line: Line, k: int, found: int | None) -> bool:
    low, word = line.lows[k], line.words[k]
    if word[:1].isdecimal():
        return not _identifies(line, k)
    if low in _ENDING:
        return _closes(line, k, found)
    return found is None and _describes_behind(line, k)


def _closes(line: Line, k: int, found: int | None) -> bool:
    low, word = line.lows[k], line.words[k]
    if low in NUMBERS or (low in MONTHS and word[:1].isupper()) or _tells_age(line, k):
        return True
    if low in _JOINTS:
        return found is not None or (low != "&" and not _joins(line, k))
    if low == "-":
        return not (line.joined(k) and line.joined(k + 1))
    if low in STOP and not (len(word) > 1 and word.isupper()):
        return True
    verb = low in VERBS and not is_plural(low)
    return found is None and (verb or _describes_behind(line, k))


def _tells_age(line: Line, k: int) -> bool:
    return line.lows[k] in _OF_AGES and line.words[k + 1][:1].isdecimal()


def _identifies(line: Line, k: int) -> bool:
    """Whether the digits at word `k` are part of a describer: 12 COVID-19 wards, 3 F-35 jets."""
    letters = k - 1 if line.words[k - 1].isalpha() else k - 2
    whole = line.joined(k) and (letters == k - 1 or line.joined(k - 1))
    return whole and line.words[letters][:1].isupper() and not line.joined(k + 1)


@lru_cache(maxsize=20000)
def _counted(written: str, low: str) -> bool:
    """Whether a word can be what a number above one counts."""
    return is_plural(low) or low in PERSONS or _is_letters(written) or _is_people(written)


def _is_letters(written: str) -> bool:
    """Whether the word is a plural of capitals: MPs, TVs."""
    return len(written) > 2 and written.endswith("s") and written[:-1].isupper()


def _is_people(written: str) -> bool:
    return written[:1].isupper() and len(written) > 5 and written.endswith(("ese", "ish"))


def _describes_behind(line: Line, k: int) -> bool:
    """Whether an -ed or -ly word ends the clause rather than describe a noun that follows."""
    low, nxt = line.lows[k], line.lows[k + 1]
    return low.endswith(("ed", "ly")) and len(low) > 4 and (nxt == "" or nxt in STOP)


def _joins(line: Line, k: int) -> bool:
    """Whether "or"/"and" joins two describers of one noun: government or private workers."""
    nxt = line.lows[k + 1]
    return bool(nxt) and nxt not in STOP and not nxt[:1].isdecimal() and nxt not in NUMBERS


def phrase(line: Line, i: int, j: int) -> str:
    """The words [i, j) as they stand in the text, blanks folded."""
    if j == i + 1:
        return line.words[i]
    rest = (("" if line.joined(k) else " ") + line.words[k] for k in range(i + 1, j))
    return line.words[i] + "".join(rest)
