"""A claim made ready to be compared: canonical unit, signed rounding interval, weighed words.

What is prepared of one source follows from that source alone, wherever and whenever it is done.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from math import sqrt
from typing import NamedTuple

from accord import units
from accord.facts import blocks, cents, coding, opposites, pages
from accord.facts.coding import Code
from accord.facts.comparable import comparable
from accord.facts.stems import stems
from accord.model import Claim, Codebook, Interval, Source

NEAR, BESIDE, CROWDING = 0.35, 0.6, 0.1
LONGEST = 600  # characters of a sentence that are compared
_SIGNED = frozenset({"percent", "points"})
_LITTLE = frozenset({"of", "the", "a", "an", "to", "in", "for", "and", "from"})
_BEARINGS = frozenset({"north", "south", "east", "west", "away", "between", "near"})
_HEDGES, _TELLING = ("just_over", "nearly"), range(1, 6)  # "nearly a third" has more digits
_FORMER = re.compile(
    r"\bfrom\s+(?:(?:an?|about|some|around|nearly|almost|just|over|only|[a-z]+ed)\s+){0,2}$",
    re.IGNORECASE,
)
_BEFORE = 40
_HALF = Decimal("0.4999999")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One claim, ready to compare.

    `low` and `high` are the ends of the values the claim allows, in the unit that its `block`
    compares, signed by direction and widened to the last written digit; `point` is the written
    value, `digits` the number of its significant digits, `halved` whether the last is a 5.
    `words` are the stems of the context, those next to the number (`beside` of them) first, with
    `weights` that fall with the numbers of the text that a word stands near. `poles` are the words
    of its own clause that have an opposite, each with the row of the contrast; the first two
    `names` are the nearest; `said` is its sentence. `code` is the entry of the codebook
    that names it, `rated` tells whether it is so much a unit of time or thing, `yearly` whether it
    is of each year, `former` whether something changed from it, and `operands` are the ids of the
    claims that a `computed` one follows from; `echoes` are the ids of the claims
    that restate it, and `alone` says that it is compared with nothing.
    """

    id: str
    sentence: tuple[int, int]
    said: str
    block: str
    kind: str
    unit: str | None
    low: float
    high: float
    point: float
    digits: int
    halved: bool
    words: tuple[str, ...]
    weights: tuple[float, ...]
    beside: int
    poles: tuple[tuple[int, str], ...]
    names: tuple[str, ...]
    marks: tuple[str, ...]
    head: str | None
    action: str | None
    attributive: bool
    measure: str | None
    stems: tuple[str, ...]
    scope: tuple[str, ...]
    points: tuple[str, ...]
    period: str | None
    direction: str | None
    potential: bool
    yearly: bool
    rated: bool
    former: bool
    computed: bool
    operands: tuple[str, ...]
    restates: str | None
    code: Code | None
    echoes: tuple[str, ...]
    alone: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """The mentions of one source, in text order, and every word that stands near a number of it.

    `text` is the digest of its text, which orders sources where file names must not.
    """

    file: str
    text: str
    words: tuple[str, ...]
    mentions: tuple[Mention, ...]


def prepare(source: Source, claims: Iterable[Claim], codebook: Codebook) -> Prepared:
    """The claims of a source that another source may state too, in text order.

    Dates of pages are left out, and bare years that only date another number; a claim that
    restates another speaks with it; category claims are compared by their question, not here.
    """
    spoken = list(cents.as_wholes(pages.speak(claims, source)))
    home = blocks.of(spoken)
    numbers, echoes = _parted(spoken, home)
    ordered = sorted(numbers, key=lambda c: (c.span, c.kind, c.unit or "", c.id))
    codes = coding.codes([(claim, home[claim.id]) for claim in ordered], source.text, codebook)
    told = _Told(source, home, _dampers(ordered), codes, echoes)
    mentions = tuple(_mention(claim, told) for claim in ordered)
    words = {word for mention in mentions for word in mention.words}
    return Prepared(
        file=source.file, text=source.sha256, words=tuple(sorted(words)), mentions=mentions
    )


def _parted(
    claims: Sequence[Claim], home: Mapping[str, str]
) -> tuple[list[Claim], dict[str, list[str]]]:
    """The claims to compare, and the ids of those that restate one of them, by its id."""
    numbers: list[Claim] = []
    echoes: dict[str, list[str]] = defaultdict(list)
    for claim in claims:
        if claim.restates and home.get(claim.restates) == home[claim.id] != "money":
            echoes[claim.restates].append(claim.id)
        elif claim.kind != "category":
            numbers.append(claim)
    return numbers, echoes


