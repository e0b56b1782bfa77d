"""A real Quarto is handed the settled notebooks; here a small script stands in for it."""

import json
import os
import shutil
from pathlib import Path

import pytest

from accord import parameters, project
from accord.cli import main
from accord.errors import RunError, ToolError
from accord.study import quarto
from accord.study.order import Order

SCRIPT = """\
#!/bin/sh
if [ "$1" = --version ]; then echo {version}; exit; fi
echo "$PWD" > seen; printf '%s' "$ACCORD_LEAVE_OUT" > left; printf '%s' "$ACCORD_TITLE" > title
command -v accord > path
{then}
"""


@pytest.fixture
def home(tmp_path, monkeypatch):
    shutil.copy(project.find().quarto, tmp_path / "_quarto.yml")
    place = project.Project(root=tmp_path, home=tmp_path)
    monkeypatch.setattr(project, "find", lambda: place)
    return tmp_path


def stand_in(home, monkeypatch, version="1.7.31", then="true"):
    script = home / "bin" / "quarto"
    script.parent.mkdir()
    script.write_text(SCRIPT.format(version=version, then=then))
    script.chmod(0o755)
    monkeypatch.setenv("PATH", os.pathsep.join((str(script.parent), os.environ["PATH"])))


def order(**values):
    return Order(given=parameters.check(values), origins={})


def test_quarto_renders_the_project_with_the_parameters_in_its_environment(home, monkeypatch):
    stand_in(home, monkeypatch)
    folder = quarto.render(order(leave_out=["a, b.txt"], title="x = y"))

    assert folder == home / "report" / "quarto"
    assert Path((home / "seen").read_text().strip()) == home
    assert json.loads((home / "left").read_text()) == ["a, b.txt"]
    assert (home / "title").read_text() == "x = y"


def test_what_quarto_says_last_is_told_where_it_fails(home, monkeypatch):
    stand_in(home, monkeypatch, then="echo one >&2; echo 'no typst' >&2; exit 3")
    with pytest.raises(RunError, match="no typst"):
        quarto.render(order())


@pytest.mark.parametrize("version", ["1.6.40", "0.9", "", "nonsense"])
def test_a_quarto_too_old_or_broken_is_refused(home, monkeypatch, version):
    stand_in(home, monkeypatch, version=version)
    with pytest.raises(ToolError, match=r"1\.7"):
        quarto.check()


def test_no_quarto_says_how_to_get_one(home, monkeypatch):
    monkeypatch.setenv("PATH", str(home))
    with pytest.raises(ToolError, match="Install Quarto"):
        quarto.check()


def test_without_the_quarto_that_was_asked_for_the_exit_code_says_repair(home, monkeypatch, capsys):
    monkeypatch.setenv("PATH", str(home))
    with pytest.raises(SystemExit) as left:
        main(["run", "--renderer", "quarto", "--out", str(home / "out")])

    assert left.value.code == 2
    assert "Install Quarto" in capsys.readouterr().err
    assert not (home / "out").exists()
