"""Whether an edition is still what its manifest says, and whether it can be built again."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path
from typing import Any

from accord.editions import ledger, manifest
from accord.editions.manifest import Manifest
from accord.errors import EditionError
from accord.project import find

Rebuild = Callable[[Manifest, Path], None]

_KEYS = ("id", "fact", "source", "a")
_TEXT = (".csv", ".html", ".ipynb", ".json", ".jsonld", ".md", ".svg")


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """A file that is not as published; `record` is its line, record or byte where that is known."""

    file: str
    what: str
    record: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified:
    """What was checked: `files` digests, and a rebuild where nothing hindered it."""

    edition: int | None
    files: int
    problems: tuple[Problem, ...]
    rebuilt: bool
    hindered: str | None

    @property
    def sound(self) -> bool:
        """Whether nothing was found."""
        return not self.problems


def verify(edition: Path, rebuild: Rebuild | None = None) -> Verified:
    """Check every digest of the edition in a folder; then build it again and compare bytes.

    `rebuild(manifest, folder)` writes the edition that a manifest describes to an empty folder.
    It is asked only where the libraries are those of the manifest; else, and where other code
    gives other bytes, `hindered` says which to check out. It raises EditionError where the inputs
    are not those of the manifest.

    Raises:
        EditionError: where the folder is no edition.
    """
    said = manifest.read(edition)
    problems = [*_digests(edition, said), *_row_of_editions(edition, said)]
    hindered = _hindrance(said) if rebuild else None
    if rebuild and hindered is None:
        try:
            again = _rebuilt(edition, said, rebuild)
        except EditionError as error:
            hindered = str(error)
        else:
            hindered = _by_code(said) if again else None
            problems += [] if hindered else again
    return Verified(
        edition=said.edition,
        files=len(said.outputs),
        problems=tuple(problems),
        rebuilt=rebuild is not None and hindered is None,
        hindered=hindered,
    )


def first_difference(name: str, old: bytes, new: bytes) -> str:
    """Where two files of one name part: the record and its field, the line, or the byte."""
    if name.endswith(".jsonl"):
        return _first_record(old, new)
    if name.endswith(_TEXT):
        return f"line {_first(old.splitlines(), new.splitlines()) + 1}"
    return f"byte {_first(list(old), list(new))}"


def _digests(edition: Path, said: Manifest) -> Iterator[Problem]:
    wanted = dict(said.outputs)
    found = manifest.files(edition, manifest.outputs(edition))
    for name in sorted({*wanted, *found}):
        if name not in found:
            yield Problem(file=name, what="is missing")
        elif name not in wanted:
            yield Problem(file=name, what="is not in the manifest")
        elif wanted[name] != found[name]:
            yield Problem(file=name, what="was changed after it was published")


def _row_of_editions(edition: Path, said: Manifest) -> Iterator[Problem]:
    if said.edition is None:
        return
    root = edition.resolve().parent
    entries = {entry.edition: entry for entry in ledger.entries(root)}
    if said.edition in entries and entries[said.edition].digest != said.digest:
        what = f"has another digest than edition {said.edition} in {ledger.NAME}"
        yield Problem(file=manifest.NAME, what=what)
    if said.previous and said.previous[0] in entries:
        number, digest = said.previous
        if entries[number].digest != digest:
            yield Problem(file=manifest.NAME, what=f"names another edition {number} than is there")


def _rebuilt(edition: Path, said: Manifest, rebuild: Rebuild) -> list[Problem]:
    with tempfile.TemporaryDirectory(prefix="accord-") as folder:
        rebuild(said, Path(folder))
        return list(_differences(edition, Path(folder), said))


def _hindrance(said: Manifest) -> str | None:
    here = manifest.versions()
    other = [
        f"{name} {then} (here {here.get(name, 'missing')})"
        for name, then in said.recipe.versions
        if here.get(name) != then
    ]
    if other:
        return f"it was made with {', '.join(other)}. Install these versions to build it again."
    return None


def _by_code(said: Manifest) -> str | None:
    """Why a rebuild that differs proves nothing: it was made with other code, or None."""
    if said.recipe.code == manifest.code(find()):
        return None
    return (
        "it was made with other code, which gives other bytes. Check out the commit that published "
        f"it (git log --diff-filter=A -- report/editions/{said.edition}) to build it again."
    )


def _differences(edition: Path, again: Path, said: Manifest) -> Iterator[Problem]:
    for name, _ in said.outputs:
        old, new = _bytes(edition / name), _bytes(again / name)
        if new is None:
            yield Problem(file=name, what="is not built again")
        elif old is not None and old != new:
            place = first_difference(name, old, new)
            yield Problem(file=name, what="differs from the rebuild", record=place)


def _bytes(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def _first_record(old: bytes, new: bytes) -> str:
    before, after = old.split(b"\n"), new.split(b"\n")
    place = _first(before, after)
    one, other = (_row(rows, place) for rows in (before, after))
    fields = [name for name in one if one[name] != other.get(name)]
    key = next(
        (str(row[n]) for row in (one, other) for n in ("id", "fact", "source", "a") if n in row), ""
    )
    return f"line {place + 1} {key} {fields[0] if fields else ''}".strip()


def _row(rows: list[bytes], place: int) -> dict[str, Any]:
    try:
        row = json.loads(rows[place])
    except (IndexError, ValueError):
        return {}
    return row if isinstance(row, dict) else {}


def _first(old: list[Any], new: list[Any]) -> int:
    pairs = enumerate(zip_longest(old, new))
    return next((place for place, (one, other) in pairs if one != other), 0)