def _echoed(claim: str, echoes: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """The claims that restate a claim, and those that restate them in turn."""
    waiting = [claim]
    while waiting:
        for echo in echoes.get(waiting.pop(), ()):
            waiting.append(echo)
            yield echo


def _dampers(claims: Iterable[Claim]) -> dict[str, float]:
    """What divides the weight of a word: the root of how many numbers of the text it stands near.

    One that stands near none is left out.
    """
    near = [word for claim in claims for word, weight in claim.context.words if weight >= CROWDING]
    return {word: sqrt(times) for word, times in Counter(near).items()}


class _Told(NamedTuple):
    """A source and what is known of its claims: their blocks, codes and restatements, by id.

    `dampers` divide the weights of words.
    """

    source: Source
    home: Mapping[str, str]
    dampers: Mapping[str, float]
    codes: Mapping[str, Code]
    echoes: Mapping[str, Sequence[str]]


def _mention(claim: Claim, told: _Told) -> Mention:
    context, dampers = claim.context, told.dampers
    near = frozenset([word for word, weight in context.words if weight >= NEAR])
    low, high, point = values(claim)
    digits = _digits(claim)
    return Mention(
        id=claim.id,
        sentence=(claim.sentence.start, claim.sentence.end),
        said=claim.sentence.of(told.source.text)[:LONGEST],
        block=told.home[claim.id],
        kind=claim.kind,
        unit=blocks.unit(claim),
        low=low,
        high=high,
        point=point,
        digits=len(digits),
        halved=digits[-1:] == (5,),
        words=tuple([word for word, _ in context.words]),
        weights=tuple([weight / dampers.get(word, 1.0) for word, weight in context.words]),
        beside=sum([weight >= BESIDE for _, weight in context.words]),
        poles=opposites.poles(near),
        names=context.names,
        marks=context.marks,
        head=context.head,
        action=context.action,
        attributive=context.attributive,
        measure=claim.measure,
        stems=tuple(dict.fromkeys([w for w in stems(claim.measure or "") if w not in _LITTLE])),
        scope=claim.scope,
        points=_points(claim.scope) if claim.scope else (),
        period=claim.period,
        direction=claim.direction,
        potential=claim.modality == "potential",
        yearly=blocks.is_yearly(claim),
        rated=claim.kind == "rate",
        former=_is_former(claim, told.source.text),
        computed=bool(claim.derived_from),
        operands=claim.derived_from,
        restates=claim.restates,
        code=told.codes.get(claim.id),
        echoes=tuple(_echoed(claim.id, told.echoes)),
        alone=not comparable(claim, told.source.text),
    )


def _points(scope: Sequence[str]) -> tuple[str, ...]:
    """The stems of what a number reaches from and to, or is part of."""
    return tuple(sorted({*stems(" ".join(scope))} - _LITTLE - _BEARINGS))


def _is_former(claim: Claim, text: str) -> bool:
    """Whether a number is what another one rose or fell from: "fell from 33% to 29%"."""
    start = claim.span.start
    before = text[max(0, start - _BEFORE) : start]
    return "from" in before.lower() and _FORMER.search(before) is not None


def values(claim: Claim) -> tuple[float, float, float]:
    """Lowest, highest and written value, in the canonical unit and signed by direction."""
    if claim.interval is None or claim.value is None:
        return (0.0, 0.0, 0.0)
    half = claim.resolution * _HALF
    exact = claim.modifier == "exact" and half
    allowed = _widened(claim.interval, half) if exact else _hedged(claim.interval, claim)
    bounds, stated = _in_canonical(allowed, claim.unit), _in_canonical(claim.value, claim.unit)
    low = float(bounds.low) if bounds.low is not None else float("-inf")
    high = float(bounds.high) if bounds.high is not None else float("inf")
    ends = [float(end) for end in (stated.low, stated.high) if end is not None]
    point = sum(ends) / len(ends) if ends else 0.0
    if claim.kind in _SIGNED and claim.direction == "down" and point > 0:
        return -high, -low, -point
    return low, high, point


def _hedged(interval: Interval, claim: Claim) -> Interval:
    """What "just over 34" or "nearly 34" allows: no more than one of the last digit that tells."""
    low, high = interval.low, interval.high
    if claim.modifier not in _HEDGES or low is None or high is None:
        return interval
    digits = _digits(claim)
    if len(digits) not in _TELLING:
        return interval
    stated = low if claim.modifier == "just_over" else high
    step = Decimal(1).scaleb(stated.adjusted() + 1 - len(digits))
    ends = (low, min(high, low + step)) if stated == low else (max(low, high - step), high)
    return Interval(*ends, interval.low_closed, interval.high_closed)


def _widened(interval: Interval, half: Decimal) -> Interval:
    low = None if interval.low is None else interval.low - half
    high = None if interval.high is None else interval.high + half
    return Interval(low, high, interval.low_closed, interval.high_closed)


def _in_canonical(interval: Interval, unit: str | None) -> Interval:
    base = base_of(unit)
    converted = units.convert(interval, unit, base) if unit and base else None
    return converted or interval


@lru_cache(maxsize=4096)
def base_of(unit: str | None) -> str | None:
    """The unit in which values of a unit's dimension are compared, or None where there is none."""
    dimension = units.dimension(unit) if unit else None
    return _bases().get(dimension) if dimension else None


@lru_cache(maxsize=1)
def _bases() -> dict[str, str]:
    bases: dict[str, str] = {}
    for code, unit in units.load_units().codes.items():
        if unit.factor == 1 and not unit.shift:
            bases.setdefault(unit.dimension, code)
    return bases


def _digits(claim: Claim) -> tuple[int, ...]:
    """The significant digits of the written value."""
    if claim.value is None:
        return ()
    end = claim.value.low if claim.value.low is not None else claim.value.high
    return end.normalize().as_tuple().digits if end else (0,)
