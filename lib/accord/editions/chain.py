"""Whether an edition, its predecessor and the ledger tell one story, and git the same."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from itertools import pairwise, zip_longest
from pathlib import Path

from accord.editions import ledger, manifest
from accord.editions.differing import Problem
from accord.editions.history import git
from accord.editions.manifest import Manifest
from accord.model import lines
from accord.project import find


def problems(edition: Path, said: Manifest) -> Iterator[Problem]:
    """What the ledger says otherwise than an edition's manifest, and what was rewritten in it."""
    root = edition.resolve().parent
    if said.edition is None or not (root / ledger.NAME).is_file():
        return
    yield from _of_edition(edition, said, ledger.entries(root))
    yield from _order(ledger.entries(root))
    yield from _rewritten(root)


def _of_edition(
    edition: Path, said: Manifest, entries: tuple[ledger.Entry, ...]
) -> Iterator[Problem]:
    known = {entry.edition: (line, entry) for line, entry in enumerate(entries, 1)}
    if said.edition not in known:
        yield Problem(file=ledger.NAME, what=f"has no line for edition {said.edition}")
        return
    line, entry = known[said.edition]
    if entry.digest != said.digest:
        what = f"has another digest than edition {said.edition} in {ledger.NAME}"
        yield Problem(file=manifest.NAME, what=what)
        return
    if wrong := _wrong(edition, said, entry):
        record = f"line {line} edition {said.edition} {wrong}"
        yield Problem(file=ledger.NAME, record=record, what="is not what the edition says")
    if said.previous and said.previous[0] in known:
        number, digest = said.previous
        if known[number][1].digest != digest:
            yield Problem(file=manifest.NAME, what=f"names another edition {number} than is there")


def _wrong(edition: Path, said: Manifest, entry: ledger.Entry) -> str | None:
    """The first field of the ledger's line that the edition says otherwise; its date is its own."""
    try:
        wanted = json.loads(lines.dumps(ledger.row(edition, said, date.min)))
    except (ValueError, KeyError, TypeError):
        return None  # the summary is broken, which its digest tells
    told = asdict(entry)
    return next((name for name in told if name != "date" and told[name] != wanted[name]), None)


def _order(entries: tuple[ledger.Entry, ...]) -> Iterator[Problem]:
    for line, (one, other) in enumerate(pairwise(entries), 2):
        if other.edition <= one.edition:
            record = f"line {line} edition {other.edition}"
            yield Problem(file=ledger.NAME, record=record, what="is out of order")


def _rewritten(root: Path) -> Iterator[Problem]:
    """The first line that was committed once and now reads otherwise: the list only grows."""
    home = find()
    if root != home.editions.resolve():
        return
    name = f"{home.editions.relative_to(home.home).as_posix()}/{ledger.NAME}"
    now = (root / ledger.NAME).read_bytes().splitlines()
    for commit in (git(home, "log", "--first-parent", "--format=%H", "--", name) or b"").split():
        then = (git(home, "show", f"{commit.decode()}:{name}") or b"").splitlines()
        if now[: len(then)] != then:
            pairs = enumerate(zip_longest(then, now), 1)
            line = next(place for place, (one, other) in pairs if one != other)
            what = f"was rewritten since commit {commit.decode()[:12]}"
            yield Problem(file=ledger.NAME, record=f"line {line}", what=what)
            return
