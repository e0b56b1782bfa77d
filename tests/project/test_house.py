"""The house stands as its plan says."""

import subprocess
import tomllib
from pathlib import Path

import pytest
import yaml

TOP = Path(__file__).resolve().parents[2]
SHARED = TOP.parent / "shared"


@pytest.mark.skipif(not SHARED.is_dir(), reason="../shared is not here: nothing to compare with")
def test_the_seeds_are_the_given_texts_byte_for_byte():
    given = {path.name: path.read_bytes() for path in (SHARED / "seeds").glob("*.txt")}
    ours = {path.name: path.read_bytes() for path in (TOP / "seeds").glob("*.txt")}

    assert ours == given


def test_the_folders_that_were_asked_for_stand_at_the_top():
    asked = ["notebooks", "report", "seeds", "lib", "tests", "environment.yml", "_quarto.yml"]

    assert [name for name in asked if not (TOP / name).exists()] == []


def test_the_citation_says_what_the_package_says():
    cited = yaml.safe_load((TOP / "CITATION.cff").read_text(encoding="utf-8"))
    package = tomllib.loads((TOP / "pyproject.toml").read_text(encoding="utf-8"))["project"]

    assert {"cff-version", "message", "title", "authors"} <= set(cited)
    assert (cited["version"], cited["license"]) == (package["version"], package["license"])
    assert [one["name"] for one in cited["authors"]] == [one["name"] for one in package["authors"]]


@pytest.mark.skipif(not (TOP / ".git").exists(), reason="no checkout of git")
def test_nothing_stands_at_the_top_that_has_no_place_there():
    told = subprocess.run(
        ["git", "ls-files"], cwd=TOP, capture_output=True, text=True, check=True
    ).stdout.splitlines()
    folders = {path.split("/", 1)[0] for path in told if "/" in path}
    written = (".md", ".yml", ".yaml", ".toml")
    files = {path for path in told if "/" not in path and not path.endswith(written)}

    assert folders == {
        ".ci", ".devcontainer", ".github", "bench", "binder", "docs", "lib", "notebooks",
        "report", "seeds", "tests",
    }  # fmt: skip
    assert files == {
        ".gitattributes", ".gitignore", "CITATION.cff", "LICENSE", "Makefile", "requirements.lock",
    }  # fmt: skip


def test_no_module_of_the_library_is_longer_than_a_room():
    long = {
        str(path.relative_to(TOP)): len(path.read_text(encoding="utf-8").splitlines())
        for path in (TOP / "lib").rglob("*.py")
    }

    assert {name: lines for name, lines in long.items() if lines > 300} == {}
