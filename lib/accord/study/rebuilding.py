"""From the manifest of an edition to that edition anew, for `accord verify`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from accord import project
from accord.editions import inputs
from accord.editions.manifest import Manifest
from accord.editions.publishing import Place
from accord.errors import AccordError, EditionError
from accord.parameters import check as checked
from accord.study.building import build
from accord.study.order import DEFAULTS, Order


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
                build(order, order.recipe, place, target)
                return
    message = (
        "the texts or the .toml files beside them are not those it was made from. "
        "Check out the revision that published it, and verify there."
    )
    raise EditionError(message)


def _made_of(order: Order) -> str | None:
    """The digest of the order's inputs, or None where they are not to be read."""
    try:
        return order.recipe.inputs
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
