"""The two verbs that docs/method.md uses in its examples."""

import tempfile
from pathlib import Path

from accord import parameters
from accord.model import Interval, lines
from accord.study import flow


def found(*texts, codebook=""):
    """The findings on a folder that holds these texts, named a.txt, b.txt and so on."""
    with tempfile.TemporaryDirectory() as folder:
        for name, text in zip("abcdefgh", texts, strict=False):
            (Path(folder) / f"{name}.txt").write_text(text, encoding="utf-8")
        (Path(folder) / "codebook.toml").write_text(codebook, encoding="utf-8")
        return flow.find(parameters.check({"corpus": folder}))


def allows(sentence):
    """What the first number of a sentence allows, as a mathematician writes an interval."""
    return _written(found(sentence).claims[0].interval)


def stands(*texts, codebook=""):
    """Verdict, texts and independent origins of the fact that most of the texts state."""
    verdicts = found(*texts, codebook=codebook).agreements
    widest = max(verdicts, key=lambda verdict: verdict.n_sources)
    return f"{widest.verdict}, {widest.n_sources} texts, origins {list(widest.n_eff)}"


def _written(interval: Interval) -> str:
    low = _end(interval.low, "(["[interval.low_closed] + "{}", "(-inf")
    high = _end(interval.high, "{}" + ")]"[interval.high_closed], "inf)")
    return f"{low}, {high}"


def _end(value, closing, unbounded):
    return unbounded if value is None else closing.format(lines.number(value))
