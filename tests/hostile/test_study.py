"""Each hostile case alone, through `accord study`: it survives, and nothing is lost or done."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest

from .conftest import manifest
from .values import found

CASES = {case["case"]: case for case in manifest()} or {"absent": {}}
NOTES = ("sources.toml", "codebook.toml", "references.toml", "reviews.toml")
REFUSED_AMONG = ("32_hard_file_names",)  # one name is hidden, one has no ending
# Numerals of Arabic and Chinese: a reader of English may leave them, not misread them.
OTHER_SCRIPTS = ("08_gb18030", "20_chinese_numerals")
LEFT = {("18_rtl_arabic_indic", "1.5e9 USD")}
# What must be said of the files beside the texts.
COMPLAINTS = {
    "36_sources_yaml_traversal": ("sources.toml: source 1 ", "sources.toml: source 12 "),
    "38_sources_yaml_alias_bomb": ("sources.toml", "codebook.toml", "references.toml"),
    "39_sources_yaml_broken": ("line 4", "line 3", "references.toml: figure 1", "reviews.toml"),
}


@pytest.fixture
def case(request, study, capfd):
    return study(request.param, capfd)


def every(names=CASES):
    return pytest.mark.parametrize("case", names, indirect=True)


@every()
def test_a_hostile_corpus_is_studied_in_time_without_a_traceback(case):
    assert case.code == 0
    assert case.seconds < case.told["limit_s"]
    assert "Traceback" not in case.said


@every()
def test_every_file_is_listed_as_read_or_refused_with_its_reason(case):
    rows = case.rows("sources")
    listed = {row["source"]: row for row in rows}
    refused = [row for row in rows if row["status"] == "refused"]

    assert len(listed) == len(rows) == len(_files(case.folder))
    assert all(row["reason"].startswith(row["source"]) for row in refused)
    assert all(row["status"] in ("read", "refused") for row in rows)


@every()
def test_a_case_is_read_or_refused_as_its_manifest_says(case):
    name = case.told["case"]
    statuses = {row["status"] for row in case.rows("sources")}
    allowed = {"read": [{"read"}], "reject": [{"refused"}]}
    wanted = allowed.get(case.told["action"], [{"read"}, {"refused"}])
    if name in REFUSED_AMONG or (name == "30_unreadable" and os.geteuid() == 0):
        wanted = [{"read"}, {"read", "refused"}]

    assert statuses in wanted


@every([n for n in CASES if n not in OTHER_SCRIPTS])
def test_the_values_of_what_was_read_are_found(case):
    claims, name = case.rows("claims"), case.told["case"]
    wanted = [value for value in case.told["values"] if (name, value) not in LEFT]
    was_read = any(row["status"] == "read" for row in case.rows("sources"))

    assert [value for value in wanted if was_read and not found(value, claims)] == []


@every(["08_gb18030", "18_rtl_arabic_indic", "20_chinese_numerals"])
def test_numerals_of_other_scripts_are_never_misread(case):
    said = [(claim["value_low"], claim["unit"]) for claim in case.rows("claims")]

    assert [one for one in said if one not in ((21, "%"), (1.5e9, "USD"))] == []


@every(["42_not_quantities", "47_no_numbers"])
def test_what_holds_no_quantity_gives_no_claim(case):
    assert case.rows("claims") == []


@every(["45_control_chars"])
def test_a_terminal_s_control_codes_give_no_numbers(case):
    assert [claim["text"] for claim in case.rows("claims")] == ["21%"]


@every(["31_duplicate_files"])
def test_copies_are_one_source(case):
    assert {claim["source"] for claim in case.rows("claims")} == {"a.txt"}
    assert [row["copy_of"] for row in case.rows("sources")] == [None, "a.txt", "a.txt"]


@every(["48_prompt_injection"])
def test_an_order_in_a_text_is_text_like_any_other(case):
    assert sorted(claim["value_low"] for claim in case.rows("claims")) == [21, 99]


@every(COMPLAINTS)
def test_what_is_wrong_beside_the_texts_is_said_by_file_and_place(case):
    assert [words for words in COMPLAINTS[case.told["case"]] if words not in case.said] == []


@every()
def test_no_output_holds_what_is_forbidden(case):
    forbidden = [word.encode() for word in case.told["forbidden_in_output"]]
    held = [
        (path.name, word)
        for path in case.out.rglob("*")
        for word in forbidden
        if path.is_file() and word in path.read_bytes()
    ]

    assert held == []
    assert not any(word in case.said.encode() for word in forbidden)


@every()
def test_no_host_is_called_and_no_program_started(case):
    assert case.called == []
    assert case.started == []


@every()
def test_nothing_is_written_outside_the_output_folder(case):
    passing = [Path(tempfile.gettempdir()) / name for name in ("accord-", "pymp-")]
    ours = (case.out.parent, *passing)  # and what Python's own workers are spoken to through
    strange = [p for p in case.written if not str(p).startswith(tuple(map(str, ours)))]

    assert [path for path in strange if "__pycache__" not in path.parts] == []
    assert case.out / "sources.jsonl" in _files_of(case.out)


def _files_of(folder):
    return [path for path in folder.rglob("*") if path.is_file()]


def _files(folder):
    """Every file and link of a case, and each folder that is named like a text."""
    found = []
    for path in folder.iterdir():
        if path.is_dir() and not path.is_symlink() and path.suffix != ".txt":
            found += _files(path)
        elif path.name not in NOTES:
            found.append(path)
    return found
