"""Where a number stands in its sentence, and what stands right around it."""

from __future__ import annotations

from typing import NamedTuple

from accord.claims import labels, nouns, tables
from accord.claims.lexicon import CHANGE, forms
from accord.claims.nouns import Noun
from accord.claims.phrase import Phrase
from accord.model import Quantity

_BEFORE_NUMBER = frozenset("A")
MULTIPLIED = frozenset({form for verb in ("double", "triple", "quadruple") for form in forms(verb)})
_ASIDE = 10
_CLAUSE_ENDS, _VERBAL = frozenset(".R"), frozenset(".RVBHQ")
_ROUGHLY = frozenset({"over", "under", "around", "about", "near", "estimated"})
_PARTITIVE = {"least": "at", "most": "at", "to": "up", "than": "more", "as": "as"}
_EITHER_WAY = ("plus", "or", "minus")
_HEDGES = _ROUGHLY.union(_PARTITIVE)
VAGUE = tables.words(tables.read("measure")["vague"]["words"])
DIRECTIONS = tables.words(tables.read("measure")["directions"]["words"])


class Place(NamedTuple):
    """Where a number stands: words [low, high); `left` is the word that its modifiers follow."""

    phrase: Phrase
    low: int
    high: int
    left: int
    quantity: Quantity


class Measured(NamedTuple):
    """A measure, its owner and the complements that stand beside it, as word ranges.

    `at` is the number that it was found for, where another goes on from it.
    """

    measure: str | None = None
    subject: str | None = None
    tails: tuple[tuple[int, int], ...] = ()
    at: Place | None = None

    @property
    def kind(self) -> str:
        """The kind of the number that it was found for."""
        return self.at.quantity.kind if self.at else ""


def place(phrase: Phrase, quantity: Quantity) -> Place:
    """Where the number stands among the words of its sentence."""
    last = len(phrase.words)
    start, end = quantity.span.start, quantity.span.end
    low = min(phrase.index(start), max(0, last - 1))
    high = min(phrase.index(max(start, end - 1)) + 1, last)
    return Place(
        phrase, low, _past_parenthesis(phrase, high), _before_modifiers(phrase, low - 1), quantity
    )


def _past_parenthesis(phrase: Phrase, at: int) -> int:
    """The word after "(5 miles)", where the number is said again at once."""
    if phrase.word(at) != "(":
        return at
    for end in range(at + 1, min(at + _ASIDE, len(phrase.words))):
        if phrase.words[end] == ")":
            return end + 1 if "Q" in phrase.tags[at:end] else at
    return at


def _before_modifiers(phrase: Phrase, at: int) -> int:
    """The word to the left of "up to", "more than", "about" and their like."""
    while at >= 0:
        word = phrase.words[at]
        if phrase.words[max(0, at - 2) : at + 1] == _EITHER_WAY:
            at -= 3
            continue
        if word not in _HEDGES and phrase.tags[at] not in "AD":
            break
        if _PARTITIVE.get(word) == phrase.word(at - 1) or (
            word == "than" and phrase.tag(at - 1) == "A"
        ):
            at -= 2
        elif _is_rough(phrase, at):
            at -= 1
        else:
            break
    return at


def _is_rough(phrase: Phrase, at: int) -> bool:
    """Whether the word says how exact the number is: "about", "an estimated"."""
    if phrase.words[at] in _ROUGHLY or phrase.tags[at] in _BEFORE_NUMBER:
        return True
    return phrase.tags[at] == "D" and phrase.word(at + 1) == "estimated"


def named(at: Place, noun: Noun | None, form: str = "{}") -> Measured | None:
    """The noun phrase as a measure worded by `form`; None where there is none."""
    if noun is None:
        return None
    measure, owner = labels.label(at.phrase, noun)
    if measure is None or not _reads_well(measure):
        return None
    opens = at.left if noun.start == at.high else noun.start - 1
    article = "" if owner or form == "{}" else labels.article(at.phrase, opens)
    return Measured(form.format(article + measure), owner, noun.tails)


def verb(at: Place) -> int | None:
    """The nearest verb to the left in the number's own clause."""
    tags = at.phrase.tags
    for place in range(at.left, max(-1, at.left - 25), -1):
        tag = tags[place]
        if tag not in _VERBAL:
            continue
        if tag in _CLAUSE_ENDS:
            return None
        if tag in "VB" or (tag == "H" and at.phrase.words[place].startswith("ha")):
            return place
        if tag == "Q" and at.phrase.words[place] in MULTIPLIED:
            return place
    return None


def _reads_well(measure: str) -> bool:
    """Whether some word of it says more than a dash, "vs" or "total" does."""
    for word in measure.casefold().split():
        if len(word) > 1 and word[0].isalpha() and word not in VAGUE:
            return True
    return False


def changing(at: Place) -> bool:
    """Whether the number's verb says that something rose or fell."""
    found = verb(at)
    return found is not None and at.phrase.lemma(found) in CHANGE


def tails(phrase: Phrase, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """The complements between a noun and the preposition before the number."""
    return ((start, end),) if phrase.tag(start) in "PT" and end > start + 1 else ()


def reference(phrase: Phrase, start: int) -> int:
    """Where "north of Arden" ends."""
    while phrase.tag(start) in "PTA" or phrase.word(start) in DIRECTIONS:
        start += 1
    return end(phrase, start)


def end(phrase: Phrase, start: int) -> int:
    """Where the noun phrase that opens at `start` ends."""
    noun = nouns.whole(phrase, start)
    return noun.end if noun else start
