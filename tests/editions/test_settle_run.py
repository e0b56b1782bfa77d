"""What papermill and a kernel really leave, settled: two runs, two folders, two hash seeds."""

import nbformat
import papermill
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from accord.editions import settling

pytestmark = [
    pytest.mark.slow,
    pytest.mark.filterwarnings("default"),  # the runner's own libraries warn
]

CELLS = (
    "import os, sys\nprint(os.getcwd(), share)\nprint('slow', file=sys.stderr)",
    "import warnings\nwarnings.warn('careful')",
    "object()",
    "from IPython.display import display, HTML, Markdown\ndisplay(HTML('<i>x</i>'), Markdown('x'))",
    "1 / 0",
)


def notebook():
    parameters = new_code_cell("share: float = 0.1", metadata={"tags": ["parameters"]})
    cells = [new_markdown_cell("# What?"), parameters, *map(new_code_cell, CELLS)]
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    return new_notebook(cells=cells, metadata={"kernelspec": kernel})


def run(folder, seed, monkeypatch):
    folder.mkdir()
    nbformat.write(notebook(), folder / "in.ipynb")
    monkeypatch.setenv("PYTHONHASHSEED", seed)
    with pytest.raises(papermill.PapermillExecutionError):
        papermill.execute_notebook(
            str(folder / "in.ipynb"),
            str(folder / "out.ipynb"),
            parameters={"share": 0.2},
            cwd=str(folder),
            progress_bar=False,
        )
    executed = nbformat.read(folder / "out.ipynb", as_version=4)
    settling.write(settling.settle(executed, "01", {str(folder): "."}), folder / "settled.ipynb")
    return (folder / "settled.ipynb").read_bytes()


def test_two_real_runs_settle_to_the_same_bytes(tmp_path, monkeypatch):
    monkeypatch.setenv("PYDEVD_DISABLE_FILE_VALIDATION", "1")
    here = run(tmp_path / "here", "1", monkeypatch)
    there = run(tmp_path / "another place", "2", monkeypatch)

    assert here == there
    nbformat.validate(nbformat.reads(here.decode(), as_version=4))
