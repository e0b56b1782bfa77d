"""The words of one sentence, tokenised once, and what each of its numbers has around it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from accord.claims.context.phrases import FAR, action_of, head_of, marks_of
from accord.claims.context.tokens import Tokens, names_of, tokens_of
from accord.model import Codebook, Context, Quantity, Source, Span

MOST_WORDS, MOST_NAMES = 40, 24
_CROSSING, _BEFORE = 0.7, -0.1
_NEAREST, _LEAST = 6, 0.0001

# How much a word weighs, by the marks and numbers crossed and by the words between; below zero, so
# that what weighs most sorts first.
_WEIGHTS = tuple(
    tuple(
        -max(_LEAST, round(_CROSSING**crossed * _NEAREST / (_NEAREST + steps), 4))
        for steps in range(FAR + 1)
    )
    for crossed in range(FAR + 1)
)


class Scenes:
    """The scenes of one source; each stretch of it is tokenised once."""

    def __init__(self, source: Source, codebook: Codebook) -> None:
        self._source, self._names = source, names_of(codebook.aliases)
        self._text = source.text.replace("_", " ")  # it sets words off as a blank does
        self._tokens: dict[tuple[int, int], Tokens] = {}

    def of(self, sentence: int, words: Span, numbers: Sequence[Quantity]) -> Scene:
        """The `words` of a sentence, ready for each of the numbers in them."""
        return Scene(self._read(words), self._before(sentence), numbers)

    def _before(self, sentence: int) -> set[str]:
        """The stems of the sentence before, where that is no heading."""
        sentences = self._source.sentences
        before = sentences[sentence - 1] if 0 < sentence <= len(sentences) else None
        if before is None or before.heading:
            return set()
        return {token.stem for token in self._read(before.span).words[-FAR:] if token.stem}

    def _read(self, words: Span) -> Tokens:
        place = (words.start, words.end)
        found = self._tokens.get(place)
        if found is None:
            found = self._tokens[place] = tokens_of(self._text, words, self._names)
        return found


class Scene:
    """The tokens of one sentence (or of a piece of an overlong one) and its numbers."""

    def __init__(self, tokens: Tokens, before: set[str], numbers: Sequence[Quantity]) -> None:
        self._words, self._starts, self._ends = tokens
        self._numbers = self._taken(numbers)
        self._crossings, self._counts, self._told = self._read_on()
        self._named = self._capitals()
        self._marked = [place for place, token in enumerate(self._words) if token.mark]
        self._again = before.intersection([stem for _, _, stem in self._told])
        self._before = [(_BEFORE, stem) for stem in before - self._again]

    def context(self, quantity: Quantity) -> Context:
        """The context of one of the numbers."""
        left = bisect_right(self._ends, quantity.extent.start)
        right = bisect_left(self._starts, quantity.span.end)
        sides = (left, right)
        head, attributive = head_of(self._words, sides, quantity)
        return Context(
            words=self._weighed(left, right),
            names=self._names(left, right, quantity.extent) if self._named else (),
            head=head,
            action=action_of(self._words, sides, head),
            marks=marks_of(self._words, sides, self._numbers, self._marked),
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

    def _read_on(self) -> tuple[list[int], list[int], list[tuple[int, int, str]]]:
        """The words that have a stem: the place of each, what is crossed before it, the stem.

        Before them: how much is crossed (marks of a clause, words of numbers), and how many of
        these words stand, before each place.
        """
        numbers, crossings, counts = self._numbers, [0], [0]
        told: list[tuple[int, int, str]] = []
        crossed = 0
        for place, token in enumerate(self._words):
            if token.parts or place in numbers:
                crossed += 1
            elif token.stem:
                told.append((place, crossed, token.stem))
            crossings.append(crossed)
            counts.append(len(told))
        return crossings, counts, told

    def _capitals(self) -> list[int]:
        """The places of proper names: words with a capital that do not open the sentence."""
        places = [place for place, token in enumerate(self._words) if token.capital and token.stem]
        if places and not any(token.word[0].isalpha() for token in self._words[: places[0]]):
            return places[1:]
        return places

    def _weighed(self, left: int, right: int) -> tuple[tuple[str, float], ...]:
        """The stems that weigh most: less with each word, mark of a clause and number between.

        Those of the sentence before have one weight, and only where they stand nowhere else.
        """
        told, counts = self._told, self._counts
        before, after = self._crossings[left], self._crossings[right]
        ranked = [
            (_WEIGHTS[before - crossed][left - place - 1], stem)
            for place, crossed, stem in told[counts[max(0, left - FAR)] : counts[left]]
        ]
        ranked += [
            (_WEIGHTS[crossed - after][place - right], stem)
            for place, crossed, stem in told[
                counts[right] : counts[min(right + FAR, len(self._words))]
            ]
        ]
        if self._again:
            missing = self._again.difference([stem for _, stem in ranked])
            ranked += [(_BEFORE, stem) for stem in missing]
        ranked += self._before
        ranked.sort()
        best: dict[str, float] = {}
        for weight, stem in ranked:
            if stem not in best:
                best[stem] = -weight
        return tuple(best.items())[:MOST_WORDS]

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
