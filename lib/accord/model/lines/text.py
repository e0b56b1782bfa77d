"""JSON text that is the same everywhere and safe to show: one spelling for every value."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cache, lru_cache
from itertools import chain
from types import NoneType
from typing import Any

from accord.errors import EditionError

# Line and paragraph separators, controls, marks that turn the direction of text, lone surrogates
# and non-characters: each breaks some reader of lines, or shows something other than it says.
_UNSAFE = re.compile(
    "[\x7f-\x9f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff\ud800-\udfff]"
)
_LONGEST_PLAIN = 40  # digits before or after the point; beyond them an exponent is shorter
_FLOAT_DIGITS = 10
_AS_IS = (str, int, NoneType)


def dumps(value: Any) -> str:
    """`value` as JSON on one line; amounts as decimal numbers as they are written."""
    return escape(_written(value))


def each(rows: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """Rows of one table, a line for each; every row has the keys of the first."""
    waiting = iter(rows)
    if (first := next(waiting, None)) is None:
        return
    frame = f"{_frame(tuple(first))}\n"
    for row in chain((first,), waiting):
        yield escape(frame % _values(row))


def loads(line: str) -> Any:
    """The value of one line, every number as Decimal; not-a-number and infinity are refused."""
    return _decoder().decode(line)


def pretty(value: Any) -> str:
    """`value` as JSON on many lines, each ended, floats cut to ten digits."""
    return escape(json.dumps(plain(value), indent=2, ensure_ascii=False, allow_nan=False)) + "\n"


def escape(text: str) -> str:
    r"""`text` with every character that is unsafe in a line spelled as \uXXXX."""
    if text.isascii() and "\x7f" not in text:
        return text
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def plain(value: Any) -> Any:
    """`value` with tuples as lists and floats cut to ten digits."""
    if isinstance(value, _AS_IS):  # most are, and whether one is a mapping takes long to ask
        return value
    if isinstance(value, Mapping):
        return {str(key): plain(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [plain(inner) for inner in value]
    return float(f"{value:.{_FLOAT_DIGITS}g}") if isinstance(value, float) else value


def number(value: Decimal) -> str:
    """A decimal as JSON: whole numbers without a point, others with the digits they have."""
    if (text := str(value)).isdecimal():
        return text
    if not value.is_finite():
        message = f"an amount is a finite number, got {value}"
        raise ValueError(message)
    if not value:
        return "0"
    if abs(value.adjusted()) > _LONGEST_PLAIN:
        return str(value)
    whole = value.to_integral_value()
    return format(whole if whole == value else value, "f")


def _written(value: Any) -> str:
    return _WRITERS[type(value)](value)


def _list(value: Sequence[Any]) -> str:
    return f"[{', '.join([_WRITERS[type(one)](one) for one in value])}]" if value else "[]"


def _object(value: Mapping[str, Any]) -> str:
    return _frame(tuple(value)) % _values(value)


def _values(row: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple([_WRITERS[type(one)](one) for one in row.values()])


@lru_cache(maxsize=1024)
def _frame(keys: tuple[str, ...]) -> str:
    """An object with these keys, and a place for each value."""
    named = (_string(key).replace("%", "%%") for key in keys)
    return "{" + ", ".join(f"{key}: %s" for key in named) + "}"


_string: Callable[[str], str] = json.encoder.encode_basestring


class _Writers(dict[type, Callable[[Any], str]]):
    """What writes each type of value."""

    def __missing__(self, kind: type) -> Callable[[Any], str]:
        message = f"{kind.__name__} is no value of JSON"
        raise TypeError(message)


_WRITERS = _Writers({
    NoneType: lambda _: "null",
    str: _string,
    bool: lambda value: "true" if value else "false",
    int: str,
    Decimal: number,
    float: lambda value: number(Decimal(f"{value:.{_FLOAT_DIGITS}g}")),
    dict: _object,
    list: _list,
    tuple: _list,
})  # fmt: skip


@cache
def _decoder() -> json.JSONDecoder:
    return json.JSONDecoder(parse_float=Decimal, parse_int=Decimal, parse_constant=_refused)


def _refused(constant: str) -> None:
    message = f"{constant} is no amount. Restore the file, or run the study again."
    raise EditionError(message)
