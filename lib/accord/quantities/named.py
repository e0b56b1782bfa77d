"""Numbers that belong to a name, an address or a list."""

from __future__ import annotations

from accord.quantities.draft import Aside
from accord.quantities.line import Line
from accord.quantities.nouns import is_plural
from accord.quantities.vocabulary import MONTHS, NAME_BEFORE, STOP, words_of

_DAYS = words_of("days")
_STREETS = words_of("streets")
_LABELS = words_of("labels")
_QUOTES = frozenset(("'", '"', "\u2018", "\u201c"))


def name_end(line: Line, k: int) -> int:
    """The word after a name whose number begins at word `k`: a verse, a part number."""
    if line.words[k + 1] == ":" and line.joined(k + 1) and line.words[k + 2].isdecimal():
        return k + 3
    j = k + 1
    while (
        line.words[j] == "-"
        and line.words[j + 1].isdecimal()
        and line.joined(j)
        and line.joined(j + 1)
    ):
        j += 2
    return j


def named(line: Line, k: int) -> Aside | None:  # noqa: PLR0911 - one return for each form that is read
    """A number that is part of a name: Route 66, Section 301, Boeing 747, S&P 500."""
    words, lows = line.words, line.lows
    before, low = words[k - 1], lows[k - 1]
    if low == "." and lows[k - 2] in ("no", "nos", "vol", "fig", "art", "sec", "ch", "pp", "tel"):
        return Aside(k, k + 1, "a number in a series")
    if "." in words[k] and low != "version":
        return None
    if before in _LABELS and _is_label(line, k):
        return Aside(k, k + 1, "a number in a series")
    capital = before[0].isupper()
    if capital and low in NAME_BEFORE and not line.joined(k):
        return Aside(k, name_end(line, k), "part of a name")
    if low in {
        "section",
        "article",
        "chapter",
        "page",
        "paragraph",
        "number",
        "room",
        "line",
        "step",
        "category",
        "junction",
        "runway",
        "flight",
        "level",
        "exit",
    }:
        return Aside(k, name_end(line, k), "a number in a series")
    if before == "P" and lows[k - 2] in ("&", "s"):
        return Aside(k, k + 1, "part of a name")
    if capital and before[-1:].isalpha() and k - 1 > line.first and _name_like(line, k):
        return Aside(k, k + 1, "part of a name")
    if _address(line, k):
        return Aside(k, k + 1, "an address")
    return None


def _is_label(line: Line, k: int) -> bool:
    """Whether the number is of a story's version: UPDATE 3-Barn burns, CORRECTED-UPDATE 1-Byron."""
    words = line.words
    opens = k - 1 == line.first or (words[k - 2] in ("-", "(") and line.joined(k - 1))
    title = words[k + 1] in ("-", "\u2013", ":") and _opens_title(words[k + 2])
    return opens and title and words[k].isdecimal() and len(words[k]) <= 2


def _opens_title(word: str) -> bool:
    return word[:1].isupper() or word[:1].isdecimal() or word in _QUOTES


def _name_like(line: Line, k: int) -> bool:
    """Whether a capital before and nothing countable behind make the number part of a name."""
    before, low = line.words[k - 1], line.lows[k - 1]
    if (
        low in STOP
        or low in MONTHS
        or low in _DAYS
        or len(line.words[k]) > 4
        or "," in line.words[k]
    ):
        return False
    if line.words[k - 2] in (".", ":", "\u201c", '"', "?", "!") or (
        before.isupper() and len(before) > 5
    ):
        return False
    nxt = line.lows[k + 1]
    if nxt in {
        "%",
        "percent",
        "per",
        "pct",
        "million",
        "billion",
        "trillion",
        "-",
        "\u2013",
        "to",
        "or",
        "and",
        "thousand",
        "bn",
        "m",
    }:
        return False
    if line.words[k + 1][:1].isupper():
        return True
    return nxt in STOP or nxt == "" or not (is_plural(nxt) or is_plural(line.lows[k + 2]))


def _address(line: Line, k: int) -> bool:
    """12 Willow Lane, 7 N Mill Road, the 400 block of Mill Road."""
    words = line.words
    if line.lows[k + 1] == "block" and line.lows[k - 1] == "the" and line.lows[k + 2] == "of":
        return True
    if _STREETS.isdisjoint(line.lows[k + 2 : k + 6]):
        return False
    for step in range(2, 6):
        if line.lows[k + step] in _STREETS and words[k + step][0].isupper():
            return all(
                words[k + n][:1].isupper() or words[k + n][:1].isdecimal() for n in range(1, step)
            )
        if not words[k + step]:
            break
    return False


def list_mark(line: Line, k: int) -> Aside | None:
    """The mark of a list at word `k` set aside, or None: 2) Flour, 3. Salt."""
    words = line.words
    if (
        (
            words[k].isdecimal()
            and len(words[k]) <= 2
            and words[k + 1] in (")", ".")
            and line.joined(k + 1)
        )
        and words[k + 2]
        and words[k + 2][:1].isupper()
        and not line.joined(k + 2)
    ):
        return Aside(k, k + 1, "a mark of a list")
    return None
