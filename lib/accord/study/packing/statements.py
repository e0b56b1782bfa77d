"""Statements as bytes and back: what many claims share stands once, in a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields
from decimal import Decimal
from operator import attrgetter, itemgetter
from typing import Any

from accord.model import Claim, Context, Interval, SetAside, Span, Statement
from accord.study.packing.plain import packed, unpacked

_CLAIM = tuple(
    f.name
    for f in fields(Claim)
    if f.name not in ("span", "sentence", "value", "interval", "context")
)
_CONTEXT = tuple(f.name for f in fields(Context))
_ASIDE = tuple(f.name for f in fields(SetAside))
_claim, _context, _aside = (attrgetter(*names) for names in (_CLAIM, _CONTEXT, _ASIDE))
_ends = attrgetter("low", "high", "low_closed", "high_closed")
_SAME = "as written"


def pack_statements(statements: Iterable[Statement]) -> bytes:
    """Statements, their claims with context."""
    values, contexts = _Table(), _Table()
    rows = [
        (
            [_flat(claim, values, contexts) for claim in statement.claims],
            [_aside(aside) for aside in statement.set_aside],
        )
        for statement in statements
    ]
    return packed([values.held, contexts.held, rows])


def unpack_statements(content: bytes, same: dict[Any, Any]) -> Iterator[Statement]:
    """The statements that were packed; `same` holds what the claims of many packs share, once."""
    held, told, rows = unpacked(content)
    values = [_once(value, same) for value in held]
    contexts = [_once(_context_of(places, values), same) for places in told]
    for claims, asides in rows:
        yield Statement(
            claims=tuple(_made(claim, values, contexts, same) for claim in claims),
            set_aside=tuple(SetAside(**dict(zip(_ASIDE, row, strict=True))) for row in asides),
        )


class _Table:
    """Distinct values, each in its place."""

    def __init__(self) -> None:
        self.held: list[Any] = []
        self._places: dict[Any, int] = {}

    def place(self, value: Any) -> int:
        """The place of a value; numbers that are equal may be written differently."""
        key = (value, str(value)) if isinstance(value, Decimal) else value
        place = self._places.get(key)
        if place is None:
            place = self._places[key] = len(self.held)
            self.held.append(value)
        return place


def _flat(claim: Claim, values: _Table, contexts: _Table) -> tuple[Any, ...]:
    context = tuple(map(values.place, _context(claim.context)))
    return (
        tuple(map(values.place, _claim(claim))),
        contexts.place(context),
        (claim.span.start, claim.span.end, claim.sentence.start, claim.sentence.end),
        claim.value and _ends(claim.value),
        _SAME if claim.interval is claim.value else claim.interval and _ends(claim.interval),
    )


def _made(
    told: Sequence[Any], values: Sequence[Any], contexts: Sequence[Context], same: dict[Any, Any]
) -> Claim:
    places, context, (start, end, opens, closes), value, interval = told
    written = Interval(*value) if value else None
    return Claim(
        **dict(zip(_CLAIM, itemgetter(*places)(values), strict=True)),
        span=Span(start, end),
        sentence=_once(Span(opens, closes), same),
        value=written,
        interval=written if interval == _SAME else interval and Interval(*interval),
        context=contexts[context],
    )


def _context_of(places: Sequence[int], values: Sequence[Any]) -> Context:
    return Context(**dict(zip(_CONTEXT, itemgetter(*places)(values), strict=True)))


def _once(value: Any, same: dict[Any, Any]) -> Any:
    """The one copy of a value; numbers that are equal may be written differently."""
    return value if isinstance(value, Decimal) else same.setdefault(value, value)
