"""Ages that no unit tells: Asta Berg, 44, said; aged 2 to 59; children under five; in her 40s."""

from __future__ import annotations

from decimal import Decimal

from accord.quantities.draft import Draft
from accord.quantities.line import Line
from accord.quantities.nouns import head, is_plural
from accord.quantities.vocabulary import MONTHS, PERSONS, STOP, words_of

_TURNING = frozenset(("turn", "turns", "turned", "turning"))
_AGED = frozenset(("aged", "ages"))
_BOUNDS = frozenset(("under", "over", "above", "below"))
_AFTER_AGED = _BOUNDS | {"between", "about", "around", "from", "at", "least", "more", "than"}
_OLDER = frozenset(("older", "younger"))
_ONES = frozenset(("anyone", "everyone", "someone", "anybody", "everybody"))
_ANYONE = _ONES | {"those"}
_GOING_ON = frozenset(("-", "of", "%", "$", "/"))
_LEVELS = frozenset(("is", "was", "of", "at", "to", "from"))
_CLOSES = frozenset((".", ",", "", "when", "and"))
_OLDEST = 120
_HUMAN = frozenset(("man", "woman", "boy", "girl", "child", "lad", "youth"))
_OWN = frozenset(("his", "her", "their", "my", "our", "your"))
_LIMITS = {"over": "over", "under": "less_than"}
_TEAMS = words_of("teams")
_TEAM_AGES = frozenset((15, 17, 19, 20, 21, 23))
_GIVING = frozenset(("gave", "give", "gives", "given", "giving", "put", "listed", "recorded"))
_SAYING = words_of("said_to_be")
_AGEING = frozenset(("age", "aged", "ages", "old", "older", "oldest", "elderly", "birthday"))
_ONE_PERSON = frozenset(("he", "she", "who", "himself", "herself"))
_ROUGHLY = words_of("roughly") | _BOUNDS | {"only", "just", "than", "between"}
_AFTER_AGE = frozenset((".", ",", "", ";", ")", "and", "when", "but", "or"))
_NEAR = 4  # words between who is told of and the verb
_REACH = 10  # words before a number that may say that ages are told
_WHEN = frozenset(("early", "mid", "late"))


def read(line: Line, draft: Draft) -> bool:
    """Whether `draft` is an age; it is made one."""
    if not 0 < draft.low < _OLDEST or draft.form not in ("digits", "words"):
        return False
    apposed = _apposed(line, draft)
    if not (apposed or _named(line, draft)):
        return False
    draft.kind, draft.unit, draft.rule = "age", "a", "age: in apposition"
    if apposed:
        draft.doubts.append("a number after a name is read as an age")
    return True


def decade(line: Line, k: int) -> Draft | None:
    """The ten years of life at word `k`: a man in his 60s, women in their early 40s."""
    word, lows = line.words[k], line.lows
    if lows[k + 1] != "s" or not line.joined(k + 1) or len(word) > 2 or not word.isdecimal():
        return None
    if lows[k - 1] == "-" and lows[k - 2] in _LIMITS:
        return _limited(line, k)
    if word[-1] != "0" or len(word) != 2:
        return None
    when = k - 1 - (lows[k - 1] == "-")  # in his mid-60s
    own = when - (lows[when] in _WHEN)
    if lows[own] not in _OWN or lows[own - 1] != "in" or word == "00":
        return None
    low, rule = Decimal(word), "age: a decade of life"
    ends = (low, low + 9)
    return Draft(k, k + 2, own - 1, k + 2, "age", *ends, rule, unit="a", modifier="between")


def _limited(line: Line, k: int) -> Draft | None:
    """All who are younger or older: the over-65s, for under-5s; not the side of the under-21s."""
    modifier, age = _LIMITS[line.lows[k - 2]], Decimal(line.words[k])
    if not age or line.words[k - 2][0].isupper() or not _TEAMS.isdisjoint(line.lows):
        return None
    if age in _TEAM_AGES and modifier == "less_than":
        return None
    rule = "age: all under or over one"
    return Draft(k, k + 2, k - 2, k + 2, "age", age, age, rule, unit="a", modifier=modifier)


