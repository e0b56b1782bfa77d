"""Whether the parts that a sentence lists sum to the total that it states."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby

from accord.agreement.standing import Standing, standings
from accord.agreement.wording import phrase
from accord.model import Claim, Fact, Interval

_BEFORE = re.compile(
    r"\btotal(?:l?ing)?(?:\s+of)?(?:\s+\w+){0,2}\s*$|\b(?:altogether|in all|all told)\W*$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"(?:\s+[\w-]+){0,4}?,?\s+(?:in total|in all|altogether|all told|combined)\b", re.IGNORECASE
)
_LISTS = re.compile(
    r"[:(\u2013\u2014]|\b(?:compris\w+|consist\w+|includ\w+|made up of|namely)\b"
    r"|\bof (?:whom|which|them)\b"
    r"|^(?:\s+[\w-]+){0,4},\s*$",
    re.IGNORECASE,
)
_SOME = re.compile(r"\b(?:includ\w+|among|at least|so far|such as|alone)\b", re.IGNORECASE)
_THAN = re.compile(r"\bthan\s+the\s+$", re.IGNORECASE)
_MORE_THAN = re.compile(
    r"(?:\s+[\w-]+)?\s+(?:more|fewer|less|higher|lower)\s+than\b", re.IGNORECASE
)
_NEAR = 60


def doubts(claims: Sequence[Claim], text: str) -> Iterator[tuple[str, str]]:
    """The id of each total that its parts do not sum to, with a doubt that says so.

    `claims` are of one source, in text order. Parts are two or more numbers of one kind, unit and
    period in the sentence of a number that calls itself a total: all of those listed after it, or
    all of those before it. Where the sentence lists but some ("including"), only parts that exceed
    the total are doubted.
    """
    for _, same in groupby(claims, key=lambda claim: claim.sentence):
        stated = [claim for claim in same if _may_sum(claim) and not _compares(claim, text)]
        for total in stated if text else ():
            if _calls_itself_a_total(total, text):
                yield from _of(total, stated, text)


def _may_sum(claim: Claim) -> bool:
    summable = claim.kind in ("count", "money") and claim.value is not None
    return summable and not (claim.derived_from or claim.restates or claim.direction)


def _beside(claim: Claim, text: str) -> tuple[str, str]:
    """The words of its sentence right before a number, and right after it."""
    before = text[max(claim.sentence.start, claim.span.start - _NEAR) : claim.span.start]
    return before, text[claim.span.end : min(claim.sentence.end, claim.span.end + _NEAR)]


def _compares(claim: Claim, text: str) -> bool:
    """Whether a number is one side of a comparison, and so no part: 20 more than the 270."""
    before, after = _beside(claim, text)
    return _THAN.search(before) is not None or _MORE_THAN.match(after) is not None


def _calls_itself_a_total(claim: Claim, text: str) -> bool:
    before, after = _beside(claim, text)
    return _BEFORE.search(before) is not None or _AFTER.match(after) is not None


def _of(total: Claim, stated: Sequence[Claim], text: str) -> Iterator[tuple[str, str]]:
    parts = _parts(total, stated, text)
    sides = standings(Fact(id="", label="", unit=total.unit, claims=(total, *parts)))
    whole = next((_exact(side) for side in sides if side.claim is total), None)
    added = _sum([side for side in sides if side.claim is not total])
    if len(parts) < 2 or len(sides) != len(parts) + 1 or not whole or not added:
        return
    fits = added.meets(whole) or (_lists_but_some(total, text) and added.below(whole))
    if not fits:
        listed = " + ".join(phrase(part) for part in parts)
        yield total.id, f"the parts that its sentence lists do not sum to it: {listed}"


def _parts(total: Claim, stated: Sequence[Claim], text: str) -> list[Claim]:
    """The like numbers that the sentence lists: after the total, else before it."""
    like = [c for c in stated if c is not total and _is_like(c, total)]
    after = [claim for claim in like if claim.span.start > total.span.start]
    if after:
        between = text[total.span.end : after[0].span.start]
        return after if len(after) == len(like) and _LISTS.search(between) else []
    return like


def _is_like(claim: Claim, total: Claim) -> bool:
    return (claim.kind, claim.period) == (total.kind, total.period) and (
        claim.unit == total.unit or claim.kind == "count"
    )


def _sum(parts: Sequence[Standing]) -> Interval | None:
    """The interval that the parts allow together; None where one has no bound."""
    low = high = Decimal(0)
    for part in map(_exact, parts):
        if part.low is None or part.high is None:
            return None
        low, high = low + part.low, high + part.high
    return Interval(low, high)


def _exact(side: Standing) -> Interval:
    """What a number allows; people and things counted to the last one are not rounded."""
    counted = side.claim.kind == "count" and side.claim.resolution <= 1
    return side.stated if counted else side.allowed


def _lists_but_some(total: Claim, text: str) -> bool:
    return _SOME.search(total.sentence.of(text)) is not None
