"""Numbers that a text takes back: "92 homes, not 86", "an earlier version said 86"."""

from __future__ import annotations

from collections.abc import Iterator

from accord.claims import tables
from accord.claims.lexicon import forms
from accord.claims.phrase import Phrase

_TABLE = tables.read("modality")["withdrawn"]
_WRONGLY, _CORRECTING, _PAPERS, _EARLIER, _AS_SAID, _IDIOMS = (
    tables.words(_TABLE[name]["words"])
    for name in ("wrongly", "correcting", "papers", "earlier", "as_said", "idioms")
)
_STATING = {form for verb in str(_TABLE["stating"]["verbs"]).split() for form in forms(verb)}
_MISSTATED = tables.words(_TABLE["misstated"]["words"])
_TOLD = _CORRECTING | _WRONGLY | _MISSTATED
_INSTEAD = {"rather": "than", "instead": "of"}
_ROUGHLY = frozenset({"about", "around", "exactly", "some", "the", "an", "estimated"})
_NO_NUMBER = frozenset({"one", "half", "100"})  # not one of them, not 100% sure
_ENDS = frozenset({"instead", "rather", "not", "but"})
_PARTING = frozenset(",.C")
_NEAR, _BEFORE, _REACH, _LONGEST = 8, 14, 3, 40
WORDS = frozenset({"not", *_INSTEAD, *_TOLD, "error", "version"})
EXAMPLES = tuple(str(row["example"]) for row in _TABLE.values())


def ranges(phrase: Phrase) -> tuple[range, ...]:
    """The words whose numbers the sentence takes back."""
    told = not _TOLD.isdisjoint(phrase.words) or _is_in_error(phrase) >= 0
    found: list[range] = []
    for place, word in enumerate(phrase.words):
        if word == "not":
            found += _contrasted(phrase, place)
        elif word in _INSTEAD and phrase.word(place + 1) == _INSTEAD[word]:
            found += _replaced(phrase, place, told=told)
        elif word == "from" and told:
            found += _former(phrase, place)
        elif word in _MISSTATED or (word in _STATING and _is_withdrawn(phrase, place, told=told)):
            found.append(range(place + 1, _end(phrase, place + 1)))
    return tuple(found)


def _contrasted(phrase: Phrase, place: int) -> Iterator[range]:
    """The number of "N, not M", "(not M)" and "not M but N"."""
    number = _number(phrase, place + 1)
    if number is None or phrase.words[number.start] in _NO_NUMBER:
        return
    if not _IDIOMS.isdisjoint(phrase.words[number.stop : number.stop + 2]):
        return
    parted = place > 0 and phrase.tag(place - 1) in _PARTING and phrase.word(place - 1) != "or"
    if parted or _is_set_right(phrase, number.stop):
        yield number


def _number(phrase: Phrase, place: int) -> range | None:
    """The number that opens at `place`, past words for about how much."""
    low = place
    while low < place + _REACH and phrase.word(low) in _ROUGHLY and phrase.tag(low) != "Q":
        low += 1
    high = low
    while phrase.tag(high) == "Q":
        high += 1
    return range(low, high) if high > low else None


def _is_set_right(phrase: Phrase, place: int) -> bool:
    """Whether "but" and another number follow in the clause."""
    for but in range(place, min(place + _NEAR, len(phrase.words))):
        if phrase.tags[but] in ".R":
            return False
        if phrase.words[but] == "but":
            return _number(phrase, but + 1) is not None
    return False


def _replaced(phrase: Phrase, place: int, *, told: bool) -> Iterator[range]:
    """The number of "rather than M as reported" and "instead of M" in a correction."""
    number = _number(phrase, place + 2)
    behind = phrase.words[number.stop : number.stop + _NEAR] if number else ()
    if number and (told or not _AS_SAID.isdisjoint(behind)):
        yield number


def _former(phrase: Phrase, place: int) -> Iterator[range]:
    """The number that a correction changes "from": "corrects the toll to N from M"."""
    number = _number(phrase, place + 1)
    before = phrase.words[max(0, place - _BEFORE) : place]
    if number and not _CORRECTING.isdisjoint(before):
        yield number


def _is_withdrawn(phrase: Phrase, verb: int, *, told: bool) -> bool:
    """Whether what the verb says was wrong, or an earlier paper's that a correction speaks of."""
    if phrase.word(verb + 1) in _WRONGLY or not _WRONGLY.isdisjoint(phrase.words[verb - 2 : verb]):
        return True
    if verb < _is_in_error(phrase) <= verb + _BEFORE:
        return True
    paper = _paper(phrase, verb)
    if paper is None:
        return False
    of_this = phrase.words[paper] == "version" and phrase.word(paper + 1) == "of"
    return told or (of_this and not _PAPERS.isdisjoint(phrase.words[paper + 2 : paper + 5]))


def _paper(phrase: Phrase, verb: int) -> int | None:
    """The earlier report, or version of one, that the verb says it of."""
    for place in range(verb - 1, max(0, verb - _BEFORE), -1):
        if phrase.tags[place] == ".":
            return None
        if phrase.words[place] in _PAPERS and phrase.words[place - 1] in _EARLIER:
            return place
    return None


def _is_in_error(phrase: Phrase) -> int:
    """Where "in error" stands; -1 where it does not."""
    place = phrase.words.index("error") if "error" in phrase.words else -1
    return place if place > 0 and phrase.words[place - 1] == "in" else -1


def _end(phrase: Phrase, place: int) -> int:
    """Where what is said ends: at a mark, at another clause, at what is set against it."""
    end = place + (phrase.word(place) == "that")
    while end < min(len(phrase.tags), place + _LONGEST):
        if phrase.tags[end] in ".,R" or phrase.words[end] in _ENDS:
            break
        end += 1
    return end
