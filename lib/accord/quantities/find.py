"""From a source's text to its reading."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from typing import Any

from accord.model import Interval, Quantity, Reading, Sentence, SetAside, Source, Span
from accord.model.opened import opened
from accord.parameters import Parameters
from accord.quantities import anchor, bounds, directions, foreign
from accord.quantities.draft import Aside, Draft
from accord.quantities.line import Line, fold, lines
from accord.quantities.links import link
from accord.quantities.reader import WAKING, Reader

_UNBOUNDED = frozenset(("date", "ordinal", "time"))
_OpenQuantity, _OpenInterval, _OpenSpan = opened(Quantity), opened(Interval), opened(Span)


def find(source: Source, parameters: Parameters) -> Reading:
    """Every number of `source` in text order: what it says, or why it says nothing."""
    text = fold(source.text)
    reader = Reader(text, anchor.of(source))
    spoken = foreign.of(source, text)
    quantities: list[Quantity] = []
    aside: list[SetAside] = []
    spans = [sentence.span for sentence in sentences(source)]
    for written in lines(text, spans, frozenset() if spoken else WAKING):
        line, doubts = spoken.read(written) if spoken else (written, [])
        numbers = reader.read(line)
        if not numbers:
            continue
        found = link(line, _bounded(line, numbers))
        if spoken:
            foreign.finish(text, line, found, doubts)
        for made in found:
            if isinstance(made, Draft):
                quantities.append(_quantity(line, made, found, parameters))
            else:
                aside.append(_aside(source, line, made))
    return Reading(quantities=tuple(quantities), set_aside=tuple(aside))


def sentences(source: Source) -> tuple[Sentence, ...]:
    """The sentences of `source`; the whole text is one where none were cut."""
    if source.sentences or not source.text:
        return source.sentences
    return (Sentence(span=Span(0, len(source.text))),)


def _bounded(line: Line, found: list[Draft | Aside]) -> list[Draft | Aside]:
    for made in found:
        if isinstance(made, Draft) and made.kind not in _UNBOUNDED:
            bounds.find(line, made)
            made.direction = made.direction or directions.direction(line, made)
    return found


def _span(line: Line, draft: Draft) -> Span:
    return _between(line.start(draft.i), line.ends[draft.j - 1])


def _between(start: int, end: int) -> Span:
    made: Any = _OpenSpan()
    made.start, made.end = start, end
    made.__class__ = Span
    made.__post_init__()
    span: Span = made
    return span


def _value(draft: Draft) -> Interval:
    made: Any = _OpenInterval()
    made.low, made.high = draft.low, draft.high
    made.low_closed = made.high_closed = True
    made.__class__ = Interval
    made.__post_init__()
    value: Interval = made
    return value


def _aside(source: Source, line: Line, made: Aside) -> SetAside:
    start, end = line.start(made.i), line.ends[made.j - 1]
    return SetAside(
        source=source.file, start=start, end=end, text=source.text[start:end], reason=made.reason
    )


def _quantity(line: Line, draft: Draft, found: list[Draft | Aside], given: Parameters) -> Quantity:
    made: Any = _OpenQuantity()
    made.span = span = _span(line, draft)
    alone = draft.xi == draft.i and draft.xj == draft.j
    made.extent = span if alone else _extent(line, draft, span)
    made.sentence = line.index
    made.kind = draft.kind
    made.value = value = draft.days or _value(draft)
    made.interval = _allowed(draft, value, given)
    made.unit = draft.unit
    made.unit_text = draft.unit_text
    made.noun = draft.noun
    made.modifier = draft.modifier
    made.direction = draft.direction
    made.resolution = _digit(draft.resolution, given.rounding)
    made.restates = draft.restates and _told(line, draft.restates, found)
    made.part_of = draft.part_of and _told(line, draft.part_of, found)
    made.series = draft.series and _told(line, draft.series, found)
    made.rule = draft.rule
    made.doubts = tuple(draft.doubts)
    made.__class__ = Quantity
    made.__post_init__()
    quantity: Quantity = made
    return quantity


def _extent(line: Line, draft: Draft, span: Span) -> Span:
    return _between(min(line.start(draft.xi), span.start), max(line.ends[draft.xj - 1], span.end))


def _told(line: Line, other: Draft, found: list[Draft | Aside]) -> Span | None:
    """Where the number `other` stands; None where it became part of a range."""
    return _span(line, other) if other in found else None


def _digit(resolution: Decimal, rounding: float) -> Decimal:
    """The last written digit, of which half is allowed to either side; or as much as is asked."""
    return resolution if rounding == 0.5 else resolution * 2 * _decimal(rounding)


@lru_cache(maxsize=16)
def _decimal(share: float) -> Decimal:
    """A parameter as it is written."""
    return Decimal(str(share))


def _allowed(draft: Draft, value: Interval, given: Parameters) -> Interval:
    if draft.modifier == "exact" and draft.form != "vague":
        return value
    if draft.days is None and draft.form == "vague" and given.vague == "floor":
        return Interval(draft.low, None)
    if draft.days is None:
        return bounds.interval(draft, value, _decimal(given.about))
    if draft.modifier == "by" and draft.kind == "date":
        return Interval(None, value.high)
    return value
