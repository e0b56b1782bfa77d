"""What there is: parameters, one number's reading, the machine."""

from __future__ import annotations

import json

import click

from accord.errors import CorpusError
from accord.parameters import Parameters


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print the JSON schema.")
def params(as_json: bool) -> None:
    """List every parameter: name, type, default, unit, meaning, example."""
    schema = Parameters.model_json_schema()
    if as_json:
        click.echo(json.dumps(schema, indent=2, ensure_ascii=False))
        return
    for name, field in schema["properties"].items():
        bounds = _bounds(field)
        default = json.dumps(field.get("default"))
        click.echo(f"{name}  ({field['type']}, {field['unit']}{bounds}; default {default})")
        click.echo(f"    {field['description']}; for example -p {name}={_example(field)}")


@click.command()
@click.argument("place", metavar="SOURCE:OFFSET")
@click.option("--corpus", default="seeds", show_default=True, help="The folder of texts.")
def explain(place: str, corpus: str) -> None:
    """Say which rule read or set aside the number at an offset of a source, and why."""
    from accord import study  # noqa: PLC0415  # the rooms load only when a command needs them

    file, colon, offset = place.rpartition(":")
    if not colon or not offset.isdigit():
        message = f"{place!r} names no place. Write SOURCE:OFFSET, for example texts/a.txt:120."
        raise CorpusError(message)
    click.echo(study.explain(corpus, file, int(offset)))


def _bounds(field: dict[str, object]) -> str:
    low, high, choices = field.get("minimum"), field.get("maximum"), field.get("enum")
    if isinstance(choices, list):
        return f", one of {', '.join(choices)}"
    return f", {low} to {high}" if low is not None else ""


def _example(field: dict[str, list[object]]) -> str:
    example = field["examples"][0]
    if isinstance(example, list):
        return ",".join(str(word) for word in example)
    return json.dumps(example) if not isinstance(example, str) else repr(example)
