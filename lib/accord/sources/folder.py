"""Which files a folder holds, and which of them cannot be texts."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, partial
from operator import attrgetter
from pathlib import Path

from accord.errors import CorpusError
from accord.parameters import LARGEST
from accord.sources.formats import FORMATS
from accord.sources.rows import READERS

_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
BESIDE = ("sources.toml", "codebook.toml", "references.toml", "reviews.toml")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One text of a corpus: its shown name, its place, and why it is refused (None: it is not).

    `row` is its place in a table: where its line starts and ends, or its row group and its row in
    that. `about` holds what is known of it beforehand: outlet, title, date ...
    """

    file: str
    path: Path
    refused: str | None = None
    row: tuple[int, int] | None = None
    about: tuple[tuple[str, str], ...] = ()


def entries(path: Path, largest: int) -> list[Entry]:
    """Every file below `path` except the four .toml files beside the texts, by shown name.

    One of more than `largest` bytes is refused.

    Raises:
        CorpusError: `path` is no folder, or may not be read.
    """
    root = _root(path)
    found = sorted(_walk(root, largest), key=lambda entry: entry.file)
    names = [entry.file for entry in found]
    return [
        entry for entry, before in zip(found, [None, *names], strict=False) if entry.file != before
    ]


def inside(path: Path, root: Path) -> bool:
    """Whether what `path` leads to lies in `root`; a link that leads nowhere does not."""
    try:
        return path.resolve(strict=True).is_relative_to(root)
    except (OSError, RuntimeError):
        return False


def within(root: Path) -> Callable[[Path], bool]:
    """What tells of each path whether something is there that lies in `root`.

    A folder is followed once for all its files, since most are no links.
    """
    followed = cache(partial(inside, root=root))

    def lies(path: Path) -> bool:
        try:
            return followed(path if stat.S_ISLNK(path.lstat().st_mode) else path.parent)
        except OSError:
            return False

    return lies


def shown(name: str) -> str:
    """A file name as text; bytes that are not UTF-8, and controls, stand in hexadecimal."""
    text = os.fsencode(name).decode("utf-8", "backslashreplace")
    return _CONTROLS.sub(lambda control: f"\\x{ord(control[0]):02x}", text)


def _root(path: Path) -> Path:
    try:
        root = path.resolve(strict=True)
        if root.is_dir():
            os.scandir(root).close()
            return root
    except PermissionError:
        raise CorpusError(f"{path} may not be read; allow it with chmod u+rx.") from None
    except (OSError, RuntimeError, ValueError):
        raise CorpusError(f"there is no folder {path}; name a folder that holds texts.") from None
    message = f"{path} is a file; name the folder that holds it, or a .jsonl or .parquet table."
    raise CorpusError(message)


def _walk(root: Path, largest: int) -> Iterator[Entry]:
    waiting = [("", root)]
    while waiting:
        name, here = waiting.pop()
        try:
            with os.scandir(here) as listed:
                found = sorted(listed, key=attrgetter("name"))
        except OSError:
            yield _entry(name, here, "is a folder that may not be read; allow it with chmod u+rx.")
            continue
        for one in found:
            file, path = f"{name}/{one.name}" if name else one.name, here / one.name
            if file in BESIDE:
                continue
            if _is_folder(one, path):
                waiting.append((file, path))
            else:
                yield _entry(file, path, _refusal(root, path, one, largest))


def _is_folder(found: os.DirEntry[str], path: Path) -> bool:
    return (
        found.is_dir(follow_symlinks=False)
        and not found.name.startswith(".")
        and path.suffix.lower() not in FORMATS
    )


def _entry(name: str, path: Path, refusal: str | None) -> Entry:
    file = shown(name)
    return Entry(file=file, path=path, refused=f"{file} {refusal}" if refusal else None)


def _refusal(root: Path, path: Path, found: os.DirEntry[str], largest: int) -> str | None:
    if path.stem.upper() == "README" and path.parent == root:
        return "tells of the folder and is no text of the story; rename it to have it read."
    if path.name.startswith("."):
        return "is hidden; rename it without the leading dot to have it read."
    if found.is_symlink() and not inside(path, root):
        return "is a link that leaves the corpus or leads nowhere; put the text itself there."
    try:
        status = found.stat()
    except OSError:
        return "may not be read; allow it with chmod u+r."
    return _not_a_text(path, status) or too_long(status.st_size, largest)


def too_long(size: int, largest: int) -> str | None:
    """Why a file of that many bytes is refused, or None."""
    if size <= largest:
        return None
    repair = f", or set -p largest_text={size}." if size <= LARGEST else "."
    return f"has {size:,} bytes; at most {largest:,} are read. Shorten or split it{repair}"


def _not_a_text(path: Path, status: os.stat_result) -> str | None:
    if stat.S_ISDIR(status.st_mode):
        kind = "links to a folder" if path.is_symlink() else "is a folder named like a text"
        return f"{kind}; rename it, or put the texts themselves there."
    if not stat.S_ISREG(status.st_mode):
        return "is no ordinary file; put a text there."
    suffix = path.suffix.lower()
    if suffix in READERS:
        return "is a table; name the table itself as the corpus, or save its texts as .txt."
    if suffix not in FORMATS:
        ending = f"ends in {shown(suffix)!r}" if suffix else "has no ending"
        return (
            f"{ending}; accord reads {' '.join(FORMATS)}. "
            "Convert it, or add a reader in lib/accord/sources/formats/."
        )
    return None
