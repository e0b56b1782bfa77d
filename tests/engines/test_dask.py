"""Against a real scheduler and real workers, each a process of its own on the loopback."""

import logging
import os
import signal
import socket
import subprocess
import sys
import time
from concurrent.futures import Future
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

import pytest

from accord import engines, parameters
from accord.engines.dask import Cluster
from accord.errors import ParameterError, RunError
from accord.study import parts, publishing
from accord.study.order import Order

pytest.importorskip("distributed")


def slowly_squared(number):
    time.sleep(0.02)
    return number * number, os.getpid()


@pytest.fixture
def clusters(tmp_path):
    """`start()` gives the address of a new scheduler, and it with its two workers."""
    with ExitStack() as stack:
        yield lambda: _started(tmp_path, stack)


@pytest.fixture
def cluster(clusters):
    return clusters()


def _started(tmp_path, stack):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"tcp://127.0.0.1:{free.getsockname()[1]}"
    quiet = {"cwd": tmp_path, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    quiet["env"] = os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])}
    dask = [sys.executable, "-m", "distributed.cli.dask_scheduler", "--no-dashboard"]
    worker = [sys.executable, "-m", "distributed.cli.dask_worker", address, "--no-dashboard"]
    worker += ["--nthreads", "1", "--no-nanny", "--death-timeout", "20"]
    scheduler = [*dask, "--host", "127.0.0.1", "--port", address.rsplit(":", 1)[1]]
    started = [subprocess.Popen(words, **quiet) for words in (scheduler, worker, worker)]
    for process in started:
        stack.callback(_end, process)
    return address, started


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

    def warm(self, module):
        self.engine.warm(module)

    @contextmanager
    def hired(self):
        with self.engine.hired() as workers:
            yield Killing(workers, self.process)


@pytest.mark.slow
def test_a_study_on_a_cluster_that_loses_a_worker_has_the_same_bytes(
    cluster, tmp_path, monkeypatch
):
    put_news(tmp_path, monkeypatch)
    address, (_, first, _) = cluster
    here = study(tmp_path, "here", engines.here, monkeypatch)
    there = study(
        tmp_path, "there", Killing(engines.named("dask", scheduler=address), first), monkeypatch
    )

    assert there == here


@pytest.mark.slow
def test_a_study_whose_scheduler_is_started_again_goes_on_where_it_stood(
    clusters, tmp_path, monkeypatch
):
    put_news(tmp_path, monkeypatch)
    here = study(tmp_path, "here", engines.here, monkeypatch)
    address, (scheduler, *_) = clusters()
    lost = Killing(engines.named("dask", scheduler=address), scheduler)
    with pytest.raises(RunError, match="What was read so far is kept"):
        study(tmp_path, "there", lost, monkeypatch)
    before = kept(tmp_path / "store-there")
    half = (tmp_path / "there").exists()
    again = engines.named("dask", scheduler=clusters()[0])
    there = study(tmp_path, "there", again, monkeypatch)
    after = kept(tmp_path / "store-there")

    assert there == here
    assert not half
    assert 3 <= len(before) < 20
    assert {path: after[path] for path in before} == before


@pytest.mark.slow
@pytest.mark.parametrize("workers", [1, 2, 3])
def test_every_engine_and_number_of_workers_gives_the_bytes_of_one_process(
    workers, cluster, tmp_path, monkeypatch
):
    put_news(tmp_path, monkeypatch)
    address, _ = cluster
    made = {
        "here": engines.here,
        "cores": engines.named("cores", workers),
        "dask": engines.named("dask", workers, address),
    }
    written = [study(tmp_path, name, engine, monkeypatch) for name, engine in made.items()]

    assert written[0] == written[1] == written[2]


def put_news(folder, monkeypatch):
    """Forty texts in parts of two."""
    monkeypatch.setattr(parts, "SIZE", 2)
    (folder / "news").mkdir()
    for number in range(40):
        text = f"The pier of town {number % 7} cost ${number % 9 + 2} million in 2031.\n"
        (folder / "news" / f"{number}.txt").write_text(text)


