"""The pages, their blocks, and what the commands in them print.

A `sh` or `python` block is run for real, in one folder for each page; a `sh dry` block is checked
and not run. A `text` block right after one shows lines that the commands printed, `...` for what
is left out. `python tests/docs/pages.py` runs them all and writes what they print today.
"""

import contextlib
import io
import os
import re
import shlex
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from accord.cli import main

TOP = Path(__file__).resolve().parents[2]
BIN = Path(sys.prefix) / "bin"
PAGES = (
    TOP / "README.md",
    TOP / "CONTRIBUTING.md",
    TOP / "SECURITY.md",
    *sorted((TOP / "docs").glob("*.md")),
)
LONGEST = 30  # lines of output that a page shows

_BLOCK = re.compile(r"^```(\w+)( dry)?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_SHOWN = re.compile(r"\n*```text\n(.*?)```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Block:
    """One fenced block: its language, its text, and the text shown after it (None: nothing)."""

    language: str
    dry: bool
    text: str
    shown: str | None
    place: tuple[int, int]

    @property
    def runs(self):
        return self.language in ("sh", "python") and not self.dry

    @property
    def commands(self):
        """The lines of a shell block, each with the text it reads up to its END."""
        found = []
        for line in self.text.splitlines():
            inside = found and "<<'END'" in found[-1] and not found[-1].endswith("\nEND")
            if inside:
                found[-1] += f"\n{line}"
            elif line.strip() and not line.startswith("#"):
                found.append(line)
        return found


def blocks(page):
    """The blocks of a page, in order; what one shows belongs to it."""
    text = page.read_text(encoding="utf-8")
    found = []
    for match in _BLOCK.finditer(text):
        if match[1] == "text":
            continue
        after = _SHOWN.match(text, match.end())
        place = (after.start(1), after.end(1)) if after else (0, 0)
        found.append(Block(match[1], bool(match[2]), match[3], after and after[1], place))
    return found


def prepare(folder, page):
    """A folder as the reader of a page has it: environment, seeds, and README's own texts."""
    (folder / ".venv").symlink_to(sys.prefix)
    for name in ("seeds", "notebooks"):
        (folder / name).symlink_to(TOP / name)
    if page.name != "README.md" or page.parent != TOP:
        written = [c for b in blocks(TOP / "README.md") for c in b.commands if "<<'END'" in c]
        (folder / "my-texts").mkdir()
        subprocess.run(["bash", "-ec", "\n".join(written)], cwd=folder, check=True)


def run(block, folder):
    """What a block prints; a comparison may end with 1, anything else ends with 0."""
    if block.language == "python":
        return _outside(["python", "-c", block.text], folder)[1]
    said = ""
    for command in block.commands:
        code, printed = _here(command, folder) or _outside(["bash", "-c", command], folder)
        allowed = (0, 1) if "accord diff" in command else (0,)
        assert code in allowed, f"{command} ended with {code}\n{printed}"
        said += printed
    return said


def _here(command, folder):
    """Our own command in this process, which spares its start; None for any other."""
    words = shlex.split(command, comments=True)
    if words[0].rpartition("/")[2] != "accord" or {"|", ">", "<"} & {*words}:
        return None
    code, told = 0, io.StringIO()
    with contextlib.chdir(folder), contextlib.redirect_stdout(told), _store(folder):
        try:
            main(words[1:])
        except SystemExit as left:
            code = left.code
    return code, told.getvalue()


@contextlib.contextmanager
def _store(folder):
    before = os.environ.get("ACCORD_STORE")
    os.environ["ACCORD_STORE"] = str(folder / "store")
    try:
        yield
    finally:
        os.environ.pop("ACCORD_STORE")
        if before is not None:
            os.environ["ACCORD_STORE"] = before


def _outside(words, folder):
    ours = {"ACCORD_STORE": str(folder / "store"), "GIT_CEILING_DIRECTORIES": str(folder.parent)}
    path = f"{BIN}{os.pathsep}{os.environ['PATH']}"
    env = {**os.environ, **ours, "PATH": path}
    done = subprocess.run(words, cwd=folder, env=env, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + (done.stderr if done.returncode else "")


def missing(shown, said):
    """The lines of `shown` that `said` does not hold in this order."""
    rest = iter(said.splitlines())
    return [line for line in shown.splitlines() if line.strip(" .") and line not in rest]


def cut(said):
    """What a page shows of an output."""
    lines = said.splitlines()
    return "\n".join([*lines[:LONGEST], "..."] if len(lines) > LONGEST else lines) + "\n"


def renew(page):
    """Write what the commands of a page print today."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        prepare(folder, page)
        made = [(b, run(b, folder)) for b in blocks(page) if b.runs]
    text = page.read_text(encoding="utf-8")
    for block, said in reversed(made):
        if block.shown is not None:
            start, end = block.place
            text = text[:start] + cut(said) + text[end:]
    page.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    for one in [Path(word).resolve() for word in sys.argv[1:]] or PAGES:
        renew(one)
