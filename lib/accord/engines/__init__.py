"""Where work runs: here, on every core, on a cluster. The result is the same, in the same order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from typing import Protocol, TypeVar

from accord.engines.cores import Cores
from accord.engines.dask import Dask
from accord.engines.here import Here
from accord.errors import ParameterError

__all__ = ["NAMES", "Cores", "Dask", "Engine", "Here", "Workers", "here", "named"]

In = TypeVar("In")
Out = TypeVar("Out")

NAMES = ("here", "cores", "dask")


class Workers(Protocol):
    """Apply a function to each of many."""

    def map(self, function: Callable[[In], Out], over: Iterable[In]) -> Iterator[Out]:
        """What `function` gives for each, in the order of `over`."""
        ...


class Engine(Workers, Protocol):
    """Where work runs: one file and one line here add another. A map alone has its own workers."""

    def warm(self, module: str) -> None:
        """Begin to load what workers will need, where much is to come."""
        ...

    def hired(self) -> AbstractContextManager[Workers]:
        """Workers that stay for several maps, until they are left."""
        ...


here = Here()


def named(name: str, workers: int | None = None, scheduler: str | None = None) -> Engine:
    """The engine of that name.

    Raises:
        ParameterError: where there is no such engine, or no scheduler is named for dask.
    """
    if name == "here":
        return here
    if name == "cores":
        return Cores(workers)
    if name == "dask":
        if not scheduler:
            message = "the engine dask needs --scheduler ADDRESS, as `dask scheduler` prints it."
            raise ParameterError(message)
        return Dask(scheduler)
    message = f"there is no engine {name!r}; choose one of {', '.join(NAMES)}."
    raise ParameterError(message)
