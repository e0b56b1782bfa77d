"""A number that is the whole of another ("one of five panels"), or is left out of one."""

from __future__ import annotations

from accord.claims import tables
from accord.claims.nouns import Noun
from accord.claims.phrase import Phrase
from accord.claims.places import Place

_SOME = tables.words(tables.read("measure")["some"]["words"])
_FAILING = tables.words(tables.read("measure")["failing"]["words"])
_INSIDE, _FARTHEST = frozenset("DSWQA"), 6
_VERBAL, _ENDS = frozenset("VMBH"), frozenset(".R,C")
_ALL = frozenset({"all", "everyone", "everybody", "everything"})
_EXCEPT = frozenset({("except", "for"), ("apart", "from"), ("aside", "from"), ("other", "than")})


def is_left_out(at: Place) -> bool:
    """Whether the number counts those that are not meant: "all but four guards were killed"."""
    before, word = at.phrase.word(at.left - 1), at.phrase.word(at.left)
    if word == "but":
        return before in _ALL
    return word in {"except", "excepting"} or (before, word) in _EXCEPT


def is_undone(phrase: Phrase, verb: int) -> bool:
    """Whether it did not come to what the verb says: "failed to free four guards"."""
    return phrase.word(verb - 1) == "to" and phrase.word(verb - 2) in _FAILING


def is_said_of_another(at: Place, noun: Noun, verb: int) -> bool:
    """Whether the verb behind a whole and its part is said of the other one.

    In "one of five mills was sold" it is of the one, but in "one of 12 guards killed was old" and
    "who were killed" of the 12: a participle beside another verb belongs to the whole.
    """
    phrase = at.phrase
    if verb < noun.end:
        return False
    if phrase.word(at.high) == "of":
        return verb == noun.end and phrase.lemma(verb) != "die" and _is_beside(phrase, verb)
    if phrase.word(noun.end) == "who" or not _is_whole(at):
        return False
    return verb > noun.end or phrase.lemma(verb) == "die" or not _is_beside(phrase, verb)


def _is_beside(phrase: Phrase, verb: int) -> bool:
    """Whether another verb stands in the clause of the one at `verb`."""
    low, high = verb - 1, verb + 1
    while low >= 0 and phrase.tags[low] not in _ENDS:
        low -= 1
    while high < len(phrase.tags) and phrase.tags[high] not in _ENDS:
        high += 1
    beside = phrase.tags[low + 1 : verb] + phrase.tags[verb + 1 : high]
    return not _VERBAL.isdisjoint(beside)


def _is_whole(at: Place) -> bool:
    """Whether some of what the number counts are told before it: one of, most of the, 3 out of."""
    phrase, link = at.phrase, at.left
    if phrase.word(link) == "in":
        return phrase.tag(link - 1) == "Q"
    while phrase.tag(link) in _INSIDE and at.left - link < _FARTHEST:
        link -= 1
    if phrase.word(link) != "of":
        return False
    part = link - 1
    if phrase.word(part) == "out":
        part -= 1
        while phrase.tag(part) == "W" and link - part < _FARTHEST:
            part -= 1
    return phrase.tag(part) == "Q" or phrase.word(part) in _SOME
