"""The one exchange between sources: each block of mentions matched, side by side, and kept."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path

from accord import facts, loading, store
from accord.engines import Workers
from accord.facts import Matched
from accord.store import Store
from accord.study import packing
from accord.study.statements import Stated

NAME = "matched"  # the file that a matched block is kept in


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """The mentions of one block, in the parts that hold some, and the number of all claims."""

    name: str
    parts: tuple[Stated, ...]
    claims: int


def match(
    stated: Iterable[Stated], claims: int, root: Path | None, workers: Workers
) -> Iterator[Matched]:
    """What each block comes to, the largest first; kept under `root` where the parts are.

    `claims` is the number of those of all blocks.
    """
    sizes: Counter[str] = Counter()
    parts: dict[str, list[Stated]] = defaultdict(list)
    for part in stated:
        for name, size in packing.blocks_of(part.mentions).items():
            sizes[name] += size
            parts[name].append(part)
    names = sorted(sizes, key=lambda name: (-sizes[name], name))
    blocks = (Block(name=name, parts=tuple(parts[name]), claims=claims) for name in names)
    return map(_read, workers.map(partial(_done, root), blocks))


def _read(done: bytes | Path) -> Matched:
    return packing.unpack_matched(packing.content(done))


@loading.uncollected()
def _done(root: Path | None, block: Block) -> bytes | Path:
    """What a block comes to: where it is kept, else packed."""
    keys = [part.key for part in block.parts]
    if root is None or None in keys:
        return _packed(block)
    key = store.key("block", block.name, keys, block.claims)
    folder = Store(root).fetch(key, lambda work: _write(work / NAME, block))
    return folder / NAME


def _write(path: Path, block: Block) -> None:
    path.write_bytes(_packed(block))


def _packed(block: Block) -> bytes:
    same: dict[object, object] = {}
    packs = (packing.unpack_mentions(part.mentions, block.name, same) for part in block.parts)
    return packing.pack_matched(facts.match(chain.from_iterable(packs), block.claims))
