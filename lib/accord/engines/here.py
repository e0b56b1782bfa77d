"""Work in this process, one after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

In = TypeVar("In")
Out = TypeVar("Out")


class Here:
    """The plainest engine."""

    def map(self, function: Callable[[In], Out], over: Iterable[In]) -> Iterator[Out]:
        """What `function` gives for each, in the order of `over`."""
        return map(function, over)