def _named(line: Line, draft: Draft) -> bool:
    lows, i = line.lows, draft.i
    k = i - 1
    while lows[k] in _AFTER_AGED:
        k -= 1
    aged = lows[k] in _AGED
    if aged or _of_people(line, draft):
        return True
    if draft.form == "words" or not lows[i].isdecimal():
        return draft.form == "digits" and _average(lows, i)
    return (
        lows[i - 1] == "age"
        or lows[i - 2 : i] == ["age", "of"]
        or (lows[i - 3 : i] == ["the", "ages", "of"] and lows[draft.j] in STOP)
        or _average(lows, i)
        or _of_one(line, draft)
        or _who(lows, draft)
        or (lows[i - 1] == "as" and _given(lows, i))
        or _said_to_be(line, draft)
        or _turns(lows, draft)
    )


def _of_people(line: Line, draft: Draft) -> bool:
    """Children under five, people over 65."""
    lows, i = line.lows, draft.i
    than = lows[i - 1] == "than" and lows[i - 2] in _OLDER
    if draft.low > 100 or not (than or lows[i - 1] in _BOUNDS):
        return False
    who = lows[i - 2 - than]
    return (who in PERSONS or who in _ANYONE) and _is_closed(line, draft.j, who)


def _is_closed(line: Line, j: int, who: str) -> bool:
    """Whether nothing that is counted stands at word `j`: those over 80 wait, all under 9 pay."""
    low = line.lows[j]
    if low in STOP or not low:
        return low not in _GOING_ON
    plain = low.isalpha() and line.words[j].islower()
    return plain and (who in _ONES or head(line, j, plural=True) is None)


def _of_one(line: Line, draft: Draft) -> bool:
    """A boy of 12, and not the youth of 12 nations."""
    told = line.lows[draft.i - 1] == "of" and line.lows[draft.i - 2] in _HUMAN
    return told and head(line, draft.j, plural=True) is None


def _average(lows: list[str], i: int) -> bool:
    """The median age was 41, the retirement age of teachers to 67."""
    return lows[i - 1] in _LEVELS and "age" in lows[i - 4 : i - 1]


def _who(lows: list[str], draft: Draft) -> bool:
    i = draft.i
    said = lows[i - 1] in ("was", "is") and lows[i - 2] in ("who", "he", "she")
    return said and lows[draft.j] in _CLOSES


def _given(lows: list[str], i: int) -> bool:
    """The police gave the age of the man as 85."""
    before = lows[i - _REACH : i] if i >= _REACH else lows[:i]
    return "age" in before and not _GIVING.isdisjoint(before)


def _said_to_be(line: Line, draft: Draft) -> bool:
    """The oldest of them claims to be over 100; a boy believed to be 12."""
    lows, k = line.lows, draft.i - 1
    while lows[k] in _ROUGHLY and lows[k] != "to":
        k -= 1
    if lows[k] != "be" or lows[k - 1] != "to" or lows[k - 2] not in _SAYING:
        return False
    if lows[draft.j] not in _AFTER_AGE:
        return False
    before = lows[max(line.first, k - 2 - _REACH) : k - 2]
    near = before[-_NEAR:]
    return not _AGEING.isdisjoint(before) or any(map(_is_one, near))


def _is_one(low: str) -> bool:
    return low in _ONE_PERSON or (low in PERSONS and not is_plural(low))


def _turns(lows: list[str], draft: Draft) -> bool:
    low = lows[draft.j]
    return lows[draft.i - 1] in _TURNING and (not low or low in STOP)


def _apposed(line: Line, draft: Draft) -> bool:
    """Between commas after a name or a person: Asta Berg, 44, said; the victim, 27; both 34."""
    words, lows, i = line.words, line.lows, draft.i
    if words[draft.j] not in (",", ")") or not words[i].isdecimal():
        return False
    if lows[i - 1] == "both" and words[i - 2] == ",":
        return True
    if words[i - 1] != ",":
        return False
    written, low = words[i - 2], lows[i - 2]
    if written[:1].isupper():
        return not written.isupper() and low not in MONTHS
    return low in PERSONS and not is_plural(low)
