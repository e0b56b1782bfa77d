"""A noun phrase as a label: its words without articles, numbers and its owner."""

from __future__ import annotations

from accord.claims.lexicon import EMPTY
from accord.claims.nouns import Noun
from accord.claims.phrase import Phrase

_PEOPLES = ("ese", "ish", "ian", "can", "ean", "eli", "aqi", "ani", "French", "Dutch", "Greek")
_COMMON = ("s", "tion", "ment", "ing", "ity", "ance", "ure", "age", "rate", "cost", "price", "work")


def label(phrase: Phrase, noun: Noun) -> tuple[str | None, str | None]:
    """The words of a noun phrase without its owner, and the owner: "Ruritania's exports"."""
    start, owner = noun.start, None
    for place in range(noun.start, min(noun.end - 1, noun.start + 7)):
        if phrase.words[place] == "of":
            break
        if phrase.tags[place] == "S":
            owner = bare(phrase.text(noun.start, place + 1))
            start = place + 1
    while start < noun.end and (phrase.tags[start] in "QDAC" or _is_empty(phrase, start, noun)):
        start += 1
    if start >= noun.end:
        return None, owner
    return _plain(phrase, start, noun.end), owner


def bare(text: str) -> str:
    """A name without its possessive ending."""
    text = text.strip("'\u2019\u2018 ")
    for ending in ("'s", "\u2019s", "\u2018s"):
        text = text.removesuffix(ending)
    return text.rstrip("'\u2019\u2018")


def _is_empty(phrase: Phrase, place: int, noun: Noun) -> bool:
    return phrase.words[place] in EMPTY and place + 1 < noun.end


def article(phrase: Phrase, place: int) -> str:
    """The article to read out where one stands at `place`: "cost of the port"."""
    return "the " if phrase.word(place) in {"the", "a", "an", "this", "that"} else ""


def _plain(phrase: Phrase, start: int, end: int) -> str:
    """The words, the first in lower case where only its place made it large."""
    text, first = bare(phrase.text(start, end)), phrase.raw[start]
    opens = start == 0 or phrase.tags[start - 1] == "." or (start == 1 and phrase.tags[0] == "D")
    if not opens or not first[1:].islower() or first.endswith(_PEOPLES):
        return text
    common = first.lower().endswith(_COMMON) or (
        start + 1 < end and phrase.raw[start + 1].islower()
    )
    return text[0].lower() + text[1:] if common else text
