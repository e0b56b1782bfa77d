"""Whether an edition is still what its manifest says, and whether it can be built again."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from accord.editions import chain, history, manifest
from accord.editions.differing import Problem, first_difference
from accord.editions.manifest import Manifest
from accord.errors import EditionError
from accord.project import find

Rebuild = Callable[[Manifest, Path], None]

# What editors and file managers leave beside the files that they show.
_LEFT = (".DS_Store", ".ipynb_checkpoints")


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
    problems = [*_digests(edition, said), *chain.problems(edition, said)]
    hindered = _hindrance(said) if rebuild else None
    if rebuild and hindered is None:
        try:
            again = _rebuilt(edition, said, rebuild)
        except EditionError as error:
            hindered = str(error)
        else:
            broken = {problem.file for problem in problems}
            hindered = _by_code(said) if any(p.file not in broken for p in again) else None
            problems = _merged(problems, again) if hindered is None else problems
    problems = [_placed(edition, said, one) for one in problems] if hindered else problems
    return Verified(
        edition=said.edition,
        files=len(said.outputs),
        problems=tuple(problems),
        rebuilt=rebuild is not None and hindered is None,
        hindered=hindered,
    )


def _digests(edition: Path, said: Manifest) -> Iterator[Problem]:
    wanted = dict(said.outputs)
    names = [
        name for name in manifest.every(edition) if not any(p in _LEFT for p in name.split("/"))
    ]
    found = manifest.files(edition, names)
    for name in sorted({*wanted, *names}):
        if name not in found:
            yield Problem(file=name, what="is missing" if name in wanted else "leads nowhere")
        elif name not in wanted:
            yield Problem(file=name, what="is not in the manifest")
        elif (edition / name).is_symlink():
            yield Problem(file=name, what="was replaced by a link")
        elif wanted[name] != found[name]:
            yield Problem(file=name, what="was changed after it was published")


def _merged(broken: list[Problem], again: list[Problem]) -> list[Problem]:
    """What is broken, at the record where the rebuild parts from it; then what else differs."""
    records = {one.file: one.record for one in again}
    named = {one.file for one in broken}
    told = [replace(one, record=one.record or records.get(one.file)) for one in broken]
    return told + [one for one in again if one.file not in named]


def _placed(edition: Path, said: Manifest, broken: Problem) -> Problem:
    """What is broken, at the record where it parts from what was committed, where git has that."""
    published = history.Published(home=find(), said=said, scratch=edition)
    now = _bytes(edition / broken.file)
    if broken.record or now is None or broken.file not in dict(said.outputs):
        return broken
    then = published.output(broken.file)
    if then is None or then == now:
        return broken
    return replace(broken, record=first_difference(broken.file, then, now))


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
