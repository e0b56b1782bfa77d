"""The settings of `_quarto.yml`, the single truth of the rendering, as our exporters read them."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping
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
_TOP = (*_DOCUMENT, *_FIXED, "project", "format")
_PROJECT = ("type", "title", "pre-render", "post-render", "render", "output-dir")
_EVERY = {
    **{name: f"project.{name}" for name in _PROJECT},
    **{name: f"format.{of}.{name}" for of, names in _FORMATS.items() for name in names},
    **{name: name for name in _TOP},
}
_WARNING = "warning: _quarto.yml:"
_OR = "or render with --renderer quarto."


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
    formats = _formats(told.get("format"))
    return Rendering(
        html={**shared, **_of_format(formats, "html")},
        pdf={**shared, **_of_format(formats, "typst")},
        settled=home / render,
        output=home / output,
        warnings=tuple(_strange(told, formats)),
    )


def _formats(given: object) -> Mapping[str, Any]:
    """The formats by name; Quarto takes a name alone, too."""
    if isinstance(given, str):
        return {given: {}}
    return given if isinstance(given, Mapping) else {}


def _of_format(formats: Mapping[str, Any], name: str) -> dict[str, Any]:
    given = formats.get(name)
    return dict(given) if isinstance(given, Mapping) else {}


def _strange(told: Mapping[str, Any], formats: Mapping[str, Any]) -> Iterator[str]:
    """A warning for every key that a real Quarto would read otherwise than our exporters do."""
    for key in told:
        if key not in _TOP:
            yield _unknown("", key, _TOP)
        elif key in _FIXED and told[key] != _FIXED[key]:
            yield _other(str(key), _FIXED[key])
    yield from (_unknown("project.", k, _PROJECT) for k in told["project"] if k not in _PROJECT)
    yield from (_unknown("format.", k, _FORMATS) for k in formats if k not in _FORMATS)
    for name, known in _FORMATS.items():
        for key, value in _of_format(formats, name).items():
            if key not in known:
                yield _unknown(f"format.{name}.", key, known)
            elif known[key] is not None and value != known[key]:
                yield _other(f"format.{name}.{key}", known[key])


def _unknown(above: str, key: object, known: Iterable[str]) -> str:
    """Of a key that our exporters do not know, with the nearest that they do: here, else below."""
    here = {name: above + name for name in known}
    near = _nearest(key, here) or _nearest(key, _EVERY)
    repair = f"Did you mean {near!r}? Otherwise remove it" if near else "Remove it"
    return f"{_WARNING} {above + str(key)!r} is not honoured by our exporters. {repair}, {_OR}"


def _nearest(key: object, known: Mapping[str, str]) -> str | None:
    near = difflib.get_close_matches(str(key), list(known), n=1, cutoff=0.6)
    return known[near[0]] if near else None


def _other(key: str, only: Any) -> str:
    """Of a key that our exporters know with one value alone."""
    said = yaml.safe_dump(only, default_flow_style=True).removesuffix("...\n").strip()
    return f"{_WARNING} {key!r} is not honoured but as {said}. Write that, {_OR}"
