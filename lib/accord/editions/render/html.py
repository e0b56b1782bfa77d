"""A notebook in, one HTML file out: no request to anywhere, nothing in it that runs but our own."""

from __future__ import annotations

import base64
import re
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment
from markupsafe import Markup
from nbformat import NotebookNode

from accord import project
from accord.editions import templates
from accord.editions.parts import CHIPS, anchor
from accord.editions.render import layout, links, prose, svg
from accord.editions.render.blocks import Image
from accord.editions.render.document import Document, read
from accord.editions.render.theme import Theme
from accord.model import NUMERALS, Numerals

HONOURED = ("title", "lang", "toc", "description", "links")
"""The options that a page reads; they come from `_quarto.yml` or the notebook's metadata."""


def render(notebook: NotebookNode, options: Mapping[str, Any]) -> str:
    """The notebook as one HTML file; an option goes before the notebook's own metadata."""
    document = read(notebook)
    settings = {**document.metadata, **options}
    title = str(options.get("title") or _title(document, settings))
    look = project.find().look
    theme = Theme(look / "theme")
    template = _environment(look / "templates").get_template("report.html.j2")
    return template.render(
        document=document,
        page=layout.arrange(document),
        anchors=layout.Anchors(document),
        terms=_terms(document),
        title=title,
        lang=str(settings.get("lang") or document.lang),
        numerals=_numerals(document),
        toc=settings.get("toc", True) is not False,
        description=str(settings.get("description") or ""),
        links=_links(settings.get("links") or _beside(document)),
        theme=theme,
        draw=_pencil(theme),
    )


def _title(document: Document, settings: Mapping[str, Any]) -> str:
    if document.title == "Untitled":
        return str(settings.get("name") or document.title)
    return document.title


def _numerals(document: Document) -> Numerals | None:
    """How the page's script writes numbers, where the notebook says so."""
    named = document.metadata.get("numbers")
    return next((marks for name, marks in NUMERALS.items() if name == named), None)


def _terms(document: Document) -> dict[str, Any]:
    """The words that the page explains: term -> runs."""
    return {term: said for part in document.parts("glossary") for term, said in part["entries"]}


def _beside(document: Document) -> dict[str, str]:
    """The other forms of the report that every edition keeps beside its page."""
    return {"PDF": "report.pdf", "Data": "claims.csv"} if document.parts("colophon") else {}


def _links(given: object) -> tuple[tuple[str, str], ...]:
    """Links to other forms of the report: word -> address, at the right of the top bar."""
    pairs = given.items() if isinstance(given, Mapping) else ()
    return tuple((str(word), links.safe(str(address))) for word, address in pairs)


@cache
def _environment(folder: Path) -> Environment:
    """The templates of a folder, compiled once; a changed file is read again."""
    environment = templates.environment(folder)
    filters: dict[str, Any] = {
        "reachable": links.safe,
        "prose": prose.render,
        "address": _address,
        "sentences": _sentences,
        "foldable": _foldable,
    }
    words: dict[str, Any] = {
        "anchor": anchor,
        "chips": CHIPS,
        "caption": layout.caption,
        "Markup": Markup,
    }
    environment.filters.update(filters)
    environment.globals.update(words)
    return environment


def _pencil(theme: Theme) -> Callable[[str, str, str, str], Markup]:
    """What draws an SVG into the page, in the theme's colours."""

    def draw(drawing: str, name: str, label: str, width: str) -> Markup:
        prefix = f"{anchor('figure', name)}-{width}-"
        return svg.themed(drawing, theme.roles, prefix=prefix, label=label, classes=width)

    return draw


def _sentences(title: str) -> list[str]:
    """A title sentence by sentence, so that each may stand on a line of its own."""
    return re.split(r"(?<=[.?!]) (?=[A-Z])", title)


def _foldable(value: str) -> str:
    """A value for a narrow cell, where a year or a long unit may go to the next line."""
    return re.sub(r"\N{NO-BREAK SPACE}(?=\d{4}(?!\d)|[a-z]{6})", " ", value)


def _address(image: Image) -> str:
    """A picture as a data address; an SVG so shown runs no script and loads nothing."""
    return f"data:{image.mime};base64,{base64.b64encode(image.content).decode('ascii')}"
