"""From parameters to an edition or a run on disk."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from accord import project, sources
from accord.editions import publish, put, settling
from accord.editions.manifest import Manifest, Recipe
from accord.editions.publishing import Place, Published, note_run
from accord.engines import Engine
from accord.errors import EditionError
from accord.model import lines
from accord.parameters import Parameters
from accord.parameters import check as checked
from accord.study import report
from accord.study.flow import find, folder, given_settings, kept, recipe
from accord.study.notebooks import Run

DEFAULTS = Parameters()


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What is asked for: parameters, where each came from, where to, and whom to tell.

    `out` is a folder, or None for the project's own place; `publish` asks for an edition.
    """

    given: Parameters
    origins: Mapping[str, str]
    out: Path | None = None
    publish: bool = False
    workers: int = 2
    tell: Callable[[str], None] = print

    @property
    def is_edition(self) -> bool:
        """Whether an edition comes out: asked for, or the seeds with default parameters."""
        return self.publish or (self.out is None and self.given == DEFAULTS)


def run(order: Order) -> Published:
    """The edition or the run that an order asks for; what stands already is not built again.

    Raises:
        AccordError: with its repair; nothing half-written is left.
    """
    home = project.find()
    made = _recipe(order)
    build = partial(_build, order)
    began = time.monotonic()
    if order.is_edition:
        done = publish(build, made, home.editions, date.today())  # noqa: DTZ011  # the ledger's only
    else:
        target = order.out or home.runs / made.inputs[: report.DIGEST_SHOWN]
        target.parent.mkdir(parents=True, exist_ok=True)
        done = put(build, made, target)
    if done.new:
        with suppress(OSError):  # a clock is no reason to fail
            note_run(done.folder, {"seconds": round(time.monotonic() - began, 1)})
    return done


def data(order: Order, engine: Engine) -> Published:
    """The records alone, without notebooks: what `accord study` writes."""

    def build(_: Place, target: Path) -> None:
        lines.write(find(order.given, given_settings(order.given, order.origins), engine), target)

    target = order.out or project.find().runs / "data"
    target.parent.mkdir(parents=True, exist_ok=True)
    return put(build, _recipe(order), target)


def rebuild(said: Manifest, target: Path) -> None:
    """Write the edition that a manifest describes to an empty folder."""
    values = {s.name: s.value for s in said.recipe.settings}
    origins = {s.name: s.origin for s in said.recipe.settings if s.origin != "default"}
    order = Order(given=checked(values), origins=origins, tell=lambda _: None)
    previous = project.find().editions / str(said.previous[0]) if said.previous else None
    inputs = _recipe(order).inputs
    if inputs != said.recipe.inputs:
        message = (
            "the texts or the .toml files beside them are not those it was made from. "
            "Check out the revision that published it, and verify there."
        )
        raise EditionError(message)
    _build(order, Place(number=said.edition, previous=previous, inputs=inputs), target)


def settle(order: Order, target: Path) -> Path:
    """Run the notebooks and write them, joined, for any renderer; the path of what was written."""
    place = Place(number=None, previous=None, inputs=_recipe(order).inputs)
    joined, _ = report.settled(_study(order), place)
    settling.write(joined, target)
    return target


def _build(order: Order, place: Place, target: Path) -> None:
    report.build(_study(order), place, target)


def _study(order: Order) -> report.Study:
    settings = given_settings(order.given, order.origins)
    run_ = Run(given=order.given, origins=order.origins, workers=order.workers, tell=order.tell)
    return report.Study(findings=kept(order.given, settings), run=run_)


def _recipe(order: Order) -> Recipe:
    corpus = sources.read(folder(order.given), order.given)
    return recipe(order.given, given_settings(order.given, order.origins), corpus)
