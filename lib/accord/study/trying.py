"""A study made again for a reviewer: one thing new, everything else as it was."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from accord.editions import content
from accord.editions.content import Content
from accord.editions.trials import Trial
from accord.errors import EditionError
from accord.parameters import check
from accord.study.flow import given_settings, kept

_LONGEST = 300  # seconds
_RUN = "from accord.cli import main; main()"


def study(trial: Trial) -> Content:
    """What a trial finds: here, from the store where it stands there, or under another library.

    Raises:
        AccordError: where the corpus or the parameters are not to be read by that library.
    """
    values = {one.name: one.value for one in trial.settings} | {"corpus": str(trial.corpus)}
    if trial.library:
        return _elsewhere(trial.library, values)
    given = check(values)
    return content.of(kept(given, given_settings(given, {})))


def _elsewhere(library: Path, values: Mapping[str, Any]) -> Content:
    with TemporaryDirectory(prefix="accord-") as scratch:
        place = Path(scratch)
        named = {name: value for name, value in values.items() if name != "corpus"}
        (place / "given.json").write_text(json.dumps(named), encoding="utf-8")
        words = ["study", str(values["corpus"]), "--out", "made", "-f", "given.json"]
        kept = {"PYTHONPATH": str(library), "ACCORD_STORE": str(place / "store")}
        try:
            subprocess.run(  # noqa: S603 - our own words; the code is the project's own
                [sys.executable, "-P", "-c", _RUN, *words],
                cwd=place, env={**os.environ, **kept}, capture_output=True, check=True,
                timeout=_LONGEST,
            )  # fmt: skip
        except (OSError, subprocess.SubprocessError):
            message = "the code of one of them does not run here"
            raise EditionError(message) from None
        return content.read(place / "made")
