"""Parameters as they arrive: file, then environment, then command line; the later wins."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from functools import partial
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

    def take(origin: str, read: Callable[[], dict[str, Any]]) -> None:
        some = read()
        values.update({name: _placed(name, value) for name, value in some.items()})
        origins.update(dict.fromkeys(some, origin))

    steps: list[Callable[[], Any]] = [
        *(partial(take, "file", partial(_of_file, Path(file))) for file in files),
        partial(take, "environment", _of_environment),
        partial(take, "command line", partial(_of_corpus, corpus)),
        *(partial(take, "command line", partial(_of_word, pair)) for pair in pairs),
        partial(parameters.check, values),
    ]
    return parameters.every(steps)[-1], origins


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
    return {str(name): value for name, value in read.items()}


def _of_environment() -> dict[str, Any]:
    named = {name: f"{ENVIRONMENT}{name.upper()}" for name in NAMES}
    return {
        name: parameters.parse(name, os.environ[variable])
        for name, variable in named.items()
        if variable in os.environ
    }


def _of_corpus(word: str | None) -> dict[str, Any]:
    return {} if word is None else {"corpus": word}


def _of_word(pair: str) -> dict[str, Any]:
    name, equals, text = pair.partition("=")
    if not equals:
        message = f"-p {pair!r} has no value. Write -p name=value, for example -p about=0.05."
        raise ParameterError(message)
    return {name.strip(): parameters.parse(name.strip(), text)}


def _placed(name: str, value: Any) -> Any:
    """A value for notebooks, which run elsewhere: a corpus by its place, others as they are."""
    return _corpus(value) if name == "corpus" and isinstance(value, str) else value


def _corpus(word: str) -> str:
    """A folder from where the user stands; one inside the project by its place there."""
    path, home = Path(word).expanduser(), project.find().home
    if not path.exists():
        return word
    resolved = path.resolve()
    return str(resolved.relative_to(home)) if resolved.is_relative_to(home) else str(resolved)
