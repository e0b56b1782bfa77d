"""What a process did beside reading: hosts it called, programs it started, files it wrote."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Self

_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_CALLS = ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "urllib.Request")
_STARTS = ("subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "pty.spawn")
_MOVES = ("os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.symlink", "os.link")


class Watch:
    """Notes what is done while it is on; an audit hook cannot be taken away again."""

    def __init__(self) -> None:
        self.on = False
        self.called: list[str] = []
        self.started: list[str] = []
        self.written: list[Path] = []
        sys.addaudithook(self._see)

    def __enter__(self) -> Self:
        self.called, self.started, self.written, self.on = [], [], [], True
        return self

    def __exit__(self, *_: object) -> None:
        self.on = False

    def _see(self, event: str, given: tuple) -> None:
        if not self.on:
            return
        if event in _CALLS and not _is_near(event, given):
            self.called.append(f"{event} {given[1:]}")
        elif event in _STARTS:
            self.started.append(f"{event} {given[:2]}")
        elif event in _MOVES or (event == "open" and given[2] and given[2] & _WRITES):
            self._wrote(given[0], given[-1])

    def _wrote(self, path: object, beside: object) -> None:
        """Note a path; a name beside an open folder's handle is shutil clearing that folder."""
        if isinstance(path, (str, bytes, os.PathLike)) and (
            beside in {-1, None} or _is_whole(path)
        ):
            self.written.append(Path(os.fsdecode(path)).absolute())


def _is_near(event: str, given: tuple) -> bool:
    """Whether a socket is a file of this machine, as the one between a study and its workers."""
    return event == "socket.connect" and isinstance(given[1], (str, bytes))


def _is_whole(path: str | bytes | os.PathLike) -> bool:
    return Path(os.fsdecode(path)).is_absolute()


# Put on a subprocess's PYTHONPATH as sitecustomize.py: the kernels that it starts inherit it.
SITE = """
import os, sys
def see(event, given):
    if event == "socket.connect" and isinstance(given[1], tuple) or event == "os.system":
        with open(os.environ["HOSTILE_LOG"], "a") as log:
            log.write(f"{event} {given[1:] or given}\\n")
sys.addaudithook(see)
"""
