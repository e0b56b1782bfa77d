"""Bytes that no person would write, made by atheris from the examples of our own tables.

    python -m venv .fuzz && .fuzz/bin/pip install atheris && .fuzz/bin/pip install .
    PYTHONPATH=lib .fuzz/bin/python bench/fuzz.py state made/state -max_total_time=900

The first word is what is fuzzed: `read` (sources.read), `find` (quantities.find), `state`
(claims.state) or `notes` (the four .toml readers). The second is the folder of inputs, which grows.
Whatever follows goes to libFuzzer. A finding is a line on standard error and the input that made
it, in `found/` beside the folder of inputs; the run goes on. bench/FUZZ.md says what was found.
"""

from __future__ import annotations

import hashlib
import sys
import tempfile
import time
import tomllib
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from traceback import extract_tb
from typing import Any

import atheris

with atheris.instrument_imports(include=["accord"]):
    from accord import claims, parameters, quantities, sources
    from accord.errors import AccordError
    from accord.model import Codebook, Measure, Source

LIB = Path(__file__).resolve().parents[1] / "lib" / "accord"
GIVEN = parameters.check({})
NOTES = ("sources.toml", "codebook.toml", "references.toml", "reviews.toml")
NAMES = ("a.txt", "b.html", "c.md")
TEXT = b"Wool rose 12% in 2031.\n"
CODED = Codebook(measures=(Measure(label="price of wool", words=("wool", "rose"), unit="USD"),))
LONGEST = 2.0  # seconds of this process for one input of some thousand characters


def read(content: bytes) -> None:
    """Any bytes in a text of each ending are read, or refused with a reason."""
    corpus = _corpus(dict.fromkeys(NAMES, content))

    for source in corpus.sources:
        _hold((source.status == "refused") == bool(source.reason), "refused without a reason")
        spans = [sentence.span for sentence in source.sentences]
        _hold(all(a.end <= b.start for a, b in pairwise(spans)), "sentences overlap")


def find(content: bytes) -> None:
    """Any text is read into numbers that lie in it, one after the other."""
    for source in _texts(content):
        found = quantities.find(source, GIVEN).quantities
        spans = [quantity.span for quantity in found]
        _hold(all(a.end <= b.start for a, b in pairwise(spans)), "quantities overlap")
        _hold(all(span.end <= len(source.text) for span in spans), "a quantity leaves its text")


def state(content: bytes) -> None:
    """Any text is stated as claims that quote their place."""
    for source in _texts(content):
        stated = claims.state(source, quantities.find(source, GIVEN), CODED).claims
        quoted = [claim.span.of(source.text) == claim.text for claim in stated]
        _hold(all(quoted), "a claim does not quote its place")
        _hold(len({claim.id for claim in stated}) == len(stated), "two claims have one id")


def notes(content: bytes) -> None:
    """Any bytes in the files beside the texts are used, or complained of by file."""
    corpus = _corpus({"a.txt": TEXT, **dict.fromkeys(NOTES, content)})

    _hold(corpus.sources[0].text == TEXT.decode(), "the text beside was lost")
    _hold(all(said.startswith(NOTES) for said in corpus.complaints), "a complaint names no file")


TARGETS = {"read": read, "find": find, "state": state, "notes": notes}


class BrokenError(Exception):
    """A law that holds for every input does not hold for this one."""


def _hold(law: bool, otherwise: str) -> None:
    if not law:
        raise BrokenError(otherwise)


def _corpus(files: dict[str, bytes]) -> Any:
    with tempfile.TemporaryDirectory() as name:
        for file, content in files.items():
            (Path(name) / file).write_bytes(content)
        return sources.read(Path(name), GIVEN)


def _texts(content: bytes) -> Iterator[Source]:
    yield from (source for source in _corpus({"a.txt": content}).sources if source.text)


def _watched(target: Callable[[bytes], None], found: Path) -> Callable[[bytes], None]:
    """The target; what it raises, and what takes too long, is written down once a place."""
    seen: set[str] = set()

    def once(content: bytes) -> None:
        began = time.process_time()
        try:
            target(content)
        except AccordError:
            return
        except Exception as error:  # noqa: BLE001  # every one is a finding
            _note(found, seen, content, _told(error))
        spent = time.process_time() - began
        if spent > LONGEST:
            _note(found, seen, content, f"slow: {spent:.0f} s for {len(content)} bytes")

    return once


def _told(error: Exception) -> str:
    ours = [frame for frame in extract_tb(error.__traceback__) if "accord" in frame.filename]
    last = (ours or extract_tb(error.__traceback__))[-1]
    return f"{type(error).__name__}: {str(error)[:80]} at {Path(last.filename).name}:{last.lineno}"


def _note(found: Path, seen: set[str], content: bytes, told: str) -> None:
    kind = told.rpartition(" at ")[2]
    if kind in seen:
        return
    seen.add(kind)
    found.mkdir(parents=True, exist_ok=True)
    name = hashlib.sha256(content).hexdigest()[:16]
    (found / name).write_bytes(content)
    print(f"found {name}: {told}", file=sys.stderr, flush=True)  # noqa: T201  # its output


def _seed(folder: Path, target: str) -> None:
    """The examples of our tables, or the tables that the coding manual shows, as first inputs."""
    if folder.is_dir():
        return
    folder.mkdir(parents=True)
    for number, text in enumerate(_manual() if target == "notes" else _examples()):
        (folder / f"{number:04}").write_text(text, encoding="utf-8")


def _examples() -> Iterator[str]:
    for path in sorted(LIB.rglob("*.toml")):
        yield from _phrases(tomllib.loads(path.read_text(encoding="utf-8")))


def _phrases(table: Any) -> Iterator[str]:
    """Every string of some words in a table, keys too."""
    if isinstance(table, dict):
        yield from (key for key in table if " " in key)
    if isinstance(table, dict | list):
        for inner in table.values() if isinstance(table, dict) else table:
            yield from _phrases(inner)
    elif isinstance(table, str) and " " in table:
        yield table


def _manual() -> Iterator[str]:
    page = (LIB.parents[1] / "docs" / "codebook.md").read_text(encoding="utf-8")
    yield from (block.split("```", 1)[0] for block in page.split("```toml\n")[1:])


def main() -> None:
    """Fuzz the target that the command line names, for as long as it says."""
    target, folder, *rest = sys.argv[1:]
    inputs = Path(folder)
    _seed(inputs, target)
    watched = _watched(TARGETS[target], inputs.parent / "found")
    limits = ["-max_len=4096", "-timeout=60", "-rss_limit_mb=3000"]
    atheris.Setup([sys.argv[0], *limits, *rest, str(inputs)], watched)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
