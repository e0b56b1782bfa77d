"""Notebooks run side by side by papermill; one that fails is named and kept."""

import gc

import nbformat
import pytest

from accord import parameters, project
from accord.errors import RunError
from accord.study import notebooks

# A kernel's own event loop is closed by the garbage collector, which is jupyter_client's way.
pytestmark = [
    pytest.mark.slow,
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
]


def write(folder, source):
    folder.mkdir(parents=True, exist_ok=True)
    for name in notebooks.ORDER:
        cells = [
            nbformat.v4.new_code_cell("about: float = 0.1", metadata={"tags": ["parameters"]}),
            nbformat.v4.new_code_cell(source if name == "03_facts" else "about"),
        ]
        spec = {"kernelspec": {"name": "python3", "display_name": "x", "language": "python"}}
        nbformat.write(
            nbformat.v4.new_notebook(cells=cells, metadata=spec), folder / f"{name}.ipynb"
        )


@pytest.fixture
def home(tmp_path, monkeypatch):
    place = project.Project(root=tmp_path, home=tmp_path)
    monkeypatch.setattr(project, "find", lambda: place)
    yield place
    gc.collect()  # while this test's warnings are still filtered


def run(told, **values):
    given = parameters.check(values)
    return notebooks.Run(given=given, origins={}, workers=2, tell=told.append)


def test_parameters_reach_every_notebook_and_each_is_told(home, tmp_path):
    write(home.notebooks, "about")
    told = []
    made = notebooks.execute(run(told, about=0.3), "none", tmp_path / "scratch")
    outputs = {cell.outputs[0]["data"]["text/plain"] for nb in made for cell in nb.cells[2:]}

    assert outputs == {"0.3"}
    assert len(told) == len(notebooks.ORDER)


def test_a_cell_that_fails_is_named_with_its_message_and_the_notebook_is_kept(home, tmp_path):
    write(home.notebooks, "1 / 0")
    with pytest.raises(RunError) as caught:
        notebooks.execute(run([]), "none", tmp_path / "scratch")

    assert "03_facts" in str(caught.value)
    assert "ZeroDivisionError" in str(caught.value)
    assert (home.runs / "failed" / "03_facts.ipynb").is_file()
    assert caught.value.exit_code == 1
