"""Records <-> Parquet: a column for each field, nested as the records are.

What the columns are follows from the annotations of a record alone. Nothing that is read is ever
executed, and any reader of Parquet can ask a kept part what it holds.
"""

from __future__ import annotations

import io
from array import array as array_of
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import fields, is_dataclass
from decimal import Decimal
from functools import cache
from itertools import accumulate, chain, compress, groupby, pairwise, repeat
from operator import attrgetter
from pathlib import Path
from types import NoneType
from typing import Any, Protocol, get_args, get_type_hints

import pyarrow as pa
from pyarrow import parquet

from accord.model import Context, Interval

Same = dict[Any, Any]  # each value that many records share, once

_NUMBERS: dict[Any, Any] = {int: pa.int64(), float: pa.float64(), bool: pa.bool_()}
_SHARED = (Interval, Context)  # what many claims have in common


def packed(groups: Sequence[Sequence[Any]], of: type, by: str = "") -> bytes:
    """Records of one type as a table of Parquet, each group of them a row group.

    Of the column `by` each row group tells its least and its greatest text.
    """
    whole = io.BytesIO()
    struct = _column(of).array([*chain.from_iterable(groups)])
    table = pa.Table.from_arrays(struct.flatten(), names=struct.type.names)
    how: Mapping[str, Any] = {"use_dictionary": False, "write_statistics": [by]}
    with parquet.ParquetWriter(whole, table.schema, compression="lz4", **how) as file:
        for start, end in pairwise(accumulate(map(len, groups), initial=0)):
            file.write_table(table.slice(start, end - start))
    return whole.getvalue()


def unpacked(content: bytes | Path, of: type, same: Same) -> list[Any]:
    """The records of a table of Parquet; `same` holds what many share, once."""
    with _opened(content) as file:
        return _records(file.read(use_threads=False), of, same)


def column(content: bytes | Path, name: str) -> list[str]:
    """The texts of one column."""
    with _opened(content) as file:
        return _texts(file.read([name], use_threads=False), name)


def select(
    contents: Iterable[bytes | Path], of: type, by: str, wanted: AbstractSet[str]
) -> list[Any]:
    """The records of some tables whose text in the column `by` is wanted, table by table.

    Row groups that hold none of them are not read.
    """
    same: Same = {}
    found = chain.from_iterable(_chosen(content, by, wanted) for content in contents)
    runs = (list(run) for _, run in groupby(found, attrgetter("schema")))
    return [record for run in runs for record in _records(pa.concat_tables(run), of, same)]


def _chosen(content: bytes | Path, by: str, wanted: AbstractSet[str]) -> Iterator[Any]:
    """The wanted rows of a table, row group by row group."""
    with _opened(content) as file:
        for group in range(file.num_row_groups):
            yield from _wanted(file, group, by, wanted)


def _wanted(file: Any, group: int, by: str, wanted: AbstractSet[str]) -> Iterator[Any]:
    """The wanted rows of a row group, if any."""
    only = _only(file, group, by)
    if only is not None and only not in wanted:
        return
    table = file.read_row_group(group, use_threads=False)
    places = [] if only else [n for n, text in enumerate(_texts(table, by)) if text in wanted]
    if only or places:
        yield table.take(places) if places else table


def _only(file: Any, group: int, by: str) -> str | None:
    """The one text that stands in every row of a group, where the file says so."""
    row = file.metadata.row_group(group)
    columns = map(row.column, range(row.num_columns))
    told = next(column.statistics for column in columns if column.path_in_schema == by)
    least, most = (getattr(told, end, None) for end in ("min", "max"))
    return least if isinstance(least, str) and least == most else None


def _texts(table: Any, name: str) -> list[str]:
    return Text(str).values(table.column(name).combine_chunks(), {})


def _opened(content: bytes | Path) -> Any:
    return parquet.ParquetFile(io.BytesIO(content) if isinstance(content, bytes) else content)


def _records(table: Any, of: type, same: Same) -> list[Any]:
    return _column(of).values(table.to_struct_array().combine_chunks(), same)


class Column(Protocol):
    """One kind of value as an Arrow array and back; each may be None."""

    def array(self, values: Sequence[Any]) -> Any:
        """The values as an array."""
        ...

    def values(self, array: Any, same: Same) -> list[Any]:
        """The values of an array."""
        ...


class Number:
    """Whole numbers, floats and truths."""

    def __init__(self, kind: Any) -> None:
        self._kind = kind

    def array(self, values: Sequence[Any]) -> Any:
        """The values as an array."""
        return pa.array(values, self._kind)

    def values(self, array: Any, same: Same) -> list[Any]:  # noqa: ARG002 - they are small
        """The values of an array."""
        plain = array if array.null_count else array.to_numpy(zero_copy_only=False)
        return list(plain.tolist())


