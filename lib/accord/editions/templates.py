"""The templates of HTML: every text escaped, an unknown name an error."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from accord.editions import direction


def environment(folder: Path) -> Environment:
    """What reads the templates of a folder; a changed file is read again."""
    return Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )


def _shown(value: Any) -> Any:
    if isinstance(value, Markup):
        return Markup(direction.shown(value))  # noqa: S704  # it was markup before
    return direction.shown(value) if isinstance(value, str) else value
