"""One study as a folder: data, notebooks, pictures, and the report as HTML, PDF and Markdown."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from nbformat import NotebookNode, v4

from accord import project, store
from accord.editions import data, manifest, markdown, order, parts, settling, tables
from accord.editions.manifest import Recipe
from accord.editions.pages import front, method
from accord.editions.parts import Part
from accord.editions.publishing import Place
from accord.editions.render import html, pdf
from accord.model import Findings, lines
from accord.store import Store
from accord.study import notebooks, rendering
from accord.study.flow import digest, folder
from accord.study.notebooks import Run

Render = Callable[[NotebookNode, Mapping[str, Any]], str | bytes]


@dataclass(frozen=True, slots=True, kw_only=True)
class Study:
    """What a build needs to know of one study, and how to run its notebooks."""

    made: Recipe
    findings: Findings
    run: Run


def build(study: Study, place: Place, folder: Path) -> None:
    """Fill an empty folder with everything an edition holds but its manifest."""
    lines.write(study.findings, folder)
    data.write(study.findings, folder)
    joined, single = settled(study, place)
    for name, notebook in single.items():
        settling.write(notebook, folder / "notebooks" / f"{name}.ipynb")
    options = rendering.read()
    drawn = partial(_drawn, study.made, joined)
    with ThreadPoolExecutor(2) as pool:
        page = pool.submit(drawn, html.render, options.html)
        document = pool.submit(drawn, pdf.render, options.pdf)
        write(folder / "report.html", page.result())
        write(folder / "report.pdf", document.result())
    write(folder / "report.md", _markdown(joined))
    _pictures(joined, folder / "figures")
    study.run.tell("report as HTML, PDF and Markdown")


def _drawn(
    made: Recipe, notebook: NotebookNode, render: Render, options: Mapping[str, Any]
) -> bytes:
    """What a renderer makes of a notebook; the same notebook is not drawn twice."""
    told = hashlib.sha256(json.dumps(notebook, sort_keys=True).encode()).hexdigest()
    key = store.key(
        "drawn", render.__module__, told, dict(made.code), dict(made.versions), dict(options)
    )

    def fill(folder: Path) -> None:
        write(folder / "drawn", render(notebook, options))

    return (Store(project.find().store).fetch(key, fill) / "drawn").read_bytes()


def settled(study: Study, place: Place) -> tuple[NotebookNode, dict[str, NotebookNode]]:
    """The joined notebook, and each notebook by name: executed, then made the same everywhere."""
    corpus = folder(study.run.given)
    places = {str(corpus): corpus.name, str(project.find().home): "."}
    single = notebooks.execute(study.run, _basis(study, place), places)
    told = (*map(_without_question, single.values()), _closing(study.findings, place))
    return order.arrange(settling.join(told, **_titles(study))), single


def _basis(study: Study, place: Place) -> notebooks.Basis:
    settings = study.findings.settings
    before = place.previous
    return notebooks.Basis(
        made=study.made,
        findings=digest(study.run.given, settings),
        numbers=study.run.given.numbers,
        against=before.name if before else "none",
        before=manifest.read(before).digest if before else "",
    )


def front_matter(findings: Findings) -> NotebookNode:
    """The cell that tells Quarto the title; its text is escaped for Markdown and for YAML."""
    title = json.dumps(markdown.escape(front.title(findings)), ensure_ascii=False)
    cell: NotebookNode = v4.new_raw_cell(f"---\ntitle: {title}\n---", id="front-matter")
    return cell


def _titles(study: Study) -> dict[str, str]:
    """Title and language of the report; how its numbers are written, where that is not English."""
    numbers = study.run.given.numbers
    written = {"numbers": numbers} if numbers != "en" else {}
    return {"title": front.title(study.findings), "lang": "en", **written}


def _closing(findings: Findings, place: Place) -> NotebookNode:
    """The parts that only an edition has: how to cite it, and its colophon."""
    edition = f"Edition {place.number}" if place.number else "Unpublished run"
    inputs = place.inputs[: manifest.DIGEST_SHOWN]
    told = (
        method.citation(findings, edition, inputs),
        method.colophon(findings, edition, inputs),
    )
    cells = [v4.new_code_cell("", outputs=[_shown(part)]) for part in told]
    return settling.settle(v4.new_notebook(cells=cells), "08_edition")


def _without_question(notebook: NotebookNode) -> NotebookNode:
    """The notebook without the question it opens with: the report's titles answer it."""
    kept = [c for c in notebook.cells if "question" not in c.metadata.get("tags", ())]
    bare: NotebookNode = v4.new_notebook(cells=kept, metadata=notebook.metadata)
    return bare


def _shown(part: Part) -> NotebookNode:
    output: NotebookNode = v4.new_output("display_data", data=part.bundle())
    return output


def _markdown(notebook: NotebookNode) -> str:
    """Prose and outputs in order, without code and source texts: the form for a repository."""
    told = [text for cell in notebook.cells for text in _told(cell)]
    return "\n\n".join(text.strip() for text in told if text.strip()) + "\n"


def _told(cell: NotebookNode) -> Iterator[str]:
    if cell.cell_type == "markdown":
        yield str(cell.source)
    for output in cell.get("outputs", ()):
        shown = output.get("data", {})
        if shown.get(parts.MIME, {}).get("part") != "sourcetext":
            yield "".join(shown.get("text/markdown", ""))


def _pictures(notebook: NotebookNode, folder: Path) -> None:
    """Each drawing as SVG, and the table behind each drawing and table as CSV."""
    folder.mkdir()
    for part in _parts(notebook):
        figure = part.get("figure") if part["part"] == "card" else part
        if figure and "wide" in figure:
            write(folder / f"{figure['name']}.svg", figure["wide"])
            tables.write_csv(folder / f"{figure['name']}.csv", figure["columns"], _rows(figure))
        elif part["part"] in ("table", "matrix") and part["csv"]:
            if drawing := part.get("drawing"):
                write(folder / "matrix.svg", drawing)
            tables.write_csv(folder / Path(part["csv"]).name, *_plain(part))


def _plain(part: dict[str, Any]) -> tuple[list[str], list[list[str]]]:
    """Columns and rows of a table or of the matrix, as text."""
    if part["part"] == "table":
        rows = [["".join(run["text"] for run in cell) for cell in row] for row in _rows(part)]
        return list(part["columns"]), rows
    columns = [
        "Fact",
        "Value",
        *(c["source"] or "text" for c in part["columns"]),
        "Verdict",
        "Origins",
    ]
    rows = [
        [row["label"], row["value"], *(_cell(c) for c in row["cells"]), row["word"], row["count"]]
        for row in _rows(part)
    ]
    return columns, rows


def _rows(part: dict[str, Any]) -> list[Any]:
    """The rows for data; those of the page where its numbers are plain."""
    rows: list[Any] = part.get("plain") or part["rows"]
    return rows


def _cell(cell: dict[str, str]) -> str:
    told = f"{cell['glyph']}: {cell['value']}" if cell["value"] else cell["glyph"]
    return f"{cell['of']}: {told}" if cell["of"] else told


def _parts(notebook: NotebookNode) -> Iterator[dict[str, Any]]:
    for cell in notebook.cells:
        for output in cell.get("outputs", ()):
            if parts.MIME in output.get("data", {}):
                yield output["data"][parts.MIME]


def write(path: Path, content: str | bytes) -> None:
    """Write a file as it is, newlines untouched."""
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
