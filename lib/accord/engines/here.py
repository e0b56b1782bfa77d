"""Work in this process, one after the other."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

In = TypeVar("In")
Out = TypeVar("Out")


class Here:
    """The plainest engine, and its only worker."""

    def warm(self, module: str) -> None:
        """Nothing: this process has loaded what it needs."""

    @contextmanager
    def hired(self) -> Generator[Here]:
        """This process itself."""
        yield self

    def map(self, function: Callable[[In], Out], over: Iterable[In]) -> Iterator[Out]:
        """What `function` gives for each, in the order of `over`."""
        return map(function, over)
