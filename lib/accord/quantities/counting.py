"""What a number without a unit counts: a noun, people, a share of a whole, an age."""

from __future__ import annotations

from decimal import Decimal

from accord.quantities import nouns, pricing, rates
from accord.quantities.draft import Draft
from accord.quantities.figure import Figure
from accord.quantities.line import Line
from accord.quantities.vocabulary import (
    CASUALTY,
    HARM,
    MONTHS,
    NUMBERS,
    PERSONS,
    STOP,
    VERBS,
    words_of,
)

_BODIES = words_of("bodies")
_TURNING = frozenset(("turn", "turns", "turned", "turning"))


def count(line: Line, draft: Draft, figure: Figure) -> None:
    """The noun that the number counts, or the whole that it is a part of."""
    lows, j = line.lows, figure.j
    if figure.form == "part":
        _share(line, draft)
        return
    if _bare_age(line, draft) or _quake(line, draft):
        return
    draft.kind, draft.rule, draft.bare = "count", f"count in {figure.form}", True
    hyphen = line.words[j] == "-" and line.joined(j) and line.joined(j + 1)
    if line.words[j] == "-" and line.joined(j) and not hyphen:
        return
    if lows[j] == "times":
        draft.unit, draft.kind, draft.unit_text, draft.bare = "{time}", "ratio", "times", False
        draft.j = draft.xj = j + 1
        pricing.rate(line, draft)
        return
    if hyphen and lows[j + 1] in ("strong", "odd"):
        _strong(line, draft, j + 1)
        return
    k = _noun_start(line, j, hyphen, draft)
    if k is None:
        return
    one = figure.low == 1 == figure.high or hyphen
    tight = hyphen and lows[k].isalpha() and lows[k] not in STOP and lows[k] not in NUMBERS
    named = (k, k + 1) if tight else nouns.head(line, k, plural=not one)
    if named is not None:
        name(line, draft, k, named)
        if draft.unit == "{other}":
            _harmed(line, draft)
    elif _before_noun(line, k, figure):
        name(line, draft, k, (k, k + 1))
    else:
        _harmed(line, draft)


def _quake(line: Line, draft: Draft) -> bool:
    """A 5.2-magnitude tremor, magnitude 5.2, 5.2 on the Richter scale."""
    lows, i, j = line.lows, draft.i, draft.j
    if not 0 < draft.low < 11 or draft.form != "digits":
        return False
    before = [
        low
        for low in lows[i - 4 : i]
        if low not in ("-", "of", "a", "an", "about", "at", "was", "is")
    ]
    after = [low for low in lows[j : j + 4] if low not in ("-", "on", "the")]
    named = before[-1:] == ["magnitude"] or after[:1] in (["magnitude"], ["richter"])
    if not named:
        return False
    draft.kind, draft.rule, draft.unit_text = "magnitude", "magnitude of a tremor", "magnitude"
    if lows[j + (lows[j] == "-")] == "magnitude":
        draft.xj = j + 1 + (lows[j] == "-")
    return True


def _before_noun(line: Line, k: int, figure: Figure) -> bool:
    """A 12 page letter: a singular noun that itself stands before a noun."""
    low, nxt = line.lows[k], line.lows[k + 1]
    plain = low.isalpha() and low not in STOP and low not in NUMBERS
    plain = plain and not low.endswith(("ed", "ing", "ly"))
    noun = nxt.isalpha() and nxt not in STOP and line.words[k][0].islower()
    return figure.form == "digits" and plain and noun and low not in CASUALTY and low not in VERBS


def _noun_start(line: Line, j: int, hyphen: bool, draft: Draft) -> int | None:
    lows = line.lows
    if hyphen:
        return j + 1
    if lows[j] == "of":
        k = j + 1
        while lows[k] in (
            "the",
            "its",
            "their",
            "his",
            "her",
            "these",
            "those",
            "our",
            "my",
            "them",
            "which",
            "whom",
        ):
            k += 1
        if lows[k - 1] in ("them", "which", "whom"):
            return None
        return k if k > j + 1 or draft.form == "vague" or draft.scaled else None
    if lows[j] in ("more", "other", "further", "additional") or (
        lows[j] == "or" and lows[j + 1] == "more"
    ):
        return j + 1 + (lows[j] == "or")
    if lows[j] in ("to", "-", "\u2013") and (
        lows[j + 1] in NUMBERS or line.words[j + 1][:1].isdecimal()
    ):
        return None
    return j


