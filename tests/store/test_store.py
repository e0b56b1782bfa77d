import multiprocessing
import os
from dataclasses import dataclass, field

import pytest

from accord import store
from accord.store import Store


@dataclass
class Work:
    """Writes one file, and counts how often it was asked to."""

    times: list = field(default_factory=list)

    def __call__(self, folder):
        self.times.append(1)
        (folder / "found.txt").write_text("found", encoding="utf-8")


def test_what_has_the_same_key_is_computed_once(tmp_path):
    work = Work()
    first, second = (Store(tmp_path / "kept").fetch(store.key("a", 1), work) for _ in range(2))

    assert first == second
    assert (first / "found.txt").read_text(encoding="utf-8") == "found"
    assert len(work.times) == 1


def test_another_key_is_computed_anew(tmp_path):
    work = Work()
    for part in (1, 2):
        Store(tmp_path).fetch(store.key("a", part), work)

    assert len(work.times) == 2


@pytest.mark.parametrize("damage", ["change", "remove", "add", "seal"])
def test_what_was_damaged_is_computed_again(tmp_path, damage):
    work, kept = Work(), Store(tmp_path)
    folder = kept.fetch(store.key("a"), work)
    if damage == "remove":
        (folder / "found.txt").unlink()
    else:
        names = {"change": "found.txt", "add": "more.txt", "seal": "seal.json"}
        (folder / names[damage]).write_text("{}", encoding="utf-8")
    assert not kept.holds(store.key("a"))
    folder = kept.fetch(store.key("a"), work)

    assert [path.name for path in sorted(folder.iterdir())] == ["found.txt", "seal.json"]
    assert len(work.times) == 2


def test_work_that_fails_leaves_nothing(tmp_path):
    def broken(folder):
        (folder / "half").write_text("", encoding="utf-8")
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        Store(tmp_path).fetch(store.key("a"), broken)

    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def _log(folder):
    (folder / "by.txt").write_text(str(os.getpid()), encoding="utf-8")
    with (folder.parents[3] / "log").open("a", encoding="utf-8") as log:
        log.write("x")


def _fetch(root):
    Store(root).fetch(store.key("a"), _log)


def test_processes_that_ask_at_once_compute_once(tmp_path):
    context = multiprocessing.get_context("fork")
    many = [context.Process(target=_fetch, args=(tmp_path / "kept",)) for _ in range(6)]
    for one in many:
        one.start()
    for one in many:
        one.join()

    assert [one.exitcode for one in many] == [0] * 6
    assert (tmp_path / "kept" / "log").read_text(encoding="utf-8") == "x"


def test_a_key_tells_its_parts_apart():
    keys = [store.key("a", "b"), store.key("ab"), store.key(["a"], "b"), store.key({"a": 1.0})]

    assert len(set(keys)) == len(keys)
