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


def age(path, days):
    """As if it had last been touched that long ago."""
    then = path.stat().st_mtime - days * 86_400
    os.utime(path, (then, then))


def begin(kept, runs, days):
    """As if so many runs had begun that long ago."""
    before = {*kept.root.glob("runs/*")}
    for _ in range(runs):
        kept.begin()
    for mark in {*kept.root.glob("runs/*")} - before:
        age(mark, days)


@pytest.mark.parametrize(
    ("used", "runs", "since", "stays"),
    [(9, 20, 5, False), (9, 19, 5, True), (4, 20, 5, True), (0.5, 20, 0.1, True)],
    ids=["by none of twenty", "only nineteen runs", "by one of them", "within a day"],
)
def test_what_none_of_the_last_runs_used_is_forgotten(tmp_path, used, runs, since, stays):
    kept = Store(tmp_path)
    folder = kept.fetch(store.key("a"), Work())
    age(folder / "seal.json", used)
    begin(kept, runs, since)
    kept.begin()

    assert folder.exists() == stays


def test_what_is_looked_up_is_used_again(tmp_path):
    kept = Store(tmp_path)
    folders = [kept.fetch(store.key(part), Work()) for part in range(3)]
    for folder in folders:
        age(folder / "seal.json", 9)
    begin(kept, 20, 5)
    kept.fetch(store.key(0), Work())
    kept.holds(store.key(1))
    kept.begin()

    assert [folder.exists() for folder in folders] == [True, True, False]


def test_a_run_begins_where_the_store_cannot_be_written(tmp_path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    Store(tmp_path / "file").begin()

    assert (tmp_path / "file").read_text(encoding="utf-8") == ""


def test_what_was_put_beside_the_folders_of_keys_is_never_forgotten(tmp_path):
    kept, text = Store(tmp_path), tmp_path / "inputs" / "0a1b" / "a.txt"
    text.parent.mkdir(parents=True)
    text.write_text("a text", encoding="utf-8")
    age(text, 9)
    begin(kept, 20, 5)
    kept.begin()

    assert text.exists()
