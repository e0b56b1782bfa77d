"""Renews requirements.lock and environment.yml from pyproject.toml; needs uv on the path."""

from __future__ import annotations

import re
import subprocess
import tomllib
from pathlib import Path

TOP = Path(__file__).resolve().parents[2]
HEAD = """\
# For conda users: the same versions as requirements.lock, through pip; Quarto from conda-forge.
#   conda env create -f environment.yml && conda activate accord
#   pip install --no-deps -e .
name: accord
channels:
  - conda-forge
dependencies:
  - python>=3.11
  - quarto>=1.7
  - pip
  - pip:
"""


def pins(lock: str) -> list[str]:
    """Every requirement of the lock with its version and marker, without hashes."""
    lines = re.findall(r"^([A-Za-z0-9][^\\\n#]*?==[^\\\n#]*?)\s*\\?$", lock, flags=re.MULTILINE)
    return [line.strip() for line in lines]


def environment(lock: str) -> str:
    """environment.yml for a lock."""
    return HEAD + "".join(f"    - {_quoted(pin)}\n" for pin in pins(lock))


def wanted() -> str:
    """What pyproject.toml asks for, as a requirements file."""
    project = tomllib.loads((TOP / "pyproject.toml").read_text(encoding="utf-8"))
    names = [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]
    return "\n".join(names) + "\n"


def main() -> None:
    """Resolve for every Python from 3.11 on, with hashes and without addresses."""
    command = "uv pip compile - --universal --python-version 3.11 --generate-hashes --quiet"
    options = "--no-emit-index-url --no-annotate --no-header --output-file requirements.lock"
    subprocess.run(
        [*command.split(), *options.split()], input=wanted(), text=True, cwd=TOP, check=True
    )
    lock = (TOP / "requirements.lock").read_text(encoding="utf-8")
    (TOP / "environment.yml").write_text(environment(lock), encoding="utf-8")


def _quoted(pin: str) -> str:
    return f'"{pin}"' if ";" not in pin else "'" + pin.replace("'", '"') + "'"


if __name__ == "__main__":
    main()
