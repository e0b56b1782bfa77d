"""Which words hold a sentence together: closed classes, and the verbs of news with their forms."""

from __future__ import annotations

from collections.abc import Iterable

from accord.claims import tables

_TABLE = tables.read("lexicon")
_VOWELS = frozenset("aeiou")


def _irregular() -> dict[str, tuple[str, ...]]:
    rows = " | ".join(str(_TABLE["verbs"]["irregular"]["forms"]).splitlines()).split("|")
    return {words[0]: tuple(words[1:]) for words in map(str.split, rows) if words}


def _third(lemma: str) -> str:
    if lemma.endswith(("s", "sh", "ch", "x", "z", "o")):
        return f"{lemma}es"
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        return f"{lemma[:-1]}ies"
    return f"{lemma}s"


def _past(lemma: str) -> str:
    if lemma.endswith("e"):
        return f"{lemma}d"
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        return f"{lemma[:-1]}ied"
    return f"{lemma}ed"


def _progressive(lemma: str, pasts: tuple[str, ...]) -> str:
    if lemma.endswith("ie"):
        return f"{lemma[:-2]}ying"
    if lemma.endswith("e") and not lemma.endswith("ee"):
        return f"{lemma[:-1]}ing"
    doubled = any(past.startswith(lemma + lemma[-1]) for past in pasts)
    short = len(lemma) == 3 and lemma[1] in _VOWELS and lemma[2] not in _VOWELS | set("wyx")
    doubled = doubled or lemma in _DOUBLING
    return f"{lemma}{lemma[-1] if doubled or short else ''}ing"


def forms(lemma: str) -> tuple[str, ...]:
    """The lemma, its third person, its past forms and its -ing form."""
    pasts = _IRREGULAR.get(lemma) or (_past(lemma),)
    return (lemma, _third(lemma), *pasts, _progressive(lemma, pasts))


def _lemmas(words: Iterable[str]) -> dict[str, str]:
    return {form: lemma for lemma in words for form in forms(lemma)}


_IRREGULAR = _irregular()
_DOUBLING = tables.words(_TABLE["verbs"]["doubling"])
_VERBS = _TABLE["verbs"]
NOUN: dict[str, str] = dict(_VERBS["noun"])
LEVEL = tables.words(_VERBS["level"])
CHANGE = tables.words(_VERBS["change"])
LEMMA = _lemmas(
    dict.fromkeys((*str(_VERBS["other"]["words"]).split(), *sorted(LEVEL | CHANGE), *NOUN))
)
EMPTY = tables.words(_TABLE["empty"]["words"])
PLAIN = tables.words(_TABLE["nouns"]["plain"])
PLURAL = tables.words(_TABLE["nouns"]["plural"])
TAG: dict[str, str] = {
    **dict.fromkeys(LEMMA, "V"),
    **{
        word: tag
        for tag, row in _TABLE["class"].items()
        for word in sorted(tables.words(row["words"]))
    },
    **dict.fromkeys(sorted(PLAIN), "W"),
}
PARTICIPLES = {lemma: forms(lemma)[-2] for lemma in sorted(LEMMA.values())}
EXAMPLES: dict[str, str] = {tag: str(row["example"]) for tag, row in _TABLE["class"].items()}
