"""One study whose stages are timed; `bench.scale` starts it."""

from __future__ import annotations

import json
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from accord import agreement, engines, facts
from accord.model import lines
from accord.parameters import check
from accord.study import flow, parts, publishing, statements
from accord.study.order import Order

STAGES = (
    (parts, "opened", "open"),
    (statements, "stated", "state"),
    (flow, "_read", "unpack"),
    (facts, "gather", "align"),
    (agreement, "judge_all", "judge"),
    (agreement, "summarise", "summarise"),
    (lines, "write", "write"),
)

LAZY = ("open", "state")  # done part by part, as they are asked for


def main(corpus: str, scratch: str, engine: str, workers: str, scheduler: str) -> None:
    """Write the study of a corpus, and print what its stages took and the memory of its peak."""
    spent: dict[str, tuple[float, float]] = {}
    for module, name, stage in STAGES:
        setattr(module, name, timed(spent, stage, getattr(module, name)))
    out = Path(scratch) / "out"
    order = Order(given=check({"corpus": corpus}), origins={}, out=out, tell=lambda _: None)
    publishing.data(order, engines.named(engine, int(workers), scheduler))
    peaks = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    peak, worker = (resource.getrusage(who).ru_maxrss / 1024 for who in peaks)
    told = {"stages": spent, "peak": peak, "worker": worker, "cpu": _cpu()}
    print(json.dumps(told))  # noqa: T201  # its output


def timed(
    spent: dict[str, tuple[float, float]], stage: str, function: Callable[..., Any]
) -> Callable[..., Any]:
    """The function, noting the wall and CPU seconds of its calls, those of local workers too."""

    def call(*args: Any, **named: Any) -> Any:
        wall, cpu = time.monotonic(), _cpu()
        done = function(*args, **named)
        done = list(done) if stage in LAZY else done
        before = spent.get(stage, (0.0, 0.0))
        spent[stage] = (before[0] + time.monotonic() - wall, before[1] + _cpu() - cpu)
        return done

    return call


def _cpu() -> float:
    used = map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in used)


if __name__ == "__main__":
    main(*sys.argv[1:])
