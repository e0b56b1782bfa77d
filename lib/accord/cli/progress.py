"""How far a run is: a line that renews itself for a person, plain lines in a log, JSON events."""

from __future__ import annotations

import json
import sys
import time
from dataclasses import dataclass, field
from typing import Any

import click


@dataclass
class Progress:
    """Counts steps; `steps` is how many there are, `as_json` asks for one event a line."""

    steps: int
    as_json: bool = False
    done: int = 0
    began: float = field(default_factory=time.monotonic)

    def __call__(self, step: str) -> None:
        """One more step is done."""
        if step.startswith("warning"):
            click.echo(step, err=True)
            return
        self.done = min(self.done + 1, self.steps)
        if self.as_json:
            self.event("step", step=step, done=self.done, of=self.steps)
        elif sys.stderr.isatty():
            self._renew(step)
        else:
            click.echo(f"  {self.done}/{self.steps} {step}", err=True)

    def event(self, name: str, **told: Any) -> None:
        """One JSON event on standard output."""
        click.echo(json.dumps({"event": name, **told}, ensure_ascii=False))

    def _renew(self, step: str) -> None:
        spent = time.monotonic() - self.began
        left = spent / self.done * (self.steps - self.done)
        bar = "#" * (20 * self.done // self.steps)
        line = f"[{bar:<20}] {self.done}/{self.steps} {step}, about {left:.0f} s left"
        click.echo(f"\r\x1b[2K{line}", err=True, nl=self.done == self.steps)
