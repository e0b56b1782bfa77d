"""One study whose stages are timed; `bench.scale` starts it."""

from __future__ import annotations

import json
import resource
import sys
from pathlib import Path

from accord import agreement, engines, facts
from accord.model import lines
from accord.parameters import check
from accord.study import flow, publishing
from accord.study.order import Order
from bench.scale import timed

STAGES = (
    (flow, "_apart", "read and state"),
    (facts, "align", "align"),
    (agreement, "judge_all", "judge"),
    (agreement, "summarise", "summarise"),
    (lines, "write", "write"),
)


def main(corpus: str, workers: str, scratch: str) -> None:
    """Write the study of a corpus, and print what its stages took and the memory of its peak."""
    spent: dict[str, float] = {}
    for module, name, stage in STAGES:
        setattr(module, name, timed(spent, stage, getattr(module, name)))
    out = Path(scratch) / "out"
    order = Order(given=check({"corpus": corpus}), origins={}, out=out, tell=lambda _: None)
    publishing.data(order, engines.named("cores", int(workers)))
    spent["peak"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps(spent))  # noqa: T201  # its output


if __name__ == "__main__":
    main(*sys.argv[1:])
