"""From parameters to an edition or a run on disk."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from accord import loading, project
from accord.editions import causes, content, inputs, ledger, manifest, publish, put
from accord.editions.manifest import Manifest, Recipe
from accord.editions.publishing import Place, Published, note_run, own
from accord.engines import Engine
from accord.errors import AccordError, EditionError
from accord.model import lines
from accord.parameters import Parameters
from accord.parameters import check as checked
from accord.store import Store
from accord.study import warnings
from accord.study.flow import find, folder, given_settings, kept, local, recipe

if TYPE_CHECKING:
    from accord.study.report import Study

DEFAULTS = Parameters()


def _unheard(*_: object) -> None:
    """Nobody listens."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What is asked for: parameters, where each came from, where to, and whom to tell.

    `out` is a folder, or None for the project's own place; `publish` asks for an edition. `tell`,
    `watch`, `because` and `limit` are as in `notebooks.Run`.
    """

    given: Parameters
    origins: Mapping[str, str]
    out: Path | None = None
    publish: bool = False
    workers: int = 2
    tell: Callable[[str], None] = print
    watch: Callable[[str, int, int], None] = _unheard
    because: Callable[[str], None] = _unheard
    limit: int | None = None

    @property
    def is_edition(self) -> bool:
        """Whether an edition comes out: asked for, or the seeds with default parameters."""
        return self.publish or (self.out is None and self.given == DEFAULTS)


def run(order: Order) -> Published:
    """The edition or the run that an order asks for; what stands already is not built again.

    Raises:
        AccordError: with its repair; nothing half-written is left.
    """
    home, order = project.find(), _local(order)
    made = _recipe(order)

    def build(place: Place, folder: Path) -> None:
        Store(home.store).begin()
        _build(order, made, place, folder)

    began = time.monotonic()
    if order.is_edition:
        done = publish(build, made, home.editions, date.today())  # noqa: DTZ011  # the ledger's only
    else:
        target = _target(order, made)
        target.parent.mkdir(parents=True, exist_ok=True)
        done = put(build, made, target)
    if done.new:
        with suppress(OSError):  # a clock is no reason to fail
            note_run(done.folder, {"seconds": round(time.monotonic() - began, 1)})
    return done


def steps() -> int:
    """How many steps a run tells: one a notebook, then the report."""
    return len(list(project.find().notebooks.glob("*.ipynb"))) + 1


def why(order: Order) -> tuple[str, ...] | None:
    """What differs from what stands in the order's place; None where nothing stands there.

    Raises:
        EditionError: where something that accord did not write stands there.
    """
    home, order = project.find(), _local(order)
    made = _recipe(order)
    if order.is_edition:
        newest = ledger.newest(home.editions)
        standing = manifest.read(newest) if newest else None
    else:
        standing = own(_target(order, made))
    if standing is None:
        return None
    then, now = (content.Content(recipe=recipe_) for recipe_ in (standing.recipe, made))
    return tuple(one.words for one in causes.between(then, now).differences)


def data(order: Order, engine: Engine) -> Published:
    """The records alone, without notebooks: what `accord study` writes."""
    order = _local(order)

    def build(_: Place, target: Path) -> None:
        Store(project.find().store).begin()
        with loading.uncollected():
            found = find(order.given, made.settings, engine, made)
            warnings.tell(found, order.tell)
            lines.write(found, target)
        inputs.keep(_root(order.given), made, project.find().store)

    made = _recipe(order)
    target = order.out or project.find().runs / "data"
    target.parent.mkdir(parents=True, exist_ok=True)
    return put(build, made, target)


def rebuild(said: Manifest, target: Path) -> None:
    """Write the edition that a manifest describes to an empty folder, from its inputs.

    Raises:
        EditionError: where its inputs are nowhere left.
    """
    values = {s.name: s.value for s in said.recipe.settings}
    if strange := sorted(set(values) ^ set(DEFAULTS.model_dump())):
        message = (
            f"it was made by a version with other parameters ({', '.join(strange)}). "
            "Check out the revision that published it, and verify there."
        )
        raise EditionError(message)
    origins = {s.name: s.origin for s in said.recipe.settings if s.origin != "default"}
    previous = project.find().editions / str(said.previous[0]) if said.previous else None
    place = Place(number=said.edition, previous=previous, inputs=said.recipe.inputs)
    with TemporaryDirectory(prefix="accord-") as scratch:
        for found in _corpora(said, Path(scratch)):
            order = Order(given=checked(found), origins=origins, tell=lambda _: None)
            if _made_of(order) == said.recipe.inputs:
                _build(order, _recipe(order), place, target)
                return
    message = (
        "the texts or the .toml files beside them are not those it was made from. "
        "Check out the revision that published it, and verify there."
    )
    raise EditionError(message)


def _made_of(order: Order) -> str | None:
    """The digest of the order's inputs, or None where they are not to be read."""
    try:
        return _recipe(order).inputs
    except AccordError:
        return None


