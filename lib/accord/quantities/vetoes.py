"""Numbers that count nothing: identifiers, names, addresses, scores, marks of a list, idioms."""

from __future__ import annotations

import re

from accord.quantities import votes
from accord.quantities.digits import LONGEST
from accord.quantities.draft import Aside
from accord.quantities.line import Line
from accord.quantities.named import list_mark, name_end, named
from accord.quantities.nouns import is_plural
from accord.quantities.vocabulary import MONTHS, STOP, words_of

_LINK = re.compile(
    r"://|www\.|\w\.[a-z]{2,6}/|@\w|[?&]\w+=|\w/\w+/\w|\.(?:com|org|net|html?|php)\b"
)
_PLAIN = re.compile(r"[^\w]*[\d/.,]+[^\w]*\Z")
_BLANK = re.compile(r"\s")
_DOTTED = re.compile(r"\d+(?:\.\d+){2,}\Z")
_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+\Z")
_SCORES = words_of("scores")
_IDIOMS = frozenset((("9", "11"), ("24", "7"), ("7", "7"), ("50", "50"), ("20", "20"), ("4", "4")))
_BACKED = frozenset(("favourite", "favorite", "outsider", "shot"))  # a 7/2 favourite
_AROUND = 60
_PHONES = frozenset(("tel", "phone", "fax"))
_DIALLING = words_of("dialling")
_CALLING = _PHONES | _DIALLING
_MARKS = frozenset((".", ":", "(", "["))
_COUNTED = frozenset(("of", "%", "-", "more", "other", "times", "$", "€", "£"))


def veto(text: str, line: Line, k: int) -> Aside | None:
    """The digits at word `k` as something that is no quantity, with the reason, or None."""
    touching = line.joined(k) or line.joined(k + 1)
    word = line.words[k]
    return (
        (_long(line, k) if "." in word or len(word) > LONGEST else None)
        or (_in_link(text, line, k) if touching else None)
        or (_in_marks(line, k, touching) if touching or _is_beset(line, k) else None)
        or (named(line, k) if line.words[k - 1] else list_mark(line, k))
    )


def _is_beset(line: Line, k: int) -> bool:
    """Whether a zero, a mark or a call tells that digits with blanks around may be no number."""
    words = line.words
    marked = words[k - 1] in _MARKS or words[k + 1] == "-" or words[k][0] == "0"
    return marked or line.lows[k - 1] in _CALLING


def _in_marks(line: Line, k: int, touching: bool) -> Aside | None:
    return (
        _phone(line, k)
        or (_attached(line, k) or _idiom(line, k) if touching else None)
        or _marked(line, k)
        or _score(line, k)
    )


def _long(line: Line, k: int) -> Aside | None:
    if len(line.words[k]) > LONGEST:
        return Aside(k, k + 1, "too many digits for a quantity")
    if _DOTTED.match(line.words[k]) and not _GROUPED.match(line.words[k]):
        return Aside(k, k + 1, "a version or an address in a network")
    return None


def _in_link(text: str, line: Line, k: int) -> Aside | None:
    start, end = line.start(k), line.ends[k]
    around = text[max(0, start - _AROUND) : end + _AROUND]
    if not ("/" in around or "@" in around or "=" in around or "www" in around):
        return None
    before = _BLANK.split(text[max(0, start - _AROUND) : start])[-1]
    after = _BLANK.split(text[end : end + _AROUND], maxsplit=1)[0]
    chunk = before + text[start:end] + after
    marked = "/" in chunk or "@" in chunk or "=" in chunk or "www" in chunk
    if marked and _LINK.search(chunk) and not _PLAIN.match(chunk):
        return Aside(k, k + 1, "part of a link")
    return None


def _phone(line: Line, k: int) -> Aside | None:
    words = line.words
    if (
        words[k - 1] == "+"
        and line.joined(k)
        and words[k + 1].isdecimal()
        and words[k + 2].isdecimal()
    ):
        return Aside(k, _run(line, k), "a telephone number")
    if words[k - 1] == "+" and line.joined(k) and words[k + 1] == "-" and words[k + 2].isdecimal():
        return Aside(k, _run(line, k), "a telephone number")
    marked = words[k - 1] in (".", ":") and line.lows[k - 2] in _PHONES
    if marked or line.lows[k - 1] in _PHONES or _is_dialled(line, k):
        return Aside(k, _run(line, k), "a telephone number")
    decimals = words[k - 1] == "." and line.joined(k)
    if words[k][0] == "0" and words[k].isdecimal() and len(words[k]) > 1 and not decimals:
        return Aside(k, _run(line, k), "digits that begin with a zero")
    return None


def _is_dialled(line: Line, k: int) -> bool:
    """Whether somebody calls the number: dial 911, text 60777; not "called 12 witnesses"."""
    if line.lows[k - 1] not in _DIALLING:
        return False
    low = line.lows[_run(line, k)]
    return not low or (low in STOP and low not in _COUNTED)


def _run(line: Line, k: int) -> int:
    while line.words[k] and (
        line.words[k][0].isdecimal()
        or (line.words[k] in "-() " and line.words[k + 1][:1].isdecimal())
    ):
        k += 1
    return k


