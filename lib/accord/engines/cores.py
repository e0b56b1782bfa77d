"""Work on the cores of this machine."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import chain, islice
from typing import TypeVar

from accord.engines import warm
from accord.errors import RunError

In = TypeVar("In")
Out = TypeVar("Out")

_AHEAD = 4  # under way for each worker: enough to keep it busy, few enough for memory


class Cores:
    """As many processes as are asked for, else as there are cores."""

    def __init__(self, workers: int | None = None) -> None:
        self.workers = max(1, workers or os.cpu_count() or 1)

    def map(self, function: Callable[[In], Out], over: Iterable[In]) -> Iterator[Out]:
        """What `function` gives for each, in the order of `over`, as `Pool.map` does."""
        with self.hired() as pool:
            yield from pool.map(function, over)

    def warm(self, module: str) -> None:
        """Load a module in the process that workers are forked from, while the caller goes on."""
        if self.workers > 1:
            warm.start(module)

    @contextmanager
    def hired(self) -> Generator[Pool]:
        """A pool of processes, each started when there is work for it."""
        with ProcessPoolExecutor(
            self.workers,
            mp_context=warm.CONTEXT,
            initializer=warm.begin,
            initargs=(dict(os.environ),),
        ) as executor:
            try:
                yield Pool(self.workers, executor)
            finally:
                executor.shutdown(cancel_futures=True)


class Pool:
    """Processes; the order of what comes out is that of what goes in."""

    def __init__(self, workers: int, executor: Executor) -> None:
        self._workers, self._executor = workers, executor

    def map(self, function: Callable[[In], Out], over: Iterable[In]) -> Iterator[Out]:
        """What `function` gives for each, in the order of `over`; both must be picklable.

        Work begins at once, not when the first result is asked for.

        Raises:
            RunError: where a worker is killed.
        """
        first = list(islice(waiting := iter(over), 2))
        if self._workers == 1 or len(first) < 2:
            return map(function, chain(first, waiting))
        ahead = chain(first, islice(waiting, _AHEAD * self._workers - len(first)))
        under_way = deque(self._executor.submit(function, one) for one in ahead)
        return self._spread(function, waiting, under_way)

    def _spread(
        self, function: Callable[[In], Out], waiting: Iterator[In], under_way: deque[Future[Out]]
    ) -> Iterator[Out]:
        try:
            while under_way:
                done = under_way.popleft().result()
                under_way.extend(self._executor.submit(function, n) for n in islice(waiting, 1))
                yield done
        except BrokenProcessPool:
            raise RunError(_KILLED) from None
        finally:
            for left in under_way:
                left.cancel()


_KILLED = (
    "a worker process was killed, most often for want of memory. What was read so far is kept. "
    "Run again with fewer --workers, or with --engine here."
)
