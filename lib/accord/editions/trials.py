"""Old inputs with one of them new: what each difference between two editions does by itself."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from accord.editions import history, inputs, manifest
from accord.editions.comparison import Difference
from accord.editions.content import Content
from accord.editions.inputs import Inputs
from accord.editions.manifest import Recipe
from accord.errors import EditionError
from accord.model import Setting
from accord.project import Project, find

MACHINE = ("code", "library")
MANY = 12  # texts that are tried one by one
QUICK = 1_000  # claims that all trials may state while a reviewer waits: about 5 s


@dataclass(frozen=True, slots=True, kw_only=True)
class Factor:
    """One difference, or several of one kind that are tried together."""

    differences: tuple[Difference, ...]

    @property
    def kind(self) -> str:
        """The kind of what differs."""
        return self.differences[0].kind

    @property
    def words(self) -> str:
        """What differs, as a phrase."""
        if len(self.differences) == 1:
            return self.differences[0].words
        if self.kind in MACHINE:
            return ", ".join(one.words for one in self.differences)
        names = ", ".join(one.name for one in self.differences[:3])
        more = len(self.differences) - 3
        return f"{self.kind} {names}{f' and {more} more' if more > 0 else ''}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """One study to make: a corpus, the parameters, and the library (None: the one that runs)."""

    corpus: Path
    settings: tuple[Setting, ...]
    library: Path | None


Study = Callable[[Trial], Content]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """Two editions, laid out so that any of their differences can be tried by itself."""

    old: Inputs
    new: Inputs
    library: Path | None

    def trial(self, factor: Factor, place: Path) -> Trial:
        """The old edition with one thing as in the new one, its corpus laid out in `place`.

        Every trial runs under the new code and libraries; the one of code and libraries is nothing
        but the old inputs.
        """
        old, new = self.old.said.recipe, self.new.said.recipe
        corpus = self.old.lay(place)
        settings = {s.name: s for s in old.settings if s.name not in _PLACED}
        for one in factor.differences:
            changed = (s for s in new.settings if (one.kind, one.name) == ("parameter", s.name))
            settings |= {s.name: s for s in changed if s.name not in _PLACED}
            for name in self._moved(one):
                self._exchange(name, place)
        return Trial(corpus=corpus, settings=tuple(settings.values()), library=self.library)

    def _moved(self, one: Difference) -> Iterator[str]:
        """The files that a difference adds, changes or takes away."""
        if one.kind == "text":
            yield from (name for name in (self.old.table or one.name, one.was) if name)
        elif one.kind == "knowledge":
            yield one.name
        elif one.name == "leave_out":
            old, new = (inputs.left_out(side.said.recipe) for side in (self.old, self.new))
            yield from sorted(old ^ new)

    def _exchange(self, name: str, place: Path) -> None:
        """Put the new file where the old one stands, or take it away where there is none."""
        path = self.new.find(name)
        (place / name).unlink(missing_ok=True)
        if path:
            (place / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, place / name)


_PLACED = ("corpus", "leave_out")  # parameters that say which files are there: the files do


def factors(reaching: Iterable[Difference], old: Content, new: Content) -> tuple[Factor, ...]:
    """What is tried: each difference by itself; code and libraries as one, a table's rows too."""
    kinds: dict[str, list[Difference]] = {}
    for one in reaching:
        kinds.setdefault("machine" if one.kind in MACHINE else one.kind, []).append(one)
    found: list[Factor] = []
    for kind, some in kinds.items():
        whole = kind == "machine" or (kind == "text" and (len(some) > MANY or _is_table(old, new)))
        groups = [some] if whole else [[one] for one in some]
        found += [Factor(differences=tuple(group)) for group in groups]
    return tuple(found)


def _is_table(*both: Content) -> bool:
    return any(inputs.table_of(one.recipe) is not None for one in both if one.recipe)


def check(wanted: tuple[Factor, ...], old: Content, limit: int | None) -> None:
    """Refuse trials that would state more than `limit` claims.

    Raises:
        EditionError: with their number and what makes them all the same.
    """
    stated = len(wanted) * len(old.claims)
    if limit is not None and stated > limit:
        message = (
            f"{len(wanted)} studies would state {stated:,} claims again; "
            "`accord diff --prove` makes them"
        )
        raise EditionError(message)


def bench(old: Content, new: Content, scratch: Path) -> Bench:
    """All that the trials need.

    Raises:
        EditionError: where something of it is nowhere left, named.
    """
    home = find()
    sides: list[Inputs] = []
    for name, one in (("old", old), ("new", new)):
        if one.said is None or one.place is None:
            message = "a manifest is missing"
            raise EditionError(message)
        sides.append(inputs.of(one.said, home, scratch / name))
        _whole(sides[-1])
    if any(_others(sides[-1].said.recipe, manifest.versions())):
        message = "the newer one was made with other libraries than are installed"
        raise EditionError(message)
    library = _library(sides[1], home, scratch / "code")
    return Bench(old=sides[0], new=sides[1], library=library)


def _whole(side: Inputs) -> None:
    if missing := side.missing():
        message = f"{missing[0]} as it was read is nowhere left"
        raise EditionError(message)


def _others(made: Recipe, here: Mapping[str, str]) -> Iterator[str]:
    """Libraries that are not those installed; accord itself is told by the digest of its code."""
    yield from (n for n, version in made.versions if here.get(n) != version and n != "accord")


def _library(side: Inputs, home: Project, scratch: Path) -> Path | None:
    """The library that made an edition: None where it is the one that runs."""
    if dict(side.said.recipe.code).get("lib") == dict(manifest.code(home)).get("lib"):
        return None
    found = history.Published(home=home, said=side.said, scratch=scratch).library()
    if found is None:
        message = "the code of the newer one is not in git"
        raise EditionError(message)
    return found
