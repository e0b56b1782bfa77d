"""The notebooks, run by papermill side by side."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable, Generator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import nbformat
import papermill
from jupyter_client.manager import AsyncKernelManager
from nbformat import NotebookNode
from papermill.exceptions import PapermillExecutionError

from accord import project
from accord.errors import RunError
from accord.parameters import Parameters
from accord.study.flow import ORIGINS

ORDER = (
    "00_front",
    "04_agreement",
    "05_charts",
    "06_editions",
    "03_facts",
    "02_quantities",
    "01_sources",
    "07_method",
)
AGAINST = "06_editions"


class _LocalKernel(AsyncKernelManager):
    """A kernel spoken to over files instead of ports, so that parallel ones never race."""

    def __init__(self, **traits: Any) -> None:
        self._sockets = TemporaryDirectory(prefix="accord-")
        super().__init__(transport="ipc", ip=str(Path(self._sockets.name) / "kernel"), **traits)

    async def _async_start_kernel(self, **how: Any) -> None:
        """What a kernel says on its way out is no message to the user; a cell's error is one."""
        await super()._async_start_kernel(**{**how, "stderr": subprocess.DEVNULL})

    start_kernel = _async_start_kernel


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """How the notebooks are run: parameters and their origins, how many at once, whom to tell."""

    given: Parameters
    origins: Mapping[str, str]
    workers: int
    tell: Callable[[str], None]


def execute(run: Run, against: str, folder: Path) -> list[NotebookNode]:
    """Every notebook executed with the same parameters, in the order of the report.

    The executed notebooks are left in `folder` too.

    Raises:
        RunError: when a cell fails, with notebook, cell and message; the partial notebook stays.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with _environment(run), ThreadPoolExecutor(run.workers) as pool:
        return list(pool.map(partial(_one, run, against, folder), ORDER))


def _one(run: Run, against: str, folder: Path, name: str) -> NotebookNode:
    source = project.find().notebooks / f"{name}.ipynb"
    values = run.given.model_dump()
    values |= {"against": against} if name == AGAINST else {}
    target = folder / f"{name}.ipynb"
    try:
        papermill.execute_notebook(
            str(source),
            str(target),
            parameters=values,
            kernel_name="python3",
            progress_bar=False,
            resources={"metadata": {"path": str(folder)}},  # papermill's cwd moves every thread
            kernel_manager_class=_LocalKernel,
        )
    except PapermillExecutionError as error:
        raise RunError(_failed(name, _kept(target), error)) from None
    run.tell(f"notebook {name}")
    made: NotebookNode = nbformat.read(str(target), as_version=4)
    return made


def _kept(partial_notebook: Path) -> Path:
    """Where a notebook that failed stays for a person to look at."""
    target = project.find().runs / "failed" / partial_notebook.name
    target.parent.mkdir(parents=True, exist_ok=True)
    return Path(shutil.copyfile(partial_notebook, target))


def _failed(name: str, target: Path, error: PapermillExecutionError) -> str:
    last = f"{error.ename}: {error.evalue}".strip().splitlines()[0]
    return (
        f"notebook {name}, cell {error.cell_index}: {last}\n"
        f"The partial notebook is kept at {target}. Correct the cell or the parameters, run again."
    )


@contextmanager
def _environment(run: Run) -> Generator[None]:
    """Kernels inherit it: where parameters came from, no debugger's warning, one thread each."""
    wanted = {
        ORIGINS: json.dumps(dict(run.origins)),
        "ACCORD_HOME": str(project.find().home),
        "PYDEVD_DISABLE_FILE_VALIDATION": "1",
        "OPENBLAS_NUM_THREADS": "1",
    }
    before = {name: os.environ.get(name) for name in wanted}
    os.environ.update(wanted)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value
