"""Beginning with a folder of texts: starters for what a person knows of them."""

from __future__ import annotations

import click

from accord.cli import given


@click.command()
@click.argument("corpus", metavar="FOLDER")
def new(corpus: str) -> None:
    """Write commented sources.toml, codebook.toml and references.toml into FOLDER.

    They hold what the texts themselves show, for a person to edit; nothing in them changes a
    study until then, and a file that stands there is left as it is.
    """
    values, _ = given.gather(corpus, (), ())
    from accord.study import starters  # noqa: PLC0415  # the rooms load when a command needs them
    from accord.study.warnings import visible  # noqa: PLC0415

    started = starters.put(values)
    for line in started.found:
        click.echo(visible(line))
    for name in started.written:
        click.echo(f"written: {name}")
    for name in started.standing:
        click.echo(f"left as it is: {name}")
    if started.written:
        click.echo('Edit them: remove the "#" of what is right, delete the rest; docs/codebook.md.')
