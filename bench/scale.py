"""What a study of many articles costs: seconds for each stage, memory, and what workers bring.

python -m bench.scale [--sizes 1000 10000 21573] [--engines cores:1 cores:2 dask:2]
                      [--format txt] [--jitter 0] [--shared ../shared]

`--format jsonl` or `parquet` makes one table in place of a file for each article. Beyond 21,573 the
articles repeat: as copies, or with `--jitter 0.1` as near copies whose numbers differ.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

TOP = Path(__file__).resolve().parents[1]
STAGES = (
    "list", "open", "state", "unpack", "match", "align", "judge", "summarise", "write", "keep",
)  # fmt: skip
TOKEN = re.compile(r"\w+|[^\w\s]")


def main() -> None:
    """Measure every size on every engine, and print the table of SCALE.md."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--sizes", type=int, nargs="+", default=[1000, 10_000, 21_573])
    asked.add_argument("--engines", nargs="+", default=["cores:2"])
    asked.add_argument("--format", default="txt", choices=("txt", "jsonl", "parquet"))
    asked.add_argument("--jitter", type=float, default=0.0)
    asked.add_argument("--shared", type=Path, default=TOP.parent / "shared")
    given = asked.parse_args()
    stages = " | ".join(f"{stage}, s" for stage in STAGES)
    say(f"| articles | engine | {stages} | whole, s | CPU, s | peak MB | of a worker |")
    say("|---" * (len(STAGES) + 6) + "|")
    for size in given.sizes:
        with tempfile.TemporaryDirectory(prefix="accord-scale-") as scratch:
            corpus = _corpus(given, size, Path(scratch))
            for engine in given.engines:
                say(_row(size, engine, _measured(corpus, engine, Path(scratch) / engine)))
            if given.format == "txt":
                say(f"A bare token regex over these texts: {_tokens(corpus):.1f} s.")


def say(line: str) -> None:
    """Print a line of the table at once."""
    print(line, flush=True)  # noqa: T201  # its output


def _row(size: int, engine: str, told: dict[str, Any]) -> str:
    stages = " | ".join(f"{told['stages'][stage]:.1f}" for stage in STAGES)
    worker = "not seen" if engine.startswith("dask") else f"{told['worker']:.0f}"
    ends = f"{told['whole']:.1f} | {told['cpu']:.0f} | {told['peak']:.0f} | {worker}"
    return f"| {size:,} | {engine} | {stages} | {ends} |"


def _corpus(given: argparse.Namespace, size: int, scratch: Path) -> Path:
    name = "articles" if given.format == "txt" else f"articles.{given.format}"
    make = [sys.executable, str(given.shared / "scale/make_scale.py"), "--n", str(size)]
    options = ["--format", given.format, "--min-chars", "0", "--jitter", str(given.jitter)]
    command = [*make, *options, "--out", str(scratch / name)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)  # noqa: S603  # ours
    return scratch / name


def _measured(corpus: Path, engine: str, scratch: Path) -> dict[str, Any]:
    """One study in a process of its own, with an empty store."""
    scratch.mkdir()
    name, _, workers = engine.partition(":")
    environment = os.environ | {"ACCORD_STORE": str(scratch / "store")}
    with ExitStack() as stack:
        where = stack.enter_context(_cluster(int(workers), environment)) if name == "dask" else ""
        command = [sys.executable, "-m", "bench.scale_one"]
        command += [str(corpus), str(scratch), name, workers, where]
        began = time.monotonic()
        done = subprocess.run(command, cwd=TOP, env=environment, check=True, stdout=subprocess.PIPE)  # noqa: S603  # ours
        told: dict[str, Any] = json.loads(done.stdout)
    return told | {"whole": time.monotonic() - began}


@contextmanager
def _cluster(workers: int, environment: dict[str, str]) -> Iterator[str]:
    """The address of a scheduler with workers of one thread each, on this machine."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"tcp://127.0.0.1:{port}"
    run = [sys.executable, "-m"]
    scheduler = [*run, "distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", str(port)]
    worker = [*run, "distributed.cli.dask_worker", address, "--nthreads", "1", "--no-nanny"]
    words = [scheduler, *[worker] * workers]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    started = [
        subprocess.Popen([*one, "--no-dashboard"], cwd=TOP, env=environment, **quiet)  # noqa: S603  # ours
        for one in words
    ]
    try:
        yield address
    finally:
        for process in started:
            process.kill()
            process.wait()


def _tokens(corpus: Path) -> float:
    """CPU seconds of finding every token of the texts, one after the other, in memory."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(corpus.rglob("*.txt"))]
    began = time.process_time()
    for text in texts:
        TOKEN.findall(text)
    return time.process_time() - began


if __name__ == "__main__":
    main()
