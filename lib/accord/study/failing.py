"""A cell that failed, as a page for a person: the cell, its message and the parameters on top."""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from pathlib import Path

import nbformat
from nbclient.exceptions import CellTimeoutError
from nbformat import NotebookNode, v4
from papermill.exceptions import PapermillExecutionError

from accord import project
from accord.editions.parts import Run, Section, Table
from accord.editions.render import html
from accord.errors import RunError
from accord.parameters import Parameters

_MARKED = "papermill-error-cell-tag"


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """Which cell of which notebook failed (counted from 1), with what words."""

    notebook: str
    cell: int
    message: str

    @classmethod
    def of(cls, error: Exception, notebook: str, cell: int, limit: int | None) -> Failure:
        """What papermill or the kernel's end says, in words."""
        if isinstance(error, PapermillExecutionError):
            said = f"{error.ename}: {error.evalue}".strip().splitlines()[0]
            return cls(notebook=notebook, cell=error.cell_index + 1, message=said)
        if isinstance(error, CellTimeoutError):
            said = f"it took longer than the {limit} s of --time-limit"
        else:
            said = "its kernel was killed, most often for want of memory"
        return cls(notebook=notebook, cell=cell + 1, message=said)


def put(failure: Failure, executed: Path, given: Parameters) -> RunError:
    """Keep the partial notebook and its page under `report/runs/failed/`; the error to raise."""
    folder = project.find().runs / "failed"
    folder.mkdir(parents=True, exist_ok=True)
    notebook = Path(shutil.copyfile(executed, folder / executed.name))
    page = notebook.with_suffix(".html")
    page.write_text(
        html.render(_page(failure, notebook, given), {}), encoding="utf-8", newline="\n"
    )
    return RunError(
        f"notebook {failure.notebook}, cell {failure.cell}: {failure.message}\n"
        f"  {page}\n"
        f"  {notebook}, as far as it came\n"
        "Nothing published was touched. Correct the cell or the parameters, and run again: "
        "what was finished is not run again."
    )


def _page(failure: Failure, notebook: Path, given: Parameters) -> NotebookNode:
    executed: NotebookNode = nbformat.read(str(notebook), as_version=4)
    cells = [c for c in executed.cells if _MARKED not in c.metadata.get("tags", ())]
    failed = cells[failure.cell - 1]
    top = [_shown(_opening(failure)), *_cell(failed), _shown(_parameters(given))]
    rest = [_shown(_before(failure)), *cells[: failure.cell - 1]]
    title = f"Cell {failure.cell} of notebook {failure.notebook} failed"
    made: NotebookNode = v4.new_notebook(cells=[*top, *rest], metadata={"title": title})
    return made


def _opening(failure: Failure) -> Section:
    return Section(
        key="failure",
        menu="Failure",
        title=failure.message,
        subtitle="Nothing published was touched. This is the cell as it was run:",
    )


def _cell(failed: NotebookNode) -> tuple[NotebookNode, NotebookNode]:
    """The cell's code, open to the eye, and what came out of it."""
    longest = max(map(len, re.findall("~+", failed.source)), default=0)
    fence = "~" * max(3, longest + 1)
    code: NotebookNode = v4.new_markdown_cell(f"{fence}python\n{failed.source}\n{fence}")
    out: NotebookNode = v4.new_code_cell("", outputs=failed.get("outputs", []))
    return code, out


def _parameters(given: Parameters) -> Table:
    return Table(
        name="parameters",
        title="The parameters of this run",
        columns=("Parameter", "Value"),
        align=("left", "left"),
        rows=tuple(
            ((Run(name, style="code"),), (Run(repr(value), style="code"),))
            for name, value in given.model_dump().items()
        ),
    )


def _before(failure: Failure) -> Section:
    return Section(
        key="before",
        menu="Before it",
        title="What ran before it",
        subtitle=f"The cells of {failure.notebook} that were executed, as far as it came.",
    )


def _shown(part: Section | Table) -> NotebookNode:
    output = v4.new_output("display_data", data=part.bundle())
    cell: NotebookNode = v4.new_code_cell("", outputs=[output])
    return cell
