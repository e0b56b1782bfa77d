"""A number that is the whole of another ("one of five panels"), or is left out of one."""

from __future__ import annotations

from accord.claims import tables
from accord.claims.nouns import Noun
from accord.claims.places import Place

_SOME = tables.words(tables.read("measure")["some"]["words"])
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


def is_of_the_part(at: Place, noun: Noun, verb: int) -> bool:
    """Whether the verb behind a whole says what became of its part: "one of five mills was sold".

    "who were killed" and a participle beside another verb ("one of 12 guards killed was old") are
    said of the whole.
    """
    phrase = at.phrase
    if verb < noun.end or phrase.word(noun.end) == "who" or not _is_whole(at):
        return False
    if verb > noun.end or phrase.lemma(verb) == "die":
        return True
    low, high = at.left, verb + 1
    while low >= 0 and phrase.tags[low] not in _ENDS:
        low -= 1
    while high < len(phrase.tags) and phrase.tags[high] not in _ENDS:
        high += 1
    beside = phrase.tags[low + 1 : verb] + phrase.tags[verb + 1 : high]
    return _VERBAL.isdisjoint(beside)


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
