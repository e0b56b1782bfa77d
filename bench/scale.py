"""What a study of many articles costs: seconds for each stage, memory, and what workers bring.

python -m bench.scale [--sizes 1000 10000 21573] [--workers 1 2] [--shared ../shared]
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

TOP = Path(__file__).resolve().parents[1]
STAGES = ("read and state", "align", "judge", "summarise", "write")


def main() -> None:
    """Measure every size on every number of workers, and print the table of SCALE.md."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--sizes", type=int, nargs="+", default=[1000, 10_000, 21_573])
    asked.add_argument("--workers", type=int, nargs="+", default=[2])
    asked.add_argument("--shared", type=Path, default=TOP.parent / "shared")
    given = asked.parse_args()
    print("| articles | workers | " + " | ".join(STAGES) + " | whole, s | CPU, s | peak MB |")  # noqa: T201  # its output
    print("|---" * (len(STAGES) + 5) + "|")  # noqa: T201  # its output
    for size in given.sizes:
        with tempfile.TemporaryDirectory(prefix="accord-scale-") as scratch:
            corpus = _corpus(given.shared, size, Path(scratch))
            for workers in given.workers:
                told = _measured(corpus, workers, Path(scratch) / str(workers))
                stages = " | ".join(f"{told[stage]:.1f}" for stage in STAGES)
                ends = f"{told['whole']:.1f} | {told['cpu']:.0f} | {told['peak']:.0f}"
                print(f"| {size:,} | {workers} | {stages} | {ends} |", flush=True)  # noqa: T201  # its output


def _corpus(shared: Path, size: int, scratch: Path) -> Path:
    folder = scratch / "articles"
    make = [sys.executable, str(shared / "scale/make_scale.py"), "--n", str(size)]
    options = ["--format", "txt", "--min-chars", "0", "--out", str(folder)]
    subprocess.run([*make, *options], check=True, stdout=subprocess.DEVNULL)  # noqa: S603  # ours
    return folder


def _measured(corpus: Path, workers: int, scratch: Path) -> dict[str, float]:
    """One study in a process of its own, with an empty store."""
    scratch.mkdir()
    command = [sys.executable, "-m", "bench.scale_one", str(corpus), str(workers), str(scratch)]
    environment = os.environ | {"ACCORD_STORE": str(scratch / "store")}
    began = time.monotonic()
    with subprocess.Popen(command, cwd=TOP, env=environment, stdout=subprocess.PIPE) as running:  # noqa: S603  # ours
        said = running.stdout.read() if running.stdout else b""
        _, status, usage = os.wait4(running.pid, 0)
        running.returncode = os.waitstatus_to_exitcode(status)
    if running.returncode:
        raise subprocess.CalledProcessError(running.returncode, command)
    told: dict[str, float] = json.loads(said)
    told["whole"] = time.monotonic() - began
    told["cpu"] = usage.ru_utime + usage.ru_stime
    return told


def timed(spent: dict[str, float], stage: str, function: Callable[..., Any]) -> Callable[..., Any]:
    """The function, noting what each call takes."""

    def call(*args: Any, **named: Any) -> Any:
        began = time.monotonic()
        done = function(*args, **named)
        spent[stage] = spent.get(stage, 0.0) + time.monotonic() - began
        return done

    return call


if __name__ == "__main__":
    main()
