"""Work on a Dask cluster that someone else started: an extra, `pip install accord[dask]`."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

from accord.errors import ParameterError, RunError

In = TypeVar("In")
Out = TypeVar("Out")

_AHEAD = 4  # under way for each thread of the cluster
_PATIENCE = "10s"
_QUIET: dict[str, Any] = {"set_as_default": False}


class Dask:
    """The workers of a scheduler; what one leaves undone when it dies, another does.

    Scheduler and workers see the same files: the corpus, and the store that ACCORD_STORE names.
    """

    def __init__(self, scheduler: str) -> None:
        self.scheduler = scheduler

    def map(self, function: Callable[[In], Out], over: Iterable[In]) -> Iterator[Out]:
        """What `function` gives for each, in the order of `over`, as `Cluster.map` does."""
        with self.hired() as cluster:
            yield from cluster.map(function, over)

    @contextmanager
    def hired(self) -> Generator[Cluster]:
        """The workers that the scheduler has.

        Raises:
            RunError: where the scheduler cannot be reached.
        """
        with _told(self.scheduler):
            client = _distributed().Client(self.scheduler, timeout=_PATIENCE, **_QUIET)
        try:
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

        Raises:
            RunError: where the scheduler is lost, or no worker is left.
        """
        with _told(self._scheduler):
            ahead = _AHEAD * max(1, sum(self._client.nthreads().values()))
            under_way: deque[Any] = deque()
            for one in over:
                under_way.append(self._client.submit(function, one, pure=False))
                if len(under_way) >= ahead:
                    yield under_way.popleft().result()
            while under_way:
                yield under_way.popleft().result()


@contextmanager
def _told(scheduler: str) -> Generator[None]:
    """An error of the cluster is told with its repair."""
    distributed = _distributed()
    try:
        yield
    except (OSError, distributed.CancelledError, distributed.KilledWorker) as error:
        raise RunError(_lost(scheduler, error)) from None


def _distributed() -> Any:
    try:
        import distributed  # noqa: PLC0415  # an extra: only who asks for it has it
    except ImportError:
        message = "the engine dask needs an extra. Run: pip install 'accord[dask]'"
        raise ParameterError(message) from None
    return distributed


def _lost(scheduler: str, error: Exception) -> str:
    return (
        f"the scheduler {scheduler} was lost or not reached ({type(error).__name__}). What was "
        "read so far is kept. Start `dask scheduler` and `dask worker` again, then run again."
    )
