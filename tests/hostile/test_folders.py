"""Folders that work against a run: links, rights, another run, names that are no text."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from accord.cli import main

RUN = "from accord.cli import main; main()"
TEXT = "Wool sales rose 12% to $4.5 million in 2031, the board said.\n"


@pytest.fixture(autouse=True)
def _top(tmp_path, monkeypatch):
    """A folder of its own to stand in, with a store of its own."""
    (tmp_path / "top").mkdir()
    monkeypatch.chdir(tmp_path / "top")
    monkeypatch.setenv("ACCORD_STORE", str(tmp_path / "store"))


def put(folder):
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    return folder


def study(corpus, out, capture):
    """The exit code of `accord study` and everything that it said."""
    with pytest.raises(SystemExit) as left:
        main(["study", str(corpus), "--out", str(out)])
    return left.value.code, "".join(capture.readouterr())


def statuses(out):
    lines = (Path(out) / "sources.jsonl").read_text(encoding="utf-8").splitlines()
    return {row["source"]: row["status"] for row in map(json.loads, lines)}


@pytest.mark.slow
def test_two_runs_at_once_in_one_folder_leave_it_whole():
    put(Path("texts"))
    command = [sys.executable, "-c", RUN, "study", "texts", "--out", "out"]
    both = [subprocess.Popen(command, stderr=subprocess.PIPE, text=True) for _ in range(2)]
    said = [run.communicate()[1] for run in both]
    codes = [run.returncode for run in both]

    assert 0 in codes
    assert all(c == 0 or "Wait until it ends" in told for c, told in zip(codes, said, strict=True))
    assert statuses("out") == {"a.txt": "read"}
    assert sorted(path.name for path in Path().iterdir()) == ["out", "texts"]


def test_a_place_that_cannot_be_written_is_said_with_its_repair(capfd):
    code, said = study(put(Path("texts")), "/dev/null/out", capfd)

    assert code == 2
    assert "/dev/null" in said
    assert sorted(path.name for path in Path().iterdir()) == ["texts"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root writes everywhere")
def test_a_folder_that_may_only_be_read_is_said_with_its_repair(capfd):
    put(Path("texts"))
    Path("shut").mkdir(mode=0o555)
    code, said = study("texts", "shut/out", capfd)

    assert code == 2
    assert "give the right to write there" in said


def test_a_corpus_that_may_only_be_read_is_read_and_left_as_it_is(capfd):
    corpus = put(Path("texts"))
    corpus.chmod(0o555)
    code, _ = study(corpus, "out", capfd)
    corpus.chmod(0o755)

    assert code == 0
    assert [path.name for path in corpus.iterdir()] == ["a.txt"]
    assert statuses("out") == {"a.txt": "read"}


def test_links_never_lead_out_of_the_corpus(capfd):
    corpus, secret = put(Path("texts")), Path("secret").resolve()
    secret.mkdir()
    (secret / "b.txt").write_text("A secret of 77 tons.\n", encoding="utf-8")
    (secret / "sources.toml").write_text('[[source]]\nfile = "a.txt"\noutlet = "Secret 88"\n')
    (corpus / "out.txt").symlink_to(secret / "b.txt")
    (corpus / "folder").symlink_to(secret)
    (corpus / "sources.toml").symlink_to(secret / "sources.toml")
    code, said = study(corpus, "out", capfd)
    written = b"".join(path.read_bytes() for path in Path("out").iterdir())

    assert code == 0
    assert statuses("out") == {"a.txt": "read", "folder": "refused", "out.txt": "refused"}
    assert b"secret of 77" not in written
    assert b"Secret 88" not in written
    assert "sources.toml" in said


NAMES = {"blanks and controls": (b"a b\x1b[31m\n%20{{7}}", 0), "no UTF-8": (b"caf\xe9", 2)}


@pytest.mark.parametrize("case", NAMES)
def test_a_folder_with_a_hard_name_is_read_or_refused_in_words(case, capfd):
    name, wanted = NAMES[case]
    code, said = study(put(Path(os.fsdecode(name))), "out", capfd)

    assert code == wanted
    assert said
    assert "accord failed" not in said
