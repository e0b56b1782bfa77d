"""A whole run: the notebooks, the report and the data, the same bytes everywhere."""

import json
import os
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

from accord.editions import pages, parts

TOP = Path(__file__).resolve().parents[2]
RUN = "from accord.cli import main; main()"
TEXTS = {
    "a.txt": "The plant cost $40 million and opened in May 2021. Sales fell from 30 to 24 units.\n",
    "b.txt": "Opened in 2021, the $40 million plant employs about 300 people.\n",
    "c <b>.txt": "The plant, which cost $55 million, employs 310 people.\n",
}


def corpus(folder):
    folder.mkdir(parents=True)
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def run(cwd, *words, **environment):
    return subprocess.run(
        [sys.executable, "-c", RUN, "run", *map(str, words)],
        cwd=cwd,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def files(folder):
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != "run.json"
    }


@pytest.mark.slow
def test_two_hash_seeds_folders_time_zones_and_locales_give_the_same_bytes(tmp_path):
    places = [
        (tmp_path / "one", {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C.UTF-8"}),
        (tmp_path / "an other", {"PYTHONHASHSEED": "2", "TZ": "Asia/Tokyo", "LC_ALL": "C"}),
    ]
    for place, environment in places:
        environment["ACCORD_STORE"] = str(place / "store")
        done = run(corpus(place / "texts").parent, "texts", "--out", "out", **environment)
        assert done.returncode == 0, done.stderr
    first, second = (files(place / "out") for place, _ in places)

    assert [name for name in first if first[name] != second.get(name)] == []
    assert {"report.html", "report.pdf", "report.md", "claims.csv", "claims.jsonld"} <= set(first)
    assert not [name for name, body in first.items() if str(tmp_path).encode() in body]


@pytest.mark.slow
def test_a_second_run_of_the_same_builds_nothing(tmp_path):
    corpus(tmp_path / "texts")
    run(tmp_path, "texts", "--out", "out")
    before = {p: p.stat().st_mtime_ns for p in (tmp_path / "out").rglob("*")}
    done = run(tmp_path, "texts", "--out", "out")

    assert "nothing new" in done.stdout
    assert {p: p.stat().st_mtime_ns for p in (tmp_path / "out").rglob("*")} == before


@pytest.mark.slow
def test_papermill_by_hand_gives_what_the_study_gives(tmp_path, seeds):
    papermill = [sys.executable, "-m", "papermill", str(TOP / "notebooks" / "04_agreement.ipynb")]
    done = subprocess.run(
        [*papermill, "out.ipynb", "--no-progress-bar"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    executed = nbformat.read(tmp_path / "out.ipynb", as_version=4)
    bundles = [o.get("data", {}) for c in executed.cells for o in c.get("outputs", ())]
    matrix = next(b[parts.MIME] for b in bundles if b.get(parts.MIME, {}).get("part") == "matrix")

    assert done.returncode == 0, done.stderr
    assert matrix == json.loads(json.dumps(pages.matrix.part(seeds).content()))


@pytest.mark.slow
def test_a_cell_that_fails_is_named_and_leaves_nothing_half_written(tmp_path):
    corpus(tmp_path / "texts")
    (tmp_path / "texts" / "a.txt").unlink()
    done = run(tmp_path, "texts", "--out", "out", "-p", "leave_out=b.txt,c <b>.txt")

    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "out").exists()
