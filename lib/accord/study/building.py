"""From an order to a report in a folder, or to its notebooks joined for another renderer."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from accord import loading, project
from accord.editions import inputs
from accord.editions.manifest import Recipe
from accord.editions.publishing import Place
from accord.engines import Cores
from accord.store import Store
from accord.study import warnings
from accord.study.flow import given_settings, kept
from accord.study.order import Order

if TYPE_CHECKING:
    from accord.study.report import Study


def build(order: Order, made: Recipe, place: Place, target: Path) -> None:
    """Run the notebooks and write the report with its data; what it was made from is kept."""
    study = _study(order, made)
    from accord.study import report  # noqa: PLC0415  # notebooks load only where something is built

    report.build(study, place, target)
    inputs.keep(order.root, made, project.find().store)


def settle(order: Order, target: Path) -> Path:
    """Run the notebooks and write them, joined, for any renderer; the path of what was written."""
    order = order.local()
    Store(project.find().store).begin()
    made = order.recipe
    place = Place(number=None, previous=None, inputs=made.inputs)
    study = _study(order, made)
    from accord.editions import settling  # noqa: PLC0415  # as in `build`
    from accord.study import report  # noqa: PLC0415

    joined, _ = report.settled(study, place)
    joined.cells.insert(0, report.front_matter(study.findings))
    settling.write(joined, target)
    return target


def _study(order: Order, made: Recipe) -> Study:
    from accord.study import kernels  # noqa: PLC0415  # as in `build`

    kernels.start()  # it warms up while the notebook libraries load here
    with loading.without(*loading.SPARED):
        from accord.study import notebooks, report  # noqa: PLC0415

    settings = given_settings(order.given, order.origins)
    run = notebooks.Run(
        given=order.given, origins=order.origins, workers=order.workers, tell=order.tell,
        watch=order.watch, because=order.because, limit=order.limit,
    )  # fmt: skip
    findings = kept(order.given, settings, Cores(order.workers))
    warnings.tell(findings, order.tell)
    return report.Study(made=made, findings=findings, run=run)
