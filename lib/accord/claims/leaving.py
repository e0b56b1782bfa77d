"""Whether "leave" tells a departure: "left Arden in May", and not "left its rate on hold"."""

from __future__ import annotations

from accord.claims import nouns, tables
from accord.claims.phrase import Phrase

_TABLE = tables.read("events")["left"]
_STATES, _STAYING = tables.words(_TABLE["words"]), tables.words(_TABLE["on"])


def is_departure(phrase: Phrase, verb: int) -> bool:
    """Whether the "leave" at `verb` goes from a place, and leaves nothing in a state."""
    adverb = phrase.tag(verb - 1) == "A"
    if phrase.tag(verb - 1 - adverb) == "B" and not phrase.words[verb].endswith("ing"):
        return False
    found = nouns.whole(phrase, verb + 1)
    end = found.end if found else verb + 1
    if _STATES.intersection(phrase.words[end - 1 : end + 1]):
        return False
    return not (phrase.word(end) == "on" and phrase.word(end + 1) in _STAYING)