def _attached(line: Line, k: int) -> Aside | None:  # noqa: C901, PLR0911 - one return for each form that is read
    """Digits that touch letters: G20, COVID-19, F-16, 4x4, 747-400, 0x1F."""
    words, lows = line.words, line.lows
    before = words[k - 1]
    if lows[k + 1] == "s" and line.joined(k + 1) and len(words[k]) <= 2:
        return Aside(k, k + 2, "a decade of life or of a century")
    if line.joined(k):
        if before[-1:].isalpha() and lows[k - 1] not in ("c", "v"):
            return Aside(k, k + 1, "part of a name or an identifier")
        if before == "v" and words[k - 2] == "":
            return Aside(k, k + 1, "a version")
        if before[-1:].isalpha():
            return Aside(k, k + 1, "part of a name or an identifier")
        if before in ("-", "\u2011", "\u2013") and line.joined(k - 1):
            return _hyphened(line, k)
        if before in ("_", "#"):
            return Aside(k, k + 1, "an identifier")
        if before == "." and line.joined(k - 1) and words[k - 2][-1:].isalpha():
            return Aside(k, k + 1, "part of a name or an identifier")
    if (
        lows[k + 1] in ("x", "\u00d7")
        and line.joined(k + 1)
        and (words[k + 2][:1].isdecimal() and line.joined(k + 2))
    ) and (words[k] == words[k + 2] or not line.joined(k + 3)):
        return Aside(k, k + 3, "dimensions or a kind of vehicle")
    if lows[k + 1 : k + 4 : 2] == ["-", "-"] and lows[k + 2] == "for" and line.joined(k + 1):
        return Aside(k, k + 5, "the terms of a split")
    if words[k] == "0" and lows[k + 1][:1] == "x" and line.joined(k + 1):
        return Aside(k, k + 2, "a number of a machine")
    return None


def _hyphened(line: Line, k: int) -> Aside | None:
    word, low = line.words[k - 2], line.lows[k - 2]
    if word.isdecimal() and line.joined(k - 2) and line.words[k - 3][-1:].isalpha():
        return Aside(k, k + 1, "part of a name or an identifier")  # an A9-200
    if low == "magnitude":
        return None
    if not word[-1:].isalpha() or low in (
        "minus",
        "sub",
        "mid",
        "end",
        "early",
        "late",
        "to",
        "under",
        "over",
        "pre",
        "post",
        "about",
        "plus",
    ):
        return None
    if low in MONTHS or not (word[0].isupper() or len(word) == 1 or word[-1].isupper()):
        return None if low in MONTHS else Aside(k, k + 1, "part of a name or an identifier")
    return Aside(k, k + 1, "part of a name or an identifier")


def _idiom(line: Line, k: int) -> Aside | None:
    words = line.words
    pair = words[k + 1] == "/" and line.joined(k + 1) and words[k + 3] != "/"
    if pair and (words[k], words[k + 2]) in _IDIOMS:
        return Aside(k, k + 3, "an idiom")
    if pair and ("odds" in line.lows[k - 3 : k] or line.lows[k + 3] in _BACKED):
        return Aside(k, k + 3, "the odds of a bet")
    return None


def _marked(line: Line, k: int) -> Aside | None:
    """(4) after a name, [12] after a sentence, 1:52.4 on a stopwatch."""
    words = line.words
    closed = words[k - 1] in ("(", "[") and words[k + 1] in (")", "]") and len(words[k]) <= 3
    noted = words[k - 1] == "[" or words[k - 2][-1:].isalpha()
    if closed and words[k].isdecimal() and noted:
        return Aside(k, k + 1, "a mark in brackets")
    if (
        words[k + 1] == ":"
        and words[k + 2][:1].isdecimal()
        and line.joined(k + 1)
        and line.joined(k + 2)
    ):
        return Aside(k, k + 3, "a time on a stopwatch or a ratio")
    return None


def _score(line: Line, k: int) -> Aside | None:  # noqa: PLR0911 - one return for each form that is read
    words, lows = line.words, line.lows
    if words[k + 1] in ("-", "\u2013") and line.joined(k + 1) and line.joined(k + 2):
        j = k + 2
    elif words[k + 1] == "-" and lows[k + 2] == "to" and words[k + 3] == "-":
        j = k + 4
    else:
        return None
    if words[j + 1] == "/" and line.joined(j + 1):
        return None
    if not (
        words[k].isdecimal() and words[j].isdecimal() and len(words[k]) <= 3 and len(words[j]) <= 3
    ):
        return None
    if words[j + 1] == "-" and line.joined(j + 1) and words[j + 2][:1].isdecimal():
        return Aside(k, name_end(line, j), "an identifier or a list of scores")
    near = lows[max(line.first, k - 5) : j + 3]
    sure = lows[j + 1] in ("%", "percent", "per") or (
        line.joined(j + 1) and words[j + 1][:1].isalpha()
    )
    if not sure and votes.told(line, k, j + 1, int(words[k]), int(words[j])):
        return None
    if any(low in _SCORES for low in near) and len(words[j]) <= 2 and not sure:
        return Aside(k, j + 1, "a score")
    falling = int(words[k]) >= int(words[j])
    if falling and not is_unit_like(line, j + 1):
        return Aside(k, j + 1, "a score or an identifier")
    return None


def is_unit_like(line: Line, j: int) -> bool:
    """Whether something that can be counted or measured in follows at word `j`."""
    low = line.lows[j]
    if low in ("%", "percent", "per", "million", "billion", "thousand", "bn", "m", "points"):
        return True
    if line.joined(j) and line.words[j][:1].isalpha():
        return True
    return is_plural(low) or (is_plural(line.lows[j + 1]) and low not in STOP)
