from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from accord import parameters, sources
from accord.model import Corpus


@pytest.fixture
def corpus(tmp_path: Path) -> Callable[..., Corpus]:
    """The corpus of a folder with the files given by name; text is written as UTF-8."""

    def make(files: dict[str, str | bytes], **given) -> Corpus:
        for name, content in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return sources.read(tmp_path, parameters.check(given))

    return make


@pytest.fixture
def one(corpus):
    """The single source of a folder that holds one file."""

    def make(content: str | bytes, name: str = "a.txt"):
        (source,) = corpus({name: content}).sources
        return source

    return make
