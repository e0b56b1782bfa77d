"""The command line: words in, exit codes out, never a traceback."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from traceback import extract_tb

import click

from accord.cli import compare, doctor, inspect, new, run, sweep
from accord.errors import AccordError


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="accord", message="accord %(version)s")
def accord() -> None:
    """What texts agree on, number by number, where they conflict, how independent they are."""


for command in (
    run.run,
    run.study,
    new.new,
    run.settle,
    sweep.sweep,
    compare.diff,
    compare.verify,
    compare.listing,
    inspect.params,
    inspect.explain,
    doctor.doctor,
):
    accord.add_command(command)


def main(words: Sequence[str] | None = None) -> None:
    """Run one command and leave with its exit code: 0 done, 1 it says no, 2 change something."""
    try:
        code = accord.main(args=words, prog_name="accord", standalone_mode=False)
    except AccordError as error:
        click.echo(str(error), err=True)
        code = error.exit_code
    except click.exceptions.Abort:
        click.echo("Stopped; nothing half-written is kept. Run the same command again.", err=True)
        code = 1
    except click.ClickException as error:
        error.show()
        code = 2
    except OSError as error:
        click.echo(_refused(error), err=True)
        code = 2
    except Exception as error:  # a defect of ours: said in words, its trace only when asked for
        if "ACCORD_DEBUG" in os.environ:
            raise
        click.echo(_defect(error), err=True)
        code = 1
    sys.exit(code if isinstance(code, int) else 0)


def _refused(error: OSError) -> str:
    place = f": {error.filename}" if error.filename else ""
    return f"{error.strerror or error}{place}. Check the path, its rights and the room there."


def _defect(error: Exception) -> str:
    last = extract_tb(error.__traceback__)[-1]
    place = f"{last.filename.rpartition('/')[2]}:{last.lineno}"
    return (
        f"accord failed at {place}: {type(error).__name__}: {str(error)[:200]}\n"
        "This is a defect of accord; nothing half-written is kept. ACCORD_DEBUG=1 shows its trace."
    )
