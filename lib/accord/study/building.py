"""From an order to a report in a folder, or to its notebooks joined for another renderer."""

from __future__ import annotations

import sys
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from accord import project
from accord.editions import inputs
from accord.editions.publishing import Place
from accord.store import Store
from accord.study import warnings
from accord.study.flow import given_settings, kept
from accord.study.order import Order

if TYPE_CHECKING:
    from accord.study.report import Study


def build(order: Order, place: Place, target: Path) -> None:
    """Run the notebooks and write the report with its data; what it was made from is kept."""
    study = _study(order)
    from accord.study import report  # noqa: PLC0415  # notebooks load only where something is built

    report.build(study, place, target)
    inputs.keep(order.root, order.recipe, project.find().store)


def settle(order: Order, target: Path) -> Path:
    """Run the notebooks and write them, joined, for any renderer; the path of what was written."""
    order = order.local()
    Store(project.find().store).begin()
    place = Place(number=None, previous=None, inputs=order.recipe.inputs)
    study = _study(order)
    from accord.editions import settling  # noqa: PLC0415  # as in `build`
    from accord.study import report  # noqa: PLC0415

    joined, _ = report.settled(study, place)
    joined.cells.insert(0, report.front_matter(study.findings))
    settling.write(joined, target)
    return target


def _study(order: Order) -> Study:
    from accord.study import kernels  # noqa: PLC0415  # as in `build`

    kernels.start()  # it warms up while the notebook libraries load here
    with _without("rfc3987_syntax"):
        from accord.study import notebooks, report  # noqa: PLC0415

    settings = given_settings(order.given, order.origins)
    run = notebooks.Run(
        given=order.given, origins=order.origins, workers=order.workers, tell=order.tell,
        watch=order.watch, because=order.because, limit=order.limit,
    )  # fmt: skip
    findings = kept(order.given, settings)
    warnings.tell(findings, order.tell)
    return report.Study(findings=findings, run=run)


@contextmanager
def _without(library: str) -> Generator[None]:
    """Load others as if a library were not installed that they can do without.

    jsonschema would build a grammar for addresses in any script, which no notebook has: over a
    second of work.
    """
    there = sys.modules.get(library)
    sys.modules[library] = None  # type: ignore[assignment]  # what Python documents for this
    try:
        yield
    finally:
        del sys.modules[library]
        if there:
            sys.modules[library] = there
