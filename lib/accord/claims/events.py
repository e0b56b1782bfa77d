"""What a date or a time of day dates: "its opening in May", "work started in 2011"."""

from __future__ import annotations

from accord.claims import nouns
from accord.claims.lexicon import NOUN
from accord.claims.phrase import Phrase
from accord.claims.places import Measured, Place

_EVENTS = frozenset(NOUN.values()) | {
    "start",
    "opening",
    "launch",
    "election",
    "elections",
    "summit",
    "war",
}
_STATES = {"operational": "start of operation", "active": "start of activity", "open": "opening"}
_INTRANSITIVE = frozenset(
    {
        "begin",
        "start",
        "open",
        "close",
        "end",
        "finish",
        "collapse",
        "die",
        "resume",
        "expire",
        "launch",
        "arrive",
        "occur",
        "explode",
        "erupt",
        "crash",
        "sink",
    }
)


def of(at: Place) -> Measured:
    """The event that the date at `at` dates, or nothing where it cannot be told."""
    return _named(at) or _state(at) or _deed(at) or Measured()


def _named(at: Place) -> Measured | None:
    """A noun of an event right before the date: "its opening in May"."""
    phrase = at.phrase
    if phrase.tag(at.left) != "P":
        return None
    noun = nouns.head(phrase, at.left - 1)
    if noun is None or phrase.tag(_opening(phrase, noun.start)) == "V":
        return None
    if phrase.word(noun.end - 1) not in _EVENTS and not _of_event(phrase, noun):
        return None
    measure, owner = nouns.label(phrase, noun)
    return Measured(measure, owner) if measure else None


def _opening(phrase: Phrase, place: int) -> int:
    """The word before the articles that open a noun phrase."""
    place -= 1
    while phrase.tag(place) == "D":
        place -= 1
    return place


def _of_event(phrase: Phrase, noun: nouns.Noun) -> bool:
    return any(
        phrase.words[place] == "of" and phrase.word(place - 1) in _EVENTS
        for place in range(noun.start, noun.end)
    )


def _state(at: Place) -> Measured | None:
    """As "operational since 2011"."""
    phrase = at.phrase
    word = phrase.word(at.left - 1)
    if phrase.word(at.left) not in {"since", "from", "by"} or word not in _STATES:
        return None
    verb = at.left - 2
    noun = (
        nouns.subject(phrase, verb + 1) if phrase.tag(verb) == "B" else _following(phrase, at.high)
    )
    measure, owner = nouns.label(phrase, noun) if noun else (None, None)
    return Measured(_STATES[word], measure or owner)


def _following(phrase: Phrase, place: int) -> nouns.Noun | None:
    """The subject after the comma that closes an opening phrase."""
    while place < len(phrase.tags) and phrase.tags[place] not in ".,":
        place += 1
    return nouns.right(phrase, place + 1) if phrase.tag(place) == "," else None


def _deed(at: Place) -> Measured | None:
    """The verb of the date's clause as a noun, with what it was done to."""
    phrase = at.phrase
    verb = _verb(phrase, at)
    lemma = phrase.lemma(verb) if verb is not None else None
    if verb is None or lemma not in NOUN:
        return None
    passive = phrase.tag(verb - 1) == "B" or (
        phrase.tag(verb - 2) == "B" and phrase.tag(verb - 1) == "A"
    )
    doer = nouns.subject(phrase, verb)
    done = None if passive else _object(phrase, verb + 1)
    thing = done or (doer if passive or lemma in _INTRANSITIVE else None)
    name, owner = nouns.label(phrase, thing) if thing else (None, None)
    who = nouns.label(phrase, doer)[0] if doer and thing is not doer else owner
    article = nouns.article(phrase, thing.start - 1) if thing and not owner else ""
    return Measured(f"{NOUN[lemma]} of {article}{name}" if name else NOUN[lemma], who)


def _object(phrase: Phrase, place: int) -> nouns.Noun | None:
    """What the verb is done to, its number left out: "four of its 9 gates" gives "berths"."""
    while phrase.tag(place) in "DQ" or (
        phrase.word(place) in {"of", "worth"} and phrase.tag(place - 1) in "QP"
    ):
        place += 1
    return nouns.right(phrase, place)


def _verb(phrase: Phrase, at: Place) -> int | None:
    """The verb to the left in the date's clause, else the first one of the main clause after it."""
    for place in range(at.left, -1, -1):
        if phrase.tags[place] in ".R":
            break
        if phrase.tags[place] == "V":
            return place
    else:
        for place in range(at.high, min(len(phrase.tags), at.high + 25)):
            if phrase.tags[place] in ".R":
                return None
            if phrase.tags[place] == "V":
                return place
    return None
