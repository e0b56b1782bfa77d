"""The sections of a joined notebook in the order of the report, not of the notebooks."""

from __future__ import annotations

from collections.abc import Iterable

from nbformat import NotebookNode

from accord.editions.parts import MIME

ORDER = (
    "", "matrix", "facts", "trade", "independence", "changes", "near", "once", "sources", "method",
)  # fmt: skip


def arrange(notebook: NotebookNode) -> NotebookNode:
    """The notebook with its cells in the order of `ORDER`; an unknown section stays where it is."""
    rank = 0
    placed: list[tuple[int, list[NotebookNode]]] = []
    for key, cells in _sections(notebook.cells):
        rank = ORDER.index(key) if key in ORDER else rank
        placed.append((rank, cells))
    placed.sort(key=lambda section: section[0])
    notebook.cells = [cell for _, cells in placed for cell in cells]
    return notebook


def _sections(cells: Iterable[NotebookNode]) -> list[tuple[str, list[NotebookNode]]]:
    """Cells by the section that they stand in; what prepares a section goes with it."""
    found: list[tuple[str, list[NotebookNode]]] = [("", [])]
    for cell in cells:
        key = _opens(cell)
        if key is None:
            found[-1][1].append(cell)
            continue
        before = found[-1][1]
        start = len(before)
        while start and before[start - 1].cell_type == "code" and not before[start - 1].outputs:
            start -= 1
        found.append((key, [*before[start:], cell]))
        del before[start:]
    return found


def _opens(cell: NotebookNode) -> str | None:
    """The key of the section that a cell opens, or None."""
    for output in cell.get("outputs", ()):
        part = output.get("data", {}).get(MIME, {})
        if part.get("part") == "section":
            return str(part["key"])
    return None
