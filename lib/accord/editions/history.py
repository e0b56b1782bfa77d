"""What git still has of the commit that published an edition: its corpus, its code."""

from __future__ import annotations

import io
import subprocess
import tarfile
from dataclasses import dataclass
from pathlib import Path

from accord.editions import manifest
from accord.editions.manifest import Manifest
from accord.project import Project

_TRIED = 8  # commits that are asked for the code of an edition: it is near the one that published


def git(home: Project, *words: str) -> bytes | None:
    """What git says in the project, or None where it says no."""
    try:
        said = subprocess.run(  # noqa: S603 - fixed words; a revision never starts with a dash
            ["git", *words],  # noqa: S607 - git is where the user has it
            cwd=home.home,
            capture_output=True,
            check=False,
        )
    except OSError:
        return None
    return said.stdout if said.returncode == 0 else None


def unpack(home: Project, tree: str, target: Path) -> Path | None:
    """The folder `tree` (revision:path) in the empty folder `target`; None where git has none."""
    packed = git(home, "archive", "--format=tar", tree)
    if packed is None:
        return None
    target.mkdir(parents=True, exist_ok=True)
    with tarfile.open(fileobj=io.BytesIO(packed)) as tar:
        tar.extractall(target, filter="data")
    return target


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """The commit that published an edition, unpacked to `scratch` as far as it is asked for."""

    home: Project
    said: Manifest
    scratch: Path

    def folder(self, path: str) -> Path | None:
        """A folder of the project as it was committed with the edition, or None."""
        commit = next(iter(self._commits(1)), None)
        if commit is None or not path or Path(path).is_absolute() or ".." in Path(path).parts:
            return None
        return self._unpacked(commit, path)

    def library(self) -> Path | None:
        """The folder that holds the package `accord` which made the edition, or None.

        It is taken from the commit that published the edition or one just before, by its digest.
        """
        wanted = dict(self.said.recipe.code).get("lib")
        for commit in self._commits(_TRIED):
            found = self._unpacked(commit, "lib")
            if found and manifest.code_of(found / "accord") == wanted:
                return found
        return None

    def output(self, name: str) -> bytes | None:
        """A file of the edition as it was committed, or None."""
        root = self.home.editions.relative_to(self.home.home).as_posix()
        commit = next(iter(self._commits(1)), None)
        tree = f"{commit}:{root}/{self.said.edition}/{name}"
        return git(self.home, "show", tree) if commit else None

    def _commits(self, count: int) -> list[str]:
        if self.said.edition is None:
            return []
        root = self.home.editions.relative_to(self.home.home).as_posix()
        name = f"{root}/{self.said.edition}/{manifest.NAME}"
        told = git(self.home, "log", "--all", "--diff-filter=A", "--format=%H", "--", name) or b""
        for commit in told.decode().split():
            shown = git(self.home, "show", f"{commit}:{name}") or b""
            if self.said.digest.encode() in shown:
                near = git(self.home, "rev-list", f"--max-count={count}", commit) or b""
                return near.decode().split()
        return []

    def _unpacked(self, commit: str, path: str) -> Path | None:
        target = self.scratch / commit[:12] / path
        return target if target.is_dir() else unpack(self.home, f"{commit}:{path}", target)
