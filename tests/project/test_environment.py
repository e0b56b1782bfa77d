"""The lock, environment.yml and pyproject.toml say the same."""

import importlib.util
import re
import tomllib
from pathlib import Path

import yaml

TOP = Path(__file__).resolve().parents[2]
_spec = importlib.util.spec_from_file_location("lock", TOP / "tests/project/lock.py")
lock = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(lock)

LOCK = (TOP / "requirements.lock").read_text(encoding="utf-8")


def names(requirements):
    return {re.split(r"[\[<>=; ]", line, maxsplit=1)[0].lower() for line in requirements}


def test_the_lock_holds_all_that_pyproject_asks_for():
    project = tomllib.loads((TOP / "pyproject.toml").read_text(encoding="utf-8"))
    asked = [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]

    assert names(asked) <= names(lock.pins(LOCK))


def test_every_line_of_the_lock_has_a_hash_and_no_address():
    requirements = re.split(r"\n(?=[A-Za-z0-9])", LOCK.strip())

    assert all("--hash=sha256:" in requirement for requirement in requirements)
    assert "://" not in LOCK


def test_environment_yml_has_the_locks_versions():
    told = (TOP / "environment.yml").read_text(encoding="utf-8")

    assert told == lock.environment(LOCK)
    assert yaml.safe_load(told)["name"] == "accord"


def test_each_dependency_earns_its_line_in_the_architecture():
    project = tomllib.loads((TOP / "pyproject.toml").read_text(encoding="utf-8"))
    page = (TOP / "ARCHITECTURE.md").read_text(encoding="utf-8").lower()

    assert [
        n for n in sorted(names(project["project"]["dependencies"])) if f"`{n}`" not in page
    ] == []
