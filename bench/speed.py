"""Characters a second of CPU time, one process, distinct texts: ours and a peer's."""

from __future__ import annotations

import json
import lzma
import subprocess
import time
from pathlib import Path

from accord import quantities
from accord.model import Sentence, Source, Span
from accord.parameters import Parameters
from accord.sources.sentences import split

PEER = """
import json, sys, time
from quantulum3 import parser
texts = json.load(sys.stdin)
parser.parse("7 km")
start = time.process_time()
for text in texts: parser.parse(text)
print(sum(map(len, texts)) / (time.process_time() - start))
"""


def articles(shared: Path, count: int) -> list[str]:
    """The first `count` articles of the scale set."""
    with lzma.open(shared / "scale/reuters21578.jsonl.xz", "rt", encoding="utf-8") as lines:
        return [json.loads(line)["text"] for _, line in zip(range(count), lines, strict=False)]


def ours(texts: list[str]) -> tuple[float, float]:
    """Characters a CPU second of `quantities.find` alone, and with the cutting of sentences."""
    parameters = Parameters()
    start = time.process_time()
    cut = [Source(file=str(n), sha256="", text=t, sentences=_cut(t)) for n, t in enumerate(texts)]
    middle = time.process_time()
    for source in cut:
        quantities.find(source, parameters)
    end = time.process_time()
    chars = sum(map(len, texts))
    return chars / (end - middle), chars / (end - start)


def _cut(text: str) -> tuple[Sentence, ...]:
    return split(text) or (Sentence(span=Span(0, len(text))),)


def peer(python: str, texts: list[str]) -> float | None:
    """Characters a CPU second of quantulum3 in the interpreter `python`, or None without it."""
    try:
        done = subprocess.run(  # noqa: S603 - the user names the interpreter
            [python, "-c", PEER],
            input=json.dumps(texts),
            capture_output=True,
            text=True,
            check=True,
        )
    except (OSError, subprocess.CalledProcessError):
        return None
    return float(done.stdout.split()[-1])
