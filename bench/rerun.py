"""Time a report, cold, with one parameter changed and unchanged, against papermill and nbconvert.

    python -m bench.rerun [--keep]

Both run the notebooks of this repository in a clone, in one go, on one machine, each with a store
of its own. The peer is what a person would write in a script: `papermill` for each notebook, then
`jupyter nbconvert --to html`, then a PDF of that page by Chromium (nbconvert's own PDF needs pandoc
and LaTeX, and its webpdf a Chromium of playwright's; without Chromium the PDF is left out).
`--keep` writes RERUN.md.
"""

from __future__ import annotations

import argparse
import ctypes
import datetime as dt
import os
import platform
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory

HERE = Path(__file__).parent
ACCORD = (sys.executable, "-c", "from accord.cli import main; main()")
_SUBREAPER = 36  # so that the time of a process whose parent has ended is counted too


@dataclass(frozen=True, slots=True)
class Taken:
    """Seconds by the clock, and seconds of all cores together."""

    wall: float
    cpu: float


def main() -> None:
    """Time all of it and print the table."""
    parser = argparse.ArgumentParser(prog="bench.rerun", description=__doc__.splitlines()[0])
    parser.add_argument("--keep", action="store_true")
    keep = parser.parse_args().keep
    ctypes.CDLL(None).prctl(_SUBREAPER, 1, 0, 0, 0)
    with TemporaryDirectory(prefix="accord-rerun-") as folder:
        clone = Path(folder) / "accord"
        subprocess.run(["git", "clone", "-q", str(HERE.parent), str(clone)], check=True)  # noqa: S603, S607
        before = os.getloadavg()[0]
        text = _table(_ours(clone), *_peers(clone), (before, os.getloadavg()[0]))
    print(text)  # noqa: T201
    if keep:
        (HERE / "RERUN.md").write_text(text, encoding="utf-8")


def _ours(clone: Path) -> tuple[Taken, Taken, Taken, Taken]:
    environment = _environment(clone, "ours")

    def run(*words: str) -> Callable[[], None]:
        return lambda: _do([*ACCORD, "run", *words], clone, environment)

    cold = _timed(run("--out", "cold"))
    changed = _timed(run("--out", "changed", "-p", "about=0.05"))
    titled = _timed(run("--out", "titled", "-p", "title=Five texts"))
    return cold, changed, titled, _timed(run("--out", "cold"))


def _peers(clone: Path) -> tuple[Taken, Taken]:
    environment = _environment(clone, "peer")
    cold = _timed(lambda: _plain(clone, environment, "plain-cold"))
    words = ("-p", "about", "0.05")
    return cold, _timed(lambda: _plain(clone, environment, "plain-changed", *words))


def _plain(clone: Path, environment: dict[str, str], name: str, *words: str) -> None:
    """Each notebook by papermill, as HTML and as PDF."""
    folder = clone / name
    folder.mkdir()
    chromium = shutil.which("chromium")
    for notebook in sorted((clone / "notebooks").glob("*.ipynb")):
        made, page = folder / notebook.name, folder / f"{notebook.stem}.html"
        papermill = [sys.executable, "-m", "papermill", "--no-progress-bar", *words]
        _do([*papermill, str(notebook), str(made)], clone, environment)
        nbconvert = [sys.executable, "-m", "nbconvert", "--log-level=ERROR", "--to", "html"]
        _do([*nbconvert, str(made)], clone, environment)
        if chromium:
            pdf = f"--print-to-pdf={page.with_suffix('.pdf')}"
            plain = ["--headless", "--no-sandbox", "--disable-gpu", pdf, page.as_uri()]
            _do([chromium, *plain], clone, environment)


def _environment(clone: Path, name: str) -> dict[str, str]:
    ours = {"PYTHONPATH": str(clone / "lib"), "ACCORD_STORE": str(clone / f".store-{name}")}
    return {**os.environ, **ours}


def _do(words: list[str], folder: Path, environment: dict[str, str]) -> None:
    done = subprocess.run(  # noqa: S603
        words, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode:
        sys.exit(f"{words[0]} ended with {done.returncode}: {done.stderr[-500:]}")


def _timed(work: Callable[[], None]) -> Taken:
    began, spent = time.monotonic(), _cpu()
    work()
    wall = time.monotonic() - began
    _reap()
    taken = Taken(wall, _cpu() - spent)
    print(taken, file=sys.stderr)  # noqa: T201
    return taken


def _cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _reap() -> None:
    until = time.monotonic() + 5
    while time.monotonic() < until:
        try:
            if os.waitpid(-1, os.WNOHANG)[0] == 0:
                time.sleep(0.05)
        except ChildProcessError:
            return


def _table(ours: Sequence[Taken], peer: Taken, changed: Taken, loads: Sequence[float]) -> str:
    """The page: each run of ours beside the peer's of its kind, and whether the aims are met."""
    whats = (
        "cold: nothing kept",
        "one parameter that moves findings (`about`)",
        "one parameter that moves none (`title`)",
        "unchanged",
    )
    peers = (peer, changed, changed, changed)
    pdf = "HTML, and PDF by Chromium" if shutil.which("chromium") else "HTML alone, no PDF"
    head = (
        f"{dt.datetime.now(tz=dt.UTC).date()}, accord {version('accord')}, papermill "
        f"{version('papermill')}, nbconvert {version('nbconvert')}, Python "
        f"{platform.python_version()}, {os.cpu_count()} cores; `python -m bench.rerun --keep` "
        "measures all of it again and writes this page.\nThe eight notebooks of this repository on "
        f"the seeds; the peer is papermill, then nbconvert to {pdf}, one notebook after the other, "
        "cold and with `about` changed.\nSeconds by the clock, and seconds of all cores together, "
        "which other work on the machine disturbs less: its load was "
        f"{loads[0]:.1f} before and {loads[-1]:.1f} after."
    )
    columns = (
        "what", "accord: clock", "cores", "papermill + nbconvert: clock", "cores", "ratio of clock",
        "ratio of cores",
    )  # fmt: skip
    rows = [(what, *_beside(*both)) for what, *both in zip(whats, ours, peers, strict=True)]
    table = [f"| {' | '.join(cells)} |" for cells in (columns, ["---"] * len(columns), *rows)]
    aims = [_aim(whats[n], ours[n], peers[n], wanted) for n, wanted in ((0, 3), (1, 10), (2, 10))]
    return "\n".join(("# Rerunning, measured", "", head, "", *table, "", *aims, ""))


def _beside(ours: Taken, peer: Taken) -> tuple[str, ...]:
    times = (ours.wall, ours.cpu, peer.wall, peer.cpu)
    ratios = (f"1/{peer.wall / ours.wall:.1f}", f"1/{peer.cpu / ours.cpu:.1f}")
    return (*(f"{taken:.1f}" for taken in times), *ratios)


def _aim(what: str, ours: Taken, peer: Taken, wanted: int) -> str:
    met = [name for name in ("wall", "cpu") if getattr(peer, name) >= wanted * getattr(ours, name)]
    said = {2: "met", 1: f"met {_MEASURES[met[0]]} alone" if met else "", 0: "not met"}[len(met)]
    return f"- {what}: the aim of 1/{wanted} is {said}."


_MEASURES = {"wall": "by the clock", "cpu": "in cores"}


if __name__ == "__main__":
    main()
