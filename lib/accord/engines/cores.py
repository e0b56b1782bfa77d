"""Work on the cores of this machine."""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import chain, islice
from multiprocessing import connection
from typing import TypeVar

from accord.errors import RunError

In = TypeVar("In")
Out = TypeVar("Out")

_AHEAD = 4  # under way for each worker: enough to keep it busy, few enough for memory


class Cores:
    """A pool of processes; the order of what comes out is that of what goes in."""

    def __init__(self, workers: int | None = None) -> None:
        self.workers = max(1, workers or os.cpu_count() or 1)

    def map(self, function: Callable[[In], Out], over: Iterable[In]) -> Iterator[Out]:
        """What `function` gives for each, in the order of `over`; both must be picklable.

        Raises:
            RunError: where a worker is killed.
        """
        first = list(islice(waiting := iter(over), 2))
        if self.workers == 1 or len(first) < 2:
            return map(function, chain(first, waiting))
        return self._spread(function, chain(first, waiting))

    def _spread(self, function: Callable[[In], Out], over: Iterator[In]) -> Iterator[Out]:
        context = multiprocessing.get_context("spawn")
        under_way: deque[Future[Out]] = deque()
        with ProcessPoolExecutor(
            self.workers, mp_context=context, initializer=end_with_the_parent
        ) as pool:
            try:
                for one in over:
                    under_way.append(pool.submit(function, one))
                    if len(under_way) >= _AHEAD * self.workers:
                        yield under_way.popleft().result()
                while under_way:
                    yield under_way.popleft().result()
            except BrokenProcessPool:
                raise RunError(_KILLED) from None
            finally:
                pool.shutdown(cancel_futures=True)


def end_with_the_parent() -> None:
    """A worker whose parent is killed would wait for work for ever."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_watch, args=(parent.sentinel,), daemon=True).start()


def _watch(sentinel: int) -> None:
    connection.wait([sentinel])
    os._exit(1)


_KILLED = (
    "a worker process was killed, most often for want of memory. What was read so far is kept. "
    "Run again with fewer --workers, or with --engine here."
)
