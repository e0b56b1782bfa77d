"""What the numbers of a sentence imply: the change between two, the level before a change."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Context, Decimal, localcontext
from itertools import pairwise

from accord import units
from accord.claims import moves, naming
from accord.model import Claim, Interval, Source, Span

CHANGE, BASE = "derived-change", "derived-base"
_TIMES, _MINUS = "\u00d7", "\u2212"
_DIGITS = Context(prec=10)
_WORK = Context(prec=34)
_YEAR_BEFORE = re.compile(
    r"\b(?:previous|prior|preceding|last) year\b|\byear[- ](?:earlier|before|ago|on[- ]year)\b",
    re.IGNORECASE,
)
_ONE, _HUNDRED = Decimal(1), Decimal(100)
_MOST = Decimal(101)  # times what it was: a rise of 10,000 %


def change(source: Source, old: Claim, new: Claim) -> Claim | None:
    """The relative change from `old` to `new` in percent, signed; None where it has no meaning.

    What is stated in another unit of the same dimension ("from 2 months to 40 days") is converted,
    and from percent to percent it is so many points. What a text denies or takes back is no end of
    a change, and what grows a hundredfold is two things, or misread.
    """
    if "denied" in (old.modality, new.modality):
        return None
    before = _in_unit(old, new.unit)
    first, last = _point(before), _point(new)
    if first is None or last is None or first <= 0 or old.kind in ("date", "time", "ordinal"):
        return None
    if moves.is_quoted(source, new) or moves.is_quoted(source, old):
        return None
    if new.unit == "%":
        return _points(source, old, new)
    if last and not first <= abs(last) * _MOST <= first * _MOST * _MOST:
        return None
    bounds = _change_bounds(_widened(before), _widened(new))
    with localcontext(_WORK):
        value = _DIGITS.plus((last - first) * _HUNDRED / first)
    start = _stated(old)
    return _changed(
        _over(source, old, new),
        (value, bounds or Interval.exactly(value)),
        measure=new.measure or old.measure,
        formula=f"100 {_TIMES} ({_stated(new)} {_MINUS} {start}) ÷ {start}",
    )


def _points(source: Source, old: Claim, new: Claim) -> Claim:
    """The points from one percentage to another: 4 % to 3 % is a fall of one."""
    start, end = _widened(old), _widened(new)
    with localcontext(_WORK):
        value = _DIGITS.plus((_point(new) or Decimal(0)) - (_point(old) or Decimal(0)))
    found = _changed(
        _over(source, old, new),
        (value, _rounded(_less(end, start))),
        measure=new.measure or old.measure,
        formula=f"{_stated(new)} {_MINUS} {_stated(old)}",
    )
    return replace(found, kind="points", unit="[pp]")


def _less(over: Interval, under: Interval) -> Interval:
    """All differences of two intervals."""

    def end(value: Decimal | None, taken: Decimal | None) -> Decimal | None:
        return None if value is None or taken is None else _WORK.subtract(value, taken)

    return Interval(
        end(over.low, under.high),
        end(over.high, under.low),
        over.low_closed and under.high_closed,
        over.high_closed and under.low_closed,
    )


def _in_unit(claim: Claim, unit: str | None) -> Claim:
    """The claim in `unit`, or without a value where it cannot be said so."""
    if claim.unit == unit:
        return claim
    ends = (claim.value, claim.interval or claim.value)
    if not claim.unit or not unit or ends[0] is None or ends[1] is None:
        return replace(claim, value=None)
    with localcontext(_WORK):
        value, interval = (units.convert(end, claim.unit, unit) for end in ends if end)
    return replace(claim, value=value, interval=interval, unit=unit)


def _stated(claim: Claim) -> str:
    value = _point(claim)
    return f"{_plain(value or Decimal(0))}{f' {claim.unit}' if claim.unit else ''}"


def _changed(
    over: Claim, values: tuple[Decimal, Interval], *, measure: str | None, formula: str
) -> Claim:
    value, interval = values
    return replace(
        over,
        id=naming.name(over.source, CHANGE, *over.derived_from),
        kind="percent",
        value=Interval.exactly(value),
        interval=interval,
        unit="%",
        unit_text=None,
        direction="up" if value > 0 else "down" if value < 0 else None,
        resolution=Decimal(0),
        measure=measure,
        formula=formula,
        rule=CHANGE,
    )


def multiples(source: Source, claims: Sequence[Claim]) -> list[Claim]:
    """The changes that "doubled" and "tripled" state, each with the level beside it."""
    found: list[Claim] = []
    for left, right in pairwise(claims):
        times, level = (left, right) if left.kind == "ratio" else (right, left)
        factor = _point(times)
        if factor is None or factor <= 0 or not _multiplies(times, level):
            continue
        share = times.interval or Interval.exactly(factor)
        with localcontext(_WORK):
            value = _DIGITS.plus((factor - _ONE) * _HUNDRED)
            bounds = _rounded(share.scaled(_HUNDRED, -_HUNDRED))
        formula = f"100 {_TIMES} ({_plain(factor)} {_MINUS} 1)"
        over = _over(source, level, times)
        found.append(_changed(over, (value, bounds), measure=level.measure, formula=formula))
    return found


def _multiplies(times: Claim, level: Claim) -> bool:
    return (
        times.kind == "ratio"
        and times.direction is not None
        and level.kind not in ("ratio", "percent", "points", "date", "time", "ordinal")
        and level.measure is not None
        and level.measure == times.measure
    )


def base(source: Source, level: Claim, growth: Claim) -> Claim | None:
    """The level before a stated growth; None where the two do not speak of one thing."""
    total, share = _point(level), _point(growth)
    if total is None or share is None or total <= 0 or not growth.direction:
        return None
    if moves.is_quoted(source, level):
        return None
    sign = _ONE if growth.direction == "up" else -_ONE
    factor = _widened(growth).scaled(sign / _HUNDRED, _ONE)
    if factor.low is None or factor.high is None or factor.low <= 0:
        return None
    unit = f" {level.unit}" if level.unit else ""
    when, narrowed = _before(source, level)
    with localcontext(_WORK):
        value = _DIGITS.plus(total / (_ONE + sign * share / _HUNDRED))
    return replace(
        _over(source, level, growth),
        id=naming.name(source.file, BASE, level.id, growth.id),
        kind=level.kind,
        value=Interval.exactly(value),
        interval=_rounded(_quotients(level.interval or Interval.exactly(total), factor)),
        unit=level.unit,
        unit_text=level.unit_text,
        direction=None,
        resolution=Decimal(0),
        measure=level.measure,
        subject=level.subject,
        formula=f"{_plain(total)}{unit} ÷ (1 {'+' if sign > 0 else _MINUS} {_plain(share)} %)",
        rule=BASE,
        period=when,
        scope=narrowed,
    )


def bases(source: Source, claims: Sequence[Claim]) -> list[Claim]:
    """The implied earlier levels in one sentence: each growth with the level beside it."""
    found: list[Claim] = []
    for left, right in pairwise(claims):
        growth, level = (left, right) if left.kind == "percent" else (right, left)
        if _belong(level, growth) and moves.are_one(source, level, growth):
            claim = base(source, level, growth)
            found += [claim] if claim else []
    return found


def _belong(level: Claim, growth: Claim) -> bool:
    return (
        growth.kind == "percent"
        and level.kind in ("money", "count", "mass", "volume", "energy", "power")
        and growth.direction is not None
        and growth.modifier in ("exact", "about")
        and level.modifier in ("exact", "about")
        and level.direction is None
        and level.measure is not None
        and level.measure == growth.measure
    )


def _before(source: Source, level: Claim) -> tuple[str | None, tuple[str, ...]]:
    """The period of the earlier level where the text names it, else a scope that says so."""
    said = _YEAR_BEFORE.search(level.sentence.of(source.text))
    when = level.period
    if said and when and len(when) == 4 and when.isdigit():
        return f"{int(when) - 1:04d}", level.scope
    return None, (*level.scope, "before the change")


def _over(source: Source, one: Claim, other: Claim) -> Claim:
    """A claim with the words and the standing of `other`, over both spans."""
    span = Span(min(one.span.start, other.span.start), max(one.span.end, other.span.end))
    return replace(
        other,
        span=span,
        text=span.of(source.text),
        modifier="about" if "about" in (one.modifier, other.modifier) else "exact",
        derived_from=(one.id, other.id),
        restates=None,
        doubts=tuple(dict.fromkeys((*one.doubts, *other.doubts))),
    )


def _point(claim: Claim) -> Decimal | None:
    return claim.value.low if claim.value is not None and claim.value.is_point else None


def _widened(claim: Claim) -> Interval:
    """The interval of an operand: a percentage stands for all that it may be rounded from."""
    interval = claim.interval or claim.value or Interval(None, None)
    if claim.kind != "percent" or not interval.is_point or interval.low is None:
        return interval
    half = claim.resolution / 2
    return Interval(interval.low - half, interval.low + half, high_closed=half == 0)


def _change_bounds(old: Interval, new: Interval) -> Interval | None:
    if old.low is None or old.high is None or old.low <= 0:
        return None
    if new.low is None or new.high is None:
        return None
    with localcontext(_WORK):
        return _rounded(_quotients(new, old).scaled(_HUNDRED, -_HUNDRED))


def _quotients(over: Interval, under: Interval) -> Interval:
    """All quotients of two intervals, `under` above zero."""

    def end(value: Decimal | None, divisor: Decimal | None) -> Decimal | None:
        return None if value is None or divisor is None else _WORK.divide(value, divisor)

    below = (_is_negative(over.low), _is_negative(over.high))
    return Interval(
        end(over.low, under.low if below[0] else under.high),
        end(over.high, under.high if below[1] else under.low),
        over.low_closed and (under.low_closed if below[0] else under.high_closed),
        over.high_closed and (under.high_closed if below[1] else under.low_closed),
    )


def _is_negative(value: Decimal | None) -> bool:
    return value is not None and value < 0


def _rounded(interval: Interval) -> Interval:
    """Both ends to ten significant digits."""
    low, high = (
        None if end is None else _DIGITS.plus(end) for end in (interval.low, interval.high)
    )
    return Interval(low, high, interval.low_closed, interval.high_closed)


def _plain(value: Decimal) -> str:
    return format(value.normalize(), "f")
