"""Reading a corpus: the whole report, the data alone, or the notebooks for another renderer."""

from __future__ import annotations

import os
from itertools import chain, islice
from pathlib import Path

import click

from accord import loading
from accord.cli import given
from accord.cli.progress import Progress

_MANY = 200  # files: some may be left out


@click.command()
@click.argument("corpus", required=False)
@given.parameters_options
@click.option("--out", type=click.Path(path_type=Path), help="Write to this folder instead.")
@click.option("--publish", is_flag=True, help="Publish an edition, whatever the parameters.")
@click.option(
    "--renderer",
    type=click.Choice(["nbconvert", "quarto"]),
    default="nbconvert",
    show_default=True,
    help="Who draws the report.",
)
@click.option("--explain", is_flag=True, help="Say why there is something to run.")
@click.option("--dry-run", is_flag=True, help="Say what would be done, and do nothing.")
@click.option("--json", "as_json", is_flag=True, help="Print events as JSON, one a line.")
@click.option(
    "--time-limit",
    type=click.IntRange(1),
    metavar="SECONDS",
    help="How long a cell may take; without it, as long as it needs.",
)
def run(  # noqa: PLR0913, PLR0917  # one argument an option: click calls it
    corpus: str | None,
    pairs: tuple[str, ...],
    files: tuple[str, ...],
    out: Path | None,
    publish: bool,
    renderer: str,
    explain: bool,
    dry_run: bool,
    as_json: bool,
    time_limit: int | None,
) -> None:
    """Read CORPUS (the seeds), run the notebooks, write the report."""
    click.get_current_context().with_resource(loading.uncollected())
    values, origins = given.gather(corpus, pairs, files)
    from accord.study import publishing, quarto, rendering  # noqa: PLC0415  # loaded when needed
    from accord.study.order import Order  # noqa: PLC0415

    told = Progress(publishing.steps(), as_json=as_json)
    click.get_current_context().call_on_close(told.close)
    for warning in rendering.read().warnings:
        told.note(warning)
    order = Order(
        given=values, origins=origins, out=out, publish=publish, limit=time_limit,
        workers=min(os.cpu_count() or 1, 4), tell=told, watch=told.watch,
        because=told.note if explain else lambda _: None,
    )  # fmt: skip
    if renderer == "quarto":
        quarto.check()
    if explain or dry_run:
        told.note(_reasons(publishing.why(order)))
    if dry_run:
        return
    told.begin()
    done = publishing.run(order)
    told.close()
    if as_json:
        edition = done.manifest.edition
        told.event("done", folder=str(done.folder), edition=edition, new=done.new)
        return
    click.echo(_headline(done.manifest.edition, done.new))
    for name in ("report.html", "report.pdf"):
        click.echo(f"  {_near(done.folder / name)}")
    if renderer == "quarto":
        click.echo(f"  {_near(quarto.render(order))}")


@click.command()
@click.argument("corpus")
@click.option("--out", type=click.Path(path_type=Path), required=True, help="Folder for the data.")
@given.parameters_options
@click.option(
    "--engine", default="cores", show_default=True, help="Where work runs: here, cores, dask."
)
@click.option("--workers", type=click.IntRange(1, 1024), help="How many at once.")
@click.option("--scheduler", metavar="ADDRESS", help="The Dask scheduler, tcp://host:8786.")
def study(  # noqa: PLR0913, PLR0917  # one argument an option: click calls it
    corpus: str,
    out: Path,
    pairs: tuple[str, ...],
    files: tuple[str, ...],
    engine: str,
    workers: int | None,
    scheduler: str | None,
) -> None:
    """Read CORPUS and write the data alone: no notebooks, no report."""
    values, origins = given.gather(corpus, pairs, files)
    from accord import engines  # noqa: PLC0415  # the rooms load when needed

    hired = engines.named(engine, workers, scheduler)
    if _holds_many(values.corpus):
        hired.warm("accord.study.flow")  # which loads while this process does
    from accord.study import publishing  # noqa: PLC0415
    from accord.study.order import Order  # noqa: PLC0415

    order = Order(given=values, origins=origins, out=out, tell=_told)
    done = publishing.data(order, hired)
    click.echo(f"{'data written' if done.new else 'nothing new'}: {_near(done.folder)}")


@click.command()
@given.parameters_options
def settle(pairs: tuple[str, ...], files: tuple[str, ...]) -> None:
    """Run the notebooks and join them for another renderer, as `quarto render` asks."""
    values, origins = given.gather(None, pairs, files)
    from accord.study import building, rendering  # noqa: PLC0415  # the rooms load when needed
    from accord.study.order import Order  # noqa: PLC0415

    order = Order(given=values, origins=origins, tell=_told)
    options = rendering.read()
    for warning in options.warnings:
        click.echo(warning, err=True)
    click.echo(_near(building.settle(order, options.settled)))


def _holds_many(corpus: str) -> bool:
    """Whether a folder's names alone tell that its study will take workers."""
    files = chain.from_iterable(names for _, _, names in os.walk(corpus))
    return next(islice(files, _MANY, None), None) is not None


def _headline(edition: int | None, new: bool) -> str:
    name = f"edition {edition}" if edition else "run"
    if not new:
        return f"nothing new: {name} stands"
    return f"{name} {'published' if edition else 'written'}"


def _reasons(why: tuple[str, ...] | None) -> str:
    if why is None:
        return "to run: nothing stands there yet"
    return f"to run, for it changed: {'; '.join(why)}" if why else "nothing to run: it stands"


def _told(step: str) -> None:
    """One line a step, where a person or a log reads along."""
    click.echo(f"  {step}", err=True)


def _near(path: Path) -> str:
    """A path from the working folder where it lies below it."""
    try:
        return str(path.resolve().relative_to(Path.cwd().resolve()))
    except ValueError:
        return str(path)
