import os
import signal
import subprocess
import sys
from dataclasses import replace
from datetime import date

import pytest

from accord import editions
from accord.editions import disk, ledger, manifest
from accord.errors import EditionError
from accord.model import Setting

TODAY = date(2031, 5, 1)


def tree(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def other(findings, **changes):
    return replace(findings, claims=findings.claims[:-1], **changes)


def text_of(recipe, name):
    files = dict(recipe().files) | {"a.txt": manifest.File(sha256=name, size=1)}
    return recipe(files=tuple(files.items()))


def broken(*_):
    raise KeyboardInterrupt


@pytest.fixture
def root(tmp_path, findings, recipe, writer):
    """Where one edition is published."""
    editions.publish(writer(findings), recipe(), tmp_path / "editions", TODAY)
    return tmp_path / "editions"


@pytest.fixture
def again(findings, recipe, writer):
    """Publishes an edition with other inputs."""
    return lambda root: editions.publish(writer(other(findings)), text_of(recipe, "x"), root, TODAY)


def test_the_first_edition_is_number_1_with_a_line_in_the_ledger(
    tmp_path, findings, recipe, writer
):
    made = editions.publish(writer(findings), recipe(), tmp_path / "editions", TODAY)
    (entry,) = ledger.entries(tmp_path / "editions")

    assert (made.folder.name, made.new, made.manifest.previous) == ("1", True, None)
    assert (entry.edition, entry.date, entry.digest) == (1, "2031-05-01", made.manifest.digest)
    assert entry.headline["disputed"] == 1


def test_the_same_again_is_nothing_new_and_builds_nothing(root, recipe):
    before = tree(root)
    made = editions.publish(pytest.fail, recipe(), root, date(2032, 1, 1))

    assert (made.folder.name, made.new) == ("1", False)
    assert tree(root) == before


def test_other_code_that_writes_the_same_bytes_is_nothing_new(root, findings, recipe, writer):
    made = editions.publish(writer(findings), recipe(code=(("lib", "2"),)), root, TODAY)

    assert (made.folder.name, made.new) == ("1", False)


def test_what_was_once_seen_to_give_the_same_bytes_is_not_built_again(
    root, findings, recipe, writer
):
    changed = recipe(code=(("lib", "2"),))
    editions.publish(writer(findings), changed, root, TODAY)

    assert not editions.publish(pytest.fail, changed, root, TODAY).new


def test_other_code_that_writes_other_bytes_takes_the_next_number(root, findings, recipe, writer):
    first = ledger.entries(root)[0]
    made = editions.publish(writer(other(findings)), recipe(code=(("lib", "2"),)), root, TODAY)

    assert (made.folder.name, made.new) == ("2", True)
    assert made.manifest.previous == (1, first.digest)


def test_the_rebuild_stands_in_the_newest_editions_place(root, again, findings, recipe, writer):
    places = []
    again(root)

    def build(place, folder):
        places.append((place.number, place.previous and place.previous.name))
        writer(findings)(place, folder)

    editions.publish(build, replace(text_of(recipe, "x"), code=()), root, TODAY)

    assert places == [(2, "1"), (3, "2")]


def test_two_roots_hold_the_same_bytes(tmp_path, findings, recipe, writer):
    trees = []
    for name in ("here", "there"):
        editions.publish(writer(findings), recipe(), tmp_path / name, TODAY)
        trees.append(tree(tmp_path / name))

    assert trees[0] == trees[1]


def test_nothing_is_published_upon_an_edition_that_was_changed(root, findings, recipe, writer):
    (root / "1" / "report.md").write_text("better", encoding="utf-8")

    with pytest.raises(EditionError, match=r"report\.md.*git checkout"):
        editions.publish(writer(findings), text_of(recipe, "x"), root, TODAY)


@pytest.mark.parametrize(("module", "step"), [(disk, "appear"), (ledger, "_append")])
def test_a_publication_that_breaks_is_completed_by_the_next(root, again, module, step):
    whole = tree(root / "1")
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(module, step, broken)
        with pytest.raises(KeyboardInterrupt):
            again(root)
    assert tree(root / "1") == whole
    again(root)

    assert [folder.name for folder in ledger.folders(root)] == ["1", "2"]
    assert [entry.edition for entry in ledger.entries(root)] == [1, 2]
    assert [path.name for path in root.parent.iterdir()] == ["editions"]


SLOW = """
import sys, time
from datetime import date
from pathlib import Path
from accord import editions
from accord.editions.manifest import Recipe

def build(place, folder):
    (folder / "half.txt").write_text("half")
    print("building", flush=True)
    time.sleep(60)

editions.publish(build, Recipe(settings=(), files=()), Path(sys.argv[1]), date(2031, 5, 1))
"""


def slow_publication(root):
    process = subprocess.Popen(
        [sys.executable, "-c", SLOW, str(root)], stdout=subprocess.PIPE, text=True
    )
    process.stdout.readline()
    return process


def test_a_killed_run_leaves_the_editions_whole_and_holds_up_nobody(root, again):
    before = tree(root)
    with slow_publication(root) as process:
        os.kill(process.pid, signal.SIGKILL)
    assert tree(root) == before

    assert again(root).folder.name == "2"
    assert [path.name for path in root.parent.iterdir()] == ["editions"]


def test_two_runs_at_once_are_told_apart(tmp_path, findings, recipe, writer):
    root = tmp_path / "editions"
    with slow_publication(root) as process:
        with pytest.raises(EditionError, match=f"process {process.pid}.*--out"):
            editions.publish(writer(findings), recipe(), root, TODAY)
        process.kill()


def test_what_git_leaves_of_a_discarded_edition_is_in_nobodys_way(root, again):
    (root / "2").mkdir()
    (root / "2" / manifest.RUN).write_text("{}")

    assert again(root).folder == root / "2"


def test_a_half_written_line_of_the_ledger_is_written_anew(root, findings, recipe, writer):
    path = root / ledger.NAME
    line = path.read_bytes()
    path.write_bytes(line[:20])
    editions.publish(writer(findings), recipe(), root, TODAY)

    assert path.read_bytes() == line


def test_the_ledger_tells_parameters_that_are_not_by_default(tmp_path, findings, recipe, writer):
    told = (Setting(name="about", value=0.05, origin="command line"), Setting(name="x", value=1))
    editions.publish(writer(findings), recipe(settings=told), tmp_path / "e", TODAY)

    assert ledger.entries(tmp_path / "e")[0].parameters == {"about": 0.05}


def test_a_disk_that_refuses_is_told_with_the_repair(tmp_path, recipe):
    def full(*_):
        raise OSError(28, "No space left on device")

    with pytest.raises(EditionError, match=r"No space left.*--out"):
        editions.publish(full, recipe(), tmp_path / "editions", TODAY)


def test_a_run_appears_in_the_folder_it_is_given(tmp_path, findings, recipe, writer):
    (tmp_path / "out").mkdir()
    made = editions.put(writer(findings), recipe(), tmp_path / "out")

    assert (made.new, made.manifest.edition) == (True, None)
    assert (tmp_path / "out" / "claims.jsonl").is_file()
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_a_run_that_stands_there_already_is_not_built_again(tmp_path, findings, recipe, writer):
    editions.put(writer(findings), recipe(), tmp_path / "out")

    assert not editions.put(pytest.fail, recipe(), tmp_path / "out").new


def test_a_run_replaces_an_older_run(tmp_path, findings, recipe, writer):
    editions.put(writer(findings), recipe(), tmp_path / "out")
    editions.put(writer(other(findings)), recipe(code=()), tmp_path / "out")

    assert (tmp_path / "out" / "claims.jsonl").read_text(encoding="utf-8").count("\n") == 2
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_a_run_that_fails_leaves_the_older_one(tmp_path, findings, recipe, writer):
    editions.put(writer(findings), recipe(), tmp_path / "out")
    before = tree(tmp_path / "out")

    with pytest.raises(KeyboardInterrupt):
        editions.put(broken, recipe(code=()), tmp_path / "out")

    assert tree(tmp_path / "out") == before


@pytest.mark.parametrize("strange", ["note.txt", "report.md", "notebooks/mine.ipynb", ".git/HEAD"])
def test_what_accord_did_not_write_is_never_overwritten(
    tmp_path, findings, recipe, writer, strange
):
    target = tmp_path / "out"
    editions.put(writer(findings), recipe(), target)
    (target / strange).parent.mkdir(exist_ok=True)
    (target / strange).write_text("mine", encoding="utf-8")

    with pytest.raises(EditionError, match=strange):
        editions.put(writer(other(findings)), recipe(code=()), target)
    assert (target / strange).read_text(encoding="utf-8") == "mine"


def test_a_folder_without_a_manifest_of_ours_is_never_overwritten(
    tmp_path, findings, recipe, writer
):
    (tmp_path / "manifest.json").write_text('{"name": "a web page"}', encoding="utf-8")

    with pytest.raises(EditionError):
        editions.put(writer(findings), recipe(), tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["manifest.json"]


def test_a_file_in_the_way_is_never_overwritten(tmp_path, findings, recipe, writer):
    (tmp_path / "out").write_text("mine", encoding="utf-8")

    with pytest.raises(EditionError):
        editions.put(writer(findings), recipe(), tmp_path / "out")
    assert (tmp_path / "out").read_text(encoding="utf-8") == "mine"
