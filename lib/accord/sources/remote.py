"""A corpus at an fsspec address: what lies there, and a copy of it on this machine."""

from __future__ import annotations

import re
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import Any

from accord.errors import CorpusError
from accord.sources.folder import BESIDE
from accord.sources.formats import FORMATS
from accord.sources.notes.table import LIMIT
from accord.sources.rows import READERS

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]+(?:::|://)", re.IGNORECASE)
_LOCAL = re.compile(r"(?:file|local)://", re.IGNORECASE)
_PLAIN = (str, int, float, bytes, datetime)
_LOGIN = re.compile(r"(?<=://)[^/@]*@")
_MESSAGE = 200
_LONGEST_NAME = 255  # bytes, as file systems have it


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class There:
    """One file at an address: its place here below a folder, its path there, size and version."""

    here: str
    path: str
    size: int
    version: str
    link: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Remote:
    """What an address holds; `name` is the folder, or the table, that it becomes here."""

    name: str
    files: tuple[There, ...]
    address: str

    @property
    def state(self) -> tuple[Any, ...]:
        """What changes when something there changes."""
        return (self.address, *((one.here, one.size, one.version) for one in self.files))


def is_address(corpus: str) -> bool:
    """Whether a corpus is named by an address such as s3://bucket/news, and not by a path."""
    return _ADDRESS.match(corpus) is not None and _LOCAL.match(corpus) is None


def path_of(corpus: str) -> Path:
    """A corpus named by its path here, or as file://."""
    return Path(_LOCAL.sub("", corpus)).expanduser()


def name(address: str) -> str:
    """The last part of the path in an address: no host, bucket, login or query.

    They would else stand in an edition, which says nothing of where its texts lay.
    """
    plain = re.split(r"[?#]", address.partition("::")[0])[0]
    path = plain.partition("://")[2].rstrip("/")
    last = path.rpartition("/")[2] if "/" in path else f"corpus{PurePosixPath(path).suffix}"
    return re.sub(r"[^\w.-]", "-", last).strip(".") or "corpus"


def look(address: str) -> Remote:
    """Every file below an address, or the one that it names; nothing is fetched.

    Raises:
        CorpusError: there is nothing to read, or not by this machine.
    """
    with _told(address):
        system, root = _system(address)
        alone = bool(system.isfile(root))
        found: Mapping[str, Any] = (
            {root: system.info(root)} if alone else system.find(root, detail=True)
        )
    called = name(address)
    files = (
        _there(called if alone else f"{called}/{_below(path, root)}", path, one)
        for path, one in found.items()
    )
    remote = Remote(name=called, files=tuple(sorted(files)), address=address)
    if not remote.files:
        message = f"{_public(address)} holds no file; name a folder or a table that is there."
        raise CorpusError(message)
    return remote


def fetch(remote: Remote, folder: Path, largest: int) -> None:
    """Copy what accord reads to `folder`; of the rest only its name and size are kept.

    Raises:
        CorpusError: the connection is lost or a file may not be read.
    """
    with _told(remote.address):
        system, _ = _system(remote.address)
        for one in remote.files:
            target = folder / one.here
            target.parent.mkdir(parents=True, exist_ok=True)
            if _is_wanted(one, remote, largest):
                system.get_file(one.path, str(target))
            else:
                _hollow(target, one.size)


def _is_wanted(one: There, remote: Remote, largest: int) -> bool:
    """Whether accord would read it: a text, what stands beside texts, or the one table."""
    path = PurePosixPath(one.here)
    if one.link:
        return False
    if path.suffix.lower() in READERS:
        return one.here == remote.name
    limit = max(LIMIT, largest) if path.name in BESIDE else largest
    return one.size <= limit and (path.suffix.lower() in FORMATS or path.name in BESIDE)


def _hollow(target: Path, size: int) -> None:
    """A file of that size that takes no room: it will be refused by its size or its ending."""
    with target.open("wb") as stream:
        stream.truncate(size)


def _there(here: str, path: str, about: Mapping[str, Any]) -> There:
    told = {key: str(value) for key, value in sorted(about.items()) if isinstance(value, _PLAIN)}
    link, size = bool(about.get("islink")), int(about.get("size") or 0)
    return There(here=here, path=path, size=0 if link else size, version=repr(told), link=link)


def _below(path: str, root: str) -> str:
    """A file's name below the address.

    Raises:
        CorpusError: it would lead out of the folder that it is copied to.
    """
    file = path.removeprefix(root).lstrip("/")
    parts = PurePosixPath(file).parts
    long = any(len(part.encode("utf-8", "replace")) > _LONGEST_NAME for part in parts)
    if not parts or long or ".." in parts or "\0" in file or not path.startswith(root):
        message = f"{_public(path)!r} is no name that a file here can have; rename it there."
        raise CorpusError(message)
    return file


def _system(address: str) -> tuple[Any, str]:
    try:
        from fsspec.core import url_to_fs  # noqa: PLC0415  # an extra: only who asks has it
    except ImportError:
        message = "a corpus at an address needs an extra. Run: pip install 'accord[remote]'"
        raise CorpusError(message) from None
    system, root = url_to_fs(address)
    return system, str(root).rstrip("/")


@contextmanager
def _told(address: str) -> Generator[None]:
    """Whatever the many kinds of file systems raise, in words."""
    try:
        yield
    except CorpusError:
        raise
    except ImportError as error:
        message = f"{_public(address)} needs one more package: {_brief(error)} Install it with pip."
        raise CorpusError(message) from None
    except Exception as error:  # noqa: BLE001  # each kind of file system raises its own
        message = (
            f"{_public(address)} cannot be read ({type(error).__name__}: {_brief(error)}). "
            "Check the address, the network and your right to read there."
        )
        raise CorpusError(message) from None


def _brief(error: Exception) -> str:
    return _public(str(error))[:_MESSAGE]


def _public(address: str) -> str:
    """An address without the login that it may hold, and without its query."""
    return re.sub(r"\?\S*", "", _LOGIN.sub("", address))
