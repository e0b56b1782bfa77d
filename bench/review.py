"""How long a reviewer waits for `accord diff`: invented texts, some edited, and many records.

    .venv/bin/python -m bench.review

The first rows compare two real studies of about 1,000 claims with 100 figures each: one text
edited; then one text edited and a parameter changed, so that causes are listed, or proven by
building again (text first, HTML from the store).
The last row compares two folders of 100,000 claims' records without texts.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

CLAIMS, MANY, FIGURES = 1_000, 100_000, 100
ACCORD = str(Path(sys.executable).parent / "accord")
PLACES = ("harbour", "bridge", "tunnel", "tower", "market", "station", "museum", "canal")
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 700 200">{}</svg>'


def main() -> None:
    """Measure the three comparisons and print the table of REVIEW.md."""
    with tempfile.TemporaryDirectory(prefix="accord-") as scratch:
        here = Path(scratch)
        old, new = here / "old", here / "new"
        _texts(old, edited=False)
        _texts(new, edited=True)
        _study(old, here / "a")
        _study(new, here / "b")
        _study(new, here / "c", "-p", "about=0.02")
        for number, name in enumerate("abc"):
            _figures(here / name, number)
        print(f"{_claims(here / 'a'):,} claims, {FIGURES} figures, one cause", end="")  # noqa: T201  # its output
        _timed(here / "a", here / "b")
        print(f"{_claims(here / 'a'):,} claims, {FIGURES} figures, two causes", end="")  # noqa: T201  # its output
        _timed(here / "a", here / "c")
        print("the same, proven", end="")  # noqa: T201  # its output
        _timed(here / "a", here / "c", "--prove")
        _many(here / "a", here / "d", 0)
        _many(here / "a", here / "e", 1)
        print(f"{_claims(here / 'd'):,} claims, records alone", end="")  # noqa: T201  # its output
        _timed(here / "d", here / "e")


def _texts(folder: Path, *, edited: bool) -> None:
    folder.mkdir()
    for text in range(CLAIMS // 20):
        told = [_sentence(text, place, edited=edited and text == 3) for place in range(10)]
        (folder / f"{text:03}.txt").write_text("\n".join(told), encoding="utf-8")


def _sentence(text: int, place: int, *, edited: bool) -> str:
    what, cost = PLACES[place % len(PLACES)], 100 + text * 7 + place + edited
    return f"The {what} of town {place} cost about ${cost} million and took {cost % 90 + 5} months."


def _study(corpus: Path, out: Path, *more: str) -> None:
    subprocess.run([ACCORD, "study", str(corpus), "--out", str(out), *more], check=True,  # noqa: S603  # ours
                   capture_output=True)  # fmt: skip


def _figures(folder: Path, shift: int) -> None:
    (folder / "figures").mkdir()
    for number in range(FIGURES):
        dots = "".join(f'<circle cx="{x * 7}" cy="{(x * number + shift) % 200}" r="3"/>'
                       for x in range(100))  # fmt: skip
        (folder / "figures" / f"{number}.svg").write_text(SVG.format(dots), encoding="utf-8")
        rows = "".join(f"{x},{(x * number + shift) % 200}\n" for x in range(100))
        (folder / "figures" / f"{number}.csv").write_text(f"x,y\n{rows}", encoding="utf-8")


def _many(like: Path, folder: Path, shift: int) -> None:
    """Records of one study again and again; every tenth claim moves by `shift`."""
    folder.mkdir()
    copies = MANY // _claims(like)
    for path in sorted(like.glob("*.jsonl")):
        rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
        if path.stem in ("near_misses", "links"):
            copies_, rows = 1, []
        else:
            copies_ = copies
        with (folder / path.name).open("w", encoding="utf-8") as stream:
            for copy in range(copies_):
                for place, row in enumerate(rows):
                    moved = shift if path.stem == "claims" and place % 10 == 0 else 0
                    stream.write(json.dumps(_renamed(row, copy, moved)) + "\n")
    (folder / "summary.json").write_bytes((like / "summary.json").read_bytes())


def _renamed(row: dict, copy: int, moved: int) -> dict:
    told = dict(row)
    for key in ("id", "fact", "source"):
        if key in told:
            told[key] = f"{told[key]}-{copy}"
    if "sources" in told:
        told["claims"] = [f"{one}-{copy}" for one in told["claims"]]
    if moved and told["low"] is not None and isinstance(told["low"], (int, float)):
        told["low"] += moved
    return told


def _claims(folder: Path) -> int:
    return len((folder / "claims.jsonl").read_text("utf-8").splitlines())


def _timed(old: Path, new: Path, *more: str) -> None:
    for form in ("text", "html"):
        began, before = time.perf_counter(), _processor()
        done = subprocess.run([ACCORD, "diff", str(old), str(new), "--format", form, *more],  # noqa: S603  # ours
                              check=False, capture_output=True)  # fmt: skip
        took, worked = time.perf_counter() - began, _processor() - before
        size = len(done.stdout) / 1e6
        cost = f"{took:.1f} s ({worked:.1f} s of CPU)"
        print(f" | {form} {cost}, {size:.1f} MB, exit {done.returncode}", end="")  # noqa: T201  # its output
    print()  # noqa: T201  # its output


def _processor() -> float:
    """Seconds of CPU that finished commands took."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    main()
