"""From quantities to claims, sentence by sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from accord.claims import (
    categories,
    derived,
    events,
    intervals,
    measure,
    modality,
    naming,
    period,
    places,
    scope,
)
from accord.claims import setting as settings
from accord.claims.categories import Coded
from accord.claims.context import Scene, Scenes
from accord.claims.naming import Named
from accord.claims.places import Measured, Place
from accord.claims.setting import Setting
from accord.claims.speakers import Speakers
from accord.model import Claim, Codebook, Context, Quantity, Reading, Source, Span, Statement


def state(source: Source, reading: Reading, codebook: Codebook) -> Statement:
    """One claim a quantity, what those imply, and the codebook's categories, in text order."""
    spans = tuple(sentence.span for sentence in source.sentences) or (Span(0, len(source.text)),)
    coded = tuple(categories.code(source, spans, codebook))
    wanted = {one.sentence for one in reading.quantities} | {one.sentence for one in coded}
    names = naming.sentences(source, spans, wanted)
    speakers, scenes = Speakers(source, spans, codebook), Scenes(source, codebook)
    room = _Room(source, spans, names, speakers, scenes)
    claims = [*_numbers(room, reading), *(_category(room, one) for one in coded)]
    claims.sort(key=lambda claim: (claim.span.start, claim.span.end, claim.id))
    return Statement(claims=tuple(claims), set_aside=reading.set_aside)


@dataclass(frozen=True, slots=True, eq=False)
class _Room:
    """What every step needs to know of one source."""

    source: Source
    spans: tuple[Span, ...]
    names: dict[int, Named]
    speakers: Speakers
    scenes: Scenes


class _Number(NamedTuple):
    """A number, and what is known of it before it is a claim."""

    at: Place
    context: Context
    measured: Measured
    period: str | None


def _numbers(room: _Room, reading: Reading) -> Iterator[Claim]:
    """The claims of all numbers: a step at a time over the whole text, as processors like it."""
    read = _settings(room, reading)
    scenes = [_scene(room, setting) for setting in read]
    contexts = [
        [scene.context(at.quantity) for at in setting.places]
        for setting, scene in zip(read, scenes, strict=True)
    ]
    measured = [_measures(setting) for setting in read]
    for setting, around, found in zip(read, contexts, measured, strict=True):
        numbers = map(_Number, setting.places, around, *found)
        stated = [_claim(room, setting, number) for number in numbers]
        yield from _all_of(room.source, setting, stated)


def _settings(room: _Room, reading: Reading) -> list[Setting]:
    grouped: dict[int, list[Quantity]] = {}
    for quantity in reading.quantities:
        grouped.setdefault(quantity.sentence, []).append(quantity)
    return [
        setting
        for sentence, quantities in grouped.items()
        for setting in settings.pieces(room.source, room.spans[sentence], quantities)
    ]


def _measures(setting: Setting) -> tuple[list[Measured], list[str | None]]:
    """What each number of a sentence measures, and its period."""
    periods = [_period(setting, at) for at in setting.places]
    dating = {span for when, span in periods if when and len(when) == 4}
    before, measured = Measured(), list[Measured]()
    for at in setting.places:
        found = _measured(at, before, dating)
        point = at.quantity.kind not in ("date", "time") and not intervals.is_one(found)
        if point and found.measure:
            before = found._replace(at=at)
        measured.append(found)
    return measured, [when for when, _ in periods]


def _all_of(source: Source, setting: Setting, stated: list[Claim]) -> list[Claim]:
    """The claims of one sentence: its numbers in order, then what they imply."""
    if len(stated) == 1:
        return stated
    claims = _restated(setting, stated)
    return [*claims, *_implied(source, setting, claims)]


def _scene(room: _Room, setting: Setting) -> Scene:
    numbers = [at.quantity for at in setting.places]
    return room.scenes.of(numbers[0].sentence, setting.phrase.span, numbers)


def _period(setting: Setting, at: Place) -> tuple[str | None, Span | None]:
    """The period of a number; what is taken as known ("its 9 gates") is of no one moment."""
    if not setting.dates:
        return None, None
    if at.quantity.kind in ("age", "count") and modality.is_given(at):
        return None, None
    return period.of(at, setting.near(at), setting.saying)


