"""A claim made ready to be compared: canonical unit, signed rounding interval, weighed words."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache, partial
from math import sqrt

from accord import units
from accord.facts import opposites
from accord.facts.stems import stems
from accord.model import Claim, Interval, Source, Span

NEAR, BESIDE = 0.35, 0.6
_WORD = re.compile(r"[^\W\d_]{2,}")
_LITTLE = frozenset({"of", "the", "a", "an", "to", "in", "for", "and", "from"})
_PAYING = frozenset(
    {"pay", "invest", "spend", "earn", "cost", "lend", "borrow", "owe", "donat", "fund", "financ"}
)
_BEARINGS = frozenset({"north", "south", "east", "west", "away", "between", "near"})
_HALF = Decimal("0.4999999")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Mention:
    """One claim, ready to compare.

    `rank` orders mentions by what their texts say, never by file name. `low` and `high` are the
    ends of the values the claim allows, in the unit that its `block` compares, signed by direction
    and widened to the last written digit. `words` weigh each stem of the context, `beside` are
    those next to the number, `poles` those of its own clause that have an opposite, by the
    contrast; `nearest` are the two nearest names; `sentence` holds every word of its sentence.
    """

    claim: Claim
    rank: int
    source: int
    block: str
    low: float
    high: float
    point: float
    digits: int
    halved: bool
    words: dict[str, float]
    norm: float
    weight: float
    beside: frozenset[str]
    sentence: frozenset[str]
    poles: dict[int, frozenset[str]]
    names: frozenset[str]
    nearest: frozenset[str]
    marks: frozenset[str]
    measure: frozenset[str]
    points: frozenset[str]


def prepare(claims: Iterable[Claim], sources: Sequence[Source]) -> list[Mention]:
    """The mentions of all claims of distinct texts, in an order that file names do not touch."""
    digest = {source.file: source.sha256 for source in sources}
    said = partial(_said, {source.file: source.text for source in sources}, {})
    ordered = sorted(claims, key=lambda claim: _place(claim, digest))
    numbers = {name: i for i, name in enumerate(dict.fromkeys(c.source for c in ordered))}
    crowd = _crowd(ordered)
    return [
        _mention(claim, rank, numbers[claim.source], crowd[claim.source], said(claim))
        for rank, claim in enumerate(ordered)
    ]


def _place(claim: Claim, digest: dict[str, str]) -> tuple[str, Span, str, str, str, str]:
    text = digest.get(claim.source, claim.source)
    return (text, claim.span, claim.kind, claim.unit or "", claim.category or "", claim.id)


def block(claim: Claim) -> str:
    """The widest class of claims that a claim may be weighed against."""
    if claim.kind == "money" or _may_be_money(claim):
        return "money"
    if claim.kind == "time":
        return "clock"
    if claim.kind in ("date", "percent", "ordinal", "category") or claim.unit is None:
        return claim.kind
    dimension = units.dimension(claim.unit) or claim.unit
    return "count" if dimension.startswith("{") else dimension


def _may_be_money(claim: Claim) -> bool:
    """Whether a number without a unit is what somebody pays."""
    bare = claim.kind in ("count", "magnitude") and claim.unit is None
    return bare and claim.context.action in _PAYING


def _crowd(claims: list[Claim]) -> dict[str, Counter[str]]:
    """For each source, how many of its numbers each word stands near."""
    crowd: dict[str, Counter[str]] = defaultdict(Counter)
    for claim in claims:
        crowd[claim.source].update(word for word, weight in claim.context.words if weight >= 0.1)
    return crowd


def _said(
    texts: Mapping[str, str], known: dict[tuple[str, int], frozenset[str]], claim: Claim
) -> frozenset[str]:
    """The words of the claim's sentence, each sentence cut once."""
    key = (claim.source, claim.sentence.start)
    if key not in known:
        known[key] = frozenset(
            _WORD.findall(claim.sentence.of(texts.get(claim.source, "")).lower())
        )
    return known[key]


def _mention(
    claim: Claim, rank: int, source: int, crowd: Counter[str], sentence: frozenset[str]
) -> Mention:
    words = {word: weight / sqrt(max(1, crowd[word])) for word, weight in claim.context.words}
    near = frozenset(word for word, weight in claim.context.words if weight >= NEAR)
    low, high, point = values(claim)
    return Mention(
        claim=claim,
        rank=rank,
        source=source,
        block=block(claim),
        low=low,
        high=high,
        point=point,
        digits=len(_digits(claim)),
        halved=_digits(claim)[-1:] == (5,),
        words=words,
        norm=sqrt(sum(weight * weight for weight in words.values())) or 1.0,
        weight=sum(words.values()),
        beside=frozenset(word for word, weight in claim.context.words if weight >= BESIDE),
        sentence=sentence,
        poles=opposites.poles(near),
        names=frozenset(claim.context.names),
        nearest=frozenset(claim.context.names[:2]),
        marks=frozenset(claim.context.marks),
        points=frozenset(stems(" ".join(claim.scope))) - _LITTLE - _BEARINGS,
        measure=frozenset(stems(claim.measure or "")) - _LITTLE,
    )


def values(claim: Claim) -> tuple[float, float, float]:
    """Lowest, highest and written value, in the canonical unit and signed by direction."""
    if claim.interval is None or claim.value is None:
        return (0.0, 0.0, 0.0)
    half = claim.resolution * _HALF
    bounds = _in_canonical(claim.interval, claim.unit)
    stated = _in_canonical(claim.value, claim.unit)
    if claim.modifier == "exact" and half:
        bounds = _in_canonical(_widened(claim.interval, half), claim.unit)
    low = float(bounds.low) if bounds.low is not None else float("-inf")
    high = float(bounds.high) if bounds.high is not None else float("inf")
    ends = [float(end) for end in (stated.low, stated.high) if end is not None]
    point = sum(ends) / len(ends) if ends else 0.0
    if claim.kind == "percent" and claim.direction == "down" and point > 0:
        return -high, -low, -point
    return low, high, point


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
