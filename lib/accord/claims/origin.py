"""Who stands behind a number: the speaker, and the named origin that other texts may share."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from accord import units
from accord.claims import labels, nouns, tables
from accord.claims.lexicon import forms
from accord.claims.nouns import Noun
from accord.claims.phrase import Phrase
from accord.model import Codebook, Root

_TABLE = tables.read("origin")
_NOUNLIKE = tables.words(_TABLE["nounlike"]["words"])
_FIRM = {form for verb in str(_TABLE["firm"]["verbs"]).split() for form in forms(verb)} - _NOUNLIKE
_LOOSE = {form for verb in str(_TABLE["loose"]["verbs"]).split() for form in forms(verb)}
_Sequences = dict[str, tuple[tuple[str, ...], ...]]


def _by_first(name: str) -> _Sequences:
    rows = [tuple(str(words).split()) for words in _TABLE[name]["words"]]
    return {row[0]: tuple(one for one in rows if one[0] == row[0]) for row in rows}


_ACCORDING, _IMPERSONAL = _by_first("according"), _by_first("impersonal")
_TRIGGERS = frozenset(_FIRM | _LOOSE | _NOUNLIKE | {*_ACCORDING, *_IMPERSONAL})
_PRONOUNS = frozenset({"he", "she", "it", "they"})
_GENERIC = tables.words(_TABLE["generic"]["words"]) | _PRONOUNS | {"it", "we", "i", "you"}
_ARTICLES = frozenset({"the", "a", "an", "this", "its", "his", "her", "their", "some", "many"})
_DOCUMENTS = tables.words(_TABLE["documents"]["words"])
_SPEAKERS = _DOCUMENTS | _GENERIC | tables.words(_TABLE["speakers"]["words"])
_PERSONAL = ("er", "or", "ist", "ian", "man", "men", "woman", "women", "ese", "ant", "ee", "eer")
_THINGS = tables.words(_TABLE["things"]["words"])
_ADVERBS, _VERBAL = 5, frozenset("VMB")
_QUOTES = frozenset('\u201c\u201d"\u00ab\u00bb:,\u2018')
_FOLD = str.maketrans({"\u2019": "'", "\u2018": "'"})


def _measures() -> frozenset[str]:
    """Words that only tell how much: units, currencies and their codes and signs, scales."""
    money, sizes = units.load_currencies(), units.load_units()
    words = (*money.symbols, *money.names, *money.minor, *sizes.names, *sizes.symbols)
    folded = (word.casefold().rstrip("$") for word in words)
    return frozenset((*folded, *str(_TABLE["scales"]["words"]).split()))


_MEASURES = _measures()


class Attribution(NamedTuple):
    """A speaker and the words [low, high) that are theirs; `carried` where only pointed at."""

    low: int
    high: int
    speaker: str | None = None
    carried: bool = False


def attributions(phrase: Phrase) -> tuple[Attribution, ...]:
    """All that the sentence ascribes to somebody, the firmest first."""
    if _TRIGGERS.isdisjoint(phrase.words):
        return ()
    found: list[Attribution] = []
    for place, word in enumerate(phrase.words):
        if word not in _TRIGGERS:
            continue
        if phrase.tags[place] == "V" or word in _NOUNLIKE:
            if _speaks(phrase, place):
                said = _said(phrase, place)
                found += [said] if said else []
        elif _opened(phrase, place, _ACCORDING):
            found.append(_according(phrase, place))
        if _opened(phrase, place, _IMPERSONAL):
            found.append(Attribution(0, len(phrase.words)))
    return tuple(sorted(found, key=lambda one: one.speaker is None))


def _opened(phrase: Phrase, place: int, table: _Sequences) -> int:
    """How many words of a row of `table` open at `place`."""
    for words in table.get(phrase.words[place], ()):
        if phrase.words[place : place + len(words)] == words:
            return len(words)
    return 0


def _speaks(phrase: Phrase, place: int) -> bool:
    word, after = phrase.words[place], phrase.word(place + 1)
    if word in _FIRM:
        if phrase.tag(place - 1) == "D" or phrase.word(place - 1) == "worth":
            return False
        return not (phrase.tag(place - 1) == "B" and after != "that" and not word.endswith("ing"))
    if word in _NOUNLIKE or word in _LOOSE:
        if phrase.tag(place - 1) in "DSB":
            return False
        return (
            after == "that"
            or after in _QUOTES - {","}
            or (after == "out" and phrase.word(place + 2) == "that")
        )
    return False


def _said(phrase: Phrase, place: int) -> Attribution | None:
    """What stands after the verb, or before it where the verb closes the sentence.

    None where what says it is no person, office or paper, and no "that" follows.
    """
    behind = not _VERBAL.isdisjoint(phrase.tags[place + 1 :])
    inverted = phrase.tag(place - 1) in ".,"
    behind_it = nouns.whole(phrase, place + 1) if inverted else None
    if behind_it and phrase.tag(behind_it.end) in "VMBH":
        behind_it = None
    noun = behind_it or nouns.subject(phrase, place)
    low, high = (place, len(phrase.words)) if behind or not place else (0, len(phrase.words))
    pronoun = _pronoun(phrase, place)
    if pronoun or noun is None:
        return Attribution(low, high, None, carried=pronoun in _PRONOUNS)
    if not _can_speak(phrase, noun):
        return Attribution(low, high) if phrase.word(place + 1) == "that" else None
    return Attribution(
        low, high, _name(phrase, noun), carried=phrase.word(noun.end - 1) in _DOCUMENTS
    )


def _pronoun(phrase: Phrase, place: int) -> str:
    """The pronoun that says it, with nothing but adverbs and auxiliaries between."""
    before = place - 1
    while phrase.tag(before) in "AHM" and place - before < _ADVERBS:
        before -= 1
    return phrase.word(before) if phrase.tag(before) == "I" else ""


def _can_speak(phrase: Phrase, noun: Noun) -> bool:
    """Whether a noun phrase names somebody, or a paper that speaks for somebody."""
    words = phrase.words[noun.start : noun.end]
    if "Q" in phrase.tags[noun.start : noun.end] and _MEASURES.issuperset(
        word for word in words if word[0].isalpha()
    ):
        return False
    if not _SPEAKERS.isdisjoint(words):
        return True
    last = next((word for word in words if word in ("of", "in", "for")), "")
    head = words[words.index(last) - 1] if last and words[0] != last else words[-1]
    if head in _THINGS:
        return False
    if head.removesuffix("s").endswith(_PERSONAL):
        return True
    opens = noun.start == 0 or phrase.tags[noun.start - 1] == "."
    named = range(noun.start + 1 if opens and len(words) > 1 else noun.start, noun.end)
    return any(phrase.raw[place][0].isupper() for place in named)


def _according(phrase: Phrase, place: int) -> Attribution:
    start = _opened(phrase, place, _ACCORDING)
    noun = _joined(phrase, nouns.whole(phrase, place + start))
    if noun and phrase.word(noun.end) in {"by", "from"}:
        noun = nouns.whole(phrase, noun.end + 1) or noun
    speaker = _name(phrase, noun) if noun else None
    return Attribution(0, len(phrase.words), speaker)


def _joined(phrase: Phrase, noun: Noun | None) -> Noun | None:
    """A name that "and" goes on: "the Ministry of Trade and Tourism"."""
    if noun and phrase.tag(noun.end) == "C":
        more = nouns.right(phrase, noun.end + 1)
        names = more and all(phrase.raw[place][0].isupper() for place in (noun.end - 1, more.start))
        return Noun(noun.start, more.end) if more and names else noun
    return noun


def _name(phrase: Phrase, noun: Noun) -> str:
    start = noun.start - 1 if phrase.tag(noun.start - 1) == "D" else noun.start
    while start < noun.end - 1 and phrase.tags[start] == "Q":
        start += 1
    return labels.bare(phrase.text(start, noun.end))


class Roots:
    """The named origins that a codebook knows by their words."""

    def __init__(self, codebook: Codebook) -> None:
        self._roots, self._pattern = codebook.roots, _pattern(codebook.roots)

    def __bool__(self) -> bool:
        """Whether any origin is known."""
        return self._pattern is not None

    def behind(self, speaker: str | None) -> str | None:
        """The origin behind a speaker: the codebook's name for it, else its own proper name."""
        return None if not speaker else self.named(speaker) or _proper(speaker)

    def named(self, words: str) -> str | None:
        """The root that `words` name first, or None."""
        if self._pattern is None:
            return None
        match = self._pattern.search(words.translate(_FOLD))
        if match is None or match.lastgroup is None:
            return None
        return self._roots[int(match.lastgroup[1:])].label


@lru_cache(maxsize=8)
def _pattern(roots: tuple[Root, ...]) -> re.Pattern[str] | None:
    rows = [
        f"(?P<r{place}>{alternatives(root.words)})"
        for place, root in enumerate(roots)
        if root.words
    ]
    return re.compile(rf"(?<!\w)(?:{'|'.join(rows)})(?!\w)", re.IGNORECASE) if rows else None


def alternatives(words: tuple[str, ...]) -> str:
    """A pattern for any of `words`, the longest first."""
    return "|".join(map(spelled, sorted(words, key=lambda word: (-len(word), word))))


def spelled(words: str) -> str:
    """A pattern for words of a codebook: any blanks, either apostrophe."""
    return r"\s+".join(re.escape(word) for word in words.translate(_FOLD).split())


def _proper(speaker: str) -> str | None:
    """The speaker without its article, where it is a name and not "Officials" or "He"."""
    words = speaker.split()
    if len(words) > 1 and words[0].casefold() in _ARTICLES:
        words = words[1:]
    named = [word for word in words if word[0].isupper() and word.casefold() not in _GENERIC]
    return " ".join(words).replace("\u2019", "'") if named else None
