"""The settings of `_quarto.yml`, the single truth of the rendering, as our exporters read them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from accord import project
from accord.errors import ParameterError

# What both renderers honour. A value here is what our exporters always do; any other value of that
# key, and any other key, is warned of.
_DOCUMENT = {"title": None, "subtitle": None, "lang": None, "toc": None, "description": None}
_FIXED: Mapping[str, Any] = {"execute": {"enabled": False}}
_FORMATS: Mapping[str, Mapping[str, Any]] = {
    "html": {"embed-resources": True, "code-fold": True, "toc": None},
    "typst": {"execute": {"echo": False}, "toc": None},
}
_PROJECT = ("type", "title", "pre-render", "post-render", "render", "output-dir")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendering:
    """Options for HTML and PDF, where Quarto reads and writes, and what was not honoured."""

    html: Mapping[str, Any]
    pdf: Mapping[str, Any]
    settled: Path
    output: Path
    warnings: tuple[str, ...]


def read() -> Rendering:
    """The settings of the project.

    Raises:
        ParameterError: where `_quarto.yml` is no YAML mapping.
    """
    path, home = project.find().quarto, project.find().home
    try:
        told = yaml.safe_load(path.read_text(encoding="utf-8"))
        render, output = told["project"]["render"][0], told["project"]["output-dir"]
    except (yaml.YAMLError, KeyError, TypeError, IndexError) as error:
        message = f"{path.name} is no Quarto project ({type(error).__name__}). Restore it from git."
        raise ParameterError(message) from None
    shared = {key: told[key] for key in _DOCUMENT if key in told}
    formats = told.get("format") or {}
    return Rendering(
        html={**shared, **_of_format(formats, "html")},
        pdf={**shared, **_of_format(formats, "typst")},
        settled=home / render,
        output=home / output,
        warnings=tuple(_strange(told, formats)),
    )


def _of_format(formats: Mapping[str, Any], name: str) -> dict[str, Any]:
    given = formats.get(name)
    return dict(given) if isinstance(given, Mapping) else {}


def _strange(told: Mapping[str, Any], formats: Mapping[str, Any]) -> list[str]:
    """Every key that a real Quarto would read otherwise than our exporters do."""
    names = {*_DOCUMENT, *_FIXED, "project", "format"}
    found = [key for key in told if key not in names]
    found += [key for key, value in _FIXED.items() if key in told and told[key] != value]
    found += [f"project.{key}" for key in told["project"] if key not in _PROJECT]
    found += [f"format.{key}" for key in formats if key not in _FORMATS]
    for name, known in _FORMATS.items():
        for key, value in _of_format(formats, name).items():
            if key not in known or (known[key] is not None and value != known[key]):
                found.append(f"format.{name}.{key}")
    return [
        f"warning: _quarto.yml: {key!r} is not honoured by our exporters. Remove it, or "
        "render with --renderer quarto."
        for key in found
    ]
