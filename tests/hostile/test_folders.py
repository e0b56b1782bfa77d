"""Folders that work against a run: links, rights, another run, names that are no text."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from glob import glob
from pathlib import Path

import pytest

from accord.cli import main
from accord.store import Store

RUN = "from accord.cli import main; main()"
# What a shell starts behind an "&" ignores Ctrl-C; what a person starts at a terminal does not.
AT_A_TERMINAL = f"import signal; signal.signal(signal.SIGINT, signal.default_int_handler); {RUN}"
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


# Root may do everything; without these two rights it meets a folder's mode like anyone else.
POWERLESS = ["setpriv", "--bounding-set=-dac_override,-dac_read_search"]
AS_ANYONE = POWERLESS if os.geteuid() == 0 else []
needs_modes = pytest.mark.skipif(
    os.geteuid() == 0 and shutil.which("setpriv") is None, reason="root reads and writes everywhere"
)


def anyone(*words, **environment):
    """What a user without root's rights is told by a command of its own."""
    return subprocess.run(
        [*AS_ANYONE, sys.executable, "-c", RUN, *words],
        env=os.environ | environment, capture_output=True, text=True, check=False,
    )  # fmt: skip


@needs_modes
def test_a_folder_that_may_only_be_read_is_said_with_its_repair():
    put(Path("texts"))
    Path("shut").mkdir(mode=0o555)
    told = {
        "out": anyone("study", "texts", "--out", "shut/out"),
        "store": anyone("study", "texts", "--out", "out", ACCORD_STORE="shut/store"),
        "new": anyone("new", "shut"),
    }

    assert {name: done.returncode for name, done in told.items()} == dict.fromkeys(told, 2)
    assert "give the right to write there" in told["out"].stderr
    assert "ACCORD_STORE for what is kept" in told["store"].stderr
    assert list(Path("shut").iterdir()) == []
    assert not Path("out").exists()


@needs_modes
def test_texts_and_notes_that_may_not_be_read_are_listed_and_the_rest_is_studied():
    corpus = put(Path("texts"))
    for name in ("b.txt", "codebook.toml", "sources.toml"):
        (corpus / name).touch(mode=0)
    (corpus / "closed").mkdir(mode=0)
    done = anyone("study", "texts", "--out", "out")

    assert done.returncode == 0, done.stderr
    assert statuses("out") == {"a.txt": "read", "b.txt": "refused", "closed": "refused"}
    assert done.stderr.count("chmod u+r") == 4


@pytest.fixture
def tiny():
    """A disk with room for 100 kB; making one needs root."""
    Path("tiny").mkdir()
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=100k", "tmpfs", "tiny"],
        capture_output=True, check=False,
    )  # fmt: skip
    if made.returncode:
        pytest.skip("no right to mount a small disk")
    yield Path("tiny")
    subprocess.run(["umount", "tiny"], check=True)


def many(count):
    """So many texts of 5 kB, each with one number."""
    folder = Path("texts")
    folder.mkdir()
    for number in range(count):
        words = " ".join(f"The board of pier{number} met{word}." for word in range(180))
        (folder / f"{number}.txt").write_text(f"{words} Pier{number} cost ${number + 3} million.")
    return folder


@pytest.mark.skipif(shutil.which("mount") is None, reason="nothing here makes a small disk")
@pytest.mark.parametrize("engine", ["here", "cores"])
def test_a_full_disk_is_said_with_its_repair_and_holds_nothing_half_written(tiny, engine):
    many(120)
    words = ("study", "texts", "--engine", engine, "--workers", "2", "--out")
    full_out = anyone(*words, "tiny/out")
    full_store = anyone(*words, "out", ACCORD_STORE="tiny/store")

    assert [full_out.returncode, full_store.returncode] == [2, 2]
    assert "Make room" in full_out.stderr
    assert "Make room" in full_store.stderr
    left = [path for path in tiny.rglob("*") if path.is_file()]
    parts = {path.parent.name for path in left if path.parent.name != "runs"}
    assert all(map(Store(tiny / "store").holds, parts))  # a part that had room is whole
    assert not Path("out").exists()


def test_a_limit_on_the_size_of_files_is_said_with_its_repair():
    put(Path("texts"))
    words = [sys.executable, "-c", RUN, "study", "texts", "--out", "out"]
    limited = ["sh", "-c", 'ulimit -f 1; exec "$@"', "sh", *words]
    done = subprocess.run(limited, capture_output=True, text=True, check=False)

    assert done.returncode == 2
    assert "(File too large). Make room" in done.stderr
    assert not Path("out").exists()


@pytest.mark.slow
@pytest.mark.parametrize(("engine", "sent"), [("here", signal.SIGTERM), ("cores", signal.SIGINT)])
def test_an_interrupted_study_leaves_nothing_half_written_and_goes_on(engine, sent):
    many(400)
    command = [sys.executable, "-c", AT_A_TERMINAL, "study", "texts", "--out", "out"]
    command += ["--engine", engine, "--workers", "2"]
    sealed = f"{os.environ['ACCORD_STORE']}/*/*/seal.json"
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as run:
        while not glob(sealed):  # noqa: PTH207  # pathlib's minds a folder that goes meanwhile
            assert run.poll() is None
            time.sleep(0.02)
        run.send_signal(sent)
        said = run.communicate(timeout=30)[1]
    stopped = [path.name for path in Path().iterdir()]
    again = subprocess.run(command, capture_output=True, text=True, check=False)

    assert run.returncode not in (0, None)
    assert "Traceback" not in said
    assert sent != signal.SIGINT or "nothing half-written is kept" in said
    assert "out" not in stopped
    assert again.returncode == 0, again.stderr
    assert len(statuses("out")) == 400


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


def test_what_cannot_be_read_is_listed_though_no_text_changed(capfd):
    corpus = put(Path("texts"))
    study(corpus, "out", capfd)
    (corpus / "gone.txt").symlink_to("nowhere.txt")
    (corpus / "x.txt").mkdir()
    study(corpus, "out", capfd)
    found = statuses("out")
    (corpus / "gone.txt").unlink()
    study(corpus, "out", capfd)

    assert found == {"a.txt": "read", "gone.txt": "refused", "x.txt": "refused"}
    assert statuses("out") == {"a.txt": "read", "x.txt": "refused"}


def test_a_manifest_says_nothing_of_a_file_that_a_link_leads_out_to(capfd):
    corpus, secret = put(Path("texts")), Path("secret.txt").resolve()
    secret.write_text("A secret of 77 tons.\n", encoding="utf-8")
    for name in ("b.txt", "codebook.toml"):
        (corpus / name).symlink_to(secret)
    study(corpus, "out", capfd)
    told = Path("out/manifest.json").read_text(encoding="utf-8")

    assert hashlib.sha256(secret.read_bytes()).hexdigest() not in told


def test_a_text_whose_name_is_no_utf8_is_read_again_when_it_changed(capfd):
    corpus = put(Path("texts"))
    text = corpus / os.fsdecode(b"caf\xe9.txt")
    text.write_text(TEXT.replace("12", "13"))
    study(corpus, "out", capfd)
    text.write_text(TEXT.replace("12", "14"))
    study(corpus, "out", capfd)

    assert "14%" in Path("out/claims.jsonl").read_text(encoding="utf-8")
