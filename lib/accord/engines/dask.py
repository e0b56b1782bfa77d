"""Work on a Dask cluster that someone else started: an extra, `pip install accord[dask]`."""

from __future__ import annotations

import logging
import re
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager, suppress
from itertools import islice
from typing import Any, TypeVar

from accord.errors import ParameterError, RunError

In = TypeVar("In")
Out = TypeVar("Out")

_ADDRESS = re.compile(r"(?:[a-z]+://)?[^\s/]+:\d{1,5}/?")
_AHEAD = 4  # under way for each thread of the cluster
_PATIENCE = "10s"
_LOOK, _ALONE = 10, 6  # seconds between two looks for workers, and how many may find none
_QUIET: dict[str, Any] = {"set_as_default": False}


class Dask:
    """The workers of a scheduler; what one leaves undone when it dies, another does.

    Scheduler and workers see the same files: the corpus, and the store that ACCORD_STORE names.
    """

    def __init__(self, scheduler: str) -> None:
        """Take the address of a scheduler that runs.

        Raises:
            ParameterError: where it is no address.
        """
        if not _ADDRESS.fullmatch(scheduler):
            message = (
                f"{scheduler!r} is no address of a scheduler; write it as tcp://10.0.0.1:8786."
            )
            raise ParameterError(message)
        self.scheduler = scheduler

    def map(self, function: Callable[[In], Out], over: Iterable[In]) -> Iterator[Out]:
        """What `function` gives for each, in the order of `over`, as `Cluster.map` does."""
        with self.hired() as cluster:
            yield from cluster.map(function, over)

    def warm(self, module: str) -> None:
        """Nothing: the workers run already."""

    @contextmanager
    def hired(self) -> Generator[Cluster]:
        """The workers that the scheduler has.

        Raises:
            RunError: where the scheduler cannot be reached, or has no worker.
        """
        with _unlogged():
            with _told(self.scheduler):
                client = _distributed().Client(self.scheduler, timeout=_PATIENCE, **_QUIET)
            try:
                with _told(self.scheduler):
                    client.wait_for_workers(1, timeout=_PATIENCE)
                yield Cluster(self.scheduler, client)
            finally:
                with _told(self.scheduler):
                    client.close()


class Cluster:
    """Workers elsewhere; the order of what comes out is that of what goes in."""

    def __init__(self, scheduler: str, client: Any) -> None:
        self._scheduler, self._client = scheduler, client

    def map(self, function: Callable[[In], Out], over: Iterable[In]) -> Iterator[Out]:
        """What `function` gives for each, in the order of `over`; both must be picklable.

        Work begins at once, not when the first result is asked for.

        Raises:
            RunError: where the scheduler is lost, or no worker is left.
        """
        with _told(self._scheduler):
            waiting = iter(over)
            ahead = _AHEAD * max(1, sum(self._client.nthreads().values()))
            under_way = deque(self._submitted(function, one) for one in islice(waiting, ahead))
        return self._spread(function, waiting, under_way)

    def _spread(
        self, function: Callable[[In], Out], waiting: Iterator[In], under_way: deque[Any]
    ) -> Iterator[Out]:
        with _told(self._scheduler):
            while under_way:
                done = self._result(under_way.popleft())
                under_way.extend(self._submitted(function, one) for one in islice(waiting, 1))
                yield done

    def _result(self, future: Any) -> Any:
        """What a future comes to; a cluster may be without a worker for a while, not for ever."""
        alone = 0
        while True:
            with suppress(TimeoutError):
                return future.result(timeout=_LOOK)
            alone = 0 if self._client.nthreads() else alone + 1
            if alone == _ALONE:
                raise RunError(_lost(self._scheduler, "NoWorkers"))

    def _submitted(self, function: Callable[[In], Out], one: In) -> Any:
        return self._client.submit(function, one, pure=False)


@contextmanager
def _told(scheduler: str) -> Generator[None]:
    """An error of the cluster is told with its repair."""
    distributed = _distributed()
    try:
        yield
    except (OSError, distributed.CancelledError, distributed.KilledWorker) as error:
        raise RunError(_lost(scheduler, type(error).__name__)) from None


@contextmanager
def _unlogged() -> Generator[None]:
    """The client logs a lost scheduler with its traceback; ours is told in words, once."""
    log = logging.getLogger("distributed.client")
    before, log.disabled = log.disabled, True
    try:
        yield
    finally:
        log.disabled = before


def _distributed() -> Any:
    try:
        import distributed  # noqa: PLC0415  # an extra: only who asks for it has it
    except ImportError:
        message = "the engine dask needs an extra. Run: pip install 'accord[dask]'"
        raise ParameterError(message) from None
    return distributed


def _lost(scheduler: str, error: str) -> str:
    return (
        f"the scheduler {scheduler} was lost, not reached or has no worker "
        f"({error}). What was read so far is kept. Start `dask scheduler` and "
        "`dask worker` again, then run again."
    )
