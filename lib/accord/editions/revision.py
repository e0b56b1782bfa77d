"""An edition by its folder, its number, or a git revision."""

from __future__ import annotations

import tempfile
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from accord.editions.history import git, unpack
from accord.errors import EditionError
from accord.project import Project


@contextmanager
def folder(word: str, home: Project) -> Generator[Path]:
    """The folder that `word` names: a folder, a published number, a revision, or revision:path.

    A revision alone stands for the newest edition that was published in it. What is taken out of
    git lies in a temporary folder and is gone afterwards.

    Raises:
        EditionError: where nothing has that name.
    """
    there = next((path for path in (Path(word), home.editions / word) if path.is_dir()), None)
    if there:
        yield there
        return
    name, _, path = word.partition(":")
    commit = git(home, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    if commit is None:
        message = (
            f"{word!r} is no folder, no published edition and no git revision. "
            "`accord list` shows the editions."
        )
        raise EditionError(message)
    with tempfile.TemporaryDirectory(prefix="accord-") as temporary:
        revision = commit.decode().strip()
        yield _unpacked(home, revision, path or _newest(home, revision), Path(temporary))


def _newest(home: Project, revision: str) -> str:
    root = home.editions.relative_to(home.home).as_posix()
    told = git(home, "ls-tree", "-z", "--name-only", revision, f"{root}/") or b""
    names = [PurePosixPath(name) for name in told.decode(errors="replace").split("\0")]
    numbers = [path for path in names if path.name.isascii() and path.name.isdigit()]
    if not numbers:
        message = f"revision {revision[:12]} holds no edition in {root}/. Name another one."
        raise EditionError(message)
    return max(numbers, key=lambda path: int(path.name)).as_posix()


def _unpacked(home: Project, revision: str, path: str, target: Path) -> Path:
    if unpack(home, f"{revision}:{path}", target) is None:
        message = f"revision {revision[:12]} holds no folder {path}. Name another one."
        raise EditionError(message)
    return target
