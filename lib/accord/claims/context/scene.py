"""The words of one sentence, tokenised once, and what each of its numbers has around it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from accord.claims.context.phrases import action_of, head_of, marks_of
from accord.claims.context.tokens import Tokens, names_of, tokens_of
from accord.model import Codebook, Context, Quantity, Source, Span

MOST_WORDS, MOST_NAMES = 40, 24
FAR = 80  # tokens to either side: no sentence costs a square
_CLAUSE = frozenset(',;:()\u2013\u2014-"\u201c\u201d')
_CROSSING, _BEFORE = 0.7, 0.1
_NEAREST = 6
_CROSSED = "\n"  # in the place of a stem: a mark of a clause, or another number

# How much a word weighs, by the marks and numbers crossed and by the words between.
_WEIGHTS = tuple(
    tuple(round(_CROSSING**crossed * _NEAREST / (_NEAREST + steps), 4) for steps in range(FAR + 1))
    for crossed in range(FAR + 1)
)


class Scenes:
    """The scenes of one source; each stretch of it is tokenised once."""

    def __init__(self, source: Source, codebook: Codebook) -> None:
        self._source, self._names = source, names_of(codebook.aliases)
        self._tokens: dict[Span, Tokens] = {}

    def of(self, sentence: int, words: Span, numbers: Sequence[Quantity]) -> Scene:
        """The `words` of a sentence, ready for each of the numbers in them."""
        return Scene(self._read(words), self._before(sentence), numbers)

    def _before(self, sentence: int) -> dict[str, float]:
        """The words of the sentence before, where that is no heading."""
        sentences = self._source.sentences
        before = sentences[sentence - 1] if 0 < sentence <= len(sentences) else None
        if before is None or before.heading:
            return {}
        stems = [token.stem for token in self._read(before.span).words[-FAR:]]
        return dict.fromkeys(filter(None, stems), _BEFORE)

    def _read(self, words: Span) -> Tokens:
        found = self._tokens.get(words)
        if found is None:
            found = self._tokens[words] = tokens_of(self._source.text, words, self._names)
        return found


class Scene:
    """The tokens of one sentence (or of a piece of an overlong one) and its numbers."""

    def __init__(
        self, tokens: Tokens, before: dict[str, float], numbers: Sequence[Quantity]
    ) -> None:
        self._words, self._starts, self._ends = tokens
        self._before = before
        self._numbers = self._taken(numbers)
        self._stems = self._crossed()
        self._named = self._capitals()

    def context(self, quantity: Quantity) -> Context:
        """The context of one of the numbers."""
        left = bisect_right(self._ends, quantity.extent.start)
        right = bisect_left(self._starts, quantity.span.end)
        sides = (left, right)
        head, attributive = head_of(self._words, sides, quantity)
        return Context(
            words=self._weighed(left, right),
            names=self._names(left, right, quantity.extent),
            head=head,
            action=action_of(self._words, sides, head),
            marks=marks_of(self._words, sides, self._numbers),
            attributive=attributive,
        )

    def _taken(self, numbers: Sequence[Quantity]) -> frozenset[int]:
        """The tokens that belong to a number; ordinals are words like others here."""
        found: list[int] = []
        for number in numbers:
            if number.kind != "ordinal":
                low = bisect_left(self._starts, number.span.start)
                found.extend(range(low, bisect_left(self._starts, number.span.end, lo=low)))
        return frozenset(found)

    def _crossed(self) -> list[str]:
        stems = [_CROSSED if token.word in _CLAUSE else token.stem for token in self._words]
        for place in self._numbers:
            stems[place] = _CROSSED
        return stems

    def _capitals(self) -> list[int]:
        """The places of proper names: words with a capital that do not open the sentence."""
        places = [place for place, token in enumerate(self._words) if token.capital and token.stem]
        if places and not any(token.word[0].isalpha() for token in self._words[: places[0]]):
            return places[1:]
        return places

    def _weighed(self, left: int, right: int) -> tuple[tuple[str, float], ...]:
        """The stems that weigh most: less with each word, mark of a clause and number between."""
        found, stems = self._before.copy(), self._stems
        for side in (stems[max(0, left - FAR) : left][::-1], stems[right : right + FAR]):
            crossed, weights = 0, _WEIGHTS[0]
            for steps, stem in enumerate(side):
                if stem is _CROSSED:
                    crossed += 1
                    weights = _WEIGHTS[crossed]
                elif stem and weights[steps] > found.get(stem, -1.0):
                    found[stem] = weights[steps]
        rank = sorted([(-weight, stem) for stem, weight in found.items()])
        return tuple([(stem, -weight) for weight, stem in rank[:MOST_WORDS]])

    def _names(self, left: int, right: int, extent: Span) -> tuple[str, ...]:
        """The proper names of the sentence, nearest first."""
        near = [
            (
                min(abs(self._starts[i] - extent.end), abs(extent.start - self._ends[i])),
                self._words[i].stem,
            )
            for i in self._named
            if left - FAR <= i < right + FAR
        ]
        return tuple(dict.fromkeys([name for _, name in sorted(near)]))[:MOST_NAMES]
