"""Notebooks run side by side as papermill would run them; none twice, and a failure is a page."""

import gc
import subprocess
import sys

import nbformat
import pytest

from accord import parameters, project
from accord.editions import manifest, settling
from accord.errors import RunError
from accord.model import Setting
from accord.study import notebooks

# A kernel's own event loop is closed by the garbage collector, which is jupyter_client's way.
pytestmark = [
    pytest.mark.slow,
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
]

# What a warm kernel could do otherwise than a fresh one: pictures, folder, names, modules, streams.
AS_FRESH = """\
import os, sys, subprocess, multiprocessing
import matplotlib.pyplot as plt
fig = plt.figure(figsize=(1, 1)); plt.plot([1, 2])
print(sys.argv[0].rpartition('/')[2], sorted(n for n in globals() if n[0] == '_'))
print(multiprocessing.get_start_method(), os.environ['MPLBACKEND'])
print(sys.path[0] in ('', os.getcwd()), '__main__' in sys.modules, about, file=sys.stderr)
subprocess.run(['echo', 'from a child'])
"""


def write(folder, source, name="03_facts"):
    folder.mkdir(parents=True, exist_ok=True)
    for each in notebooks.ORDER:
        cells = [
            nbformat.v4.new_code_cell(
                "about: float = 0.1", id="one", metadata={"tags": ["parameters"]}
            ),
            nbformat.v4.new_code_cell(source if each == name else "1", id="two"),
        ]
        spec = {"kernelspec": {"name": "python3", "display_name": "x", "language": "python"}}
        nbformat.write(
            nbformat.v4.new_notebook(cells=cells, metadata=spec), folder / f"{each}.ipynb"
        )


@pytest.fixture
def home(tmp_path, monkeypatch):
    place = project.Project(root=tmp_path, home=tmp_path)
    look = project.find().look
    monkeypatch.setattr(project.Project, "look", property(lambda _: look))
    monkeypatch.setattr(project, "find", lambda: place)
    monkeypatch.setattr(notebooks, "ORDER", ("00_front", "03_facts", "07_method"))
    monkeypatch.setenv("ACCORD_STORE", str(tmp_path / "store"))
    yield place
    gc.collect()  # while this test's warnings are still filtered


def execute(told, limit=None, findings="the same", **values):
    """What the notebooks are, and what was said while they ran."""
    given = parameters.check(values)
    settings = tuple(Setting(name=n, value=v) for n, v in given.model_dump().items())
    made = manifest.Recipe(settings=settings, files=(), code=(("lib", "1"),))
    run = notebooks.Run(
        given=given, origins={}, workers=2, tell=told.append, limit=limit,
        watch=lambda *_: None, because=told.append,
    )  # fmt: skip
    basis = notebooks.Basis(
        made=made, findings=findings, numbers=given.numbers, against="none", before=""
    )
    return notebooks.execute(run, basis, {})


def test_a_notebook_gives_what_papermill_alone_gives(home, tmp_path):
    write(home.notebooks, AS_FRESH)
    ours = execute([], about=0.3)["03_facts"]
    alone = tmp_path / "alone.ipynb"
    papermill = [sys.executable, "-m", "papermill", "--no-progress-bar", "-p", "about", "0.3"]
    done = subprocess.run(
        [*papermill, str(home.notebooks / "03_facts.ipynb"), str(alone)],
        cwd=tmp_path, capture_output=True, text=True, check=False,
    )  # fmt: skip
    theirs = settling.settle(nbformat.read(alone, as_version=4), "03_facts", {})

    assert done.returncode == 0, done.stderr
    assert ours.cells[-1].outputs == theirs.cells[-1].outputs
    assert "image/png" in str(theirs.cells[-1].outputs)


def test_a_notebook_is_run_again_only_for_what_it_looks_at(home):
    write(home.notebooks, "about", name="07_method")
    first, again, other, found, german = [], [], [], [], []
    execute(first)
    same = execute(again)
    changed = execute(other, about=0.2)
    execute(found, findings="others", about=0.2)
    execute(german, findings="others", about=0.2, numbers="de")
    ran = [word for word in other if word.endswith("runs: changed: the parameters it shows")]

    assert all("it was not run yet" in word for word in first if "runs" in word)
    assert [word for word in again if not word.endswith("as it stood")] == []
    assert [word.split()[1] for word in ran] == ["07_method"]
    assert changed["07_method"].cells[-1].outputs[0]["data"]["text/plain"] == "0.2"
    assert same["00_front"].cells[-1] == changed["00_front"].cells[-1]
    assert "about = 0.2" in changed["00_front"].cells[-2].source
    assert sum("the findings" in word for word in found) == len(notebooks.ORDER)
    assert sum("how numbers are written" in word for word in german) == len(notebooks.ORDER)


def test_a_cell_that_fails_is_a_page_with_cell_message_and_parameters_on_top(home):
    write(home.notebooks, "print('<b>so far</b>')\n1 / 0")
    with pytest.raises(RunError) as caught:
        execute([], title="a <i>title</i>")
    page = (home.runs / "failed" / "03_facts.html").read_text(encoding="utf-8")
    kept = nbformat.read(home.runs / "failed" / "03_facts.ipynb", as_version=4)

    assert caught.value.exit_code == 1
    assert "notebook 03_facts, cell 3: ZeroDivisionError: division by zero" in str(caught.value)
    assert "&lt;b&gt;so far&lt;/b&gt;" in page
    assert "&lt;i&gt;title&lt;/i&gt;" in page
    assert (
        page.index("Cell 3 of notebook 03_facts failed")
        < page.index("1 / 0")
        < page.rindex("What ran before it")
    )
    assert "\x1b[" not in page
    assert kept.cells[-1].outputs[0].text == "<b>so far</b>\n"


def test_what_was_finished_is_not_run_again_after_a_failure(home):
    write(home.notebooks, "1 / 0", name="07_method")
    with pytest.raises(RunError):
        execute([])
    write(home.notebooks, "1", name="07_method")
    told = []
    execute(told)

    assert [word for word in told if " runs: " in word] == [
        "notebook 07_method runs: it was not run yet"
    ]


ENDED = [
    ("import time; time.sleep(60)", 2, "longer than the 2 s of --time-limit"),
    ("import os, signal; os.kill(os.getpid(), signal.SIGKILL)", None, "its kernel was killed"),
]


@pytest.mark.parametrize(("source", "limit", "said"), ENDED)
def test_a_cell_that_never_ends_or_is_killed_is_named(home, source, limit, said):
    write(home.notebooks, source)
    with pytest.raises(RunError, match="03_facts, cell 3") as caught:
        execute([], limit=limit)

    assert said in str(caught.value)
    assert (home.runs / "failed" / "03_facts.html").is_file()
