"""An analyst's folder as it comes: whatever lies in it is read, or listed with its repair."""

import json
import os
import subprocess
import sys

import pytest

RUN = "from accord.cli import main; main()"
TEXT = "The {} bridge cost $4 million in 2031, the council said.\n"
READ = {
    "a/b/c/deep.txt": TEXT,
    "page.HTM": "<title>x</title><p>" + TEXT,
    "NOTES.MD": TEXT,
    "bom.txt": b"\xef\xbb\xbf" + TEXT.encode(),
    "wide.txt": (TEXT + "\u20ac").encode("utf-16"),
    "windows.txt": ("\u201cUp 12 %\u201d \u2013 " + TEXT).encode("cp1252"),
    "old.txt": TEXT.replace("\n", "\r\n") + "More.\r\n",
    "nul.txt": TEXT.replace("cost", "c\0ost"),
    "with blank.txt": TEXT,
    "new\nline.txt": TEXT,
    "\u00fcml\u00e4ut \u6587.txt": TEXT,
    "quo\"te's;$(touch x)`.txt": TEXT,
    "long" + "x" * 240 + ".txt": TEXT,
}
REFUSED = {
    "README.md": ("My texts, 12 files.", "rename it to have it read"),
    "empty.txt": ("", "put a text in it"),
    "blank.txt": (" \n\t\r\n", "put a text in it"),
    ".DS_Store": (b"\0\0\0\1Bud1", "leading dot"),
    "a/.DS_Store": (b"\0\0\0\1Bud1", "leading dot"),
    "Thumbs.db": (b"\xd0\xcf\x11\xe0", "Convert it"),
    "LICENSE": ("MIT", "has no ending"),
    "x.pdf": (b"%PDF-1.4", "Convert it"),
    "picture.txt": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "save its text"),
    "table.jsonl": ('{"id": "1", "text": "x"}', "name the table itself"),
    "backup.txt~": (TEXT, "Convert it"),
    "feed.xml": ("<?xml version='1.0'?><rss/>", "Convert it"),
}


@pytest.mark.slow
def test_everything_in_an_analyst_s_folder_is_read_or_listed_with_its_repair(tmp_path):
    corpus = tmp_path / "texts"
    contents = READ | {name: content for name, (content, _) in REFUSED.items()}
    for number, (name, content) in enumerate(contents.items()):
        path = corpus / name
        path.parent.mkdir(parents=True, exist_ok=True)
        written = content if isinstance(content, bytes) else content.encode()
        path.write_bytes(written.replace(b"{}", f"Alder {chr(65 + number)}".encode()))
    os.mkfifo(corpus / "pipe.txt")
    done = subprocess.run(
        [sys.executable, "-c", RUN, "study", "texts", "--out", "out"],
        cwd=tmp_path, env=os.environ | {"ACCORD_STORE": str(tmp_path / "store")},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    lines = (tmp_path / "out" / "sources.jsonl").read_text("utf-8").splitlines()
    rows = {row["source"]: row for row in map(json.loads, lines)}
    claims = (tmp_path / "out" / "claims.jsonl").read_text("utf-8").splitlines()

    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    assert {name for name, row in rows.items() if row["status"] == "read"} == READ.keys()
    assert rows["pipe.txt"]["status"] == "refused"
    assert [n for n, (_, repair) in REFUSED.items() if repair not in rows[n]["reason"]] == []
    assert len(claims) >= len(READ)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out", "store", "texts"]


def test_a_thousand_small_texts_are_all_listed(tmp_path):
    corpus = tmp_path / "texts"
    corpus.mkdir()
    for number in range(1000):
        (corpus / f"{number}.txt").write_text(f"Note {number} of the board.\n")
    done = subprocess.run(
        [sys.executable, "-c", RUN, "study", "texts", "--out", "out"],
        cwd=tmp_path, env=os.environ | {"ACCORD_STORE": str(tmp_path / "store")},
        capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert done.returncode == 0, done.stderr
    assert len((tmp_path / "out" / "sources.jsonl").read_text("utf-8").splitlines()) == 1000
