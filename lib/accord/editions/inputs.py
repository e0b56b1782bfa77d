"""The texts and tables that an edition was made from: kept in the store, and found again."""

from __future__ import annotations

import shutil
import zipfile
import zlib
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePath
from tempfile import TemporaryDirectory

from accord.editions import history, manifest
from accord.editions.manifest import KNOWLEDGE, Manifest, Recipe
from accord.errors import EditionError
from accord.model import Source
from accord.parameters import Parameters
from accord.project import Project
from accord.sources import folder as corpus
from accord.sources import open_text, tables

FOLDER = "inputs"
_ENDING = 16  # characters of an ending that an unpacked file has at most
LIMIT = 16_000_000  # bytes of all inputs together: a larger corpus is not kept

Find = Callable[[str], Path | None]


def keep(place: Path, made: Recipe, store: Path) -> None:
    """Copy the files that `made` names from the corpus in `place` to one archive in the store.

    An edition never holds them: text from strangers leaves no place but the store. Nothing is kept
    where they are larger than `LIMIT` together. What is hidden, or leads out of the corpus, is
    left out.

    Raises:
        EditionError: a file is no longer the one that was read.
    """
    archive = _archive(store, made)
    if archive.exists() or sum(file.size for _, file in made.files) > LIMIT:
        return
    root = place.resolve()
    lies = corpus.within(root)
    archive.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=archive.parent, prefix=".") as work:
        draft = Path(work, archive.name)
        with zipfile.ZipFile(draft, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as whole:
            held = set[str]()
            for name, file in made.files:
                path = root / name
                if f"/{name}".count("/.") or file.sha256 in held:
                    continue
                if lies(path) and manifest.is_readable(path):  # a pipe would never end
                    whole.writestr(file.sha256, _unchanged(path, file))
                    held.add(file.sha256)
        draft.replace(archive)


def _archive(store: Path, made: Recipe) -> Path:
    """The archive of the files of a recipe, each under its digest."""
    key = manifest.digest([[name, file.sha256] for name, file in made.files])
    return store / FOLDER / f"{key}.zip"


def _unchanged(path: Path, file: manifest.File) -> bytes:
    content = path.read_bytes()
    if manifest.of(content) != file:
        message = f"{path.name} changed while it was read. Run again."
        raise EditionError(message)
    return content


@dataclass(frozen=True, slots=True, kw_only=True)
class Inputs:
    """Where the inputs of an edition are looked for, one after the other, each by its digest."""

    said: Manifest
    places: tuple[Find, ...]

    def find(self, name: str) -> Path | None:
        """A file of the bytes that the manifest names, or None where none is left."""
        wanted = dict(self.said.recipe.files).get(name)
        inside = wanted and not Path(name).is_absolute() and ".." not in Path(name).parts
        found = (place(name) for place in self.places) if inside else ()
        return next((path for path in found if path and _is(path, wanted)), None)

    def missing(self) -> tuple[str, ...]:
        """The names of the inputs that are nowhere left."""
        return tuple(name for name, _ in self.said.recipe.files if self.find(name) is None)

    @property
    def table(self) -> str | None:
        """The name of the one table that holds all texts, or None where each is a file."""
        return table_of(self.said.recipe)

    def texts(self, names: Iterable[str]) -> dict[str, Source]:
        """Those of the named texts that are left, decoded and split into sentences."""
        wanted = frozenset(names)
        if self.table:
            path = self.find(self.table)
            known = tables.open_table(path, self._largest) if path else None
            rows = known.entries if known else []
            return {one.file: open_text(one) for one in rows if one.file in wanted}
        found = {name: path for name in sorted(wanted) if (path := self.find(name))}
        return {name: open_text(corpus.Entry(file=name, path=found[name])) for name in found}

    @property
    def _largest(self) -> int:
        """The bytes that a text of the edition could have."""
        given = {setting.name: setting.value for setting in self.said.recipe.settings}
        return int(given.get("largest_text", Parameters().largest_text))

    def lay(self, target: Path) -> Path:
        """All inputs as a corpus in an empty folder; the corpus: the folder, or its table."""
        for name, _ in self.said.recipe.files:
            path = self.find(name)
            if path is not None:
                _copy(path, target / name)
        return target / self.table if self.table else target


def of(said: Manifest, home: Project, scratch: Path) -> Inputs:
    """The inputs of the edition in a folder.

    They lie in the store, else where the corpus lies now, else in the commit that published it;
    what is packed is unpacked to `scratch`.
    """
    value = next((s.value for s in said.recipe.settings if s.name == "corpus"), "")
    here = home.home / str(value)
    here = here.parent if here.is_file() else here
    published = history.Published(home=home, said=said, scratch=scratch)

    def committed(name: str) -> Path | None:
        root = published.folder(str(value))
        return root / name if root else None

    kept = _Kept(archive=_archive(home.store, said.recipe), target=scratch / "kept")
    digests = dict(said.recipe.files)
    return Inputs(
        said=said,
        places=(
            lambda name: kept.find(name, digests[name].sha256),
            lambda name: here / name,
            committed,
        ),
    )


class _Kept:
    """What an archive of inputs holds, each file unpacked to a folder when it is asked for."""

    def __init__(self, archive: Path, target: Path) -> None:
        self._archive, self._target = archive, target

    @cached_property
    def _whole(self) -> zipfile.ZipFile:
        return zipfile.ZipFile(self._archive)

    def find(self, name: str, digest: str) -> Path | None:
        """A file, with the ending of its name that says how it is read; None where none is left."""
        there = self._target / f"{digest}{PurePath(name).suffix[:_ENDING]}"
        with suppress(OSError, KeyError, zipfile.BadZipFile, zlib.error):
            if not there.exists():
                content = self._whole.read(digest)
                self._target.mkdir(parents=True, exist_ok=True)
                there.write_bytes(content)
            return there
        return None


def table_of(made: Recipe) -> str | None:
    """The name of the one table that holds all texts, or None where each is a file."""
    names = [name for name, _ in made.files if name not in KNOWLEDGE]
    value = next((s.value for s in made.settings if s.name == "corpus"), "")
    return names[0] if len(names) == 1 and names[0] == Path(str(value)).name else None


def left_out(made: Recipe) -> frozenset[str]:
    """The texts that a parameter keeps out of the corpus."""
    said = (s.value for s in made.settings if s.name == "leave_out")
    return frozenset(name for value in said for name in value)


def _copy(path: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(path, target)


def _is(path: Path, wanted: manifest.File | None) -> bool:
    return path.is_file() and manifest.file(path) == wanted
