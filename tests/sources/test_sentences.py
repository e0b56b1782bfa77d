from __future__ import annotations

import time
import tomllib
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.sources import sentences

ROWS = tomllib.loads(Path(sentences.__file__).with_name("sentences.toml").read_text("utf-8"))
WHOLE = [
    row["whole"] for name in ROWS if name != "starters" for row in ROWS[name] if "whole" in row
]
PARTED = [
    row["parted"] for name in ROWS if name != "starters" for row in ROWS[name] if "parted" in row
]


def split(text: str) -> list[str]:
    return [sentence.span.of(text) for sentence in sentences.split(text)]


def headings(text: str) -> list[str]:
    return [s.span.of(text) for s in sentences.split(text) if s.heading]


@pytest.mark.parametrize("phrase", WHOLE)
def test_an_abbreviation_ends_no_sentence(phrase):
    assert len(split(phrase)) == 1


@pytest.mark.parametrize("phrase", PARTED)
def test_an_abbreviation_before_a_new_start_ends_one(phrase):
    parts = [part.strip() for part in phrase.split("|")]

    assert split(" ".join(parts)) == parts


PARTS = {
    "marks and closing quotes": ['He said "Stop!" Then rain.', ['He said "Stop!"', "Then rain."]],
    "a quotation that opens": ['It fell. "We lost," he said.', ["It fell.", '"We lost," he said.']],
    "decimals": ["It cost $4.5 m. Rain fell.", ["It cost $4.5 m.", "Rain fell."]],
    "a small letter after a stop": ["The co. paid 5.", ["The co. paid 5."]],
    "initials": ["J. R. Abara left.", ["J. R. Abara left."]],
    "a sentence that starts with a number": ["It fell. 300 left.", ["It fell.", "300 left."]],
    "Chinese marks": ["羊毛涨了。价格也涨了！", ["羊毛涨了。", "价格也涨了！"]],  # noqa: RUF001
    "an address": ["See wool.example/2031/x. Then go.", ["See wool.example/2031/x.", "Then go."]],
    "an ellipsis": ["It rose... Then it fell.", ["It rose...", "Then it fell."]],
    "windows line ends": ["One is here.\r\nTwo is.", ["One is here.", "Two is."]],
}  # fmt: skip


@pytest.mark.parametrize("case", PARTS)
def test_sentences_end_where_a_reader_ends_them(case):
    text, parts = PARTS[case]

    assert split(text) == parts


WRAPPED = (
    "The board of the northern wool market said on Monday that its\n"
    "Grade A prices had risen for the third year and that the total\n"
    "came to $4.5 million.\n"
)


def test_text_wrapped_by_a_machine_is_joined():
    assert len(split(WRAPPED)) == 1


def test_a_line_that_runs_on_in_small_letters_is_joined():
    assert split("Prices rose\nby a tenth. They fell.") == [
        "Prices rose\nby a tenth.",
        "They fell.",
    ]


TITLES = {
    "Wool wins again\n\nPrices rose. They fell.": ["Wool wins again"],
    "Wool won again.\n\nPrices rose. They fell.": ["Wool won again."],
    "Prices rose. They fell.\n\nWhat comes next\nMore came.": ["What comes next"],
    "Prices rose. They fell.\nThe board said:\n- one fleece": [],
    "Wool prices rose 12% in 2031.": [],
}


@pytest.mark.parametrize("text", TITLES)
def test_titles_are_told_from_the_body(text):
    assert headings(text) == TITLES[text]


@given(st.text(st.sampled_from("aB .!?\"'”\n\r1$。Mr")))
def test_sentences_are_in_order_and_lose_no_ink(text):
    spans = [sentence.span for sentence in sentences.split(text)]

    assert all(left.end <= right.start for left, right in pairwise(spans))
    assert "".join("".join(s.of(text).split()) for s in spans) == "".join(text.split())


@pytest.mark.parametrize("part", [". ", "a. ", "U.S. ", "\n", " ", '"', "Mr. ", "no. 5 ", "a\n"])
def test_time_grows_with_length_only(part):
    started = time.process_time()
    sentences.split(part * 50_000)

    assert time.process_time() - started < 5
