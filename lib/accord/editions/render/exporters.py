"""Both renderers as exporters of nbconvert, which `jupyter nbconvert --to accord-html` finds."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from nbconvert.exporters import Exporter
from nbformat import NotebookNode
from traitlets import Dict, List, Unicode

from accord.editions.render import html, pdf


class HTMLExporter(Exporter):
    """Any notebook as one page; a notebook of ours with all its parts drawn."""

    export_from_notebook = "Accord HTML"
    output_mimetype = "text/html"

    options = Dict(help="settings of the page, as in _quarto.yml").tag(config=True)

    file_extension = Unicode(".html").tag(config=True)

    def from_notebook_node(  # type: ignore[override]  # every exporter of nbconvert narrows it so
        self, nb: NotebookNode, resources: Any = None, **kw: Any
    ) -> tuple[str, Any]:
        """The page, and nbconvert's resources."""
        copied, settled = super().from_notebook_node(nb, resources, **kw)
        name = str(settled.get("metadata", {}).get("name") or "")
        return html.render(copied, {"name": name, **self.options}), settled


class PDFExporter(Exporter):
    """Any notebook as a PDF; a notebook of ours with all its parts drawn."""

    export_from_notebook = "Accord PDF"
    output_mimetype = "application/pdf"

    options = Dict(help="settings of the document, as in _quarto.yml").tag(config=True)

    fonts = List(Unicode(), help="folders of fonts for characters that ours lack").tag(config=True)

    file_extension = Unicode(".pdf").tag(config=True)

    def from_notebook_node(  # type: ignore[override]  # every exporter of nbconvert narrows it so
        self, nb: NotebookNode, resources: Any = None, **kw: Any
    ) -> tuple[bytes, Any]:
        """The PDF, and nbconvert's resources."""
        copied, settled = super().from_notebook_node(nb, resources, **kw)
        settled["output_extension"] = self.file_extension
        name = str(settled.get("metadata", {}).get("name") or "")
        fonts = [Path(folder) for folder in self.fonts]
        return pdf.render(copied, {"name": name, **self.options}, fonts), settled
