"""A notebook in, one PDF out: tagged, archival, the same bytes on every machine."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import typst as compiler
from nbformat import NotebookNode

from accord import project
from accord.editions.render import typst
from accord.editions.render.document import read
from accord.errors import RunError

HONOURED = ("title", "lang", "toc")
"""The options that the PDF reads; they come from `_quarto.yml` or the notebook's metadata."""

_MOMENT = 946684800
"""The date within every PDF, 1 January 2000: an edition's date stands in the ledger alone."""


_BLANK = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 700 20"></svg>'


def render(notebook: NotebookNode, options: Mapping[str, Any], fonts: Sequence[Path] = ()) -> bytes:
    """The notebook as PDF/A-2a and PDF/UA-1; an option goes before the notebook's own metadata.

    The `fonts` of other folders print what ours lack; the bytes are then those of this machine.
    """
    document = read(notebook)
    settings = {**document.metadata, **options}
    unnamed = document.title == "Untitled" and settings.get("name")
    with typst.characters.beside(fonts):
        content = typst.content(
            document,
            title=str(options.get("title") or unnamed or document.title),
            lang=str(settings.get("lang") or document.lang),
            toc=settings.get("toc", True) is not False,
        )
    return compiled(content, tuple(fonts))


def compiled(content: Mapping[str, Any], fonts: tuple[Path, ...] = ()) -> bytes:
    """The template drawn with this content; a picture that Typst refuses gives its words.

    Raises:
        RunError: when Typst refuses more than pictures.
    """
    with contextlib.suppress(compiler.TypstError):
        return _compile(content, fonts)
    try:
        return _compile(_without_pictures(content), fonts)
    except compiler.TypstError as error:
        message = f"Typst cannot draw the PDF: {error.message}. Check `typst` with `accord doctor`."
        raise RunError(message) from error


def _compile(content: Mapping[str, Any], fonts: tuple[Path, ...]) -> bytes:
    look = project.find().look
    drawn: bytes = compiler.compile(
        look / "templates" / "report.typ",
        root=look,
        font_paths=_fonts(fonts),
        sys_inputs={"content": json.dumps(content)},
        pdf_standards=["a-2a", "ua-1"],
        timestamp=_MOMENT,
    )
    return drawn


@cache
def _fonts(others: tuple[Path, ...]) -> Any:
    """Our fonts, those within Typst and those asked for; the system's differ by machine."""
    folder = project.find().look / "theme" / "fonts"
    return compiler.Fonts(include_system_fonts=False, font_paths=[folder, *others])


def _without_pictures(value: Any, field: str = "") -> Any:
    if field in ("wide", "narrow"):
        return _BLANK
    if isinstance(value, Mapping):
        if value.get("kind") == "picture":
            return {"kind": "raw", "text": f"[A picture that cannot be drawn: {value['alt']}]"}
        return {name: _without_pictures(inner, name) for name, inner in value.items()}
    if isinstance(value, list):
        return [_without_pictures(inner) for inner in value]
    return value
