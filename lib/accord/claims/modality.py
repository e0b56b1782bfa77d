"""How firmly a number is said: asserted, potential or denied; reported comes from the origin."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from accord.claims import tables
from accord.claims.phrase import Phrase
from accord.claims.places import Place

_ROWS = tables.read("modality")["mark"]
_LEANS = tables.words(tables.read("modality")["leans"])
_GROUP = frozenset("AMBHNVT")
_GIVEN = frozenset({"the", "its", "their", "his", "her", "this", "that", "these", "those", "our"})
_ONLY = frozenset({"only", "just", "merely", "least", "simply", "until"})
_COMPARED, _COMPARING = frozenset({"than"}), 3  # more than analysts had expected
_DEGREES = frozenset({"more", "less", "as", "most", "least"})
_ENDS = frozenset({"since", "until", "till", "before", "by"})
_REACH, _CLAUSE = 12, 40
_ASKED = frozenset(
    {"ask", "asked", "know", "see", "clear", "wonder", "determine", "whether", "as", "even"}
)


def _sequences(on: str) -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    rows = [
        (tuple(words.split()), str(row["modality"]))
        for row in _ROWS
        if row["on"] == on
        for words in row["words"]
    ]
    firsts = dict.fromkeys(words[0] for words, _ in rows)
    return {first: tuple(row for row in rows if row[0][0] == first) for first in firsts}


_VERB, _NOUN, _SENTENCE = _sequences("verb"), _sequences("noun"), _sequences("sentence")
_MARKED = frozenset({*_VERB, *_NOUN})
EXAMPLES = tuple((str(row["example"]), str(row["modality"])) for row in _ROWS)


def of(at: Place, *, conditional: bool, saying: Sequence[int] = ()) -> str:
    """The modality that the words around the number give it; `saying` holds verbs of saying."""
    if is_given(at) or not (conditional or is_marked(at.phrase)):
        return "asserted"
    verbs = _marks(at.phrase, _governing(at, saying), _VERB)
    if "denied" in verbs and not _bounds(at):
        return "denied"
    if {*verbs} - {"denied"} or conditional or _marks(at.phrase, _around(at), _NOUN):
        return "potential"
    return "asserted"


def _bounds(at: Place) -> bool:
    """Whether a date says until or since when something is denied: "not before May 2010"."""
    word = at.phrase.word(at.left)
    return at.quantity.kind == "date" and (at.quantity.modifier in _ENDS or word in _ENDS)


@lru_cache(maxsize=8)
def is_marked(phrase: Phrase) -> bool:
    """Whether any word of the sentence could make a number less than asserted."""
    return not (_MARKED).isdisjoint(phrase.words)


def is_given(at: Place) -> bool:
    """Whether the number stands inside a noun phrase taken as known: "its 9 gates"."""
    word, tag = at.phrase.word(at.left), at.phrase.tag(at.left)
    if word not in _GIVEN and tag != "S":
        return False
    return at.quantity.kind not in ("date", "time") and at.phrase.tag(at.high) in "WV"


def _marks(
    phrase: Phrase,
    places: list[int],
    table: dict[str, tuple[tuple[tuple[str, ...], str], ...]],
) -> list[str]:
    return [
        modality
        for place in places
        for words, modality in table.get(phrase.words[place], ())
        if phrase.words[place : place + len(words)] == words and not _is_spent(phrase, place)
    ]


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


def _governing(at: Place, saying: Sequence[int]) -> list[int]:
    """The verb group over the number: the nearest to its left, else the first to its right."""
    phrase = at.phrase
    places: list[int] = []
    verb = _back(phrase, (at.high if at.quantity.kind == "category" else at.low) - 1)
    if verb in saying and verb is not None:
        places, verb = _group(phrase, verb), None
    if verb is None:
        verb = _forth(phrase, at.high)
        if verb is not None and at.quantity.kind == "date" and "," in phrase.tags[at.high : verb]:
            return places
        return places if verb is None else places + _group(phrase, verb)
    for _ in range(4):
        group = _group(phrase, verb)
        places += group
        leans = phrase.tag(group[0] - 1) == "C" or _is_bare(phrase, group)
        earlier = _back(phrase, group[0] - 1) if leans else None
        if earlier is None:
            break
        verb = earlier
    return places


def _is_bare(phrase: Phrase, group: list[int]) -> bool:
    """Whether the group holds no finite verb of its own ("by cutting", "to build")."""
    if any(phrase.tags[place] in "MBH" for place in group):
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


def is_conditional(phrase: Phrase) -> bool:
    """Whether the sentence sets a condition."""
    if phrase.word(0) == "should":
        return True
    if _SENTENCE.keys().isdisjoint(phrase.words):
        return False
    for place, word in enumerate(phrase.words):
        if (
            word in _SENTENCE
            and phrase.word(place - 1) not in _ASKED
            and _marks(phrase, [place], _SENTENCE)
        ):
            return True
    return False


def _around(at: Place) -> list[int]:
    """The words of the number's own clause that stand near it."""
    phrase, low, high = at.phrase, at.low - 1, at.high
    while low >= max(0, at.low - _REACH) and phrase.tags[low] not in ".R":
        low -= 1
    while high < min(len(phrase.tags), at.high + _REACH // 2) and phrase.tags[high] not in ".R,V":
        high += 1
    return list(range(low + 1, high))
