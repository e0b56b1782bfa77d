"""Editions: what differs, whether they hold, and which there are."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from accord import project
from accord.errors import EditionError

if TYPE_CHECKING:
    from accord.editions.comparison import Comparison
    from accord.editions.verifying import Verified


@click.command()
@click.argument("old")
@click.argument("new")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "md", "html", "json"]),
    default="text",
    show_default=True,
)
@click.option("--out", type=click.Path(path_type=Path), help="Write to this file instead.")
@click.option(
    "--prove/--quick",
    default=None,
    help="Prove each cause by building again, however long that takes; or prove none so.  "
    "[default: where it is a matter of seconds]",
)
def diff(old: str, new: str, form: str, out: Path | None, prove: bool | None) -> int:
    """Compare two editions, folders or git revisions, claim by claim. Exit 0 same, 1 differ."""
    from accord.editions import compare, revision, trials  # noqa: PLC0415  # the rooms load when needed
    from accord.editions.told_html import to_html  # noqa: PLC0415
    from accord.study import trying  # noqa: PLC0415

    home = project.find()
    with revision.folder(old, home) as before, revision.folder(new, home) as after:
        study = None if prove is False else trying.study
        changes = compare(before, after, study, None if prove else trials.QUICK)
        said = _told(changes, form) if form != "html" else to_html(changes, before, after)
    if out is None:
        click.echo(said, nl=False)
    else:
        out.write_text(said, encoding="utf-8", newline="\n")
    return 0 if changes.same else 1


def _told(changes: Comparison, form: str) -> str:
    from accord.editions import told, told_markdown  # noqa: PLC0415  # the rooms load when needed

    write = {"text": told.text, "md": told_markdown.to_markdown, "json": told.to_json}[form]
    return write(changes)


@click.command()
@click.argument("edition", required=False)
def verify(edition: str | None) -> int:
    """Check every digest of EDITION, rebuild it and compare bytes; all editions, if none is named.

    Without EDITION the newest one is rebuilt; of the others the digests are checked.
    """
    from accord import editions  # noqa: PLC0415  # the rooms load when needed
    from accord.editions import ledger, revision  # noqa: PLC0415
    from accord.study import rebuilding  # noqa: PLC0415

    home = project.find()
    published = ledger.folders(home.editions)
    if edition is None and not published:
        message = f"there is no edition in {home.editions}. `make report` publishes one."
        raise EditionError(message)
    broken = [] if edition else [_of(editions.verify(folder)) for folder in published[:-1]]
    with revision.folder(edition or str(published[-1]), home) as folder:
        said = editions.verify(folder, rebuilding.rebuild)
    if not all([*broken, _of(said)]):
        return 1
    name = f"edition {said.edition}" if said.edition else "run"
    click.echo(f"{name}: {said.files} files as written")
    if said.hindered:
        click.echo(f"not rebuilt: {said.hindered}", err=True)
        return 2
    click.echo("rebuilt: the same bytes")
    return 0


def _of(said: Verified) -> bool:
    """Print what is wrong with an edition, a line each; whether nothing is."""
    for problem in said.problems:
        where = f", {problem.record}" if problem.record else ""
        name = f"edition {said.edition}: " if said.edition else ""
        click.echo(f"{name}{problem.file}{where}: {problem.what}")
    return said.sound


@click.command("list")
def listing() -> None:
    """List the published editions: date, parameters, digest, headline."""
    from accord.editions import ledger  # noqa: PLC0415  # the rooms load when needed

    for entry in ledger.entries(project.find().editions):
        changed = ", ".join(f"{name}={value}" for name, value in entry.parameters.items())
        head = entry.headline
        click.echo(
            f"{entry.edition:>3}  {entry.date}  {entry.digest[:16]}  "
            f"{head['agreeing']} of {head['multi_source']} shared numbers agree, "
            f"{head['corroborated']} corroborated  {changed or 'default parameters'}"
        )