def _strong(line: Line, draft: Draft, k: int) -> None:
    """A 400-strong crowd: so many people are in it; 200-odd seats: about so many."""
    odd = line.lows[k] == "odd"
    draft.modifier = "about" if odd and draft.modifier == "exact" else draft.modifier
    named = nouns.head(line, k + 1, plural=odd)
    if named is not None:
        name(line, draft, k + 1, named)
        draft.unit = "{person}" if line.lows[named[0]] in _BODIES else draft.unit


def name(line: Line, draft: Draft, k: int, named: tuple[int, int]) -> None:
    """Give `draft` the noun at `named`, in a phrase that begins at word `k`."""
    at, end = named
    noun = line.lows[at]
    draft.unit = nouns.unit_of(noun, line.words[at])
    draft.unit_text = line.words[at]
    draft.noun = nouns.phrase(line, k, end)
    draft.bare = False
    draft.xj = max(draft.xj, end)
    rate = rates.rate(line, end)
    if rate is not None and line.lows[end] == "per":
        draft.unit, draft.kind = f"{draft.unit}/{rate[0]}", "rate"
        draft.xj = rate[1]


def _harmed(line: Line, draft: Draft) -> None:
    """Numbers of people told by what befell them: 9 wounded, killing four."""
    lows, j = line.lows, draft.j
    k = j
    while k < j + 3 and lows[k] in ("others", "more", "were", "was", "are", "have", "been"):
        k += 1
    if lows[k] in CASUALTY:
        draft.unit, draft.unit_text, draft.bare = "{person}", lows[k], False
    elif draft.low >= 1 and (_harm_before(line, draft.i) or _of_people(line, draft)):
        draft.unit, draft.bare = "{person}", False


def _of_people(line: Line, draft: Draft) -> bool:
    """A gang of five, a population of 40,000, hundreds gathered."""
    lows, i, low = line.lows, draft.i, line.lows[draft.j]
    if lows[i - 1] == "of" and lows[i - 2] in _BODIES:
        return True
    if "population" in lows[max(line.first, i - 6) : i]:
        return True
    acting = low in VERBS or low in ("were", "have", "had", "are") or low.endswith("ed")
    return draft.form == "vague" and acting


def _harm_before(line: Line, i: int) -> bool:
    for k in range(i - 1, i - 5, -1):
        if line.lows[k] in HARM:
            return True
        if line.lows[k] in (".", ",", ""):
            return False
    return False


def _share(line: Line, draft: Draft) -> None:
    """A fraction without a unit is a share of a whole, in percent."""
    draft.kind, draft.unit, draft.rule = "percent", "%", "share: fraction of a whole"
    draft.low, draft.high = draft.low * 100, draft.high * 100
    draft.resolution = Decimal(0)
    draft.unit_text = None
    j = draft.j + 1 if line.lows[draft.j] == "of" else draft.j
    while line.lows[j] in ("the", "its", "their", "his", "her", "all"):
        j += 1
    named = nouns.head(line, j, plural=False)
    if named is not None:
        draft.noun = nouns.phrase(line, j, named[1])


def _bare_age(line: Line, draft: Draft) -> bool:
    """Asta Berg, 44, said; aged 44; who was 44."""
    lows, words, i, j = line.lows, line.words, draft.i, draft.j
    if lows[i - 1] == "aged" and draft.form == "words" and 0 < draft.low < 120:
        draft.kind, draft.unit, draft.rule = "age", "a", "age: aged"
        return True
    if draft.form != "digits" or not 0 < draft.low < 120 or not words[i].isdecimal():
        return False
    apposed = words[i - 1] == "," and words[j] in (",", ")") and _has_an_age(line, i - 2)
    named = lows[i - 1] in ("aged", "age") or (lows[i - 1] == "of" and lows[i - 2] == "age")
    who = (
        lows[i - 1] in ("was", "is")
        and lows[i - 2] in ("who", "he", "she")
        and lows[j] in (".", ",", "", "when", "and")
    )
    turning = lows[i - 1] in _TURNING and (not lows[j] or lows[j] in STOP)
    if not (apposed or named or who or turning):
        return False
    draft.kind, draft.unit, draft.rule = "age", "a", "age: in apposition"
    if apposed:
        draft.doubts.append("a number after a name is read as an age")
    return True


def _has_an_age(line: Line, i: int) -> bool:
    """Whether the word at `i` ends a name or is one person: "Asta Berg", "the driver"."""
    word, low = line.words[i], line.lows[i]
    named = word[:1].isupper() and not word.isupper() and low not in MONTHS
    return named or (low in PERSONS and not nouns.is_plural(low))
