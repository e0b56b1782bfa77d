"""How firmly a number is said: asserted, potential or denied; reported comes from the origin."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from accord.claims import denial, tables, withdrawn
from accord.claims.phrase import Phrase
from accord.claims.places import Place

_ROWS = tables.read("modality")["mark"]
_LEANS = tables.words(tables.read("modality")["leans"])
_GROUP, _FINITE = frozenset("AMBHNVT"), frozenset("MBH")
_ONLY = frozenset({"only", "just", "merely", "least", "simply", "until"})
_COMPARED, _COMPARING = frozenset({"than"}), 3  # more than analysts had expected
_DEGREES = frozenset({"more", "less", "as", "most", "least"})
_ENDS = frozenset({"since", "until", "till", "before", "by"})
_REACH, _CLAUSE = 12, 40
_AIMS, _AIMED = frozenset({"target", "forecast"}), 4
_AIMING, _BETWEEN = frozenset({"of", "at", "to"}), frozenset("WSQADB")
_ASKED = frozenset(
    {"ask", "asked", "know", "see", "clear", "wonder", "determine", "whether", "as", "even"}
)


_Table = dict[str, tuple[tuple[tuple[str, ...], str], ...]]


def _sequences(on: str) -> _Table:
    rows = [
        (tuple(words.split()), str(row["modality"]))
        for row in _ROWS
        if row["on"] == on
        for words in row["words"]
    ]
    firsts = dict.fromkeys(words[0] for words, _ in rows)
    return {first: tuple(row for row in rows if row[0][0] == first) for first in firsts}


_VERB, _NOUN, _SENTENCE = _sequences("verb"), _sequences("noun"), _sequences("sentence")
_MARKED = frozenset({*_VERB, *_NOUN, *_SENTENCE, "should"}) | withdrawn.WORDS
EXAMPLES = (
    *((str(row["example"]), str(row["modality"])) for row in _ROWS),
    *((example, "denied") for example in withdrawn.EXAMPLES),
)


class Marks(NamedTuple):
    """What makes numbers of a sentence less than asserted: its marks on verbs and on nouns.

    Each by its place, with the modalities that it gives; `conditional` where a condition is set;
    `withdrawn` are the words whose numbers are taken back.
    """

    verbs: dict[int, list[str]]
    nouns: dict[int, list[str]]
    conditional: bool
    withdrawn: tuple[range, ...]


_NO_MARKS = Marks({}, {}, conditional=False, withdrawn=())


def marks_of(phrase: Phrase) -> Marks:
    """The marks of a sentence."""
    if _MARKED.isdisjoint(phrase.words):
        return _NO_MARKS
    places = [place for place, word in enumerate(phrase.words) if word in _MARKED]
    verbs, nouns, sets = (_marked(phrase, places, table) for table in (_VERB, _NOUN, _SENTENCE))
    conditional = any(phrase.word(place - 1) not in _ASKED for place in sets)
    taken = () if withdrawn.WORDS.isdisjoint(phrase.words) else withdrawn.ranges(phrase)
    return Marks(verbs, nouns, conditional or phrase.words[0] == "should", taken)


def of(at: Place, marks: Marks, saying: Sequence[int] = ()) -> str:
    """The modality that the words around the number give it; `saying` holds verbs of saying."""
    if not any(marks):
        return "asserted"
    if at.quantity.kind != "ordinal" and any(at.low in words for words in marks.withdrawn):
        return "denied"
    if is_given(at) and at.phrase.word(at.high) not in _AIMS:
        return "asserted"
    said = _said_of(at, marks, saying) if marks.verbs else frozenset()
    if "denied" in said and not _bounds(at):
        return "denied"
    if said - {"denied"} or marks.conditional:
        return "potential"
    return "potential" if any(_is_of(at, place) for place in marks.nouns) else "asserted"


def _said_of(at: Place, marks: Marks, saying: Sequence[int]) -> frozenset[str]:
    """The modalities of the verbs over the number; a denial counts for what it reaches."""
    found: set[str] = set()
    for group in _governing(at, saying):
        given = {place: marks.verbs[place] for place in group if place in marks.verbs}
        told = {modality for many in given.values() for modality in many}
        denying = [place for place, many in given.items() if "denied" in many]
        if denying and not denial.reaches(at, group, denying[0]):
            told = told - {"denied"} if group[0] >= at.high else set()
        found |= told
    return frozenset(found)


def _is_of(at: Place, mark: int) -> bool:
    """Whether a noun that is marked stands around the number; an aim must be the number."""
    if mark not in _around(at):
        return False
    aims = at.phrase.words[mark] in _AIMS and at.phrase.tags[mark] != "V"
    return not aims or _is_aim(at, mark)


def _is_aim(at: Place, mark: int) -> bool:
    """Whether the number is the target: "a target of 40", "the 40% target"; not "40 above it"."""
    phrase = at.phrase
    if mark >= at.high:
        between = phrase.tags[at.high : mark]
        named = "D" not in between or "B" in between  # 40 is the target; 40 beat the target
        return named and len(between) <= _AIMED and _BETWEEN.issuperset(between)
    said = range(mark + 1, at.left + 1)
    if not said:
        return True
    if any(phrase.tags[place] in ".,R" for place in said):
        return False
    return any(phrase.words[place] in _AIMING or phrase.tags[place] == "B" for place in said)


def _bounds(at: Place) -> bool:
    """Whether a date says until or since when something is denied: "not before May 2010"."""
    word = at.phrase.word(at.left)
    return at.quantity.kind == "date" and (at.quantity.modifier in _ENDS or word in _ENDS)


def is_given(at: Place) -> bool:
    """Whether the number stands inside a noun phrase taken as known: "its 9 gates", "Vass, 52,"."""
    word, tag = at.phrase.word(at.left), at.phrase.tag(at.left)
    if at.quantity.kind == "age" and tag == "," == at.phrase.tag(at.high):
        return True
    if word not in denial.GIVEN and tag != "S":
        return False
    return at.quantity.kind not in ("date", "time") and at.phrase.tag(at.high) in "WV"


def _marked(phrase: Phrase, places: Sequence[int], table: _Table) -> dict[int, list[str]]:
    """At which of the places rows of `table` stand, and what they make of the sentence."""
    found: dict[int, list[str]] = {}
    for place in places:
        told = [
            modality
            for words, modality in table.get(phrase.words[place], ())
            if phrase.words[place : place + len(words)] == words
        ]
        if told and not _is_spent(phrase, place):
            found[place] = told
    return found


def _is_spent(phrase: Phrase, place: int) -> bool:
    """Whether the mark says nothing of the number: not only, than expected, more likely."""
    word = phrase.words[place]
    if word == "not":
        return phrase.word(place + 1) in _ONLY
    if word == "likely":
        return phrase.word(place - 1) in _DEGREES or phrase.word(place + 1) == "voters"
    return phrase.word(place - 1) == "as" or not _COMPARED.isdisjoint(
        phrase.words[max(0, place - _COMPARING) : place]
    )


def _governing(at: Place, saying: Sequence[int]) -> list[list[int]]:
    """The verb groups over the number: the nearest to its left, else the first to its right."""
    phrase = at.phrase
    groups: list[list[int]] = []
    verb = _back(phrase, (at.high if at.quantity.kind == "category" else at.low) - 1)
    if verb in saying and verb is not None:
        groups, verb = [_group(phrase, verb)], None
    if verb is None:
        verb = _forth(phrase, at.high)
        if verb is not None and at.quantity.kind == "date" and "," in phrase.tags[at.high : verb]:
            return groups
        return groups if verb is None else [*groups, _group(phrase, verb)]
    for _ in range(4):
        group = _group(phrase, verb)
        groups.append(group)
        leans = phrase.tag(group[0] - 1) == "C" or _is_bare(phrase, group)
        earlier = _back(phrase, group[0] - 1) if leans else None
        if earlier is None:
            break
        verb = earlier
    return groups


def _is_bare(phrase: Phrase, group: list[int]) -> bool:
    """Whether the group holds no finite verb of its own ("by cutting", "to build")."""
    if not _FINITE.isdisjoint(phrase.tags[group[0] : group[-1] + 1]):
        return False
    first = phrase.words[group[0]]
    return first == "to" or any(phrase.words[place].endswith("ing") for place in group)


def _back(phrase: Phrase, place: int) -> int | None:
    farthest = max(0, place - _CLAUSE)
    while place >= farthest and phrase.tags[place] not in ".R":
        if phrase.tags[place] in "VMBH":
            return place
        place -= 1
    return None


def _forth(phrase: Phrase, place: int) -> int | None:
    farthest = min(len(phrase.tags), place + _CLAUSE)
    while place < farthest and phrase.tags[place] not in ".R":
        if phrase.tags[place] in "VMBH":
            return place
        place += 1
    return None


def _group(phrase: Phrase, verb: int) -> list[int]:
    """The verb at `verb` with its auxiliaries, adverbs and the verbs that it hangs on."""
    low, high = verb, verb + 1
    while low and (phrase.tags[low - 1] in _GROUP or phrase.words[low - 1] in _LEANS):
        low -= 1
    if phrase.word(low - 1) in {"on", "in"} and phrase.word(low) in {"track", "course", "line"}:
        low -= 1
    while phrase.tag(high) in _GROUP:
        high += 1
    return list(range(low, high))


def _around(at: Place) -> range:
    """The words of the number's own clause that stand near it."""
    tags, low, high = at.phrase.tags, at.low, at.high
    first, last = max(0, low - _REACH), min(len(tags), high + _REACH // 2)
    while low > first and tags[low - 1] not in ".R":
        low -= 1
    while high < last and tags[high] not in ".R,V":
        high += 1
    return range(low, high)
