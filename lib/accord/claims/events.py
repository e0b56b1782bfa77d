"""What a date or a time of day dates: "its opening in May", "work started in 2011"."""

from __future__ import annotations

from accord.claims import labels, leaving, nouns, places, tables
from accord.claims.lexicon import NOUN
from accord.claims.phrase import Phrase
from accord.claims.places import Measured, Place

_TABLE = tables.read("events")
_EVENTS = frozenset(NOUN.values()) | tables.words(_TABLE["named"]["words"])
_SHORT = 7
_ENDINGS = tuple(str(_TABLE["endings"]["words"]).split())
_STATES: dict[str, str] = _TABLE["states"]
_WHOLE, _INTRANSITIVE, _LIGHT, _HAPPEN = (
    tables.words(_TABLE[name]["words"]) for name in ("whole", "intransitive", "light", "happen")
)


def of(at: Place) -> Measured:
    """The event that the date at `at` dates, or nothing where it cannot be told."""
    return _attributive(at) or _named(at) or _state(at) or _since(at) or _deed(at) or Measured()


def _attributive(at: Place) -> Measured | None:
    """As "the 2011 treaty", "a May 4 interview"."""
    phrase = at.phrase
    if at.quantity.kind != "date" or phrase.tag(at.left) not in "DS" or phrase.tag(at.high) != "W":
        return None
    noun = nouns.right(phrase, at.high)
    if noun is None or phrase.word(at.left) in {"this", "that", "each", "every"}:
        return None
    return places.named(at, noun)


def _since(at: Place) -> Measured | None:
    """As "a plan dating back to 2011"."""
    phrase, verb = at.phrase, at.left
    while phrase.word(verb) in {"to", "from", "back", "at", "least", "late", "early", "mid"}:
        verb -= 1
    if verb == at.left or phrase.word(verb) not in {"dating", "dates", "dated"}:
        return None
    return places.named(at, nouns.subject(phrase, verb), "start of {}")


def _named(at: Place) -> Measured | None:
    """A noun of an event right before the date: "its opening in May"."""
    phrase = at.phrase
    if phrase.tag(at.left) != "P":
        return None
    noun = nouns.head(phrase, at.left - 1)
    if noun is None or phrase.tag(_opening(phrase, noun.start)) == "V":
        return None
    last = phrase.word(noun.end - 1)
    if not (last in _EVENTS or _is_deed(last) or _of_event(phrase, noun)):
        return None
    measure, owner = labels.label(phrase, noun)
    return Measured(measure, owner) if measure else None


def _is_deed(word: str) -> bool:
    """Whether the ending tells a deed, in a word longer than "station"."""
    return len(word) > _SHORT and word.endswith(_ENDINGS)


def _opening(phrase: Phrase, place: int) -> int:
    """The word before the articles that open a noun phrase."""
    place -= 1
    while phrase.tag(place) in "DQ":
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
    measure, owner = labels.label(phrase, noun) if noun else (None, None)
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
    if verb is None or lemma is None:
        return None
    if lemma in _HAPPEN or lemma in _LIGHT:
        return _eventful(phrase, verb, lemma)
    if lemma not in NOUN or (lemma == "leave" and not leaving.is_departure(phrase, verb)):
        return None
    passive = phrase.tag(verb - 1) == "B" or (
        phrase.tag(verb - 2) == "B" and phrase.tag(verb - 1) == "A"
    )
    doer = nouns.subject(phrase, verb)
    done = None if passive else _object(phrase, verb + 1)
    thing = done or (doer if passive or lemma in _INTRANSITIVE else None)
    name, owner = labels.label(phrase, thing) if thing else (None, None)
    who = labels.label(phrase, doer)[0] if doer and thing is not doer else owner
    name = None if name in _WHOLE else name
    article = labels.article(phrase, thing.start - 1) if thing and not owner else ""
    return Measured(f"{NOUN[lemma]} of {article}{name}" if name else NOUN[lemma], who)


def _eventful(phrase: Phrase, verb: int, lemma: str) -> Measured | None:
    """The noun that holds the event: "the break happened", "carried out a raid"."""
    doer = nouns.subject(phrase, verb)
    who, owner = labels.label(phrase, doer) if doer else (None, None)
    if lemma in _HAPPEN:
        return Measured(who, owner) if who and who not in _WHOLE else None
    out = phrase.word(verb + 1) == "out"
    if phrase.tag(verb - 1) == "B" or (lemma == "carry" and not out):
        return None
    done = _object(phrase, verb + 1 + out)
    name, owner = labels.label(phrase, done) if done else (None, None)
    return Measured(name, owner or who) if name and name not in _WHOLE else None


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
