"""What reading costs beside a token regex over the same texts, on one core.

python -m bench.reading [--articles 2000] [--shared ../shared]

The regex is run twice: bare, for the tokens alone, and for the place of each token too, which every
step of accord tells as well. Of three times in turn, the least counts for each step: CPU seconds,
all in memory, without a collector of cycles, as in a study.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from accord import claims, facts, loading, quantities, sources
from accord.model import Codebook, Source
from accord.parameters import check
from bench.scale import TOKEN, TOP, say

TIMES = 3
BARE, PLACED = "A bare token regex", "one that tells places"


def main() -> None:
    """Print the seconds of every step, and how many times those of the regex they are."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--articles", type=int, default=2000)
    asked.add_argument("--shared", type=Path, default=TOP.parent / "shared")
    given = asked.parse_args()
    with tempfile.TemporaryDirectory(prefix="accord-reading-") as scratch:
        make = [sys.executable, str(given.shared / "scale/make_scale.py"), "--out", scratch]
        options = ["--n", str(given.articles), "--format", "txt", "--min-chars", "0"]
        subprocess.run([*make, *options], check=True, stdout=subprocess.DEVNULL)  # noqa: S603  # ours
        spent = _spent(Path(scratch))
    bare, placed = spent.pop(BARE), spent.pop(PLACED)
    say(f"{BARE} over {given.articles:,} articles: {bare:.3f} s; {PLACED}: {placed:.3f} s.")
    for step, seconds in spent.items():
        say(f"{step}: {seconds:.2f} s, {seconds / bare:.1f} and {seconds / placed:.1f} times these")


def _tokens_and_places(text: Source) -> list[tuple[str, int, int]]:
    return [(found[0], found.start(), found.end()) for found in TOKEN.finditer(text.text)]


@loading.uncollected()
def _spent(corpus: Path) -> dict[str, float]:
    parameters, codebook = check({"corpus": str(corpus)}), Codebook()
    entries = sources.listing(corpus, parameters).entries
    least = dict[str, float]()

    def timed(step: str, function: Callable[..., Any], *columns: Any) -> list[Any]:
        began = time.process_time()
        done = list(map(function, *columns))
        least[step] = min(least.get(step, float("inf")), time.process_time() - began)
        return done

    for _ in range(TIMES):
        texts = timed("opening", sources.open_text, entries)
        timed(BARE, lambda text: TOKEN.findall(text.text), texts)
        timed(PLACED, _tokens_and_places, texts)
        read = timed("finding every quantity", lambda t: quantities.find(t, parameters), texts)
        said = timed("stating claims", lambda t, r: claims.state(t, r, codebook), texts, read)
        timed("preparing", lambda t, s: facts.prepare(t, s.claims, codebook), texts, said)
    return least


if __name__ == "__main__":
    main()
