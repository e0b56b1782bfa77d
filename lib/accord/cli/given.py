"""Parameters as they arrive: file, then environment, then command line; the later wins."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import click
import yaml

from accord import parameters, project
from accord.errors import ParameterError
from accord.parameters import NAMES, Parameters

ENVIRONMENT = "ACCORD_"

_OPTIONS = (
    click.option("-p", "pairs", multiple=True, metavar="NAME=VALUE", help="Set one parameter."),
    click.option(
        "-f", "files", multiple=True, metavar="FILE", help="Read parameters from a YAML file."
    ),
)


def parameters_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options by which any command takes parameters."""
    for option in _OPTIONS:
        command = option(command)
    return command


def gather(
    corpus: str | None, pairs: Sequence[str], files: Sequence[str]
) -> tuple[Parameters, dict[str, str]]:
    """The checked parameters, and where each came from.

    Raises:
        ParameterError: naming everything that is wrong, at once.
    """
    values: dict[str, Any] = {}
    origins: dict[str, str] = {}
    given = [("file", _of_file(Path(file))) for file in files]
    given += [("environment", _of_environment()), ("command line", _of_words(corpus, pairs))]
    for origin, some in given:
        values |= some
        origins |= dict.fromkeys(some, origin)
    return parameters.check(values), origins


def _of_file(path: Path) -> dict[str, Any]:
    try:
        read = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        kind = type(error).__name__
        message = f"{path} is no readable YAML file ({kind}). Write `name: value` lines."
        raise ParameterError(message) from None
    if not isinstance(read, Mapping):
        message = f"{path} holds no parameters. Write one `name: value` a line."
        raise ParameterError(message)
    return {str(name): _number(value) for name, value in read.items()}


def _of_environment() -> dict[str, Any]:
    named = {name: f"{ENVIRONMENT}{name.upper()}" for name in NAMES}
    return {
        name: parameters.parse(name, os.environ[variable])
        for name, variable in named.items()
        if variable in os.environ
    }


def _of_words(corpus: str | None, pairs: Sequence[str]) -> dict[str, Any]:
    values: dict[str, Any] = {} if corpus is None else {"corpus": _corpus(corpus)}
    for pair in pairs:
        name, equals, text = pair.partition("=")
        if not equals:
            message = f"-p {pair!r} has no value. Write -p name=value, for example -p about=0.05."
            raise ParameterError(message)
        values[name.strip()] = parameters.parse(name.strip(), text)
    return values


def _corpus(word: str) -> str:
    """A folder from where the user stands; one inside the project by its place there."""
    path, home = Path(word).expanduser(), project.find().home
    if not path.exists():
        return word
    resolved = path.resolve()
    return str(resolved.relative_to(home)) if resolved.is_relative_to(home) else str(resolved)


def _number(value: Any) -> Any:
    """YAML's dates are text here; everything else stands as it is."""
    return value.isoformat() if hasattr(value, "isoformat") else value
