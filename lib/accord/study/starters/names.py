"""Names that may stand for one thing: candidates for a person, never merged by a machine.

Two kinds of evidence: one name is short for the other ("Wool Board" and "Board", "WB"); or two
names that never meet in a sentence stand among like words (distributional similarity, Harris 1954).
The second ranks true pairs high and false ones right after them, so all are only suggestions.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from accord.claims.context.tokens import Tokens, tokens_of
from accord.model import Source, Span

MOST = 8  # candidates of each kind that a person will look at
_CONSIDERED = 150  # names, the most frequent
_REACH = 8  # words to either side
_ALIKE = 0.1
_JOINING = frozenset({"of", "the", "de", "del", "la", "for"})
_SMALL = frozenset(
    {"the", "a", "an", "this", "that", "these", "those", "its", "his", "her", "their"}
)


@dataclass(slots=True)
class Name:
    """One name: how often and where it stands, the first place, and the words around it."""

    name: str
    count: int = 0
    files: set[str] = field(default_factory=set[str])
    sentences: set[tuple[str, int]] = field(default_factory=set[tuple[str, int]])
    first: tuple[str, Span] = ("", Span(0, 0))
    around: Counter[str] = field(default_factory=Counter[str])


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two names that may be one thing, and why: `alike` from 0 to 1, or one short for the other."""

    name: Name
    other: Name
    alike: float
    short: bool

    @property
    def why(self) -> str:
        """The evidence in words."""
        kind = "one is short for the other" if self.short else "they never meet in a sentence"
        return f"{kind}; {self.alike:.0%} alike in the words around them"


def pairs(sources: Iterable[Source]) -> tuple[Pair, ...]:
    """The likeliest pairs of names, those that are short for one another first."""
    found = _frequent(sources)
    weights = _weights(found)
    made = (_pair(a, b, weights) for a, b in combinations(found, 2))
    likely = [pair for pair in made if pair]
    likely.sort(key=lambda pair: (-pair.alike, pair.name.name, pair.other.name))
    short = [pair for pair in likely if pair.short][:MOST]
    return (*short, *[pair for pair in likely if not pair.short][:MOST])


def _pair(a: Name, b: Name, weights: Mapping[str, dict[str, float]]) -> Pair | None:
    short = _is_short(a.name, b.name) or _is_short(b.name, a.name)
    alike = round(_cosine(weights[a.name], weights[b.name]), 4)
    if not short and (alike < _ALIKE or a.sentences & b.sentences or len(a.files | b.files) < 2):
        return None
    longer, shorter = sorted((a, b), key=lambda one: (-len(one.name), one.name))
    return Pair(name=longer, other=shorter, alike=alike, short=short)


def _is_short(short: str, name: str) -> bool:
    """Whether `short` is the initials of the name, or its first or last words in other case."""
    words, part = name.casefold().split(), short.casefold().split()
    initials = "".join(word[0] for word in words if word not in _JOINING)
    if len(words) > 2 and short.replace(".", "").casefold() == initials:
        return True
    if short != name and words == part:
        return True
    return 0 < len(part) < len(words) and part in (words[: len(part)], words[-len(part) :])


def _frequent(sources: Iterable[Source]) -> list[Name]:
    """Names that stand twice or more in all texts, the most frequent first."""
    found: dict[str, Name] = {}
    for source in sources:
        for number, sentence in enumerate(source.sentences):
            tokens = tokens_of(source.text, sentence.span, {})
            for start, end in _runs(source.text, tokens):
                span = Span(tokens.starts[start], tokens.ends[end - 1])
                one = found.setdefault(_plain(span.of(source.text)).replace(".", ""), Name(""))
                _count(one, source, span, (number, tokens, start, end))
    named = [one for one in found.values() if one.count > 1]
    return sorted(named, key=lambda one: (-one.count, one.name))[:_CONSIDERED]


def _count(one: Name, source: Source, span: Span, place: tuple[int, Tokens, int, int]) -> None:
    number, tokens, start, end = place
    if not one.count:
        one.name, one.first = _plain(span.of(source.text)), (source.file, span)
    one.count += 1
    one.files.add(source.file)
    one.sentences.add((source.file, number))
    near = (*tokens.words[max(0, start - _REACH) : start], *tokens.words[end : end + _REACH])
    one.around.update(token.stem for token in near if token.stem)


def _runs(text: str, tokens: Tokens) -> Iterator[tuple[int, int]]:
    """Where names stand: words with a capital beside each other; not one that opens a sentence."""
    start = 0
    while start < len(tokens.words):
        end = start
        while end < len(tokens.words) and _goes_on(text, tokens, start, end):
            end += 1
        while end > start and tokens.words[end - 1].word in _JOINING:
            end -= 1
        first = start + (end > start and tokens.words[start].word.casefold() in _SMALL)
        if first < end and not (first == 0 and end == 1) and _is_name(tokens, first, end):
            yield first, end
        start = max(end, start + 1)


def _goes_on(text: str, tokens: Tokens, start: int, place: int) -> bool:
    token = tokens.words[place]
    if place > start and not _touches(text, tokens, place):
        return False
    return token.capital or (place > start and token.word in _JOINING)


def _touches(text: str, tokens: Tokens, place: int) -> bool:
    """Whether only a blank parts a word from the one before, and that one is no owner."""
    before, between = tokens.ends[place - 1], text[tokens.ends[place - 1] : tokens.starts[place]]
    return between in {" ", "\n"} and text[before - 2 : before] not in {"'s", "\u2019s"}


def _is_name(tokens: Tokens, start: int, end: int) -> bool:
    """A name has a word that carries a meaning: no month, no weekday, no pronoun alone."""
    return any(token.capital and token.stem for token in tokens.words[start:end])


def _plain(name: str) -> str:
    return " ".join(name.replace("\u2019", "'").removesuffix("'s").split())


def _weights(names: Sequence[Name]) -> dict[str, dict[str, float]]:
    """The words around each name, a word's weight falling with the names that it stands beside."""
    beside = Counter(stem for one in names for stem in one.around)
    return {
        one.name: {
            stem: count * math.log(1 + len(names) / beside[stem])
            for stem, count in one.around.items()
        }
        for one in names
    }


def _cosine(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    shared = sum(a[stem] * b[stem] for stem in sorted(a.keys() & b.keys()))
    norms = math.hypot(*a.values()) * math.hypot(*b.values())
    return shared / norms if norms else 0.0
