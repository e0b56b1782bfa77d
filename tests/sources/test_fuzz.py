"""Any bytes in any place: the reader lists what it was given and never breaks."""

from __future__ import annotations

import json
import re
import tempfile
from itertools import pairwise
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from accord import parameters, sources

PARAMETERS = parameters.check({})
TEXT = "Wool rose 12% in 2031.\n"
NOTES = ("sources.toml", "codebook.toml", "references.toml", "reviews.toml")
CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
MARKUP = st.text("<>/&;!-=\"' abhtmlscrip\n\x00\x1b[31m\u202e\ud7ff", max_size=200)
CONTENT = st.binary(max_size=300) | MARKUP.map(str.encode)
VALUES = st.recursive(
    st.text(st.characters(exclude_categories=["Cs", "Cc"])) | st.integers() | st.booleans(),
    lambda inner: st.lists(inner, max_size=3),
    max_leaves=6,
)
FIELDS = (
    "file outlet title date url language credit note label words unit scope categories broader",
    "measure value change modifier publisher period on decision target sentence",
)
FIELD = st.sampled_from([field for line in FIELDS for field in line.split()])
ENTRY = st.dictionaries(FIELD, VALUES, max_size=6)
KINDS = st.sampled_from(("source", "measure", "question", "root", "figure", "review", "x"))


def read(files):
    with tempfile.TemporaryDirectory() as folder:
        for name, content in files.items():
            (Path(folder) / name).write_bytes(content)
        return sources.read(Path(folder), PARAMETERS)


def toml(entries):
    return "\n".join(
        f"[[{kind}]]\n"
        + "\n".join(f"{name} = {json.dumps(v, ensure_ascii=False)}" for name, v in entry.items())
        for kind, entry in entries
    ).encode()


@settings(max_examples=150)
@given(st.dictionaries(st.sampled_from(("a.txt", "b.html", "c.md", "d.pdf")), CONTENT, min_size=1))
def test_any_bytes_are_read_or_refused_with_a_reason(files):
    found = read(files).sources

    assert [source.file for source in found] == sorted(files)
    for source in found:
        silent = source.text == "" and source.copy_of is None
        assert (source.status == "refused") == bool(source.reason) == silent
        assert not CONTROLS.search(source.text)


@settings(max_examples=100)
@given(CONTENT)
def test_sentences_lie_in_the_text_one_after_the_other(content):
    (source,) = read({"a.txt": content}).sources
    spans = [sentence.span for sentence in source.sentences]

    assert all(span.end <= source.chars == len(source.text) for span in spans)
    assert all(left.end <= right.start for left, right in pairwise(spans))


@settings(max_examples=100)
@given(st.dictionaries(st.sampled_from(NOTES), st.binary(max_size=200), min_size=1))
def test_any_bytes_beside_the_texts_are_used_or_complained_of_by_file(notes):
    found = read({"a.txt": TEXT.encode(), **notes})

    assert found.sources[0].text == TEXT
    assert all(said.startswith(NOTES) for said in found.complaints)


@settings(max_examples=150)
@given(st.sampled_from(NOTES), st.lists(st.tuples(KINDS, ENTRY), max_size=4))
def test_sound_toml_of_any_types_is_used_or_complained_of_by_file(name, entries):
    found = read({"a.txt": TEXT.encode(), name: toml(entries)})

    assert found.sources[0].text == TEXT
    assert all(said.startswith(name) for said in found.complaints)
