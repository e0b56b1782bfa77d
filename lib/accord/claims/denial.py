"""What a denial reaches: "did not sell 40 carts", and not "did not claim on its $4 million"."""

from __future__ import annotations

from collections.abc import Sequence

from accord.claims import nouns
from accord.claims.lexicon import PLAIN
from accord.claims.places import Place

GIVEN = frozenset({"the", "its", "their", "his", "her", "this", "that", "these", "those", "our"})
_DENYING = frozenset({"denies", "denied", "deny", "denying", "rejected", "refuted", "refutes"})
_LEVELS = frozenset({"to", "by", "at", "of"})
_WHOSE, _SINCE = frozenset({"of", "for"}), frozenset({"ago", "later", "earlier", "after", "before"})
_PARTING, _VERBAL, _THINGS = frozenset("PT,.R"), frozenset("VMBH"), frozenset("WSQDAC")
_REST = frozenset({"other", "remaining", "same", "last", "next", "full"})


def reaches(at: Place, group: Sequence[int], mark: int) -> bool:
    """Whether the verb group, denied by the word at `mark`, denies the number and not beside it.

    What stands behind a preposition or between commas, or before the verb, is taken as known; but
    "4 carts did not leave" denies what it counts.
    """
    if at.quantity.kind == "category":
        return True
    if group[0] >= at.high:
        return _opens(at) if at.quantity.kind == "date" else _is_subject(at, group[0])
    between = range(group[-1] + 1, at.left + 1)
    if at.phrase.words[mark] in _DENYING:
        return _is_charge(at, between)
    return _dates(at, between) if at.quantity.kind == "date" else _is_object(at, between)


def _opens(at: Place) -> bool:
    """Whether a date opens the clause: "In 2011 the mill did not open"."""
    phrase = at.phrase
    return phrase.tag(at.left) == "P" and phrase.tag(at.left - 1) in ".,R"


def _is_charge(at: Place, between: range) -> bool:
    """Whether the number is of what is denied ("taking 4 coins"), not of what it happened in."""
    tags, words = at.phrase.tags, at.phrase.words
    another = any(tags[n] == "C" and "V" in tags[n : between.stop] for n in between)
    return not another and not any(tags[n] in _PARTING and words[n] != "of" for n in between)


def _is_subject(at: Place, verb: int) -> bool:
    """Whether the number counts what the verb is said of, with nothing but its noun between."""
    phrase = at.phrase
    if at.quantity.kind != "count" or phrase.tag(at.left) in "PT":
        return False
    between = range(at.high, verb)
    return all(phrase.tags[n] in _THINGS or phrase.words[n] == "of" for n in between)


def _dates(at: Place, between: range) -> bool:
    """Whether the date says when the denied deed would have been: "did not open in 2011"."""
    phrase = at.phrase
    if any(phrase.tags[place] == "," for place in between) or phrase.tag(at.high) == "W":
        return False
    return not between or (phrase.tag(at.left) == "P" and phrase.word(at.left) not in _WHOSE)


def _is_object(at: Place, between: range) -> bool:
    """Whether the number is the verb's object, or the level that it did not come to."""
    phrase = at.phrase
    if at.quantity.kind == "age" or phrase.word(at.high) in _SINCE:
        return False
    if len(between) == 1 and phrase.word(at.left) in _LEVELS:
        return True
    if any(phrase.tags[n] not in _THINGS or phrase.words[n] == "but" for n in between):
        return False
    if any(_is_known(at, n) for n in between):
        return False
    return not (phrase.tag(at.left) == "C" and _opens_clause(at))


def _is_known(at: Place, place: int) -> bool:
    """Whether the word makes the number known: "the other 40", "its coins totalling 40"."""
    phrase = at.phrase
    word = phrase.words[place]
    if word not in GIVEN:
        return word.endswith("ing") and word not in PLAIN
    counting = phrase.tag(at.high) in "WV"
    inside = range(place + 1, at.left + 1)
    return counting or not any(
        phrase.tags[n] in "WS" and phrase.words[n] not in _REST for n in inside
    )


def _opens_clause(at: Place) -> bool:
    """Whether the number is the subject of another verb: "... and 4 carts left"."""
    noun = nouns.right(at.phrase, at.high)
    return at.phrase.tag(noun.end if noun else at.high) in _VERBAL
