"""Executed notebooks made the same on every machine, and joined into one."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from itertools import groupby
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode

from accord.model import lines

Places = Mapping[str, str]

# What a runner, an editor or a clock leaves in a cell; everything else in its metadata stays.
_FLEETING = (
    "papermill",
    "execution",
    "ExecuteTime",
    "collapsed",
    "scrolled",
    "trusted",
    "pycharm",
    "vscode",
)
_INPUT_TAGS = {"parameters", "injected-parameters"}
_NOT_INCLUDED = "#| include: false"
_ADDRESS = re.compile(r"(?<= at )0x[0-9a-fA-F]{4,16}\b")
_CELL_FILE = re.compile(r"\S{0,200}ipykernel_\d+/\d+\.py")
_REWRITTEN = re.compile(r"[^\n]*\r(?!\n)")

_KERNEL = {"display_name": "Python 3", "language": "python", "name": "python3"}
_LANGUAGE = {
    "file_extension": ".py",
    "mimetype": "text/x-python",
    "name": "python",
    "nbconvert_exporter": "python",
    "pygments_lexer": "ipython3",
}


def settle(notebook: NotebookNode, name: str, places: Places | None = None) -> NotebookNode:
    """A copy of an executed notebook with the same bytes wherever and whenever it ran.

    Cell ids are `name` and the cell's place. `places` maps folders of this machine to the words
    that stand for them. Clocks, process numbers, addresses and versions go; streams are joined,
    stdout first; an output in Markdown drops its HTML twin. Valid nbformat 4.5 comes out.
    """
    content = _replaced(json.loads(json.dumps(notebook)), _folders(places or {}), places or {})
    cells = [cell for cell in content["cells"] if cell["cell_type"] in ("code", "markdown", "raw")]
    count = 0
    for place, cell in enumerate(cells, 1):
        count += cell["cell_type"] == "code"
        _settle_cell(cell, f"{_id(name)}-{place:03}", count)
    return _valid({**_frame(_title(content)), "cells": cells})


def join(notebooks: Iterable[NotebookNode], **options: str) -> NotebookNode:
    """One settled notebook from front page to method; `options` (title, lang ...) are its metadata.

    The cells that hold parameters stand once, in the first notebook that has them; a cell that
    opens with `#| include: false`, Quarto's word, is for the readers of its own notebook.
    """
    cells: list[NotebookNode] = []
    for notebook in notebooks:
        told = any(_INPUT_TAGS & _tags(cell) for cell in cells)
        kept = (cell for cell in notebook.cells if not cell.source.startswith(_NOT_INCLUDED))
        cells += [cell for cell in kept if not (told and _INPUT_TAGS & _tags(cell))]
    return _valid({**_frame(options), "cells": json.loads(json.dumps(cells))})


def write(notebook: NotebookNode, path: Path) -> None:
    """Write a notebook with sorted keys and one spelling, UTF-8."""
    path.parent.mkdir(parents=True, exist_ok=True)
    text = str(nbformat.writes(notebook)).rstrip("\n")
    path.write_text(f"{lines.escape(text)}\n", encoding="utf-8", newline="\n")


def _frame(told: Mapping[str, Any]) -> dict[str, Any]:
    kernel = {"kernelspec": dict(_KERNEL), "language_info": dict(_LANGUAGE)}
    return {"nbformat": 4, "nbformat_minor": 5, "metadata": {**kernel, **told}}


def _title(content: Mapping[str, Any]) -> dict[str, Any]:
    kept = ("accord", "authors", "lang", "title")
    return {key: content["metadata"][key] for key in kept if key in content["metadata"]}


def _valid(content: dict[str, Any]) -> NotebookNode:
    notebook: NotebookNode = nbformat.from_dict(content)
    nbformat.validate(notebook)
    return notebook


def _id(name: str) -> str:
    return re.sub(r"[^A-Za-z0-9_-]+", "-", name)[:56] or "cell"


def _tags(cell: Mapping[str, Any]) -> set[str]:
    return set(cell["metadata"].get("tags", ()))


def _folders(places: Places) -> re.Pattern[str]:
    longest = sorted(places, key=lambda folder: (-len(folder), folder))
    return re.compile(rf"(?:{'|'.join(map(re.escape, longest))})(?![\w-])" if longest else "(?!)")


def _replaced(value: Any, folders: re.Pattern[str], places: Places) -> Any:
    if isinstance(value, str):
        return folders.sub(lambda found: places[found[0]], value)
    if isinstance(value, list):
        return [_replaced(inner, folders, places) for inner in value]
    if isinstance(value, dict):
        return {key: _replaced(inner, folders, places) for key, inner in value.items()}
    return value


def _settle_cell(cell: dict[str, Any], key: str, count: int) -> None:
    cell["id"] = key
    cell["metadata"] = {k: v for k, v in cell["metadata"].items() if k not in _FLEETING}
    if cell["cell_type"] != "code":
        return
    ran = cell.get("execution_count") is not None
    cell["execution_count"] = count if ran else None
    cell["outputs"] = [_output(one, count) for one in _streams(cell.get("outputs", []))]


def _streams(outputs: list[dict[str, Any]]) -> Iterable[dict[str, Any]]:
    """The outputs with each run of streams joined by name: their turns depend on the clock."""
    for is_stream, run in groupby(outputs, key=lambda one: one["output_type"] == "stream"):
        if not is_stream:
            yield from run
            continue
        parts = list(run)
        for name in sorted({str(part["name"]) for part in parts}, reverse=True):
            text = "".join(_joined(part["text"]) for part in parts if part["name"] == name)
            yield {"output_type": "stream", "name": name, "text": _REWRITTEN.sub("", text)}


def _output(output: dict[str, Any], count: int) -> dict[str, Any]:
    kind = output["output_type"]
    if kind == "execute_result":
        output["execution_count"] = count
    if kind in ("execute_result", "display_data"):
        output["data"] = _bundle(output["data"])
        output["metadata"] = {k: v for k, v in output["metadata"].items() if k in output["data"]}
    for key in ("text", "traceback", "evalue"):
        if key in output:
            output[key] = _nameless(output[key])
    return output


def _bundle(bundle: dict[str, Any]) -> dict[str, Any]:
    hidden = {"text/html"} if "text/markdown" in bundle else set[str]()
    kept = {mime: content for mime, content in sorted(bundle.items()) if mime not in hidden}
    return {m: _nameless(v) if m.startswith("text/") else v for m, v in kept.items()}


def _nameless(text: Any) -> Any:
    if isinstance(text, list):
        return [_nameless(line) for line in text]
    return _CELL_FILE.sub("<cell>", _ADDRESS.sub("0x0", str(text)))


def _joined(text: Any) -> str:
    return text if isinstance(text, str) else "".join(text)
