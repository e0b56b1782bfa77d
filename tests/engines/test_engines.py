import multiprocessing
import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from itertools import count, islice
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord import engines
from accord.errors import ParameterError, RunError


def squared(number):
    return number * number


def dies(number):
    os._exit(number)


def whose(_):
    time.sleep(0.01)
    return os.getpid()


def fails(number):
    message = f"cannot take {number}"
    raise ValueError(message)


@given(st.lists(st.integers()))
def test_here_gives_each_in_order(numbers):
    assert list(engines.here.map(squared, numbers)) == [n * n for n in numbers]


@pytest.mark.parametrize("size", [0, 1, 200])
def test_cores_give_the_same_as_here(size):
    numbers = range(size)

    assert list(engines.named("cores", 2).map(squared, numbers)) == [n * n for n in numbers]


def test_one_worker_starts_no_process():
    assert list(engines.Cores(1).map(lambda n: n + 1, [1, 2])) == [2, 3]


def test_cores_take_no_more_than_they_can_work_on():
    taken = []
    found = engines.Cores(2).map(squared, (taken.append(n) or n for n in count()))
    first = list(islice(found, 3))
    found.close()

    assert first == [0, 1, 4]
    assert len(taken) < 300


def test_hired_workers_stay_for_every_map_and_then_go():
    with engines.Cores(2).hired() as workers:
        found = [set(workers.map(whose, range(40))) for _ in range(2)]

    assert os.getpid() not in found[0]
    assert len(found[0] | found[1]) <= 2
    assert not multiprocessing.active_children()


def test_hired_workers_begin_before_the_first_result_is_asked_for(tmp_path):
    with engines.Cores(2).hired() as workers:
        found = workers.map(os.mkdir, [tmp_path / "a", tmp_path / "b"])
        begun = _seen_within_seconds(tmp_path / "a")

        assert begun
        assert list(found) == [None, None]


def _seen_within_seconds(path):
    return any(path.exists() or time.sleep(0.05) for _ in range(400))


def test_a_map_that_is_given_up_leaves_its_workers_to_the_next():
    with engines.Cores(2).hired() as workers:
        given_up = workers.map(squared, count())
        assert next(given_up) == 0
        given_up.close()

        assert list(workers.map(squared, range(9))) == [n * n for n in range(9)]


def test_a_killed_worker_is_told_with_the_repair():
    with pytest.raises(RunError, match="--workers"):
        list(engines.Cores(2).map(dies, range(1, 9)))


def says(name):
    return os.environ.get(name)


def test_workers_have_the_environment_of_today_and_not_of_the_process_they_are_forked_from(
    monkeypatch,
):
    list(engines.Cores(2).map(squared, range(2)))  # from now on there is such a process
    monkeypatch.setenv("ACCORD_SAID_LATER", "yes")

    assert list(engines.Cores(2).map(says, ["ACCORD_SAID_LATER"] * 2)) == ["yes", "yes"]


WARM = """
import sys
from accord import engines
def has(name):
    return name in sys.modules
if __name__ == "__main__":
    cores = engines.Cores(2)
    cores.warm("wave")
    print(has("wave"), *cores.map(has, ["wave"] * 2))
"""


def test_workers_find_loaded_what_was_warmed_for_them(tmp_path):
    (tmp_path / "warm.py").write_text(WARM)
    told = subprocess.run(
        [sys.executable, tmp_path / "warm.py"], stdout=subprocess.PIPE, text=True, check=True
    )

    assert told.stdout.split() == ["False", "True", "True"]


ASLEEP = """
import os, time
from accord import engines
def asleep(_):
    os.write(1, f"{os.getpid()}\\n".encode())
    time.sleep(60)
if __name__ == "__main__":
    with engines.Cores(2).hired() as workers:
        list(workers.map(asleep, range(2)))
"""


def test_workers_end_with_a_parent_that_is_killed(tmp_path):
    (tmp_path / "asleep.py").write_text(ASLEEP)
    command = [sys.executable, tmp_path / "asleep.py"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as parent:
        workers = [int(parent.stdout.readline()) for _ in range(2)]
        assert all(map(_lives, workers))
        parent.kill()
    left = _left(workers)

    assert not left


def _left(processes):
    """Those that do not end within some seconds; they are ended."""
    for _ in range(400):
        if not any(map(_lives, processes)):
            return []
        time.sleep(0.05)
    left = list(filter(_lives, processes))
    for process in left:
        with suppress(ProcessLookupError):
            os.kill(process, signal.SIGKILL)
    return left


def _lives(process):
    """Whether a process is there and not merely waiting to be reaped.

    One that ends between the opening of its file and the reading is not found either.
    """
    try:
        told = Path(f"/proc/{process}/stat").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return False
    return told.rpartition(")")[2].split()[0] != "Z"


def test_an_error_in_the_work_arrives_as_it_is():
    with pytest.raises(ValueError, match="cannot take"):
        list(engines.Cores(2).map(fails, range(9)))


def test_an_unknown_engine_is_an_error_that_lists_the_known():
    with pytest.raises(ParameterError, match="here, cores"):
        engines.named("clouds")
