"""What is asked of a study: parameters, where each came from, where to, and whom to tell."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from accord import project
from accord.editions import manifest
from accord.editions.manifest import Recipe
from accord.model import Setting
from accord.parameters import Parameters
from accord.study import flow

DEFAULTS = Parameters()


def _unheard(*_: object) -> None:
    """Nobody listens."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What is asked for.

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

    @property
    def settings(self) -> tuple[Setting, ...]:
        """The parameters as the report lists them."""
        return flow.given_settings(self.given, self.origins)

    @property
    def recipe(self) -> Recipe:
        """All that shapes what comes out, read anew each time."""
        return flow.recipe(self.given, self.settings)

    @property
    def root(self) -> Path:
        """The folder of the corpus, or the one that its table lies in."""
        place = flow.folder(self.given)
        return place.parent if place.is_file() else place

    def local(self) -> Order:
        """The order with its corpus as a place on this machine."""
        return replace(self, given=flow.local(self.given))

    def target(self, made: Recipe) -> Path:
        """Where a run goes: to `out`, or to a folder of the project named by its inputs."""
        return self.out or project.find().runs / made.inputs[: manifest.DIGEST_SHOWN]
