"""The whole flow; the only module that sees every room. Notebooks ask here for what they need."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from accord import parameters, project
from accord.editions import comparing, content, ledger, manifest
from accord.editions.comparison import Comparison
from accord.model import Findings
from accord.parameters import check
from accord.study.flow import explain, find, folder, given_settings, kept, recipe

__all__ = ["changes", "explain", "find", "folder", "of"]


def of(names: Mapping[str, Any]) -> Findings:
    """What the study finds with the parameters among a notebook's own variables.

    Raises:
        ParameterError: with every wrong value at once.
        CorpusError: where the corpus cannot be read.
    """
    given = parameters.of_namespace(names)
    return kept(given, given_settings(given))


def changes(findings: Findings, against: str = "") -> Comparison | None:
    """What changed since an edition: "" the newest, "none" nothing, else its number or folder."""
    old = _edition(against)
    if old is None:
        return None
    given = check({setting.name: setting.value for setting in findings.settings})
    made = replace(recipe(given, findings.settings), code=(), versions=())
    return comparing.between(content.read(old), content.of(findings, made))


def _edition(against: str) -> Path | None:
    editions = project.find().editions
    if against == "none":
        return None
    if not against:
        return ledger.newest(editions)
    return editions / against if (editions / against / manifest.NAME).is_file() else Path(against)