def _corpora(said: Manifest, scratch: Path) -> Iterator[dict[str, Any]]:
    """The parameters of an edition: with its corpus as it lies now, then with a copy of it.

    A copy goes by its last name in the report, so it stands only for a corpus that does too.
    """
    values = {s.name: s.value for s in said.recipe.settings}
    yield values
    found = inputs.of(said, project.find(), scratch / "git")
    if len(Path(values["corpus"]).parts) == 1 and not found.missing():
        place = scratch / "table" if found.table else scratch / values["corpus"]
        laid = found.lay(place)
        for name in inputs.left_out(said.recipe):
            (place / name).parent.mkdir(parents=True, exist_ok=True)
            (place / name).touch()  # its name is all that is asked of it
        yield {**values, "corpus": str(laid)}


def settle(order: Order, target: Path) -> Path:
    """Run the notebooks and write them, joined, for any renderer; the path of what was written."""
    order = _local(order)
    Store(project.find().store).begin()
    made = _recipe(order)
    place = Place(number=None, previous=None, inputs=made.inputs)
    study = _study(order, made)
    from accord.editions import settling  # noqa: PLC0415  # as in `_build`
    from accord.study import report  # noqa: PLC0415

    joined, _ = report.settled(study, place)
    joined.cells.insert(0, report.front_matter(study.findings))
    settling.write(joined, target)
    return target


def _target(order: Order, made: Recipe) -> Path:
    return order.out or project.find().runs / made.inputs[: manifest.DIGEST_SHOWN]


def _build(order: Order, made: Recipe, place: Place, target: Path) -> None:
    study = _study(order, made)
    from accord.study import report  # noqa: PLC0415  # notebooks load only where something is built

    report.build(study, place, target)
    inputs.keep(_root(order.given), made, project.find().store)


def _study(order: Order, made: Recipe) -> Study:
    from accord.study import kernels  # noqa: PLC0415  # as in `_build`

    kernels.start()  # it warms up while the notebook libraries load here
    with loading.without(*loading.SPARED):
        from accord.study import notebooks, report  # noqa: PLC0415

    settings = given_settings(order.given, order.origins)
    run_ = notebooks.Run(
        given=order.given, origins=order.origins, workers=order.workers, tell=order.tell,
        watch=order.watch, because=order.because, limit=order.limit,
    )  # fmt: skip
    findings = kept(order.given, settings)
    warnings.tell(findings, order.tell)
    return report.Study(made=made, findings=findings, run=run_)


def _local(order: Order) -> Order:
    return replace(order, given=local(order.given))


def _root(given: Parameters) -> Path:
    """The folder of the corpus, or the one that its table lies in."""
    place = folder(given)
    return place.parent if place.is_file() else place


def _recipe(order: Order) -> Recipe:
    return recipe(order.given, given_settings(order.given, order.origins))
