"""Notebooks ask; lib answers."""

import json
from pathlib import Path

import pytest

from accord.parameters import Parameters

TOP = Path(__file__).resolve().parents[2]
NOTEBOOKS = sorted((TOP / "notebooks").glob("*.ipynb"))
TYPES = {str: "str", int: "int", float: "float", bool: "bool", list[str]: "list"}


def read(path):
    return json.loads(path.read_text(encoding="utf-8"))


def source(cell):
    return "".join(cell["source"])


def tags(cell):
    return cell["metadata"].get("tags", [])


def parameter_lines():
    for name, field in Parameters.model_fields.items():
        default = field.default if isinstance(field.default, bool) else json.dumps(field.default)
        yield f"{name}: {TYPES.get(field.annotation, 'str')} = {default}  # {field.description}"


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
class TestNotebook:
    def test_it_opens_with_a_question(self, path):
        first = read(path)["cells"][0]

        assert first["cell_type"] == "markdown"
        assert source(first).splitlines()[0].endswith("?")

    def test_it_has_one_parameters_cell_that_says_what_the_model_says(self, path):
        cells = [cell for cell in read(path)["cells"] if "parameters" in tags(cell)]
        lines = [line for line in source(cells[0]).splitlines() if not line.startswith("against")]

        assert len(cells) == 1
        assert lines == list(parameter_lines())

    def test_it_defines_nothing_and_its_cells_are_short(self, path):
        code = [c for c in read(path)["cells"] if c["cell_type"] == "code" and not tags(c)]

        assert not [c for c in code if source(c).startswith(("def ", "class "))]
        assert max(len(source(cell).splitlines()) for cell in code) <= 8

    def test_it_carries_no_outputs(self, path):
        code = [cell for cell in read(path)["cells"] if cell["cell_type"] == "code"]

        assert all(cell["outputs"] == [] and cell["execution_count"] is None for cell in code)

    def test_its_cell_ids_tell_their_place(self, path):
        ids = [cell["id"] for cell in read(path)["cells"]]

        assert ids == [f"{path.stem[:2]}-{place:02d}" for place in range(1, len(ids) + 1)]
