"""How far a run is: a line that renews itself for a person, plain lines in a log, JSON events."""

from __future__ import annotations

import json
import shutil
import sys
import time
from dataclasses import dataclass, field
from typing import Any

import click

_BAR = 20
_EARLY = 0.05  # of a run: too little to tell from it how long the rest takes


@dataclass
class Progress:
    """Counts steps; `steps` is how many there are, `as_json` asks for one event a line.

    `cells` maps each notebook that is under way to the share of its cells that are done.
    """

    steps: int
    as_json: bool = False
    done: int = 0
    cells: dict[str, float] = field(default_factory=dict)
    began: float = field(default_factory=time.monotonic)

    def __call__(self, step: str) -> None:
        """One more step is done, or a warning is said."""
        if step.startswith("warning"):
            self.note(step)
            return
        self.done = min(self.done + 1, self.steps)
        self.cells = {name: share for name, share in self.cells.items() if name not in step}
        if self.as_json:
            self.event("step", step=step, done=self.done, of=self.steps, seconds_left=self._left())
        elif sys.stderr.isatty():
            self._renew(step)
        else:
            click.echo(f"  {self.done}/{self.steps} {step}", err=True)

    def watch(self, notebook: str, cell: int, cells: int) -> None:
        """A cell of a notebook begins."""
        self.cells[notebook] = (cell - 1) / cells
        if self.as_json:
            told = {"notebook": notebook, "cell": cell, "of": cells}
            self.event("cell", **told, seconds_left=self._left())
        elif sys.stderr.isatty():
            self._renew(f"{notebook}, cell {cell} of {cells}")

    def begin(self) -> None:
        """Say to a person that texts are read now; no notebook is under way yet."""
        if sys.stderr.isatty() and not self.as_json:
            self._renew("reading the texts")

    def note(self, words: str) -> None:
        """A line that stays: a warning, or why something runs."""
        if self.as_json:
            self.event("note", said=words)
        else:
            self.close()
            click.echo(click.style(words, bold=True) if _is_loud(words) else words, err=True)

    def event(self, name: str, **told: Any) -> None:
        """One JSON event on standard output."""
        click.echo(json.dumps({"event": name, **told}, ensure_ascii=False))

    def close(self) -> None:
        """Take the line that renews itself away."""
        if sys.stderr.isatty() and not self.as_json:
            click.echo("\r\x1b[2K", err=True, nl=False)

    def _left(self) -> int | None:
        """Seconds left if the rest goes as what is done; None where too little is done yet."""
        share = (self.done + sum(list(self.cells.values()))) / self.steps
        spent = time.monotonic() - self.began
        return round(spent / share - spent) if share >= _EARLY else None

    def _renew(self, words: str) -> None:
        left = self._left()
        bar = "#" * (_BAR * self.done // self.steps)
        about = "" if left is None else f", about {left} s left"
        line = f"[{bar:<{_BAR}}] {self.done}/{self.steps} {words}{about}"
        width = shutil.get_terminal_size().columns - 1
        click.echo(f"\r\x1b[2K{line[:width]}", err=True, nl=False)


def _is_loud(words: str) -> bool:
    return words.startswith("warning") and sys.stderr.isatty()
