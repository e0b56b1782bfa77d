"""The worst time a character of a text can take: `python -m bench.worst [CHARACTERS]`.

Each text repeats a few characters that make a reader look far ahead or go back: digits, commas,
dashes, words, brackets. It is read whole at a length and at twice that length, as one line and as
lines; a line of output says what a character took, and how many times longer the double took (2 is
linear). bench/FUZZ.md keeps what was measured.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from accord import claims, parameters, quantities, sources
from accord.model import Codebook, Measure

GIVEN = parameters.check({})
CODED = Codebook(measures=(Measure(label="price of wool", words=("wool", "rose"), unit="USD"),))
SHORT = (
    "1", "1,", "1.", "1-", "1/", "1:", "1 ", "12 ", "1,000 ", "1'", "$", "$1", "$1 ", "$1-", "%",
    "1% ", "-", "\u2013", ".", ",", "(", ")", "()", "((1))", "[", "[1", "{", "<", "<p>", "<a ",
    "&", '"', "\u201c", "'", "a", "A", "a ", "A ", "A. ", "a.", "A.b", "U.S. ", "the ", "The ",
    "of ", "and ", "said ", "to ", "about ", "up to ", "between ", "from 1 to ", "from ", "one ",
    "one hundred ", "hundred and ", "one-", "million ", "half a ", "a ", "per ", "1 per ", "km ",
    "1 km ", "1 km (1 miles) ", "1 km (", "May ", "May 1, ", "1 May ", "2031 ", "2031-", "1/2/",
    "12:30 ", "Monday ", "last ", "late ", "dozens of ", "tens of thousands of ", "first ",
    "1st ", "one in ", "1 in ", "1 out of ", "rose 1% ", "rose from 1 to 2 ",
    "33 days to 23 days ", "cost $1 million, ", "will ", "not ", "according to ",
    "officials said, ", "she said. ", "It cost 5. ", "\n", "\n\n", "\r\n", "- 1\n", "| 1 ", "1\t",
    "a\n", "A b\n", "1\n", "\u00a0", "\u200b", "e\u0301", "\u4e00", "\u0661", "\uff11", "\u00bd",
    "1\u00bd", "x1", "1x", "http://", "http://a.", "a@b.", "www.", "#1 ", "*1*", "_", "~1 ",
    "\u20ac1 ", "1\u20ac", "US$1 ", "pesos ", "1 pesos ", "Wool ", "wool rose ", "Wool Board ",
    "the Wool Board ", "of the ", "it is ", "1,1,", "1.1.", "1..", "1--", "1 - ", "1 to ",
    "1 and ", "1 or ", "1, 2 and 3 ", "one and ", "\x1b[", "\x1b]0;",
)  # fmt: skip


def main(length: int) -> None:
    """Print every pattern, the slowest last."""
    rows = sorted(_measured(length))
    for each, grows, stage, pattern in rows:
        print(f"{each:8.2f} us/char  x{grows:4.1f}  {stage:6} {pattern!r}")  # noqa: T201


def _measured(length: int) -> Iterator[tuple[float, float, str, str]]:
    for pattern in SHORT:
        once, twice = (_spent(pattern, size) for size in (length, 2 * length))
        for stage in once:
            grows = twice[stage] / max(once[stage], 1e-3)
            yield 1e6 * twice[stage] / (2 * length), grows, stage, pattern


def _spent(pattern: str, size: int) -> dict[str, float]:
    text = (pattern * (size // len(pattern) + 1))[:size]
    with tempfile.TemporaryDirectory() as name:
        (Path(name) / "a.txt").write_text(f"{text} x\n", encoding="utf-8")
        spent, began = {}, time.process_time()
        (source,) = sources.read(Path(name), GIVEN).sources
        spent["read"], began = time.process_time() - began, time.process_time()
        found = quantities.find(source, GIVEN)
        spent["find"], began = time.process_time() - began, time.process_time()
        claims.state(source, found, CODED)
        spent["state"] = time.process_time() - began
    return spent


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20_000)
