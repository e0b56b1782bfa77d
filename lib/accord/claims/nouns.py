"""The noun phrases around a place in a sentence: right, left, and a verb's subject."""

from __future__ import annotations

from typing import NamedTuple

from accord.claims.lexicon import EMPTY, PLAIN
from accord.claims.phrase import Phrase

_NOMINAL = frozenset("WSQ")
_GROUP = frozenset("AMBHN")
_PEOPLES = ("ese", "ish", "ian", "can", "ean", "eli", "aqi", "ani", "French", "Dutch", "Greek")
_COMMON = ("s", "tion", "ment", "ing", "ity", "ance", "ure", "age", "rate", "cost", "price", "work")
_VERBAL = frozenset("VMBH")
_LONGEST = 9
_FARTHEST = 45
_TIMES = frozenset({"since", "after", "before", "until", "till", "as", "like", "including", "than"})
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
    end, limit = place, min(len(phrase.tags), place + _LONGEST)
    while end < limit and (phrase.tags[end] in _NOMINAL or _joins(phrase, place, end)):
        if _is_new_number(phrase, place, end):
            break
        end += 1
    while end > place and (phrase.tags[end - 1] in "CQ" or _trails(phrase, place, end - 1)):
        end -= 1
    return Noun(place, end) if end > place else None


def _trails(phrase: Phrase, start: int, place: int) -> bool:
    """Whether a participle closes the phrase: "farmers working"."""
    word = phrase.words[place]
    plural = place > start and phrase.words[place - 1].endswith("s")
    return plural and word.endswith("ing") and word not in PLAIN


def _is_new_number(phrase: Phrase, start: int, place: int) -> bool:
    """Whether another number begins there, not one in a name ("Model 7 carts")."""
    if phrase.tags[place] != "Q" or place == start or phrase.tags[place - 1] == "Q":
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
        if outer is None or phrase.tag(outer.end - 1) == "Q":
            break
        found = Noun(outer.start, place + 1)
    return found


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
    return head(phrase, place) if tag in _NOMINAL else None


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
    if place == start:
        return tag == "V" and word.endswith(("ed", "ing")) and phrase.tag(place + 1) == "W"
    return (
        tag == "C"
        and word != "but"
        and phrase.tag(place - 1) == "W"
        and phrase.tag(place + 1) == phrase.tag(place + 2) == "W"
    )


def label(phrase: Phrase, noun: Noun) -> tuple[str | None, str | None]:
    """The words of a noun phrase without its owner, and the owner: "Ruritania's exports"."""
    start, owner = noun.start, None
    for place in range(noun.start, min(noun.end - 1, noun.start + 7)):
        if phrase.word(place) == "of":
            break
        if phrase.tags[place] == "S":
            owner = bare(phrase.text(noun.start, place + 1))
            start = place + 1
    while start < noun.end and (phrase.tags[start] in "QDAC" or _is_empty(phrase, start, noun)):
        start += 1
    if start >= noun.end:
        return None, owner
    return _plain(phrase, start, noun.end), owner


def bare(text: str) -> str:
    """A name without its possessive ending."""
    text = text.strip("'\u2019\u2018 ")
    for ending in ("'s", "\u2019s", "\u2018s"):
        text = text.removesuffix(ending)
    return text.rstrip("'\u2019\u2018")


def _is_empty(phrase: Phrase, place: int, noun: Noun) -> bool:
    return phrase.words[place] in EMPTY and place + 1 < noun.end


def article(phrase: Phrase, place: int) -> str:
    """The article to read out where one stands at `place`: "cost of the port"."""
    return "the " if phrase.word(place) in {"the", "a", "an", "this", "that"} else ""


def _plain(phrase: Phrase, start: int, end: int) -> str:
    """The words, the first in lower case where only its place made it large."""
    text, first = bare(phrase.text(start, end)), phrase.raw[start]
    opens = start == 0 or phrase.tags[start - 1] == "." or (start == 1 and phrase.tags[0] == "D")
    if not opens or not first[1:].islower() or first.endswith(_PEOPLES):
        return text
    common = first.lower().endswith(_COMMON) or (
        start + 1 < end and phrase.raw[start + 1].islower()
    )
    return text[0].lower() + text[1:] if common else text
