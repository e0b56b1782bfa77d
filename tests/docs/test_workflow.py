"""The comparison step of the workflow, run in a small checkout with two editions."""

import os
import shutil
import subprocess
import sys
from datetime import date

import pytest
import yaml

from accord import editions
from accord.editions.manifest import Recipe
from accord.model import Setting, lines

from .examples import found
from .pages import TOP

pytestmark = pytest.mark.slow

FIRST = ("The new bridge cost $40 million.", "Building the new bridge cost about $43 million.")
SECOND = (FIRST[0], "Building the new bridge took 43 months.")


def step(name):
    told = yaml.safe_load((TOP / ".github/workflows/report.yml").read_text(encoding="utf-8"))
    found_ = [one for one in told["jobs"]["report"]["steps"] if one.get("name") == name]
    return found_[0]["run"]


def shell(words, cwd, **environment):
    quiet = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    env = {**os.environ, **quiet, **environment}
    return subprocess.run(words, cwd=cwd, env=env, capture_output=True, text=True, check=True)


def publish(home, texts, about):
    study = found(*texts)
    made = Recipe(settings=(Setting(name="about", value=about),), files=())
    root = home / "report" / "editions"
    editions.publish(lambda _, folder: lines.write(study, folder), made, root, date(2031, 5, 1))


def commit(home, words):
    git = ("git", "-c", "user.name=a", "-c", "user.email=a@b.c", "-c", "commit.gpgsign=false")
    for command in words:
        shell([*git, *command.split()], home)


@pytest.fixture
def home(tmp_path):
    """A checkout whose branch `base` holds what is committed so far, with nothing published."""
    shutil.copytree(TOP / "lib", tmp_path / "lib", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(TOP / "_quarto.yml", tmp_path)
    (tmp_path / "notebooks").mkdir()
    (tmp_path / "report" / "editions").mkdir(parents=True)
    for look in ("templates", "theme"):
        (tmp_path / "report" / look).symlink_to(TOP / "report" / look)
    (tmp_path / ".gitignore").write_text("lib\n.venv\nreport/t*\n", encoding="utf-8")
    (tmp_path / ".venv").symlink_to(sys.prefix)
    commit(tmp_path, ["init -q", "add -A", "commit -q -m empty", "branch base"])
    return tmp_path


def compared(home):
    summary = home / "summary.md"
    named = {"BASE": "base", "GITHUB_STEP_SUMMARY": str(summary), "PYTHONPATH": str(home / "lib")}
    shell(["bash", "-e", "-c", step("Compare it with the target branch")], home, **named)
    said = (home / "comparison.md").read_text(encoding="utf-8")

    assert summary.read_text(encoding="utf-8") == said
    return said


def test_what_changed_since_the_target_branch_is_said(home):
    publish(home, FIRST, 0.1)
    commit(home, ["add -A", "commit -q -m one", "branch -f base"])
    publish(home, SECOND, 0.2)
    said = compared(home)

    assert said.startswith("### From edition 1 to edition 2: ")
    assert "| shared numbers | 1 | 0 |" in said
    assert "parameter about 0.1" in said
    assert (home / "comparison.html").stat().st_size > 1_000


def test_an_unchanged_report_is_said_to_be_unchanged(home):
    publish(home, FIRST, 0.1)
    commit(home, ["add -A", "commit -q -m one", "branch -f base"])

    assert compared(home) == "The report is unchanged.\n"


def test_a_target_branch_without_an_edition_is_said(home):
    publish(home, FIRST, 0.1)

    assert compared(home).startswith("There is no edition to compare with")
