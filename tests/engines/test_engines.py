import os
from itertools import count, islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord import engines
from accord.errors import ParameterError, RunError


def squared(number):
    return number * number


def dies(number):
    os._exit(number)


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


def test_a_killed_worker_is_told_with_the_repair():
    with pytest.raises(RunError, match="--workers"):
        list(engines.Cores(2).map(dies, range(1, 9)))


def test_an_error_in_the_work_arrives_as_it_is():
    with pytest.raises(ValueError, match="cannot take"):
        list(engines.Cores(2).map(fails, range(9)))


def test_an_unknown_engine_is_an_error_that_lists_the_known():
    with pytest.raises(ParameterError, match="here, cores"):
        engines.named("clouds")