def kept(store):
    """The parts in a store, each with the moment when it was written."""
    return {path: path.stat().st_mtime_ns for path in store.glob(f"*/*/{parts.NAME}")}


def study(folder, name, engine, monkeypatch):
    monkeypatch.setenv("ACCORD_STORE", str(folder / f"store-{name}"))
    given = parameters.check({"corpus": str(folder / "news")})
    order = Order(given=given, origins={}, out=folder / name, tell=lambda _: None)
    publishing.data(order, engine)
    written = (path for path in (folder / name).iterdir() if path.name != "run.json")
    return {path.name: path.read_bytes() for path in written}


@pytest.mark.slow
def test_a_scheduler_that_dies_is_told_with_the_repair_and_no_trace(cluster, monkeypatch):
    address, (scheduler, *_) = cluster
    engine = Killing(engines.named("dask", scheduler=address), scheduler)
    logged = []
    monkeypatch.setattr(logging.getLogger("distributed.client"), "handle", logged.append)

    with pytest.raises(RunError, match="dask scheduler"):
        list(engine.map(slowly_squared, range(100)))
    assert [record.getMessage() for record in logged if record.exc_info] == []


def test_a_scheduler_that_is_not_there_is_told_with_the_repair(monkeypatch):
    monkeypatch.setattr("accord.engines.dask._PATIENCE", "1s")
    engine = engines.named("dask", scheduler="tcp://127.0.0.1:9")

    with pytest.raises(RunError, match="dask scheduler"):
        list(engine.map(abs, [1]))


@pytest.mark.slow
def test_a_scheduler_without_a_worker_is_told_with_the_repair(cluster, monkeypatch):
    address, (_, *workers) = cluster
    for worker in workers:
        _end(worker)
    monkeypatch.setattr("accord.engines.dask._PATIENCE", "1s")

    with pytest.raises(RunError, match=r"has no worker .* Start"):
        list(engines.named("dask", scheduler=address).map(abs, [1]))


@pytest.mark.parametrize("address", ["here", "tcp://", "tcp://10.0.0.1", "10.0.0.1", "a b:8786"])
def test_what_is_no_address_of_a_scheduler_is_told_at_once(address):
    with pytest.raises(ParameterError, match="write it as tcp://"):
        engines.named("dask", scheduler=address)


class Deserted:
    """A client whose workers have gone and come back once there is work."""

    def nthreads(self):
        return {}

    def submit(self, function, one, **_):
        done = Future()
        done.set_result(function(one))
        return done


class Empty(Deserted):
    """A client whose workers have gone and never come back."""

    def submit(self, *_, **__):
        return Future()


def test_a_cluster_whose_workers_never_come_back_is_told_with_the_repair(monkeypatch):
    monkeypatch.setattr("accord.engines.dask._LOOK", 0.01)

    with pytest.raises(RunError, match=r"has no worker .* Start"):
        list(Cluster("tcp://127.0.0.1:9", Empty()).map(abs, range(9)))


@pytest.mark.slow
def test_a_cluster_whose_workers_all_die_in_the_middle_is_told_with_the_repair(
    cluster, monkeypatch
):
    address, (_, *workers) = cluster
    monkeypatch.setattr("accord.engines.dask._LOOK", 0.2)
    squares = engines.named("dask", scheduler=address).map(slowly_squared, range(100))
    next(squares)
    for worker in workers:
        _end(worker)

    with pytest.raises(RunError, match=r"has no worker .* Start"):
        list(squares)


def test_a_cluster_that_lost_its_workers_for_a_while_leaves_nothing_out():
    cluster = Cluster("tcp://127.0.0.1:9", Deserted())

    assert list(cluster.map(abs, range(9))) == list(range(9))


def test_dask_asks_for_a_scheduler():
    with pytest.raises(ParameterError, match="--scheduler"):
        engines.named("dask")
