"""The area that was burned or flooded: "scorched 4 hectares", "a burnt area of 4 hectares"."""

from __future__ import annotations

from accord.claims import nouns, tables
from accord.claims.lexicon import forms
from accord.claims.phrase import Phrase
from accord.claims.places import Measured, Place

_TABLE = tables.read("measure")
_HARM = {
    form: name
    for name, verbs in _TABLE["harm"].items()
    for verb in str(verbs).split()
    for form in forms(verb)
}
_EATING = frozenset(form for verb in str(_TABLE["eating"]["words"]).split() for form in forms(verb))
_FIRES = tables.words(_TABLE["eating"]["fires"])
_WAYS, _SUMS = frozenset({"through", "across", "over", "into"}), frozenset({"area", "total"})
_GROUP, _FARTHEST = frozenset("AHBM"), 6


def of(at: Place) -> Measured | None:
    """The area that the verb before or behind the number harms, or None."""
    harm = _before(at.phrase, at.left) or _behind(at)
    return Measured(f"area {harm}") if harm else None


def worded(found: Measured | None) -> Measured | None:
    """A "burnt area" and an "area burnt" as what a verb would make them: an area burned."""
    words = (found.measure or "").casefold().split() if found else []
    if found is None or len(words) != 2 or "area" not in words:
        return found
    harm = next((_HARM[word] for word in words if word in _HARM), None)
    return found._replace(measure=f"area {harm}") if harm else found


def _before(phrase: Phrase, place: int) -> str | None:
    """As "burned through 4 hectares", "scorched an area of 4 hectares", "a burnt area of"."""
    if phrase.word(place) == "of" and phrase.word(place - 1) in _SUMS:
        last, place = place, place - 2
        while phrase.tag(place) in "DAW" and last - place < _FARTHEST:
            if phrase.words[place] in _HARM:
                break
            place -= 1
    return _harm(phrase, place - (phrase.word(place) in _WAYS))


def _behind(at: Place) -> str | None:
    """As "4 hectares of pine have been burned"."""
    phrase, place = at.phrase, at.high
    noun = nouns.right(phrase, place + 1) if phrase.word(place) == "of" else None
    place = noun.end if noun else place
    while phrase.tag(place) in _GROUP:
        place += 1
    return _harm(phrase, place) if phrase.word(place).endswith(("ed", "nt")) else None


def _harm(phrase: Phrase, place: int) -> str | None:
    word = phrase.word(place)
    fire = word in _EATING and not _FIRES.isdisjoint(phrase.words)
    return "burned" if fire else _HARM.get(word)
