"""Lines of TOML: what counts, what a person may switch on by removing "#", and plain remarks."""

from __future__ import annotations

import json
from collections.abc import Sequence

from accord.model import Claim, Findings
from accord.study.warnings import visible

_QUOTED = 110


def stated(name: str, value: str | Sequence[str]) -> str:
    """A field with its value; texts are written as TOML strings."""
    if isinstance(value, str):
        return f"{name} = {text(value)}"
    return f"{name} = [{', '.join(map(text, value))}]"


def off(line: str, why: str = "") -> str:
    """A line that counts once its "#" is removed, and the reason for it behind it."""
    return f"#{line}{f'  # {visible(why)}' if why else ''}"


def remark(words: str) -> str:
    """A line for people alone."""
    return f"# {visible(words)}".rstrip()


def text(value: str) -> str:
    """A TOML string."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def quoted(findings: Findings, claim: Claim) -> str:
    """A claim's own sentence, cut around the claim, with its text's name and place."""
    source = findings.sources[claim.source]
    span, sentence = claim.span, claim.sentence
    start = max(sentence.start, span.start - _QUOTED // 2)
    end = min(max(sentence.end, span.end), start + _QUOTED)
    cut = " ".join(source.text[start:end].split())
    before, after = "..." * (start > sentence.start), "..." * (end < sentence.end)
    return f'{claim.source}:{span.start} "{before}{cut}{after}"'
