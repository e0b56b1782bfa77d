"""What this machine has, what is missing, and what to do about it."""

from __future__ import annotations

import platform
import sys
from collections.abc import Iterator
from itertools import islice

import click

from accord import __version__, project
from accord.errors import AccordError, CorpusError, ToolError

_SHOWN = 12


@click.command()
@click.argument("corpus", default="seeds")
def doctor(corpus: str) -> int:
    """Print versions, the fonts for CORPUS (the seeds), and what is missing with how to get it."""
    from accord.editions import manifest  # noqa: PLC0415  # the rooms load only when needed

    click.echo(f"accord {__version__}, Python {platform.python_version()}, {sys.platform}")
    versions = manifest.versions()
    for name, version in versions.items():
        click.echo(f"  {name} {version}")
    missing = [name for name, version in versions.items() if version == "missing"]
    for line in (*_kernel(), *_fonts(corpus), _quarto(), *_keys(), *_advice(missing)):
        click.echo(line)
    return 1 if missing else 0


def _kernel() -> Iterator[str]:
    from jupyter_client.kernelspec import KernelSpecManager  # noqa: PLC0415  # as above

    there = "python3" in KernelSpecManager().find_kernel_specs()
    yield f"notebooks: {len(list(project.find().notebooks.glob('*.ipynb')))}, " + (
        "kernel python3 found" if there else "no kernel python3. Run `python -m ipykernel install`."
    )


def _fonts(corpus: str) -> Iterator[str]:
    """Whether the fonts of the PDF cover every character of the corpus."""
    fonts = sorted((project.find().look / "theme" / "fonts").glob("*.ttf"))
    yield f"fonts: {len(fonts)} in the theme" if fonts else "fonts: none. Check out report/theme."
    try:
        characters = _characters(corpus)
    except CorpusError as error:
        yield f"  {error}"
        return
    lacking = [one for one in characters if _lacks(one)]
    told = f"  of the {len(characters)} different characters of {corpus}"
    if not lacking:
        yield f"{told}, every one is covered"
        return
    shown = " ".join(f"U+{ord(one):04X}" for one in islice(lacking, _SHOWN))
    more = f" and {len(lacking) - _SHOWN} more" if len(lacking) > _SHOWN else ""
    yield f"{told}, {len(lacking)} {'is' if len(lacking) == 1 else 'are'} not: {shown}{more}"
    yield (
        f"  The PDF prints such a one as [{shown.split()[0]}]; the page uses the reader's own "
        "fonts. To print them, add a font to report/theme/fonts and run make_coverage.py there."
    )


def _characters(corpus: str) -> list[str]:
    from accord import parameters, sources, study  # noqa: PLC0415  # as above

    given = parameters.check({"corpus": corpus})
    read = sources.read(study.folder(given), given)
    return sorted({one for source in read.sources for one in source.text if one.isprintable()})


def _lacks(character: str) -> bool:
    from accord.editions.render.typst import characters  # noqa: PLC0415  # as above

    return characters.inline(character) != character


def _quarto() -> str:
    from accord.study import quarto  # noqa: PLC0415  # as above

    try:
        return f"quarto: {quarto.check()}, new enough"
    except ToolError as error:
        return f"quarto: not needed, unless for `--renderer quarto`; {error}"


def _keys() -> Iterator[str]:
    """Whether both renderers honour every key of `_quarto.yml`."""
    from accord.study import rendering  # noqa: PLC0415  # as above

    try:
        found = rendering.read().warnings
    except AccordError as error:
        found = (str(error),)
    yield from found or ("_quarto.yml: every key is honoured by both renderers",)


def _advice(missing: list[str]) -> Iterator[str]:
    if missing:
        yield f"missing: {', '.join(missing)}. Run `make` in a checkout, or install accord again."
