"""The wheel and the sdist hold all that accord needs, and work outside the repository."""

import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

TOP = Path(__file__).resolve().parents[2]
TEXTS = {
    "a.txt": "The new bridge cost $40 million, the ministry said.\n",
    "b.txt": "Building the new bridge cost about $43 million.\n",
}

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not (TOP / "pyproject.toml").is_file(), reason="not a checkout"),
]


def run(*words, cwd):
    env = {name: value for name, value in os.environ.items() if not name.startswith("ACCORD_")}
    env.pop("PYTHONPATH", None)
    done = subprocess.run(
        list(map(str, words)), cwd=cwd, env=env, capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "hatchling", "build", "-d", folder, cwd=TOP)
    return {path.suffix: path for path in folder.iterdir()}


@pytest.fixture(scope="module")
def installed(built, tmp_path_factory):
    """A new environment with the wheel alone, which sees the locked libraries of this one."""
    home = tmp_path_factory.mktemp("environment")
    run(sys.executable, "-m", "venv", "--without-pip", home, cwd=home)
    place = next(home.glob("lib/python*/site-packages"))
    (place / "locked.pth").write_text(f"{Path(pytest.__file__).parents[1]}\n", encoding="utf-8")
    options = ("install", "--quiet", "--no-deps", "--no-index", "--disable-pip-version-check")
    run(home / "bin/python", "-m", "pip", *options, built[".whl"], cwd=home)
    return home / "bin"


@pytest.fixture
def corpus(tmp_path):
    folder = tmp_path / "texts"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def files(folder, pattern):
    return {path.relative_to(folder).as_posix() for path in folder.rglob(pattern)}


def test_the_wheel_holds_every_module_table_notebook_and_template(built):
    packed = set(zipfile.ZipFile(built[".whl"]).namelist())
    library = {f for f in files(TOP / "lib", "*.*") if f.endswith((".py", ".toml", ".typed"))}
    notebooks = {
        f"accord/_project/notebooks/{name}" for name in files(TOP / "notebooks", "0*.ipynb")
    }
    look = {f"accord/_project/report/{name}" for name in files(TOP / "report", "t*/*.*")}

    assert sorted({*library, *notebooks, *look} - packed) == []


def test_the_sdist_holds_what_its_tests_need(built):
    with tarfile.open(built[".gz"]) as packed:
        names = {name.partition("/")[2] for name in packed.getnames()}

    assert {"pyproject.toml", "requirements.lock", "seeds/codebook.toml", "LICENSE"} <= names


def test_the_installed_package_is_the_wheels(installed, tmp_path):
    said = run(installed / "python", "-c", "import accord; print(accord.__file__)", cwd=tmp_path)

    assert Path(said.strip()).is_relative_to(installed.parent)


def test_a_study_runs_outside_the_repository(installed, corpus, tmp_path):
    run(installed / "accord", "params", cwd=tmp_path)
    run(installed / "accord", "study", corpus.name, "--out", "data", cwd=tmp_path)

    assert (tmp_path / "data" / "claims.jsonl").read_text(encoding="utf-8").count("\n") == 2
    assert {path.name for path in tmp_path.iterdir()} <= {"texts", "data", ".accord"}


@pytest.mark.parametrize("named", ["beside", "absolute"])
def test_a_report_is_made_outside_the_repository(installed, corpus, tmp_path, named):
    word = corpus.name if named == "beside" else corpus
    run(installed / "accord", "run", word, "--out", "made", cwd=tmp_path)

    assert (tmp_path / "made" / "report.html").stat().st_size > 10_000
    assert (tmp_path / "made" / "report.pdf").read_bytes().startswith(b"%PDF")
