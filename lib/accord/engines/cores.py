"""Work on the cores of this machine."""

from __future__ import annotations

import multiprocessing
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import chain, islice
from typing import TypeVar

from accord.errors import RunError

In = TypeVar("In")
Out = TypeVar("Out")

_CHUNK = 16
_AHEAD = 4  # chunks under way for each worker: enough to keep it busy, few enough for memory


class Cores:
    """A pool of processes; the order of what comes out is that of what goes in."""

    def __init__(self, workers: int | None = None) -> None:
        self.workers = max(1, workers or os.cpu_count() or 1)

    def map(self, function: Callable[[In], Out], over: Iterable[In]) -> Iterator[Out]:
        """What `function` gives for each, in the order of `over`; both must be picklable.

        Raises:
            RunError: where a worker is killed.
        """
        first = list(islice(waiting := iter(over), _CHUNK))
        if self.workers == 1 or len(first) < 2:
            return map(function, chain(first, waiting))
        return self._spread(function, chain(first, waiting))

    def _spread(self, function: Callable[[In], Out], over: Iterator[In]) -> Iterator[Out]:
        context = multiprocessing.get_context("spawn")
        under_way: deque[Future[list[Out]]] = deque()
        with ProcessPoolExecutor(self.workers, mp_context=context) as pool:
            try:
                for chunk in iter(lambda: list(islice(over, _CHUNK)), []):
                    under_way.append(pool.submit(_each, function, chunk))
                    if len(under_way) >= _AHEAD * self.workers:
                        yield from under_way.popleft().result()
                while under_way:
                    yield from under_way.popleft().result()
            except BrokenProcessPool:
                raise RunError(_KILLED) from None
            finally:
                pool.shutdown(cancel_futures=True)


def _each(function: Callable[[In], Out], chunk: list[In]) -> list[Out]:
    return [function(one) for one in chunk]


_KILLED = (
    "a worker process was killed, most often for want of memory. "
    "Run again with fewer --workers, or with --engine here."
)
