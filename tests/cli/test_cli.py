"""The command line: exit codes and words that end with the repair."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from accord import engines
from accord.cli import given, main
from accord.errors import AccordError
from accord.study import publishing

TOP = Path(__file__).resolve().parents[2]


def accord(*words, cwd, **environment):
    return subprocess.run(
        [sys.executable, "-c", "from accord.cli import main; main()", *map(str, words)],
        cwd=cwd,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def corpus(tmp_path):
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "a.txt").write_text("Sales rose 7% to $40 million in 2023, the firm said.\n")
    (folder / "b.txt").write_text("The firm said its sales grew by 7% in 2023.\n")
    return folder


WRONG = [
    (["run", "-p", "abuot=0.05"], "did you mean 'about'?"),
    (["run", "-p", "about=banana"], "'banana'"),
    (["run", "-p", "about"], "has no value"),
    (["run", "-p", "about=7"], "less than or equal to 0.5"),
    (["run", "-f", "none.yaml"], "none.yaml"),
    (["run", "no-such-folder"], "no-such-folder"),
    (["study", "empty", "--out", "data"], "empty"),
    (["verify", "999"], "999"),
    (["diff", "998", "999"], "998"),
    (["explain", "nowhere"], "SOURCE:OFFSET"),
    (["rnu"], "rnu"),
]


@pytest.mark.parametrize(("words", "said"), WRONG)
def test_what_the_user_must_change_is_said_in_words_with_exit_2(tmp_path, words, said):
    (tmp_path / "empty").mkdir()
    done = accord(*words, cwd=tmp_path)

    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["empty"]


def test_every_wrong_parameter_is_named_at_once(tmp_path):
    words = ("-p", "abuot=1", "-p", "link_claims=none", "-p", "title", "-f", "none.yaml")
    done = accord("run", *words, cwd=tmp_path, ACCORD_VAGUE="wide")

    assert done.returncode == 2
    assert [
        w for w in ("abuot", "link_claims", "'title'", "none.yaml", "vague") if w not in done.stderr
    ] == []


ROUTED = {"leave_out": ["a, b=\u00e9.txt"], "title": "x = y, \u00fc", "until": "2026-01-31"}


def test_values_with_signs_blanks_and_commas_survive_every_route(tmp_path):
    folder = tmp_path / "my t\u00e9xts = ok"
    folder.mkdir()
    for name in ("a, b=\u00e9.txt", "b.txt"):
        (folder / name).write_text("The plant cost $40 million.\n")
    (tmp_path / "p.yaml").write_text(json.dumps(ROUTED) + "\n")
    words = [f"{n}={v if isinstance(v, str) else json.dumps(v)}" for n, v in ROUTED.items()]
    routes = {
        "file": (("-f", "p.yaml"), {}),
        "environment": (
            (),
            {f"ACCORD_{w.partition('=')[0].upper()}": w.partition("=")[2] for w in words},
        ),
        "command line": ([part for word in words for part in ("-p", word)], {}),
    }
    for origin, (words, environment) in routes.items():
        done = accord("study", folder, "--out", origin, *words, cwd=tmp_path, **environment)
        told = json.loads((tmp_path / origin / "manifest.json").read_text())["parameters"]

        assert done.returncode == 0, done.stderr
        assert {n: told[n] for n in ROUTED} == {
            n: {"value": v, "origin": origin} for n, v in ROUTED.items()
        }


@pytest.mark.parametrize("route", ["first word", "-p", "file", "environment"])
def test_a_corpus_is_a_folder_from_where_the_user_stands(tmp_path, monkeypatch, route):
    word = "my t\u00e9xts = ok"
    (tmp_path / word).mkdir()
    (tmp_path / "p.yaml").write_text(json.dumps({"corpus": word}))
    monkeypatch.chdir(tmp_path)
    if route == "environment":
        monkeypatch.setenv("ACCORD_CORPUS", word)
    values, _ = given.gather(
        word if route == "first word" else None,
        [f"corpus={word}"] if route == "-p" else [],
        ["p.yaml"] if route == "file" else [],
    )

    assert values.corpus == str(tmp_path / word)


def _stopped(*_):
    raise AccordError("far enough")


@pytest.mark.parametrize(("files", "warmed"), [(150, False), (201, True)])
def test_what_workers_need_loads_early_where_the_names_tell_of_many_files(
    tmp_path, monkeypatch, files, warmed
):
    (tmp_path / "2031").mkdir()
    for number in range(files):
        (tmp_path / "2031" / f"{number}.txt").touch()
    told: list[str] = []
    monkeypatch.setattr(engines.Here, "warm", lambda _, module: told.append(module))
    monkeypatch.setattr(publishing, "data", _stopped)

    with pytest.raises(SystemExit):
        main(["study", str(tmp_path), "--out", str(tmp_path / "out"), "--engine", "here"])

    assert told == ["accord.study.flow"] * warmed


def test_a_study_writes_the_data_and_says_where(tmp_path, corpus):
    done = accord("study", corpus, "--out", "data", cwd=tmp_path)
    names = {path.name for path in (tmp_path / "data").iterdir()}

    assert done.returncode == 0, done.stderr
    assert {"sources.jsonl", "claims.jsonl", "facts.jsonl", "agreements.jsonl"} <= names
    assert {"near_misses.jsonl", "set_aside.jsonl", "links.jsonl"} <= names
    assert {"summary.json", "manifest.json"} <= names


def test_out_never_overwrites_what_accord_did_not_write(tmp_path, corpus):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "notes.txt").write_text("keep me")
    done = accord("study", corpus, "--out", "mine", cwd=tmp_path)

    assert done.returncode == 2
    assert (tmp_path / "mine" / "notes.txt").read_text() == "keep me"


def test_the_later_of_file_environment_and_command_line_wins(tmp_path, corpus):
    (tmp_path / "p.yaml").write_text("about: 0.2\nlink_claims: 4\ntitle: from file\n")
    words = ("study", corpus, "--out", "data", "-f", "p.yaml", "-p", "title=x = y")
    done = accord(*words, cwd=tmp_path, ACCORD_LINK_CLAIMS="5", ACCORD_TITLE="from environment")
    told = json.loads((tmp_path / "data" / "manifest.json").read_text())["parameters"]

    assert done.returncode == 0, done.stderr
    assert told["about"] == {"value": 0.2, "origin": "file"}
    assert told["link_claims"] == {"value": 5, "origin": "environment"}
    assert told["title"] == {"value": "x = y", "origin": "command line"}
    assert told["codebook"]["origin"] == "default"


def test_two_studies_that_differ_in_a_parameter_are_compared_claim_by_claim(tmp_path, corpus):
    for name, about in (("one", "0.1"), ("two", "0.2")):
        accord("study", corpus, "--out", name, "-p", f"about={about}", cwd=tmp_path)
    same = accord("diff", "one", "one", cwd=tmp_path)

    assert (same.returncode, same.stdout) == (0, "")
    assert accord("diff", "one", "two", cwd=tmp_path).returncode in (0, 1)


def test_params_lists_every_parameter_and_its_schema(tmp_path):
    plain = accord("params", cwd=tmp_path)
    schema = json.loads(accord("params", "--json", cwd=tmp_path).stdout)

    assert plain.returncode == 0
    assert all(name in plain.stdout for name in schema["properties"])


def test_explain_says_which_rule_read_a_number(tmp_path, corpus):
    offset = (corpus / "a.txt").read_text().index("7%")
    done = accord("explain", f"a.txt:{offset}", "--corpus", corpus, cwd=tmp_path)

    assert done.returncode == 0, done.stderr
    assert "percent" in done.stdout


def test_a_dry_run_says_what_would_be_done_and_does_nothing(tmp_path, corpus):
    done = accord("run", corpus, "--out", "out", "--dry-run", cwd=tmp_path)

    assert done.returncode == 0, done.stderr
    assert "nothing stands there yet" in done.stderr
    assert not (tmp_path / "out").exists()


def test_new_writes_starters_says_what_it_found_and_leaves_what_stands(tmp_path, corpus):
    first = accord("new", corpus, cwd=tmp_path)
    edited = (corpus / "codebook.toml").write_text("# mine\n")
    again = accord("new", corpus, cwd=tmp_path)

    assert (first.returncode, again.returncode) == (0, 0), first.stderr + again.stderr
    assert "texts read: 2" in first.stdout
    assert "written: codebook.toml" in first.stdout
    assert "left as it is: codebook.toml" in again.stdout
    assert (corpus / "codebook.toml").stat().st_size == edited


def test_the_doctor_names_the_characters_that_no_font_covers(tmp_path, corpus):
    (corpus / "c.txt").write_text("冈 cost 7 euros.\n", encoding="utf-8")
    done = accord("doctor", corpus, cwd=tmp_path, PATH="")

    assert done.returncode == 0, done.stderr
    assert "1 is not: U+5188" in done.stdout
    assert "quarto: not needed" in done.stdout


@pytest.mark.parametrize("words", [("run", "--out", "out", "--dry-run"), ("doctor",)])
def test_a_key_of_the_rendering_that_is_not_honoured_is_said_before_anything_runs(tmp_path, words):
    for name in ("lib", "notebooks", "report/theme"):
        shutil.copytree(TOP / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    told = (TOP / "_quarto.yml").read_text(encoding="utf-8")
    (tmp_path / "_quarto.yml").write_text(f"{told}\nlnag: fr\n", encoding="utf-8")
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "a.txt").write_text("The bridge cost $40 million.\n")
    done = accord(*words, cwd=tmp_path, PYTHONPATH=str(tmp_path / "lib"))

    assert "warning: _quarto.yml: 'lnag'" in done.stderr + done.stdout
    assert "Did you mean 'lang'?" in done.stderr + done.stdout
    assert done.returncode == 0, done.stderr


TELLING = """
import sys
from accord.cli.progress import Progress
told = Progress(2, as_json="--json" in sys.argv)
told.begin()
told.watch("01_a", 2, 4)
told("warning: <b>")
told("notebook 01_a")
told("report")
told.close()
"""


def tell(*words):
    done = subprocess.run(
        [sys.executable, "-c", TELLING, *words], capture_output=True, text=True, check=True
    )
    return done.stdout, done.stderr


def test_progress_is_plain_lines_in_a_log_and_events_for_a_machine():
    plain, events = tell(), tell("--json")
    read = [json.loads(line) for line in events[0].splitlines()]

    assert plain == ("", "warning: <b>\n  1/2 notebook 01_a\n  2/2 report\n")
    assert events[1] == ""
    assert [event["event"] for event in read] == ["cell", "note", "step", "step"]
    assert (read[0]["cell"], read[0]["of"], read[0]["notebook"]) == (2, 4, "01_a")
    assert read[-1]["seconds_left"] == 0


def test_progress_renews_its_line_on_a_terminal():
    pty = pytest.importorskip("pty")
    reader, writer = pty.openpty()
    subprocess.run([sys.executable, "-c", TELLING], stderr=writer, check=True)
    said = os.read(reader, 10_000).decode()

    assert said.startswith(f"\r\x1b[2K[{' ' * 20}] 0/2 reading the texts\r")
    assert "[" + " " * 20 + "] 0/2 01_a, cell 2 of 4, about 0 s left" in said
    assert said.endswith("\r\x1b[2K")
