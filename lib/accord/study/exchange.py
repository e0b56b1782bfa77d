"""The one exchange between sources: each block of mentions matched, side by side, and kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path

from accord import facts, loading, store
from accord.engines import Workers, here
from accord.facts import Matched, Prepared
from accord.store import Store
from accord.study import columns, mentions
from accord.study.statements import Stated

NAME = "matched.parquet"  # the file that matched blocks are kept in


@dataclass(frozen=True, slots=True, kw_only=True)
class Blocks:
    """Some blocks, the parts that hold mentions of them, and the number of all claims."""

    names: tuple[str, ...]
    parts: tuple[Stated, ...]
    claims: int


def match(
    stated: Iterable[Stated], claims: int, root: Path | None, workers: Workers
) -> Iterator[Matched]:
    """What each block comes to, the largest first; kept under `root` where the parts are.

    `claims` is the number of those of all blocks.
    """
    parts = list(stated)
    sizes = sum((part.blocks for part in parts), Counter[str]())
    blocks = (
        Blocks(
            names=names,
            parts=tuple(part for part in parts if not part.blocks.keys().isdisjoint(names)),
            claims=claims,
        )
        for names in _shares(sizes)
    )
    near = workers if len(parts) > 1 else here  # so few are matched before a worker has started
    return chain.from_iterable(map(_read, near.map(partial(_done, root), blocks)))


def _shares(sizes: Counter[str]) -> Iterator[tuple[str, ...]]:
    """Large blocks on their own, the largest first; small ones together."""
    share: list[str] = []
    filled, full = 0, sum(sizes.values()) / mentions.SHARES
    for name in sorted(sizes, key=lambda name: (-sizes[name], name)):
        share.append(name)
        filled += sizes[name]
        if filled >= full:
            yield tuple(share)
            share, filled = [], 0
    if share:
        yield tuple(share)


def _read(done: bytes | Path) -> list[Matched]:
    return columns.unpacked(done, Matched, {})


@loading.uncollected()
def _done(root: Path | None, blocks: Blocks) -> bytes | Path:
    """What some blocks come to: where it is kept, else packed."""
    keys = [part.key for part in blocks.parts]
    if root is None or None in keys:
        return _packed(blocks)
    key = store.key("blocks", blocks.names, keys, blocks.claims)
    folder = Store(root).fetch(key, lambda work: _write(work / NAME, blocks))
    return folder / NAME


def _write(path: Path, blocks: Blocks) -> None:
    path.write_bytes(_packed(blocks))


def _packed(blocks: Blocks) -> bytes:
    told: dict[str, list[Prepared]] = {name: [] for name in blocks.names}
    for name, one in mentions.unpacked((part.mentions for part in blocks.parts), told.keys()):
        told[name].append(one)
    matched = [facts.match(told.pop(name), blocks.claims) for name in blocks.names]
    return columns.packed([matched], Matched)