def _measured(at: Place, before: Measured, dating: set[Span | None]) -> Measured:
    """What the number measures; a year that dates another number measures nothing itself."""
    if at.quantity.kind not in ("date", "time"):
        return measure.of(at, before)
    return Measured() if at.quantity.span in dating else events.of(at)


def _claim(room: _Room, setting: Setting, number: _Number) -> Claim:
    at, context, found, when = number
    quantity = at.quantity
    speaker, root, firmness = _standing(room, quantity.sentence, setting, at)
    return Claim(
        id=naming.number(room.names[quantity.sentence], quantity.span),
        source=room.source.file,
        span=quantity.span,
        text=quantity.span.of(room.source.text),
        sentence=setting.sentence,
        kind=quantity.kind,
        value=quantity.value,
        interval=quantity.interval,
        unit=quantity.unit,
        unit_text=quantity.unit_text,
        modifier=quantity.modifier,
        direction=quantity.direction,
        resolution=quantity.resolution,
        measure=found.measure,
        subject=found.subject,
        period=when,
        scope=scope.of(at, found),
        modality=firmness,
        speaker=speaker,
        root=root,
        rule=quantity.rule,
        doubts=quantity.doubts,
        context=intervals.marked(context, found),
    )


def _restated(setting: Setting, stated: Sequence[Claim]) -> list[Claim]:
    """The claims of a sentence; a number said again in another unit speaks of the same thing."""
    if not any(at.quantity.restates for at in setting.places):
        return [*stated]
    firsts: dict[Span | None, Claim] = {claim.span: claim for claim in stated}
    pairs = zip(setting.places, stated, strict=True)
    return [_as_first(claim, firsts.get(at.quantity.restates)) for at, claim in pairs]


def _as_first(claim: Claim, first: Claim | None) -> Claim:
    if first is None or first is claim:
        return claim
    return replace(
        claim,
        restates=first.id,
        measure=first.measure,
        subject=first.subject,
        period=first.period,
        scope=first.scope,
        modality=first.modality,
    )


def _implied(source: Source, setting: Setting, claims: Sequence[Claim]) -> Iterator[Claim]:
    changes = list(_changes(source, setting, claims))
    numbers = [claim for claim in claims if claim.kind != "date" and not intervals.is_one(claim)]
    yield from changes
    yield from derived.bases(source, numbers)
    if not changes:
        yield from derived.multiples(source, numbers)


def _changes(source: Source, setting: Setting, claims: Sequence[Claim]) -> Iterator[Claim]:
    """The changes between two numbers, such as 33 days to 23 days."""
    by_span: dict[Span, Claim] = {}
    for place, (at, new) in enumerate(zip(setting.places, claims, strict=True)):
        series = at.quantity.series or _series(setting.places[place - 1 : place], at)
        if series is None or intervals.is_one(new):
            continue
        by_span = by_span or {claim.span: claim for claim in claims}
        old = by_span.get(series)
        moved = old is not None and not intervals.is_one(old)
        found = derived.change(source, old, new) if old and moved else None
        if found:
            yield found


def _series(before: Sequence[Place], at: Place) -> Span | None:
    """The number that a change starts from, in another unit: "cut from 2 months to 40 days"."""
    for one in before:
        beside = one.high == at.left and at.phrase.word(at.left) == "to"
        if beside and one.phrase.word(one.left) == "from" and places.changing(one):
            return one.quantity.span
    return None


def _category(room: _Room, coded: Coded) -> Claim:
    setting = settings.words(room.source, room.spans[coded.sentence], coded.span)
    speaker, root, firmness = _standing(room, coded.sentence, setting, setting.places[0])
    return Claim(
        id=naming.category(room.names[coded.sentence], coded.question, coded.answer),
        source=room.source.file,
        span=coded.span,
        text=coded.span.of(room.source.text),
        sentence=setting.sentence,
        kind="category",
        measure=coded.question,
        modality=firmness,
        speaker=speaker,
        root=root,
        category=coded.answer,
        rule="codebook",
        coded_by="codebook",
    )


def _standing(
    room: _Room, sentence: int, setting: Setting, at: Place
) -> tuple[str | None, str | None, str]:
    """The speaker, the root and the modality of what stands at `at`."""
    speaker, root, said = room.speakers.of(sentence, setting, at)
    firmness = modality.of(at, setting.marks, setting.saying)
    return speaker, root, "reported" if said and firmness == "asserted" else firmness
