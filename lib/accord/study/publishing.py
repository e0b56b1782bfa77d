"""From an order to an edition, a run or its data on disk."""

from __future__ import annotations

import time
from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path

from accord import loading, project
from accord.editions import causes, content, inputs, ledger, manifest, publish, put
from accord.editions.publishing import Place, Published, note_run, own
from accord.engines import Engine
from accord.model import Claim, SetAside, Source, lines
from accord.store import Store
from accord.study import building, flow, warnings
from accord.study.order import Order


def run(order: Order) -> Published:
    """The edition or the run that an order asks for; what stands already is not built again.

    Raises:
        AccordError: with its repair; nothing half-written is left.
    """
    home, order = project.find(), order.local()
    made = order.recipe

    def build(place: Place, folder: Path) -> None:
        Store(home.store).begin()
        building.build(order, made, place, folder)

    began = time.monotonic()
    if order.is_edition:
        done = publish(build, made, home.editions, date.today())  # noqa: DTZ011  # the ledger's only
    else:
        target = order.target(made)
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
    home, order = project.find(), order.local()
    made = order.recipe
    if order.is_edition:
        newest = ledger.newest(home.editions)
        standing = manifest.read(newest) if newest else None
    else:
        standing = own(order.target(made))
    if standing is None:
        return None
    then, now = (content.Content(recipe=recipe) for recipe in (standing.recipe, made))
    return tuple(one.words for one in causes.between(then, now).differences)


def data(order: Order, engine: Engine) -> Published:
    """The records alone, without notebooks: what `accord study` writes."""
    order = order.local()
    laid, root = flow.lay(order.given, order.settings, engine), project.find().store

    @loading.uncollected()
    def build(_: Place, target: Path) -> None:
        def meanwhile(
            texts: Sequence[Source], claims: Sequence[Claim], asides: Sequence[SetAside]
        ) -> None:
            lines.write_said(texts, claims, asides, target)
            inputs.keep(laid.found.root, laid.made, root)

        Store(root).begin()
        found = flow.find(order.given, engine, laid, meanwhile=meanwhile)
        warnings.tell(found, order.tell)
        lines.write_found(found, target)

    target = order.out or project.find().runs / "data"
    target.parent.mkdir(parents=True, exist_ok=True)
    return put(build, laid.made, target)
