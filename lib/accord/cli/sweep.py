"""The same study under many parameters."""

from __future__ import annotations

from pathlib import Path

import click

from accord import loading
from accord.cli import given
from accord.errors import ParameterError


@click.command()
@click.argument("corpus", required=False)
@click.option("--grid", "grids", multiple=True, metavar="NAME=A,B", help="Values to try.")
@click.option("--leave-one-out", is_flag=True, help="The study without each source in turn.")
@given.parameters_options
@click.option("--out", type=click.Path(path_type=Path), help="Write to this folder instead.")
@click.option("--workers", type=click.IntRange(1, 1024), default=2, show_default=True)
def sweep(  # noqa: PLR0913, PLR0917  # one argument an option: click calls it
    corpus: str | None,
    grids: tuple[str, ...],
    leave_one_out: bool,
    pairs: tuple[str, ...],
    files: tuple[str, ...],
    out: Path | None,
    workers: int,
) -> None:
    """Run CORPUS (the seeds) under a grid of parameters; one page says which verdicts move."""
    if not grids and not leave_one_out:
        message = "nothing to vary. Give --grid name=a,b (as about=0.05,0.20) or --leave-one-out."
        raise ParameterError(message)
    values, origins = given.gather(corpus, pairs, files)
    with loading.without(*loading.SPARED):
        from accord import engines  # noqa: PLC0415  # the rooms load when a command needs them
        from accord.study import sweep  # noqa: PLC0415
        from accord.study.order import Order  # noqa: PLC0415

    variations = sweep.grid(grids) if grids else ()
    variations += sweep.without_each(values) if leave_one_out else ()
    order = Order(given=values, origins=origins, out=out, workers=workers, tell=_told)
    done = sweep.put_page(order, variations, engines.named("cores", workers))
    click.echo((done.folder / "sweep.md").read_text(encoding="utf-8"))
    click.echo(done.folder / "sweep.html")


def _told(name: str) -> None:
    click.echo(f"  {name}", err=True)
