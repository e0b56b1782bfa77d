"""The notebooks, run by papermill side by side; what was executed once is not executed again."""

from __future__ import annotations

import ast
import json
import os
import platform
from collections.abc import Callable, Generator, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import nbformat
import papermill
from nbclient.exceptions import CellTimeoutError, DeadKernelError
from nbformat import NotebookNode
from papermill.engines import NBClientEngine, papermill_engines
from papermill.exceptions import PapermillExecutionError
from traitlets.config import Config

from accord import project
from accord.editions import manifest, settling
from accord.editions.manifest import Recipe
from accord.model import Setting
from accord.parameters import NAMES, Parameters
from accord.study import failing, keeping
from accord.study.flow import ORIGINS
from accord.study.keeping import Grounds
from accord.study.kernels import LocalKernel

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
_ENGINE = "accord"


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """How the notebooks are run: parameters and their origins, how many at once, whom to tell.

    `tell` hears of each finished step, `watch` of each cell that begins (notebook, cell, of how
    many), `because` why a notebook runs. `limit` is the time that a cell may take, in seconds.
    """

    given: Parameters
    origins: Mapping[str, str]
    workers: int
    tell: Callable[[str], None]
    watch: Callable[[str, int, int], None]
    because: Callable[[str], None]
    limit: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """What the notebooks of one study follow from: its recipe, its findings, what it follows."""

    made: Recipe
    findings: str
    numbers: str
    against: str
    before: str

    def grounds(self, name: str, source: Path) -> Grounds:
        """All that one notebook's outputs follow from."""
        parts = {
            "its cells": manifest.file(source).sha256,
            "the library": dict(self.made.code)["lib"],
            "the versions of libraries": manifest.digest(
                [platform.python_version(), dict(self.made.versions)]
            ),
            "the findings": self.findings,
            "how numbers are written": self.numbers,
        }
        if name == AGAINST:
            parts["the edition it compares with"] = self.before
        return Grounds(name=name, parts=parts, shown=_shown(self.made.settings))


def execute(run: Run, basis: Basis, places: Mapping[str, str]) -> dict[str, NotebookNode]:
    """Every notebook by name, in the order of the report: executed, made the same everywhere.

    `places` maps folders of this machine to the words that stand for them.

    Raises:
        RunError: when a cell fails, with notebook, cell and message; the partial notebook stays.
    """
    with (
        TemporaryDirectory(prefix="accord-") as scratch,
        _environment(run),
        ThreadPoolExecutor(run.workers) as pool,
    ):
        one = partial(_one, run, basis, {scratch: ".", **places}, Path(scratch))
        return dict(zip(ORDER, pool.map(one, ORDER), strict=True))


def _one(
    run: Run, basis: Basis, places: Mapping[str, str], folder: Path, name: str
) -> NotebookNode:
    source = project.find().notebooks / f"{name}.ipynb"
    values = run.given.model_dump()
    values |= {"against": basis.against} if name == AGAINST else {}
    grounds = basis.grounds(name, source)
    if standing := keeping.kept(grounds):
        run.tell(f"notebook {name}, as it stood")
        return settling.settle(_with_outputs(source, values, standing), name, places)
    run.because(f"notebook {name} runs: {keeping.why(grounds)}")
    made = settling.settle(_executed(run, source, values, folder), name, places)
    looked = (folder / f"{name}.looked").exists() or _names_parameters(made)
    keeping.keep(grounds, made, looked=looked)
    run.tell(f"notebook {name}")
    return made


def _executed(run: Run, source: Path, values: Mapping[str, Any], folder: Path) -> NotebookNode:
    target = folder / source.name
    cell = [0]
    try:
        made: NotebookNode = papermill.execute_notebook(
            str(source),
            str(target),
            request_save_on_cell_execute=False,
            parameters=values,
            kernel_name="python3",
            progress_bar=False,
            engine_name=_ENGINE,
            execution_timeout=run.limit,
            resources={"metadata": {"path": str(folder)}},  # papermill's cwd moves every thread
            kernel_manager_class=LocalKernel,
            config=Config({"LocalKernel": {"looked": str(target.with_suffix(".looked"))}}),
            begins=partial(_begins, run, source.stem, cell),
            target=target,
        )
    except (PapermillExecutionError, CellTimeoutError, DeadKernelError) as error:
        failure = failing.Failure.of(error, source.stem, cell[0], run.limit)
        raise failing.put(failure, target, run.given) from None
    return made


def _begins(run: Run, name: str, cell: list[int], place: int, cells: int) -> None:
    cell[0] = place
    run.watch(name, place + 1, cells)


class _Telling(NBClientEngine):  # type: ignore[misc]  # papermill is untyped
    """papermill's own engine, which also says when a cell begins.

    It writes the notebook when it ends, well or not, and not twice for each cell: that would take
    longer than to run them.
    """

    @classmethod
    def execute_managed_notebook(  # pyright: ignore[reportIncompatibleMethodOverride]
        cls,
        nb_man: Any,
        kernel_name: str,
        *,
        begins: Callable[[int, int], None],
        target: Path,
        **how: Any,
    ) -> Any:
        started = nb_man.cell_start

        def cell_start(cell: NotebookNode, cell_index: int, **more: Any) -> None:
            begins(cell_index, len(nb_man.nb.cells))
            started(cell, cell_index, **more)

        nb_man.cell_start = cell_start
        try:
            return super().execute_managed_notebook(nb_man, kernel_name, **how)
        except (CellTimeoutError, DeadKernelError):
            nbformat.write(nb_man.nb, target)
            raise


papermill_engines.register(_ENGINE, _Telling)


def _with_outputs(source: Path, values: Mapping[str, Any], standing: NotebookNode) -> NotebookNode:
    """The notebook with today's parameters and the outputs that it had."""
    made: NotebookNode = papermill.execute_notebook(
        str(source), None, parameters=values, kernel_name="python3", prepare_only=True
    )
    for cell, before in zip(made.cells, standing.cells, strict=True):
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = before.outputs, before.execution_count
    return made


def _names_parameters(notebook: NotebookNode) -> bool:
    """Whether a cell names a parameter itself, or cannot be read as Python."""
    cells = (c for c in notebook.cells if c.cell_type == "code" and not c.metadata.get("tags"))
    return any(name in NAMES for cell in cells for name in _names(cell.source))


def _names(source: str) -> Iterator[str]:
    try:
        tree = ast.parse(source)
    except SyntaxError:
        return iter(NAMES)
    return (node.id for node in ast.walk(tree) if isinstance(node, ast.Name))


def _shown(settings: tuple[Setting, ...]) -> str:
    return manifest.digest([asdict(setting) for setting in settings])


@contextmanager
def _environment(run: Run) -> Generator[None]:
    """Kernels inherit it: where parameters came from, and where editions lie."""
    wanted = {ORIGINS: json.dumps(dict(run.origins)), "ACCORD_HOME": str(project.find().home)}
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
