"""New editions, whole or not at all; and runs that are not published."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

from accord.editions import disk, ledger, manifest
from accord.editions.manifest import Manifest, Recipe
from accord.errors import EditionError
from accord.model import lines

NOTE = ".standing"  # beside the editions, not in git: the recipe last seen to give the newest one


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a build stands: its number (None for a run), its predecessor, the digest to print."""

    number: int | None
    previous: Path | None
    inputs: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """An edition or a run on disk; `new` is false where it stood there already."""

    folder: Path
    manifest: Manifest
    new: bool


Build = Callable[[Place, Path], None]


def publish(build: Build, made: Recipe, root: Path, today: date) -> Published:
    """The edition that `build` writes, under the next number; or the newest, if nothing is new.

    `build(place, folder)` fills an empty folder; the same recipe, number and predecessor must give
    the same bytes. Nothing is new where the recipe is that of the newest edition, or where a
    rebuild in the newest one's place gives its bytes. `today` goes to the ledger only. A kill at
    any point leaves every edition whole; the next run completes the ledger.

    Raises:
        EditionError: where another run is at work, the disk refuses, or the newest edition was
            changed after it was published.
    """
    with disk.workshop(root) as work:
        root.mkdir(exist_ok=True)
        ledger.mend(root, today)
        newest = ledger.newest(root)
        if newest and (standing := _unchanged(build, made, newest, work / "again")):
            return standing
        number = int(newest.name) + 1 if newest else 1
        built = _built(
            build, made, work / "next", Place(number=number, previous=newest, inputs=made.inputs)
        )
        folder = root / str(number)
        (folder / manifest.RUN).unlink(missing_ok=True)  # all that git leaves of a discarded one
        disk.appear(work / "next", folder)
        ledger.mend(root, today)
    return Published(folder=folder, manifest=built, new=True)


def put(build: Build, made: Recipe, target: Path, previous: Path | None = None) -> Published:
    """The run that `build` writes, in `target`; nothing is built where it stands there already.

    Raises:
        EditionError: where `target` holds anything that accord did not write.
    """
    target = target.resolve()
    standing = own(target)
    if standing and standing.recipe == made and standing.previous == _told(previous):
        return Published(folder=target, manifest=standing, new=False)
    with disk.workshop(target) as work:
        place = Place(number=None, previous=previous, inputs=made.inputs)
        built = _built(build, made, work / "next", place)
        disk.exchange(work / "next", target, work)
    return Published(folder=target, manifest=built, new=True)


def own(target: Path) -> Manifest | None:
    """The manifest of what accord wrote in `target`; None where nothing stands there.

    Raises:
        EditionError: where something else stands there, or what accord wrote was changed.
    """
    if not target.exists() or (target.is_dir() and not any(target.iterdir())):
        return None
    if not (target / manifest.NAME).is_file():
        raise EditionError(_foreign(target, "it"))
    standing = manifest.read(target)
    wanted = dict(standing.outputs)
    found = manifest.files(target, manifest.every(target))
    strange = sorted(name for name in found if found[name] != wanted.get(name))
    if strange:
        raise EditionError(_foreign(target, strange[0]))
    return standing if len(found) == len(wanted) else None


def note_run(folder: Path, run: Mapping[str, Any]) -> None:
    """Write `run.json`: clock, wall times, Python; neither hashed nor committed."""
    (folder / manifest.RUN).write_text(lines.pretty(run), encoding="utf-8", newline="\n")


def _unchanged(build: Build, made: Recipe, newest: Path, folder: Path) -> Published | None:
    standing = _sound(newest)
    same = Published(folder=newest, manifest=standing, new=False)
    if standing.recipe == made or _noted(newest, standing, made):
        return same
    if standing.recipe.inputs != made.inputs:  # the report prints it: the bytes differ for sure
        return None
    before = newest.parent / str(standing.previous[0]) if standing.previous else None
    place = Place(number=standing.edition, previous=before, inputs=made.inputs)
    if _built(build, made, folder, place).outputs != standing.outputs:
        return None
    _note(newest, standing, made)
    return same


def _noted(newest: Path, standing: Manifest, made: Recipe) -> bool:
    """Whether this recipe was once seen to give the bytes of the newest edition."""
    try:
        told = (newest.parent / NOTE).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return False
    return told == _seen(standing, made)


def _note(newest: Path, standing: Manifest, made: Recipe) -> None:
    (newest.parent / NOTE).write_text(_seen(standing, made), encoding="utf-8", newline="\n")


def _seen(standing: Manifest, made: Recipe) -> str:
    return f"{standing.digest} {manifest.digest(asdict(made))}\n"


def _sound(newest: Path) -> Manifest:
    standing = manifest.read(newest)
    found = manifest.files(newest, manifest.outputs(newest))
    broken = sorted({*found.items()} ^ {*standing.outputs}, key=lambda one: one[0])
    if broken:
        message = (
            f"edition {newest.name} was changed after it was published, at {broken[0][0]}. "
            f"Restore it: git checkout -- {newest.name}/ in {newest.parent.name}/."
        )
        raise EditionError(message)
    return standing


def _built(build: Build, made: Recipe, folder: Path, place: Place) -> Manifest:
    folder.mkdir()
    build(place, folder)
    previous = manifest.read(place.previous) if place.previous else None
    return manifest.write(folder, made, place.number, previous)


def _told(previous: Path | None) -> tuple[int | None, str] | None:
    if previous is None:
        return None
    before = manifest.read(previous)
    return before.edition, before.digest


def _foreign(target: Path, what: str) -> str:
    return (
        f"{target} is not overwritten: accord did not write {what} as it stands. "
        "Move it away, or choose another folder with --out."
    )
