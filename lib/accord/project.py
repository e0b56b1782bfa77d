"""Where the notebooks, the look and the editions lie."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


@dataclass(frozen=True, slots=True)
class Project:
    """The folders of one checkout, or of the installed package where there is no checkout.

    `home` is where editions, runs and the store are written; `root` is where notebooks and the
    look are read.
    """

    root: Path
    home: Path

    @property
    def notebooks(self) -> Path:
        """The folder of the parameterised notebooks."""
        return self.root / "notebooks"

    @property
    def look(self) -> Path:
        """The folder of templates and theme."""
        return self.root / "report"

    @property
    def quarto(self) -> Path:
        """The one truth of the rendering."""
        return self.root / "_quarto.yml"

    @property
    def editions(self) -> Path:
        """The published editions and their ledger."""
        return self.home / "report" / "editions"

    @property
    def runs(self) -> Path:
        """Runs that are not published; not in git."""
        return self.home / "report" / "runs"

    @property
    def store(self) -> Path:
        """What was computed once and need not be again; not in git. ACCORD_STORE moves it."""
        return Path(os.environ.get("ACCORD_STORE") or self.home / ".accord")


def find() -> Project:
    """The checkout that this package lies in, else the packed copy, with this folder as home.

    ACCORD_HOME names another home; a run tells its kernels so.
    """
    checkout = _PACKAGE.parent.parent
    if (checkout / "_quarto.yml").is_file() and (checkout / "notebooks").is_dir():
        return Project(root=checkout, home=checkout)
    return Project(
        root=_PACKAGE / "_project", home=Path(os.environ.get("ACCORD_HOME") or Path.cwd())
    )
