"""Any bytes through the whole study: every claim is where it says, every line is sound JSON."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from accord import parameters
from accord.model import lines
from accord.study import flow

WORDS = (
    "12% $4.5 billion -3 2031 about up to from 33 days 23 days \u00bd 1,234.56 1.234,56 31",
    "February 2030 one hundred and third half dozens of tons \u20ac2 million US$ rose fell by",
    "the board said mid-2031 24:00 3/4 1e999 0 \u0662\u0661\u066a \uff12\uff11\uff05 km (43 miles)",
    "10-15 % nearly at least between and . , ; \n \" ' - \u2013",
)
WORD = st.sampled_from([word for line in WORDS for word in line.split(" ")])
TEXTS = st.lists(WORD, min_size=1, max_size=60).map(" ".join)


def found(*contents):
    with tempfile.TemporaryDirectory() as folder:
        for number, content in enumerate(contents):
            (Path(folder) / f"{number}.txt").write_bytes(content)
        findings = flow.find(parameters.check({"corpus": folder}))
        lines.write(findings, Path(folder))
        rows = [
            row
            for path in Path(folder).glob("*.jsonl")
            for row in path.read_text(encoding="utf-8").split("\n")[:-1]
        ]
    return findings, rows


@settings(max_examples=60)
@given(st.lists(TEXTS.map(str.encode) | st.binary(max_size=200), min_size=1, max_size=3))
def test_any_texts_are_studied_and_every_claim_quotes_its_place(contents):
    findings, rows = found(*contents)
    texts = {source.file: source.text for source in findings.sources.values()}

    assert all(claim.span.of(texts[claim.source]) == claim.text for claim in findings.claims)
    assert all(isinstance(json.loads(row), dict) for row in rows)


@settings(max_examples=20)
@given(TEXTS)
def test_an_exact_copy_of_any_text_changes_no_claim(text):
    once, twice = found(text.encode())[0], found(text.encode(), text.encode())[0]

    assert [claim.id for claim in once.claims] == [claim.id for claim in twice.claims]
