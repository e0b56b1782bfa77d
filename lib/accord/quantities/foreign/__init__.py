"""Numbers as other languages write them, put into the words and marks that the rules know."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import compress

from accord.model import Source
from accord.quantities.draft import Aside, Draft
from accord.quantities.foreign import marks, numerals, spans, tokens, vocabulary
from accord.quantities.line import Line

__all__ = ["Foreign", "finish", "is_known", "of"]
LONGER = "a scale word that is larger in its language than in English"
Doubt = tuple[int, int, str]  # where in the text a number stands, and what is doubtful in it


@dataclass(frozen=True, slots=True)
class Foreign:
    """The words of the language of one text, and the marks that this text writes numbers with."""

    words: vocabulary.Vocabulary
    marks: marks.Marks

    def read(self, line: Line) -> tuple[Line, list[Doubt]]:
        """`line` with its numbers in English, every place unchanged, and the doubts about them."""
        given = tokens.of(line, self.words.elided)
        foreign = tokens.foreign(given)
        made: list[tokens.Token] = []
        own = compress(given, foreign)
        doubts = [(t.start, t.end, LONGER) for t in own if t.low in self.words.longer]
        k = 0
        while k < len(given):
            k = self._step(given, k, made, doubts) if foreign[k] else _keep(given, k, made)
        for k in range(len(made)):
            spans.change(self.words, made, k)
        if self.words.capitals:
            tokens.uncapitalise(made)
        return tokens.line(line, made), doubts

    def _step(
        self, given: list[tokens.Token], k: int, made: list[tokens.Token], doubts: list[Doubt]
    ) -> int:
        time = spans.time(self.words, given, k)
        if time is not None:
            made.extend(time)
            return k + 1
        half = numerals.half_at(self.words, given, k)
        if half and len(made) > 1 and made[-2].word[:1].isdecimal():
            made.extend(tokens.spoken(given[k : k + half], ("and", "a", "half")))
            return k + half
        if numerals.is_day(self.words, given, k):
            made.append(tokens.merged(given[k : k + 2], given[k].word))
            return k + 2
        if given[k].word[:1].isdecimal():
            word, end, doubted = marks.digits(given, k, self.marks)
            if doubted:
                doubts.append((given[k].start, given[end - 1].end, doubted))
            if word != given[k].word:
                made.append(tokens.merged(given[k:end], word))
                return end
        number = numerals.read(self.words, given, k)
        if number is not None and not numerals.is_part(self.words, given, k, number.end):
            made.extend(number.tokens)
            return number.end
        return numerals.phrase(self.words, given, k, made)


def _keep(given: list[tokens.Token], k: int, made: list[tokens.Token]) -> int:
    made.append(given[k])
    return k + 1


def is_known(code: str | None) -> bool:
    """Whether there are words to read the numbers of that language with, English aside."""
    return vocabulary.main(code) in vocabulary.KNOWN


def of(source: Source, text: str) -> Foreign | None:
    """How the numbers of `source` are written, or None where the rules read them as they stand."""
    code = vocabulary.main(source.language)
    if code not in vocabulary.KNOWN:
        return None
    words = vocabulary.load(code)
    return Foreign(words, marks.of(text, words, vocabulary.place(source.language)))


def finish(text: str, line: Line, found: list[Draft | Aside], doubts: list[Doubt]) -> None:
    """Give each reading its unit and noun as `text` has them, and the doubts about its digits."""
    for made in found:
        if isinstance(made, Draft):
            made.unit_text = made.unit_text and tokens.written(text, line, made.unit_text, made.i)
            made.noun = made.noun and tokens.written(text, line, made.noun, made.i)
            start, end = line.start(made.i), line.ends[made.j - 1]
            near = [told for i, j, told in doubts if start <= i and j <= end]
            made.doubts.extend(d for d in near if not (made.scaled and d == marks.DECIMAL))
