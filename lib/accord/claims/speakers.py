"""Who says a number, across sentences: a quotation that goes on, "the statement added"."""

from __future__ import annotations

from accord.claims import origin
from accord.claims import phrase as phrases
from accord.claims.places import Place
from accord.claims.setting import Setting
from accord.model import Codebook, Source, Span

_BACK = 3
_LOOK = 1200


class Speakers:
    """The speakers of one source; remembers what it read of each sentence."""

    def __init__(self, source: Source, spans: tuple[Span, ...], codebook: Codebook) -> None:
        self._source, self._spans = source, spans
        self._roots = origin.Roots(codebook)
        self._known: dict[int, str | None] = {}
        self._coded: dict[int, str | None] = {}
        self._inside: dict[int, bool] = {}

    def of(self, sentence: int, setting: Setting, at: Place) -> tuple[str | None, str | None, bool]:
        """The speaker, the named origin, and whether the number is reported at all."""
        said = setting.said(at)
        carried = self._before(sentence) if self._goes_on(sentence, said) else None
        speaker = (said.speaker if said else None) or carried
        root = self._roots.behind(speaker if not said or not said.carried else carried or speaker)
        if self._roots and not root:
            root = self._in_sentence(sentence)
        return speaker, root, said is not None or carried is not None

    def _goes_on(self, sentence: int, said: origin.Attribution | None) -> bool:
        if said is not None:
            return said.carried
        return self._is_inside(sentence)

    def _is_inside(self, sentence: int) -> bool:
        if sentence not in self._inside:
            start = self._spans[sentence].start
            self._inside[sentence] = _inside_quotation(self._source.text, start)
        return self._inside[sentence]

    def _in_sentence(self, sentence: int) -> str | None:
        if sentence not in self._coded:
            words = self._spans[sentence]
            near = Span(words.start, min(words.end, words.start + _LOOK)).of(self._source.text)
            self._coded[sentence] = self._roots.named(near)
        return self._coded[sentence]

    def _before(self, sentence: int) -> str | None:
        """The speaker of the nearest of the three sentences before."""
        for earlier in range(sentence - 1, max(-1, sentence - 1 - _BACK), -1):
            speaker = self._speaker(earlier)
            if speaker:
                return speaker
        return None

    def _speaker(self, sentence: int) -> str | None:
        if sentence not in self._known:
            span = self._spans[sentence]
            near = Span(span.start, min(span.end, span.start + _LOOK))
            found = origin.attributions(phrases.read(self._source, near, ()))
            self._known[sentence] = next(
                (one.speaker for one in found if one.speaker and not one.carried), None
            )
        return self._known[sentence]


def _inside_quotation(text: str, start: int) -> bool:
    """Whether a quotation that opened earlier in the paragraph is still open at `start`."""
    begin = max(text.rfind("\n", max(0, start - _LOOK), start) + 1, start - _LOOK, 0)
    before = text[begin:start]
    if "“" in before or "”" in before:
        return before.rfind("“") > before.rfind("”")
    return before.count('"') % 2 == 1
