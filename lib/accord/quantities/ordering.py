"""Numbers that rank or multiply, and number words that count nothing."""

from __future__ import annotations

from decimal import Decimal

from accord.quantities import counting, nouns
from accord.quantities.draft import Aside, Draft
from accord.quantities.figure import Figure
from accord.quantities.line import Line
from accord.quantities.vocabulary import (
    ACCOUNT,
    MULTIPLES,
    NUMBERS,
    ORDINALS,
    PERSONS,
    SCALES,
    STOP,
    WHOLES,
    words_of,
)

MULTIPLE = "multiple in words"
_KINDS = words_of("ranked_kinds")
_BEFORE_HALVED = frozenset(("the", "a", "an"))  # the halved apples
_BEFORE_ORDINAL = words_of("before_ordinal")
_ZEROS, _NAMED_ZEROS = words_of("zeros"), words_of("named_zeros")
_ZERO_OF, _ZERO_OF_HYPHENED = words_of("zero_of"), words_of("zero_of_hyphened")


def numbered(line: Line, k: int) -> Draft | None:
    """The rank written as 5th at word `k`, or None."""
    word, end = line.words[k], k + 1
    if (
        line.lows[end] not in ("st", "nd", "rd", "th")
        or not line.joined(end)
        or not word.isdecimal()
    ):
        return None
    value = Decimal(word)
    draft = Draft(k, end + 1, k, end + 1, "ordinal", value, value, "ordinal in digits")
    _ordinal_noun(line, draft)
    return draft


def _ordinal_noun(line: Line, draft: Draft) -> None:
    j = draft.j
    if line.words[j] == "-" and line.joined(j) and line.words[j + 1][:1].isalpha():
        draft.j = draft.xj = j + 2
        j += 2
    named = nouns.head(line, j, plural=False)
    if named is not None:
        draft.noun = nouns.phrase(line, j, named[1])


def ordinal(line: Line, k: int) -> Draft | Aside:
    """The rank at word `k`, or why the word of order ranks nothing."""
    low, nxt, before = line.lows[k], line.lows[k + 1], line.lows[k - 1]
    if (
        low == "second"
        and (nxt in STOP or before in NUMBERS)
        and nxt != "-"
        and before not in _BEFORE_ORDINAL
    ):
        return Aside(k, k + 1, "a word of order that ranks nothing")
    if nxt in ("quarter", "half") or (nxt == "-" and line.lows[k + 2] in ("quarter", "half")):
        return Aside(k, k + 1, "a part of a year or of a match")
    if nxt == "-" and line.lows[k + 2] in _KINDS:
        return Aside(k, k + 3, "a word of order that ranks nothing")
    if before == "at" or (
        (low == "first" and nxt in ("and", ",", "of")) or nxt in ("lady", "aid", "name", "class")
    ):
        return Aside(k, k + 1, "a word of order that ranks nothing")
    if (nxt in STOP and nxt not in ("-", "in", "to", "of")) or nxt == "":
        return Aside(k, k + 1, "a word of order that ranks nothing")
    value = ORDINALS[low]
    draft = Draft(k, k + 1, k, k + 1, "ordinal", value, value, "ordinal in words")
    _ordinal_noun(line, draft)
    return draft


def pronoun(line: Line, k: int) -> Aside | None:  # noqa: PLR0911 - one return for each form that is read
    """One as a pronoun, an idiom or a rhetorical singular: no one, one of the, one another."""
    lows = line.lows
    before, nxt = lows[k - 1], lows[k + 1]
    if before in ("no", "any", "every", "each", "which", "some", "another") and nxt != "-":
        return Aside(k, k + 1, "one as a pronoun")
    if nxt[:1].isdecimal():
        return Aside(k, k + 1, "one before another number")
    if nxt == "-" and lows[k + 2] in ("way", "off", "sided", "time", "on", "stop", "size", "two"):
        return Aside(k, k + 1, "an idiom")
    if nxt == "of":
        return Aside(k, k + 1, "one of several, named as an example")
    if nxt in STOP and nxt != "-":
        if nxt in ("or", "to") and lows[k + 2] in NUMBERS:
            return None
        return Aside(k, k + 1, "one as a pronoun")
    if nxt in (
        "another",
        "thing",
        "day",
        "can",
        "must",
        "may",
        "way",
        "side",
        "hand",
        "could",
        "should",
        "reason",
    ) and (
        nxt != "day"
        or before
        not in (
            "in",
            "just",
            "only",
            "for",
            "came",
            "within",
            "about",
            "least",
        )
    ):
        return Aside(k, k + 1, "one as a pronoun or an idiom")
    return None


