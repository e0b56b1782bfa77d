"""Where the numbers of one sentence stand, and what holds for all of them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from accord.claims import modality, origin, places
from accord.claims import phrase as phrases
from accord.claims.modality import Marks
from accord.claims.origin import Attribution
from accord.claims.phrase import Phrase
from accord.claims.places import Place
from accord.model import Interval, Quantity, Source, Span

_PIECE, _MARGIN = 2000, 400
_NEAR = 3
_NOTHING = Interval(None, None)


@dataclass(frozen=True, slots=True, eq=False)
class Setting:
    """A sentence (or a piece of an overlong one) with its numbers, dates and speakers.

    `saying` holds the places of its verbs of saying.
    """

    sentence: Span
    phrase: Phrase
    places: tuple[Place, ...]
    dates: tuple[Place, ...]
    attributions: tuple[Attribution, ...]
    saying: tuple[int, ...]
    marks: Marks

    def near(self, at: Place) -> Sequence[Place]:
        """The dates next to a number, at most three to either side."""
        if not self.dates:
            return ()
        middle = bisect_left(self.dates, at.low, key=lambda one: one.low)
        return self.dates[max(0, middle - _NEAR) : middle + _NEAR]

    def said(self, at: Place) -> Attribution | None:
        """The attribution that covers a number."""
        for one in self.attributions:
            if one.low <= at.low < one.high:
                return one
        return None


def pieces(source: Source, sentence: Span, quantities: Sequence[Quantity]) -> list[Setting]:
    """The settings of one sentence: one, or one every 2,000 characters of an overlong one."""
    if sentence.end - sentence.start <= _PIECE:
        return [_setting(source, sentence, sentence, quantities)]
    groups: dict[int, list[Quantity]] = {}
    for quantity in quantities:
        groups.setdefault((quantity.span.start - sentence.start) // _PIECE, []).append(quantity)
    return [
        _setting(source, sentence, _window(sentence, piece), group)
        for piece, group in groups.items()
    ]


def _window(sentence: Span, piece: int) -> Span:
    start = sentence.start + piece * _PIECE
    return Span(max(sentence.start, start - _MARGIN), min(sentence.end, start + _PIECE + _MARGIN))


def _setting(source: Source, sentence: Span, span: Span, quantities: Sequence[Quantity]) -> Setting:
    numbers = [one.span for one in quantities if one.kind != "category"]
    phrase = phrases.read(source, span, numbers)
    found = tuple([places.place(phrase, quantity) for quantity in quantities])
    said = origin.attributions(phrase)
    return Setting(
        sentence,
        phrase,
        found,
        tuple([place for place in found if place.quantity.kind == "date"]),
        said,
        tuple([one.low for one in said if one.low]),
        modality.marks_of(phrase),
    )


def words(source: Source, sentence: Span, span: Span) -> Setting:
    """The setting of some words of a sentence, as if they were a number."""
    quantity = Quantity(
        span=span,
        extent=span,
        sentence=0,
        kind="category",
        value=_NOTHING,
        interval=_NOTHING,
    )
    near = Span(max(sentence.start, span.start - _PIECE), min(sentence.end, span.end + _PIECE))
    return _setting(source, sentence, near, (quantity,))
