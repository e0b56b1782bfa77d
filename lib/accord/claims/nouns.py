"""The noun phrases around a place in a sentence: right, left, and a verb's subject."""

from __future__ import annotations

from typing import NamedTuple

from accord.claims.lexicon import LEMMA, PLAIN
from accord.claims.phrase import Phrase

_NOMINAL = frozenset("WSQ")
_GROUP = frozenset("AMBHN")
_VERBAL = frozenset("VMBH")
_LONGEST = 9
_FARTHEST = 45
_TIMES = frozenset({"since", "after", "before", "until", "till", "as", "like", "including", "than"})
_OPENING = frozenset({"begin", "start", "end", "include", "involve", "use", "follow"})
_LIGHT = frozenset({"top", "light", "excess", "terms", "view", "spite", "favour", "order"})
_LEANS = frozenset({"on", "in", "track", "course", "line", "due", "likely", "ready"})


class Noun(NamedTuple):
    """Words [start, end) of a noun phrase; `tails` are its complements that stand outside it."""

    start: int
    end: int
    tails: tuple[tuple[int, int], ...] = ()


def right(phrase: Phrase, place: int) -> Noun | None:
    """The noun phrase that opens at `place`, or None."""
    while phrase.tag(place) == "D":
        place += 1
    tags, end = phrase.tags, place
    limit = min(len(tags), place + _LONGEST)
    while end < limit and (tags[end] in _NOMINAL or _joins(phrase, place, end)):
        if tags[end] == "Q" and _is_new_number(phrase, place, end):
            break
        end += 1
    while end > place and (tags[end - 1] in "CQ" or _trails(phrase, place, end - 1)):
        end -= 1
    return Noun(place, end) if end > place else None


def _trails(phrase: Phrase, start: int, place: int) -> bool:
    """Whether a participle closes the phrase: "farmers working"."""
    word = phrase.words[place]
    if not word.endswith("ing") or word in PLAIN:
        return False
    plural = place > start and phrase.words[place - 1].endswith("s")
    opens = place > start and LEMMA.get(word) in _OPENING
    return plural or opens


def _is_new_number(phrase: Phrase, start: int, place: int) -> bool:
    """Whether the number there is another one, not one in a name ("Model 7 carts")."""
    if place == start or phrase.tags[place - 1] == "Q":
        return False
    return phrase.tag(place + 1) != "W" or not phrase.raw[place - 1][0].isupper()


def whole(phrase: Phrase, place: int) -> Noun | None:
    """The noun phrase that opens at `place`, with what "of" adds to it, or None."""
    found = right(phrase, place)
    while found and phrase.word(found.end) == "of" and found.end - found.start < _LONGEST:
        added = right(phrase, found.end + 1)
        if added is None:
            break
        found = Noun(found.start, added.end)
    return found


def left(phrase: Phrase, place: int) -> Noun | None:
    """The noun phrase that closes at `place` (included), or None."""
    start = place
    while start >= 0 and phrase.tags[start] in _NOMINAL and place - start < _LONGEST:
        start -= 1
    return Noun(start + 1, place + 1) if start < place else None


def head(phrase: Phrase, place: int) -> Noun | None:
    """The noun phrase whose last word or last complement stands at `place`.

    "the sailing time from here to there" at "there": "sailing time", with two tails; what "of"
    adds stays inside.
    """
    found, tails = left(phrase, place), []
    for _ in range(_LONGEST):
        if found is None:
            return None
        link = found.start - 1
        while phrase.tag(link) == "D":
            link -= 1
        linked = phrase.tag(link) in "PCT" and phrase.word(link) not in _TIMES
        outer = left(phrase, link - 1) if linked else None
        if outer is None or phrase.tag(link - 1) == "Q":
            break
        if phrase.tag(link) in "PT" and phrase.word(link) != "of":
            tails.append((link, found.end))
            found = outer
        else:
            found = Noun(outer.start, found.end)
    return Noun(found.start, found.end, tuple(reversed(tails))) if found else None


def near(phrase: Phrase, place: int) -> Noun | None:
    """The noun phrase that closes at `place`, with only what "of" joins to it."""
    found = left(phrase, place)
    while found and place - found.start < _LONGEST:
        link = found.start - 1
        while phrase.tag(link) == "D":
            link -= 1
        outer = left(phrase, link - 1) if phrase.word(link) == "of" else None
        if outer is None or phrase.tag(outer.end - 1) == "Q" or phrase.word(link - 1) in _LIGHT:
            break
        found = Noun(outer.start, place + 1)
    return found