def word_veto(line: Line, figure: Figure) -> Aside | None:  # noqa: PLR0911 - one return for each form that is read
    """The number word of an idiom or of a match set aside, or None."""
    lows, i, j = line.lows, figure.i, figure.j
    if lows[i] == "zero" and _is_term(line, i, j):
        return Aside(i, j, "part of a term")
    if lows[j] in ("-", "\u2011") and lows[j + 1] == "by" and lows[j + 2] == "-":
        return Aside(i, j + 4, "dimensions or a kind of vehicle")
    if lows[j] == "-" and lows[j + 1] == "to" and lows[j + 2] == "-" and lows[j + 3] == "one":
        return Aside(i, j + 4, "an idiom")
    if (figure.form == "part" and lows[i] == "half" and lows[j] in ("time", "way")) or (
        lows[i] == "half"
        and lows[j] == "-"
        and lows[j + 1] in ("time", "way", "hearted", "brother", "sister")
    ):
        return Aside(i, j, "an idiom")
    if figure.form == "part" and lows[i] == "half" and lows[j] == "-":
        return Aside(i, j, "an idiom")
    earlier = lows[i - 2] if lows[i - 1] == "-" else lows[i - 1]
    if figure.form == "part" and earlier in (
        "first",
        "second",
        "other",
        "better",
        "this",
        "that",
        "latter",
    ):
        return Aside(i, j, "a part of a year or of a match")
    return None


def _is_term(line: Line, i: int, j: int) -> bool:
    """Whether a zero is of a term: net zero, day zero, zero tolerance, a zero-emission bus."""
    lows = line.lows
    before, low = lows[i - 1 - (lows[i - 1] == "-")], lows[j]
    if low == "-" and line.joined(j):
        return before in _ZEROS or lows[j + 1] in _ZERO_OF or lows[j + 1] in _ZERO_OF_HYPHENED
    if before in _NAMED_ZEROS:
        return not nouns.is_plural(low)
    idle = low == "in" and lows[j + 1] == "on"
    return before in _ZEROS or low in _ZERO_OF or idle


def multiple(line: Line, k: int) -> Draft | Aside:
    """The multiple at word `k` (doubled, twice the), or why it is none."""
    low, nxt, before = line.lows[k], line.lows[k + 1], line.lows[k - 1]
    value = MULTIPLES[low]
    adverb = low in ("twice", "double", "triple", "quadruple")
    fits = nxt in ("the", "that", "its", "as", "what", "their") if adverb else True
    fits = fits and not (value < 1 and before in _BEFORE_HALVED)
    if not fits or (adverb and nxt == "-"):
        return Aside(k, k + 1, "a multiple of nothing named")
    draft = Draft(k, k + 1, k, k + 1, "ratio", value, value, MULTIPLE, unit="{time}")
    if not adverb and not low.endswith("fold"):
        draft.direction = "up" if value > 1 else "down"
    return draft


def special(line: Line, k: int) -> Draft | None:
    """All of a whole, a lone person, a couple of things; None for anything else."""
    lows = line.lows
    if lows[k] == "all":
        return _all(line, k)
    if lows[k] == "lone" and (lows[k + 1] in PERSONS or lows[k + 2] in PERSONS):
        draft = Draft(
            k, k + 1, k, k + 1, "count", Decimal(1), Decimal(1), "count in words", Decimal(1)
        )
        draft.unit = "{person}"
        return draft
    if (
        lows[k] == "couple"
        and lows[k - 1] == "a"
        and lows[k + 1] == "of"
        and lows[k + 2] not in SCALES
    ):
        two = Decimal(2)
        draft = Draft(k - 1, k + 2, k - 1, k + 2, "count", two, two, "count in words", Decimal(1))
        draft.modifier, draft.form = "about", "words"
        named = nouns.head(line, k + 2, plural=True)
        if named is not None:
            counting.name(line, draft, k + 2, named)
            return draft
    return None


def _all(line: Line, k: int) -> Draft | None:
    """All of a whole that shares are taken of: they account for all of the region's output."""
    lows = line.lows
    if lows[k + 1] != "of":
        return None
    named = any(low in WHOLES for low in lows[k + 2 : k + 8] if low)
    account = any(low in ACCOUNT for low in lows[k - 3 : k])
    if not (named and account):
        return None
    hundred = Decimal(100)
    draft = Draft(k, k + 1, k, k + 1, "percent", hundred, hundred, "share: all of a whole")
    draft.unit = "%"
    return draft
