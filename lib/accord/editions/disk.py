"""Folders that appear whole or not at all, and one writer at a time."""

from __future__ import annotations

import errno
import fcntl
import os
import shutil
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path

from accord.errors import EditionError

_NO_ROOM = {
    errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOSPC, errno.EDQUOT, errno.EBUSY, errno.EXDEV,
    errno.ENOTDIR, errno.EEXIST, errno.EFBIG, errno.EIO,
}  # fmt: skip


@contextmanager
def workshop(target: Path, *, wait: bool = False) -> Generator[Path]:
    """An empty folder beside `target`, on the same disk, for one writer; gone afterwards.

    What a killed run left in it is cleared first. It ignores itself in git. A second writer is
    refused, or waits for its turn if asked to.

    Raises:
        EditionError: where another process is at work, or the disk refuses.
    """
    folder = target.parent / f".{target.name}.building"
    with _told(target), _locked(folder, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB):
        clear(folder / "work")
        work = folder / "work"
        work.mkdir()
        try:
            yield work
        finally:
            clear(work)


def appear(built: Path, target: Path) -> None:
    """Make the finished folder `built` visible as `target`, in one step; never over files."""
    os.rename(built, target)  # noqa: PTH104 - the one system call that everything rests on


def exchange(built: Path, target: Path, work: Path) -> None:
    """Put `built` where `target` stands; a failure puts the old folder back."""
    if not target.exists():
        appear(built, target)
        return
    appear(target, work / "old")
    try:
        appear(built, target)
    except BaseException:
        appear(work / "old", target)
        raise


def clear(folder: Path) -> None:
    """Remove a folder that a killed run may have left."""
    if folder.exists():
        shutil.rmtree(folder)


@contextmanager
def _locked(folder: Path, how: int) -> Generator[None]:
    handle = _take(folder, how)
    try:
        os.ftruncate(handle, 0)
        os.write(handle, str(os.getpid()).encode())
        yield
    finally:
        _leave(folder)
        os.close(handle)


def _leave(folder: Path) -> None:
    """Remove the lock last, still held: who comes next finds it gone and makes a new one."""
    with suppress(OSError):
        (folder / ".gitignore").unlink(missing_ok=True)
        (folder / "lock").unlink(missing_ok=True)
        folder.rmdir()


def _take(folder: Path, how: int) -> int:
    """A handle that holds the lock; the system frees it when the process ends, however it ends."""
    while True:
        handle = _open(folder)
        if handle is None:
            continue
        try:
            fcntl.flock(handle, how)
        except BlockingIOError:
            raise _busy(folder, handle) from None
        if _still_there(folder / "lock", handle):
            return handle
        os.close(handle)


def _open(folder: Path) -> int | None:
    """A handle of the lock, or None where the last holder cleared the folder in between."""
    folder.mkdir(parents=True, exist_ok=True)
    try:
        (folder / ".gitignore").write_text("*\n", encoding="utf-8")
        return os.open(folder / "lock", os.O_RDWR | os.O_CREAT, 0o644)
    except FileNotFoundError:
        return None


def _still_there(path: Path, handle: int) -> bool:
    try:
        return path.stat().st_ino == os.fstat(handle).st_ino
    except FileNotFoundError:
        return False


def _busy(folder: Path, handle: int) -> EditionError:
    process = os.read(handle, 20).decode(errors="replace") or "unknown"
    os.close(handle)
    message = (
        f"another run (process {process}) is writing beside {folder.parent.name}/. "
        "Wait until it ends, or choose another folder with --out."
    )
    return EditionError(message)


@contextmanager
def _told(target: Path) -> Generator[None]:
    try:
        yield
    except OSError as error:
        if error.errno not in _NO_ROOM:
            raise
        message = (
            f"{target} cannot be written ({error.strerror}). "
            "Make room or give the right to write there, or choose another folder: --out for what "
            "is written, ACCORD_STORE for what is kept."
        )
        raise EditionError(message) from error