def paired(phrase: Phrase, noun: Noun | None) -> Noun | None:
    """The noun phrase with the plural that "and" joins to it: "rings and coins"."""
    if noun is None:
        return None
    low, high = noun.start, noun.end
    if _is_pair(phrase, high):
        high = (right(phrase, high + 1) or noun).end
    elif _is_pair(phrase, low - 1):
        low = (left(phrase, low - 2) or noun).start
    return Noun(low, high, noun.tails)


def _is_pair(phrase: Phrase, joint: int) -> bool:
    """Whether "and" at `joint` stands between two plurals."""
    after = right(phrase, joint + 1) if phrase.word(joint) == "and" else None
    if after is None or phrase.tag(joint - 1) != "W" or phrase.tag(joint + 1) == "Q":
        return False
    if phrase.raw[after.start][0].isupper():
        return False
    return phrase.word(joint - 1).endswith("s") and phrase.word(after.end - 1).endswith("s")


def subject(phrase: Phrase, verb: int, depth: int = 3) -> Noun | None:
    """The subject of the verb at `verb`, or None where it cannot be told."""
    place = verb - 1
    while place >= 0 and _leans(phrase, place):
        place -= 1
    tag = phrase.tag(place)
    if tag == "R":
        return _antecedent(phrase, place)
    if tag == "C" and depth:
        earlier = _verb_before(phrase, place)
        return None if earlier is None else subject(phrase, earlier, depth - 1)
    if tag == ",":
        return _across_commas(phrase, place) or left(phrase, place - 1)
    found = head(phrase, place) if tag in _NOMINAL else None
    return None if found and _is_governed(phrase, found) else found


def _is_governed(phrase: Phrase, noun: Noun) -> bool:
    """Whether a preposition stands before it: "north of Arden has ..." tells no subject."""
    before = noun.start - 1
    while phrase.tag(before) == "D":
        before -= 1
    bound = phrase.tag(before) in "PT" and phrase.word(before) not in _TIMES | {"with"}
    return bound and phrase.tags[noun.start] != "Q"


def _leans(phrase: Phrase, place: int) -> bool:
    """Whether the word belongs to the verb group that closes to its right."""
    tag, word = phrase.tags[place], phrase.words[place]
    hangs = tag == "V" or word in _LEANS
    return (
        tag in _GROUP
        or word == "to"
        or (hangs and (phrase.word(place + 1) == "to" or word == "on"))
    )


def _antecedent(phrase: Phrase, place: int) -> Noun | None:
    if phrase.word(place) not in {"that", "which", "who"}:
        return None
    place -= 1
    while phrase.tag(place) in ",P":
        place -= 1
    return head(phrase, place)


def _verb_before(phrase: Phrase, place: int) -> int | None:
    for earlier in range(place - 1, -1, -1):
        if phrase.tags[earlier] in "R.":
            return None if phrase.tags[earlier] == "." else earlier + 1
        if phrase.tags[earlier] == "V" and not phrase.words[earlier].endswith("ing"):
            return earlier
    return None


def _across_commas(phrase: Phrase, place: int) -> Noun | None:
    """The first noun phrase that stands alone before a comma: "Sales, which ..., rose"."""
    start = place - 1
    while start >= max(0, place - _FARTHEST) and phrase.tags[start] != ".":
        start -= 1
    start += 1
    for comma in range(start, place):
        if phrase.tags[comma] != ",":
            continue
        piece = phrase.tags[start:comma]
        if piece and piece[0] not in "PTARCV" and not _VERBAL.intersection(piece):
            return head(phrase, comma - 1)
        start = comma + 1
    return None


def _joins(phrase: Phrase, start: int, place: int) -> bool:
    """Whether a conjunction, or an adjective in a verb's form, stands inside one noun phrase."""
    tag, word = phrase.tags[place], phrase.words[place]
    if tag not in "CV":
        return False
    if place == start:
        return tag == "V" and word.endswith(("ed", "ing")) and phrase.tag(place + 1) == "W"
    return (
        tag == "C"
        and word != "but"
        and phrase.tag(place - 1) == "W"
        and phrase.tag(place + 1) == phrase.tag(place + 2) == "W"
    )