class Text:
    """Texts, and amounts as they are written; half a character has no UTF-8 and goes as bytes."""

    def __init__(self, kind: type) -> None:
        self._kind = kind

    def array(self, values: Sequence[Any]) -> Any:
        """The values as an array."""
        texts = values if self._kind is str else [v if v is None else str(v) for v in values]
        try:
            return pa.array(texts, pa.large_string())
        except UnicodeEncodeError:
            halves = [t if t is None else t.encode("utf-8", "surrogatepass") for t in texts]
            return pa.array(halves, pa.large_binary())

    def values(self, array: Any, same: Same) -> list[Any]:
        """The values of an array."""
        known = array.dictionary_encode()
        distinct = known.dictionary.to_pylist()
        if pa.types.is_large_binary(array.type):
            distinct = [text.decode("utf-8", "surrogatepass") for text in distinct]
        if self._kind is not str:
            distinct = [self._amount(text, same) for text in distinct]
        elif 2 * len(distinct) < len(array):  # else most stand there once, as ids do
            distinct = list(map(same.setdefault, distinct, distinct))
        distinct.append(None)  # where -1 points
        places = known.indices.fill_null(-1).to_numpy().tolist()
        return list(map(distinct.__getitem__, places))

    def _amount(self, text: str, same: Same) -> Any:
        key = (self._kind, text)
        known = same.get(key)
        return same.setdefault(key, self._kind(text)) if known is None else known


class Hashes:
    """Runs of numbers of 64 bits, as arrays."""

    def array(self, values: Sequence[Any]) -> Any:
        """The values as an array."""
        return pa.array([array_of("Q", run or ()).tobytes() for run in values], pa.large_binary())

    def values(self, array: Any, same: Same) -> list[Any]:  # noqa: ARG002 - each text has its own
        """The values of an array."""
        runs = [array_of("Q") for _ in range(len(array))]
        for run, content in zip(runs, array.to_pylist(), strict=True):
            run.frombytes(content)
        return runs


class Many:
    """Tuples of any length, of one kind of value."""

    def __init__(self, one: Column) -> None:
        self._one = one

    def array(self, values: Sequence[Any]) -> Any:
        """The values as an array."""
        known = [some or () for some in values]
        ends = accumulate(map(len, known), initial=0)
        inner = self._one.array(list(chain.from_iterable(known)))
        return pa.LargeListArray.from_arrays(pa.array(ends, pa.int64()), inner)

    def values(self, array: Any, same: Same) -> list[Any]:
        """The values of an array."""
        inner = self._one.values(array.values, same)
        ends = array.offsets.to_numpy().tolist()
        return [tuple(inner[start:end]) for start, end in pairwise(ends)]


class Record:
    """Records with slots, or tuples of a few kinds of value: a column a field."""

    def __init__(self, make: Any, kinds: Mapping[str, Any]) -> None:
        self._make, self._names = make, tuple(kinds)
        self._columns = tuple(map(_column, kinds.values()))
        self._get = attrgetter(*kinds) if is_dataclass(make) and len(kinds) > 1 else tuple
        self._written = Decimal in map(_one_of, kinds.values())

    def array(self, values: Sequence[Any]) -> Any:
        """The values as an array."""
        nothing = (None,) * len(self._names)
        rows = [nothing if one is None else self._get(one) for one in values]
        each = zip(*rows, strict=True) if rows else repeat(())
        parts = [column.array(some) for column, some in zip(self._columns, each, strict=False)]
        none = pa.array([one is None for one in values], pa.bool_())
        return pa.StructArray.from_arrays(parts, self._names, mask=none)

    def values(self, array: Any, same: Same) -> list[Any]:
        """The values of an array."""
        parts = zip(self._columns, array.flatten(), strict=True)
        columns: list[Iterable[Any]] = [column.values(part, same) for column, part in parts]
        if not array.null_count:
            return self._made(columns, len(array), same)
        there = array.is_valid().to_pylist()
        some = [compress(column, there) for column in columns]
        made = iter(self._made(some, sum(there), same))
        return [next(made) if one else None for one in there]

    def _made(self, columns: Iterable[Iterable[Any]], number: int, same: Same) -> list[Any]:
        """Records out of their columns; each was checked when it was first made, not again."""
        del same
        if self._make is tuple:
            return list(zip(*columns, strict=True))
        made = list(map(object.__new__, repeat(self._make, number)))
        for name, column in zip(self._names, columns, strict=True):
            deque(map(getattr(self._make, name).__set__, made, column), maxlen=0)
        return made


class Shared(Record):
    """Records that many have in common, each made once."""

    def _made(self, columns: Iterable[Iterable[Any]], number: int, same: Same) -> list[Any]:
        """Records out of their columns; amounts that are equal may be written differently."""
        del number
        rows = list(zip(*columns, strict=True))
        told = [tuple(map(id, row)) for row in rows] if self._written else rows
        keys = list(zip(repeat(self._make), told))
        new = {key: row for key, row in zip(keys, rows, strict=True) if key not in same}
        made = super()._made(zip(*new.values(), strict=True), len(new), same) if new else ()
        same.update(zip(new, made, strict=True))
        return list(map(same.__getitem__, keys))


@cache
def _column(kind: Any) -> Column:
    """How values of an annotated kind are kept."""
    kind = _one_of(kind)
    if kind in _NUMBERS:
        return Number(_NUMBERS[kind])
    if kind in (str, Decimal):
        return Text(kind)
    if kind == Sequence[int]:
        return Hashes()
    if is_dataclass(kind):
        hints = get_type_hints(kind)
        shape = Shared if kind in _SHARED else Record
        return shape(kind, {field.name: hints[field.name] for field in fields(kind)})
    first, *others = get_args(kind)
    if others == [...]:
        return Many(_column(first))
    return Record(tuple, {str(n): one for n, one in enumerate((first, *others))})


def _one_of(kind: Any) -> Any:
    """A kind without its None."""
    some = [one for one in get_args(kind) if one is not NoneType]
    return some[0] if NoneType in get_args(kind) else kind
