"""One study whose stages are timed; `bench.scale` starts it."""

from __future__ import annotations

import json
import resource
import sys
import time
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from multiprocessing import forkserver
from pathlib import Path
from typing import Any

from accord import agreement, engines, facts
from accord.editions import inputs
from accord.model import lines
from accord.parameters import check
from accord.study import exchange, flow, parts, publishing, statements
from accord.study.order import Order

STAGES = (
    (flow, "lay", "list"),
    (parts, "opened", "open"),
    (statements, "stated", "state"),
    (flow, "_texts", "unpack"),
    (flow, "_read", "unpack"),
    (exchange, "match", "match"),
    (facts, "make", "align"),
    (facts, "gather", "align"),
    (agreement.Judge, "hear", "judge"),
    (agreement.Judge, "verdicts", "judge"),
    (agreement, "summarise", "summarise"),
    (lines, "write_said", "write"),
    (lines, "write_found", "write"),
    (inputs, "keep", "keep"),
)


def main(corpus: str, scratch: str, engine: str, workers: str, scheduler: str) -> None:
    """Write the study of a corpus, and print what its stages took and the memory of its peak."""
    clock = Clock()
    for module, name, stage in STAGES:
        setattr(module, name, timed(clock, stage, getattr(module, name)))
    out = Path(scratch) / "out"
    order = Order(given=check({"corpus": corpus}), origins={}, out=out, tell=lambda _: None)
    publishing.data(order, engines.named(engine, int(workers), scheduler))
    _ended()
    peaks = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    peak, worker = (resource.getrusage(who).ru_maxrss / 1024 for who in peaks)
    told = {"stages": clock.spent, "peak": peak, "worker": worker, "cpu": _cpu()}
    print(json.dumps(told))  # noqa: T201  # its output


class Clock:
    """The seconds of each stage in the first process; what is nested in one is not counted in it.

    Of stages that workers share with the first process it is what that waits for them.
    """

    def __init__(self) -> None:
        self.spent: dict[str, float] = {}
        self._within: list[str] = []
        self._since = 0.0

    @contextmanager
    def during(self, stage: str) -> Generator[None]:
        """Time goes to this stage, until it is left or another begins."""
        self._turn()
        self._within.append(stage)
        try:
            yield
        finally:
            self._turn()
            self._within.pop()

    def _turn(self) -> None:
        now = time.monotonic()
        if self._within:
            stage = self._within[-1]
            self.spent[stage] = self.spent.get(stage, 0.0) + now - self._since
        self._since = now


def timed(clock: Clock, stage: str, function: Callable[..., Any]) -> Callable[..., Any]:
    """The function, its time and that of what it gives one by one told to the clock."""

    def call(*args: Any, **named: Any) -> Any:
        with clock.during(stage):
            done = function(*args, **named)
        return each(done) if isinstance(done, Iterator) else done

    def each(many: Iterator[Any]) -> Iterator[Any]:
        while True:
            with clock.during(stage):
                one = next(many, many)
            if one is many:
                return
            yield one

    return call


def _ended() -> None:
    """Workers count among the children of this process once the one they were forked from ended."""
    forkserver._forkserver._stop()  # type: ignore[attr-defined] # noqa: SLF001 # no other way


def _cpu() -> float:
    used = map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in used)


if __name__ == "__main__":
    main(*sys.argv[1:])
