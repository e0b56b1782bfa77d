"""Starters: commented .toml files for a folder of texts, made by looking at them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from accord import sources
from accord.errors import CorpusError, EditionError
from accord.parameters import Parameters
from accord.sources import remote
from accord.study import flow
from accord.study.starters import coding, measures, names, outside, texts

__all__ = ["Started", "put"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Started:
    """Which files were written, which stood there already, and what was found, in words."""

    folder: Path
    written: tuple[str, ...]
    standing: tuple[str, ...]
    found: tuple[str, ...]


def put(given: Parameters) -> Started:
    """Write the starters that are missing beside the texts of a corpus; never over a file.

    Raises:
        CorpusError: the corpus cannot be read.
        EditionError: its folder cannot be written.
    """
    if remote.is_address(given.corpus):
        message = (
            "starters are written beside the texts; copy the texts to a folder, and name that."
        )
        raise CorpusError(message)
    folder = sources.listing(flow.folder(given), given).root
    findings = flow.find(given)
    pairs = names.pairs(texts.distinct(findings))
    candidates = measures.candidates(findings, given)
    drawn: dict[str, Callable[[], Iterator[str]]] = {
        "sources.toml": lambda: texts.lines(findings),
        "codebook.toml": lambda: coding.lines(findings, pairs, candidates),
        "references.toml": lambda: outside.lines(findings),
    }
    written = tuple(name for name, lines in drawn.items() if _put(folder / name, lines))
    return Started(
        folder=folder,
        written=written,
        standing=tuple(name for name in drawn if name not in written),
        found=(*texts.told(findings), *coding.told(pairs, candidates), *outside.told(findings)),
    )


def _put(path: Path, lines: Callable[[], Iterator[str]]) -> bool:
    """Whether the file was written: whole, or not at all; what stands there stays."""
    try:
        stream = path.open("x", encoding="utf-8", newline="\n")
    except FileExistsError:
        return False
    except OSError as error:
        raise _shut(path, error) from None
    try:
        with stream:
            stream.writelines(f"{line}\n" for line in lines())
    except BaseException as error:
        with suppress(OSError):
            path.unlink()
        if isinstance(error, OSError):
            raise _shut(path, error) from None
        raise
    return True


def _shut(path: Path, error: OSError) -> EditionError:
    message = (
        f"{path} cannot be written ({error.strerror}). "
        "Make room or give the right to write there, or copy the texts to another folder."
    )
    return EditionError(message)
