"""references.toml: outside figures to check claims against, each with who published it."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

from accord.model import Figure, Interval
from accord.sources.notes.catalogue import sound
from accord.sources.notes.table import Entry, Table, brief

_FIELDS = (
    "measure", "value", "unit", "period", "change", "modifier",
    "issuer", "publisher", "date", "url", "note",
)  # fmt: skip
_DIGITS = 60
_LARGEST = 40  # powers of ten


def read(table: Table, about: float) -> tuple[Figure, ...]:
    """The sound figures; `about` is what that word allows, as a share."""
    table.only(("figure",))
    found = (_figure(entry, Decimal(str(about))) for entry in table.entries("figure"))
    return tuple(figure for figure in found if figure)


def _figure(entry: Entry, about: Decimal) -> Figure | None:
    entry.only(_FIELDS)
    measure, value = entry.text("measure"), _value(entry)
    modifier = entry.text("modifier", 40) or "exact"
    interval = _allowed(value, modifier, about) if value else None
    if measure is None or value is None or interval is None:
        entry.complain(
            'was left out; give it measure = "...", value = "12.5e6" and a known modifier.'
        )
        return None
    return Figure(
        measure=measure,
        value=interval,
        resolution=_resolution(value),
        unit=entry.text("unit", 40),
        period=entry.text("period", 60),
        change=entry.text("change", 60),
        modifier=modifier,
        issuer=entry.text("issuer"),
        publisher=entry.text("publisher"),
        date=_sound(entry, "date", 40),
        url=_sound(entry, "url", 2000),
        note=entry.text("note", 1000),
    )


def _sound(entry: Entry, name: str, limit: int) -> str | None:
    text = entry.text(name, limit)
    return text if text and sound(entry, name, text) else None


def _value(entry: Entry) -> tuple[Decimal, Decimal] | None:
    stated = entry.fields.get("value")
    ends = stated if isinstance(stated, list) else [stated, stated]
    numbers = [_number(end) for end in ends]
    if len(numbers) == 2 and numbers[0] is not None and numbers[1] is not None:
        return min(numbers[0], numbers[1]), max(numbers[0], numbers[1])
    entry.complain(f'has the value {brief(stated)}; write a number such as "12.5e6".')
    return None


def _number(stated: object) -> Decimal | None:
    if isinstance(stated, bool) or not isinstance(stated, (str, int, float)):
        return None
    text = str(stated)
    try:
        number = Decimal(text.strip()) if len(text) <= _DIGITS else None
    except InvalidOperation:
        return None
    if number is None or not number.is_finite() or abs(number.adjusted()) > _LARGEST:
        return None
    return number


def _resolution(value: tuple[Decimal, Decimal]) -> Decimal:
    """The worth of the last written digit of the coarser end."""
    return max(Decimal((0, (1,), int(end.as_tuple().exponent))) for end in value)


def _allowed(value: tuple[Decimal, Decimal], modifier: str, about: Decimal) -> Interval | None:
    low, high = _plain(value[0]), _plain(value[1])
    if modifier in ("exact", "between"):
        return Interval(low, high)
    low_about, high_about = low - abs(low) * about, high + abs(high) * about
    table = {
        "about": Interval(low_about, high_about),
        "up_to": Interval(None, high),
        "at_most": Interval(None, high),
        "less_than": Interval(None, high, high_closed=False),
        "over": Interval(low, None, low_closed=False),
        "at_least": Interval(low, None),
        "nearly": Interval(low_about, high, high_closed=False) if low_about < high else None,
        "just_over": Interval(low, high_about, low_closed=False) if low < high_about else None,
    }
    return table.get(modifier)


def _plain(number: Decimal) -> Decimal:
    return Decimal(format(number, "f"))
