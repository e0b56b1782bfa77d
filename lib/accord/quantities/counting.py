"""What a number without a unit counts: a noun, people, a share of a whole, an age."""

from __future__ import annotations

from decimal import Decimal

from accord.quantities import ages, measures, nouns, points, pricing, quotes, rates
from accord.quantities.draft import Draft
from accord.quantities.evidence import Evidence
from accord.quantities.figure import Figure
from accord.quantities.line import Line
from accord.quantities.vocabulary import CASUALTY, HARM, NUMBERS, STOP, VERBS, words_of

_BODIES = words_of("bodies")
_BEFALLING = words_of("befalling")
_EMPLOYING = words_of("employing")
_TREMOR = frozenset(("magnitude", "richter"))
_ASSEMBLED, _TURNING_OUT = words_of("assembled"), words_of("turning_out")
_ROUGHLY = words_of("roughly")
_ACTING = {"took": "part", "turned": "out", "lost": "their", "to": "hospital"}
_NUMBERED = 16  # words between "the number of" and the number
_BREAKS = frozenset((".", ";", ":", "(", "while", "but", "which"))


def count(evidence: Evidence, line: Line, draft: Draft, figure: Figure) -> None:
    """The noun that the number counts, or the whole that it is a part of."""
    lows, j = line.lows, figure.j
    if figure.form == "part":
        _part(line, draft)
        return
    quoted = lows[j] in quotes.QUOTING and quotes.read(evidence, line, draft)
    if quoted or ages.read(line, draft) or _quake(line, draft):
        return
    draft.kind, draft.rule, draft.bare = "count", f"count in {figure.form}", True
    dashed = lows[j] == "-" and line.joined(j)
    hyphen = dashed and line.joined(j + 1)
    if dashed and not hyphen:
        return
    if lows[j] == "times" or (hyphen and lows[j + 1] == "fold"):
        draft.unit, draft.kind, draft.unit_text, draft.bare = "{time}", "ratio", "times", False
        draft.j = draft.xj = j + 1 + hyphen
        pricing.rate(line, draft)
        return
    if hyphen and lows[j + 1] in ("strong", "odd"):
        _strong(line, draft, j + 1)
        return
    k = _noun_start(line, j, hyphen, draft)
    if k is None or nouns.awaits(line, k) or (_is_of_a_body(line, draft.i) and lows[k] in VERBS):
        _harmed(line, draft)
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
    if draft.form != "digits" or _TREMOR.isdisjoint(lows[i - 4 : j + 4]):
        return False
    if not 0 < draft.low < 11:
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
    if noun == "ones":
        _anaphor(line, draft, named)
        return
    draft.unit = nouns.unit_of(noun, line.words[at])
    draft.unit_text = line.words[at]
    draft.noun = nouns.phrase(line, k, end)
    draft.bare = False
    draft.xj = max(draft.xj, end)
    if noun in points.NAMES:
        points.settle(line, draft)
    incidence = measures.incidence(line, end)
    if incidence is not None:
        draft.unit, draft.kind = incidence[0].code, incidence[0].kind
        draft.xj = max(draft.xj, incidence[1])
        return
    rate = rates.rate(line, end)
    if rate is not None and line.lows[end] == "per":
        draft.unit, draft.kind = f"{draft.unit}/{rate[0]}", "rate"
        draft.xj = rate[1]


def _anaphor(line: Line, draft: Draft, named: tuple[int, int]) -> None:
    """Of what was named before: 12 broken ones; 12 loved ones are people."""
    at, end = named
    draft.unit = "{person}" if line.lows[at - 1] == "loved" else None
    draft.unit_text, draft.bare, draft.xj = line.words[at], False, max(draft.xj, end)


def _harmed(line: Line, draft: Draft) -> None:
    """Numbers of people told by what befell them: 9 wounded, killing four."""
    lows, j = line.lows, draft.j
    if lows[draft.i - 2 : draft.i] == ["of", "which"]:
        return  # of what stands before
    k = j
    while k < j + 4 and lows[k] in _BEFALLING:
        k += 1
    if lows[k] in CASUALTY:
        draft.unit, draft.unit_text, draft.bare = "{person}", lows[k], False
    elif draft.low >= 1 and (_harm_before(line, draft.i) or _of_people(line, draft)):
        draft.unit, draft.bare = "{person}", False
    elif draft.low == int(draft.low) and draft.unit is None:
        _numbered(line, draft)


def _numbered(line: Line, draft: Draft) -> None:
    """The number of strikes rose to 12: what it counts stands before it."""
    lows, end = line.lows, draft.xj
    if lows[draft.j] and lows[draft.j] not in STOP:
        return
    first = max(line.first, draft.i - _NUMBERED)
    if "number" not in lows[first : draft.i - 1]:
        return
    for k in range(draft.i - 2, first, -1):
        if lows[k] in _BREAKS:
            return
        if lows[k] == "number" and lows[k + 1] == "of" and lows[k - 1] != "a":
            if _is_harmed(line, k + 2):
                draft.unit, draft.bare = "{person}", False
                return
            named = nouns.head(line, k + 2, plural=True)
            if named is not None and named[0] < draft.i:
                name(line, draft, k + 2, named)
                draft.xj = end
            return


def _is_harmed(line: Line, k: int) -> bool:
    """Whether the words from `k` on are of the dead, the confirmed injured, and no noun follows."""
    while line.lows[k] in _BEFALLING:
        k += 1
    return line.lows[k] in CASUALTY and (line.lows[k + 1] in STOP or line.lows[k + 1] in VERBS)


def _of_people(line: Line, draft: Draft) -> bool:
    """A gang of five, a population of 40,000, hundreds gathered, 150 aboard."""
    lows, i, low = line.lows, draft.i, line.lows[draft.j]
    if low == "aboard" or (low == "on" and lows[draft.j + 1] == "board"):
        return True
    if _is_of_a_body(line, i) or _employed(lows, i) or _turn_out(line, draft.j):
        return True
    before = lows[max(line.first, i - 6) : i]
    if not _ASSEMBLED.isdisjoint(before) and ("toll" not in before or "death" in before):
        return True
    acting = low in VERBS or low in ("were", "have", "had", "are") or low.endswith("ed")
    return draft.form == "vague" and acting


def _is_of_a_body(line: Line, i: int) -> bool:
    """Whether the number at word `i` tells how many a body of people has: a crew of 12."""
    return line.lows[i - 1] == "of" and line.lows[i - 2] in _BODIES


def _employed(lows: list[str], i: int) -> bool:
    """Whether they are hired, rescued or treated: it employs about 400."""
    while lows[i - 1] in _ROUGHLY:
        i -= 1
    return lows[i - 1] in _EMPLOYING


def _turn_out(line: Line, j: int) -> bool:
    """Whether the words from `j` on are what only people do: marched, had come, took part."""
    lows = line.lows
    j += lows[j] in ("have", "had", "has")
    return lows[j] in _TURNING_OUT or (lows[j] in _ACTING and lows[j + 1] == _ACTING[lows[j]])


def _harm_before(line: Line, i: int) -> bool:
    if HARM.isdisjoint(line.lows[i - 4 : i]):
        return False
    for k in range(i - 1, i - 5, -1):
        if line.lows[k] in HARM:
            return True
        if line.lows[k] in (".", ",", ""):
            return False
    return False


def _part(line: Line, draft: Draft) -> None:
    if not points.part(line, draft):
        _share(line, draft)


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
