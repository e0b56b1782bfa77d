"""What was prepared of some texts, kept by block: one is read without the others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from accord.facts import Prepared, by_block
from accord.study import columns

NAME = "mentions.parquet"
SHARES = 8  # a block of more than this part of all is kept, and matched, on its own


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What one text says of one block."""

    block: str
    told: Prepared


def packed(told: Iterable[Prepared]) -> bytes:
    """What was prepared of some texts, block by block; small blocks share a row group."""
    blocks = [
        [Row(block=name, told=one) for one in some] for name, some in sorted(by_block(told).items())
    ]
    full = sum(map(len, blocks)) / SHARES
    small = chain.from_iterable(rows for rows in blocks if len(rows) < full)
    large = (rows for rows in blocks if len(rows) >= full)
    return columns.packed([[*small], *large], Row, by="block")


def sizes(content: bytes | Path) -> Counter[str]:
    """How many texts speak of each block."""
    return Counter(columns.column(content, "block"))


def unpacked(
    contents: Iterable[bytes | Path], wanted: AbstractSet[str]
) -> Iterator[tuple[str, Prepared]]:
    """What the texts of some parts say of the blocks that are wanted."""
    for row in columns.select(contents, Row, "block", wanted):
        yield row.block, row.told
