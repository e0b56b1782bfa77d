"""Executed notebooks that need not be executed again, and why one had to be.

What a notebook shows follows from its cells, the code, the findings and, where it looks at them,
the parameters' values. A parameter that moves no finding leaves the other notebooks as they are.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from accord import project, store
from accord.store import Store

_FILE = "notebook.ipynb"
_LAST = "last"  # what each notebook last followed from, to say why it ran


@dataclass(frozen=True, slots=True, kw_only=True)
class Grounds:
    """All that the outputs of the notebook `name` follow from, in words -> digest.

    `shown` is the digest of the parameters' values, which only some notebooks look at.
    """

    name: str
    parts: Mapping[str, str]
    shown: str

    def key(self, *, looked: bool) -> str:
        """The key of its outputs, with the parameters' values where the notebook looked at them."""
        return store.key("notebook", self.name, dict(self.parts), self.shown if looked else "")


def kept(grounds: Grounds) -> NotebookNode | None:
    """The notebook as it was once executed on the same grounds, or None."""
    there = _store()
    for looked in (False, True):
        key = grounds.key(looked=looked)
        if there.holds(key):
            path = there.fetch(key, _nothing) / _FILE
            read: NotebookNode = nbformat.from_dict(json.loads(path.read_text(encoding="utf-8")))
            return read
    return None


def keep(grounds: Grounds, notebook: NotebookNode, *, looked: bool) -> None:
    """Keep an executed, settled notebook; `looked`: it looked at the parameters' values."""

    def fill(folder: Path) -> None:
        (folder / _FILE).write_text(json.dumps(notebook), encoding="utf-8")

    _store().fetch(grounds.key(looked=looked), fill)
    _remember(grounds)


def why(grounds: Grounds) -> str:
    """What changed since the notebook was last executed, in words."""
    try:
        told = json.loads(_last(grounds.name).read_text(encoding="utf-8"))
        before: dict[str, str] = {str(name): str(digest) for name, digest in told.items()}
    except (OSError, ValueError, AttributeError):
        return "it was not run yet"
    now = _all(grounds)
    changed = [words for words in now if now[words] != before.get(words)]
    return f"changed: {', '.join(changed)}" if changed else "what was kept is gone"


def _remember(grounds: Grounds) -> None:
    path = _last(grounds.name)
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_suffix(f".{os.getpid()}")
    draft.write_text(json.dumps(_all(grounds)), encoding="utf-8")
    draft.replace(path)


def _all(grounds: Grounds) -> dict[str, str]:
    return {**grounds.parts, "the parameters it shows": grounds.shown}


def _last(name: str) -> Path:
    return _store().root / _LAST / f"{name}.json"


def _store() -> Store:
    return Store(project.find().store)


def _nothing(_: Path) -> None:
    """It stands already."""
