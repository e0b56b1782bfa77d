"""The report drawn by a real Quarto, from the same settled notebooks."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from accord import project
from accord.errors import RunError, ToolError
from accord.study import rendering
from accord.study.order import Order

_OLDEST = (1, 7)


def check() -> str:
    """The path of a Quarto that can draw the report.

    Raises:
        ToolError: where there is none, or it is too old.
    """
    found = shutil.which("quarto")
    if found is None:
        message = (
            "quarto is not on the path. Install Quarto 1.7 or newer (conda users: `conda env "
            "create -f environment.yml`), or leave --renderer out."
        )
        raise ToolError(message)
    said = subprocess.run([found, "--version"], capture_output=True, text=True, check=False)  # noqa: S603
    version = tuple(int(part) for part in said.stdout.strip().split(".")[:2] if part.isdigit())
    if version < _OLDEST:
        message = f"quarto {said.stdout.strip()} is too old. Install 1.7 or newer."
        raise ToolError(message)
    return found


def render(order: Order) -> Path:
    """The folder with Quarto's own HTML and PDF.

    Quarto runs `accord settle` first, by `_quarto.yml`; parameters reach it by the environment.

    Raises:
        ToolError: where there is none, or it is too old.
        RunError: where Quarto fails, with its last line.
    """
    home = project.find().home
    done = subprocess.run(  # noqa: S603
        [check(), "render"], cwd=home, env=_environment(order), capture_output=True,
        text=True, check=False,
    )  # fmt: skip
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["no message"])[-1]
        message = f"quarto render failed: {last}. Run `quarto render` in {home} to see it all."
        raise RunError(message)
    return rendering.read().output


def _environment(order: Order) -> dict[str, str]:
    ours = str(Path(sys.executable).parent)
    given = {
        f"ACCORD_{name.upper()}": value if isinstance(value, str) else json.dumps(value)
        for name, value in order.given.model_dump().items()
    }
    return {**os.environ, **given, "PATH": os.pathsep.join((ours, os.environ.get("PATH", "")))}
