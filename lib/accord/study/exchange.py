"""The one exchange between sources: each block of mentions matched, side by side, and kept."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from accord import facts, store
from accord.engines import Engine
from accord.facts import Matched
from accord.store import Store
from accord.study import packing
from accord.study.parts import Done

NAME = "matched"  # the file that a matched block is kept in
Held = tuple[Done, frozenset[str]]  # a part, and the copies in it, which say nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """The mentions of one block, in the parts that hold some, and the number of all claims."""

    name: str
    parts: tuple[Held, ...]
    claims: int


def match(
    read: Iterable[Done], copies: frozenset[str], claims: int, root: Path | None, engine: Engine
) -> Iterator[Matched]:
    """What each block comes to, the largest first; kept under `root` where the parts are.

    `claims` is the number of those of distinct texts.
    """
    sizes: Counter[str] = Counter()
    parts: dict[str, list[Held]] = defaultdict(list)
    for part in read:
        silent = copies.intersection(part.files)
        for name, size in packing.blocks_of(part.mentions).items():
            if len(silent) < len(part.files):
                sizes[name] += size
                parts[name].append((part, silent))
    names = sorted(sizes, key=lambda name: (-sizes[name], name))
    blocks = (Block(name=name, parts=tuple(parts[name]), claims=claims) for name in names)
    for done in engine.map(partial(_done, root), blocks):
        yield packing.unpack_matched(packing.content(done))


def _done(root: Path | None, block: Block) -> bytes | Path:
    """What a block comes to: where it is kept, else packed."""
    keys = [(part.key, sorted(copies)) for part, copies in block.parts]
    if root is None or any(key is None for key, _ in keys):
        return _packed(block)
    key = store.key("block", block.name, keys, block.claims)
    folder = Store(root).fetch(key, lambda work: _write(work / NAME, block))
    return folder / NAME


def _write(path: Path, block: Block) -> None:
    path.write_bytes(_packed(block))


def _packed(block: Block) -> bytes:
    shared: dict[object, object] = {}
    told = (
        one
        for part, copies in block.parts
        for one in packing.unpack_mentions(part.mentions, block.name, shared)
        if one.file not in copies
    )
    return packing.pack_matched(facts.match(told, block.claims))
