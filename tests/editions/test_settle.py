import json
import warnings

import nbformat
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from nbformat.v4 import (
    new_code_cell,
    new_markdown_cell,
    new_notebook,
    new_output,
)

from accord.editions import settling


def ran(folder="/home/ann/port", minute=1, python="3.11.2", cell_id="ab12cd34"):
    """The same notebook as two machines leave it."""
    clock = f"2031-05-01T10:{minute:02}:00"
    code = new_code_cell(
        "print(1)",
        id=cell_id,
        execution_count=minute,
        metadata={
            "papermill": {"start_time": clock, "duration": minute},
            "execution": {"iopub.execute_input": clock},
            "tags": ["injected-parameters"],
        },
        outputs=[
            new_output("stream", name="stderr", text=f"{folder}/lib/a.py: slow\n"),
            new_output("stream", name="stdout", text="one\n"),
            new_output("stream", name="stdout", text="two\n"),
            new_output(
                "execute_result",
                data={
                    "text/plain": f"<Figure at 0x7f{minute:06x}>",
                    "text/html": f'<table id="T_{minute}"></table>',
                    "text/markdown": "a table",
                },
                execution_count=minute,
            ),
            new_output("error", ename="E", evalue="x", traceback=[f"x/ipykernel_{minute}/1.py"]),
        ],
    )
    notebook = new_notebook(cells=[new_markdown_cell("# What?", id=f"m{minute}"), code])
    notebook.metadata.update(
        papermill={"input_path": folder, "start_time": clock},
        kernelspec={"display_name": f"Python {python}", "name": "python3", "language": "python"},
        language_info={"name": "python", "version": python},
        title="A title",
    )
    return notebook


def here():
    return settling.settle(ran(), "04_agreement", {"/home/ann/port": "."})


def test_two_machines_leave_the_same_notebook():
    there = settling.settle(
        ran("/srv/x", 59, "3.13.0", "ffffffff"), "04_agreement", {"/srv/x": "."}
    )

    assert here() == there


def test_the_written_bytes_are_valid_and_hold_no_clock(tmp_path):
    settling.write(here(), tmp_path / "new" / "a.ipynb")
    text = (tmp_path / "new" / "a.ipynb").read_text(encoding="utf-8")

    nbformat.validate(nbformat.reads(text, as_version=4))
    for trace in ("2031", "/home/ann", "papermill", "iopub", "0x7f", "3.11", "ipykernel_"):
        assert trace not in text


def test_settling_twice_changes_nothing():
    once = here()

    assert settling.settle(once, "04_agreement") == once


def test_cell_ids_follow_the_place():
    assert [cell.id for cell in here().cells] == ["04_agreement-001", "04_agreement-002"]


def test_streams_are_joined_and_stdout_comes_first():
    first, second, *_ = here().cells[1].outputs

    assert (first.name, first.text) == ("stdout", "one\ntwo\n")
    assert (second.name, second.text) == ("stderr", "./lib/a.py: slow\n")


def test_an_output_in_markdown_drops_its_html():
    assert sorted(here().cells[1].outputs[2].data) == ["text/markdown", "text/plain"]


def test_html_alone_stays():
    output = new_output("display_data", data={"text/html": "<b>x</b>"})
    settled = settling.settle(new_notebook(cells=[new_code_cell("", outputs=[output])]), "x")

    assert settled.cells[0].outputs[0].data == {"text/html": "<b>x</b>"}


def test_code_cells_count_from_one_and_cells_that_never_ran_have_no_count():
    cells = [new_code_cell("1", execution_count=7), new_code_cell("2")]
    settled = settling.settle(new_notebook(cells=cells), "x")

    assert [cell.execution_count for cell in settled.cells] == [1, None]


def test_tags_and_title_stay():
    settled = here()

    assert settled.cells[1].metadata.tags == ["injected-parameters"]
    assert settled.metadata.title == "A title"


def test_a_folder_is_replaced_only_as_a_whole_word():
    cell = new_markdown_cell("/home/ann/porter and /home/ann/port/x and /home/ann/port")
    settled = settling.settle(new_notebook(cells=[cell]), "x", {"/home/ann/port": "."})

    assert settled.cells[0].source == "/home/ann/porter and ./x and ."


def test_a_progress_bar_shows_its_last_state():
    output = new_output("stream", name="stderr", text="10 %\r55 %\r100 %\ndone\r\n")
    settled = settling.settle(new_notebook(cells=[new_code_cell("", outputs=[output])]), "x")

    assert settled.cells[0].outputs[0].text == "100 %\ndone\r\n"


def test_the_notebook_that_came_in_is_not_touched():
    notebook = ran()
    before = json.dumps(notebook)
    settling.settle(notebook, "x", {"/home/ann/port": "."})

    assert json.dumps(notebook) == before


@settings(max_examples=50)
@given(st.lists(st.text(), max_size=4))
def test_any_text_is_settled_to_valid_bytes(tmp_path_factory, texts):
    outputs = [new_output("stream", name="stdout", text=text) for text in texts]
    cells = [new_markdown_cell(text) for text in texts] + [new_code_cell("", outputs=outputs)]
    path = tmp_path_factory.getbasetemp() / "any.ipynb"
    settling.write(settling.settle(new_notebook(cells=cells), "x"), path)
    read = nbformat.read(path, as_version=4)

    nbformat.validate(read)
    assert [cell.source for cell in read.cells[:-1]] == texts


@pytest.mark.parametrize("name", ["04_agreement", "a b/c", "", "x" * 99, "náme"])
def test_any_name_gives_valid_ids(name):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        settled = settling.settle(new_notebook(cells=[new_markdown_cell("")]), name)

    nbformat.validate(settled)


def test_joined_notebooks_are_one_valid_notebook_in_order():
    front = settling.settle(new_notebook(cells=[new_markdown_cell("# Front")]), "00")
    joined = settling.join([front, here()], title="All", lang="en")

    nbformat.validate(joined)
    assert [cell.id for cell in joined.cells] == ["00-001", "04_agreement-001", "04_agreement-002"]
    assert (joined.metadata.title, joined.metadata.lang) == ("All", "en")


def test_parameters_stand_once_in_a_joined_notebook():
    again = settling.settle(ran(), "05_charts")
    joined = settling.join([here(), again], title="All")

    assert [cell.id for cell in joined.cells][2:] == ["05_charts-001"]
