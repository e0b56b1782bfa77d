"""A label and its number without a verb: "fatigue (4%)", "Price inflation: 4%", "wool levy 4%;"."""

from __future__ import annotations

from accord.claims import nouns, places, tables
from accord.claims.lexicon import NOUN
from accord.claims.nouns import Noun
from accord.claims.phrase import Phrase
from accord.claims.places import Measured, Place

_KINDS = frozenset({"percent", "money"})
_AMOUNTS = tables.words(tables.read("measure")["amounts"]["words"])
_DEEDS = frozenset(NOUN.values())
_AFTER = frozenset(",.")
_OPENING = frozenset({"(", "[", '"', "\u201c", "\u201d"})
_ENDINGS = (
    "tion", "sion", "ment", "ing", "ity", "ance", "ence", "ure", "age", "ache", "ness", "out",
)  # fmt: skip


def of(at: Place) -> Measured | None:
    """What stands right before the number, its bracket or its colon, at the head of its part."""
    phrase, place = at.phrase, at.left
    if at.quantity.kind not in _KINDS:
        return None
    word = phrase.word(place)
    if word == "(":
        noun = nouns.left(phrase, place - 1)
        listed = noun is not None and phrase.tag(noun.start - 1) in "BC,."
        return places.named(at, noun) if listed and _is_common(phrase, noun) else None
    if word != ":" and (phrase.tag(place) != "W" or phrase.tag(at.high) not in _AFTER):
        return None
    noun = _with_deed(phrase, nouns.left(phrase, place - (word == ":")))
    return places.named(at, noun) if noun and _opens(phrase, noun) else None


def _with_deed(phrase: Phrase, noun: Noun | None) -> Noun | None:
    """The phrase with the noun before it that could be a verb as well: "deposit rate 4%"."""
    if noun and phrase.tag(noun.start - 1) == "V" and phrase.word(noun.start - 1) in _DEEDS:
        return Noun(noun.start - 1, noun.end)
    return noun


def _opens(phrase: Phrase, noun: Noun) -> bool:
    """Whether a common noun opens the sentence or a part of it between semicolons."""
    before = noun.start - 1
    before -= phrase.tag(before) == "D"
    heads = phrase.tag(before) == "." and phrase.word(before) not in _OPENING
    return heads and _is_common(phrase, noun)


def _is_common(phrase: Phrase, noun: Noun | None) -> bool:
    """Whether the phrase is no name and holds no number: "wool levy", "Turnout", "RYE EXPORTS".

    Nor a verb that no table knows, which ends in "s" behind a noun.
    """
    if noun is None or "Q" in phrase.tags[noun.start : noun.end]:
        return False
    last, several = phrase.raw[noun.end - 1], noun.end - noun.start > 1
    if last.islower():
        return not (several and last.endswith("s") and not phrase.word(noun.end - 2).endswith("s"))
    if several:
        return all(word.isupper() for word in phrase.raw[noun.start : noun.end])
    return last.casefold() in _AMOUNTS or last.casefold().endswith(_ENDINGS)
