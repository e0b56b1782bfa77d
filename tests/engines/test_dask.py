"""Against a real scheduler and real workers, each a process of its own on the loopback."""

import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import ExitStack, suppress
from pathlib import Path

import pytest

from accord import engines, parameters
from accord.errors import ParameterError, RunError
from accord.study import parts, publishing

pytest.importorskip("distributed")


def slowly_squared(number):
    time.sleep(0.02)
    return number * number, os.getpid()


@pytest.fixture
def cluster(tmp_path):
    """The address of a scheduler, and its two workers."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"tcp://127.0.0.1:{free.getsockname()[1]}"
    quiet = {"cwd": tmp_path, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    quiet["env"] = os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])}
    dask = [sys.executable, "-m", "distributed.cli.dask_scheduler", "--no-dashboard"]
    worker = [sys.executable, "-m", "distributed.cli.dask_worker", address, "--no-dashboard"]
    worker += ["--nthreads", "1", "--no-nanny", "--death-timeout", "20"]
    with ExitStack() as stack:
        started = [
            subprocess.Popen(
                [*dask, "--host", "127.0.0.1", "--port", address.rsplit(":", 1)[1]], **quiet
            ),
            *(subprocess.Popen(worker, **quiet) for _ in range(2)),
        ]
        for process in started:
            stack.callback(_end, process)
        yield address, started


def _end(process):
    with suppress(ProcessLookupError):
        process.kill()
    process.wait()


@pytest.mark.slow
def test_a_killed_worker_loses_nothing_and_doubles_nothing(cluster):
    address, (_, first, _) = cluster
    engine = engines.named("dask", scheduler=address)
    found = []
    for number, (square, _) in enumerate(engine.map(slowly_squared, range(100))):
        if number == 10:
            first.send_signal(signal.SIGKILL)
        found.append(square)

    assert found == [number * number for number in range(100)]


class Killing:
    """An engine that kills a process once three results are there."""

    def __init__(self, engine, process):
        self.engine = engine
        self.process = process

    def map(self, function, over):
        for number, one in enumerate(self.engine.map(function, over)):
            if number == 3:
                self.process.send_signal(signal.SIGKILL)
            yield one


@pytest.mark.slow
def test_a_study_on_a_cluster_that_loses_a_worker_has_the_same_bytes(
    cluster, tmp_path, monkeypatch
):
    monkeypatch.setattr(parts, "SIZE", 2)
    for number in range(40):
        text = f"The pier of town {number % 7} cost ${number % 9 + 2} million in 2031.\n"
        (tmp_path / "news" / f"{number}.txt").parent.mkdir(exist_ok=True)
        (tmp_path / "news" / f"{number}.txt").write_text(text)
    address, (_, first, _) = cluster
    here = study(tmp_path, "here", engines.here, monkeypatch)
    there = study(
        tmp_path, "there", Killing(engines.named("dask", scheduler=address), first), monkeypatch
    )

    assert there == here


def study(folder, name, engine, monkeypatch):
    monkeypatch.setenv("ACCORD_STORE", str(folder / f"store-{name}"))
    given = parameters.check({"corpus": str(folder / "news")})
    order = publishing.Order(given=given, origins={}, out=folder / name, tell=lambda _: None)
    publishing.data(order, engine)
    return {path.name: path.read_bytes() for path in (folder / name).iterdir()}


@pytest.mark.slow
def test_a_scheduler_that_dies_is_told_with_the_repair(cluster):
    address, (scheduler, *_) = cluster
    engine = Killing(engines.named("dask", scheduler=address), scheduler)

    with pytest.raises(RunError, match="dask scheduler"):
        list(engine.map(slowly_squared, range(100)))


def test_a_scheduler_that_is_not_there_is_told_with_the_repair(monkeypatch):
    monkeypatch.setattr("accord.engines.dask._PATIENCE", "1s")
    engine = engines.named("dask", scheduler="tcp://127.0.0.1:9")

    with pytest.raises(RunError, match="dask scheduler"):
        list(engine.map(abs, [1]))


def test_dask_asks_for_a_scheduler():
    with pytest.raises(ParameterError, match="--scheduler"):
        engines.named("dask")
