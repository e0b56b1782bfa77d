"""Every command in README and docs does what the page says."""

import re
import shlex
import subprocess

import pytest

from accord.cli import accord

from . import pages
from .pages import PAGES, TOP

LANGUAGES = {"sh", "python", "pycon", "text", "toml", "yaml", "json"}
FOREIGN = {
    "pip",
    "pre-commit",
    "dask",
    "git",
}  # not of this environment; a page says how to get them
MADE = {"papermill", "jupyter", "python"}
RUNNING = [page for page in PAGES if any(block.runs for block in pages.blocks(page))]


def named(paths):
    return [path.relative_to(TOP).as_posix() for path in paths]


@pytest.mark.slow
@pytest.mark.parametrize("page", RUNNING, ids=named(RUNNING))
def test_every_command_runs_and_prints_what_the_page_shows(tmp_path, page):
    pages.prepare(tmp_path, page)
    for block in pages.blocks(page):
        if block.runs:
            said = pages.run(block, tmp_path)

            assert pages.missing(block.shown or "", said) == [], said


def dry():
    for page in PAGES:
        for block in pages.blocks(page):
            for command in block.commands if block.language == "sh" and block.dry else ():
                yield pytest.param(command, id=command[:60])


@pytest.mark.parametrize("command", list(dry()))
def test_a_command_that_is_not_run_exists_with_every_option(command):
    words = shlex.split(command, comments=True)
    name = words[0].rpartition("/")[2]

    if name == "accord":
        check_ours(words[1:])
    elif name == "make":
        subprocess.run(["make", "-n", *words[1:]], cwd=TOP, capture_output=True, check=True)
    else:
        assert name in FOREIGN or (name in MADE and (pages.BIN / name).exists()), command


def check_ours(words):
    command = accord.commands[words[0]]
    given = [word.partition("=")[0] for word in words[1:] if word.startswith("-")]
    known = [option for param in command.params for option in param.opts]

    assert [option for option in given if option not in known] == []


@pytest.mark.parametrize("page", PAGES, ids=named(PAGES))
def test_a_command_named_in_a_sentence_exists(page):
    prose = re.sub(
        r"^```.*?^```$", "", page.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL
    )
    said = re.findall(r"`(?:\.venv/bin/)?accord ([a-z]+)([^`]*)`", prose)

    for name, rest in said:
        check_ours([name, *shlex.split(rest)])


@pytest.mark.parametrize("page", PAGES, ids=named(PAGES))
def test_every_block_says_its_language(page):
    fences = re.findall(r"^```(.*)$", page.read_text(encoding="utf-8"), flags=re.MULTILINE)

    assert {fence.split()[0] for fence in fences if fence} <= LANGUAGES
    assert fences.count("") == len(fences) / 2


def test_a_line_that_was_not_printed_is_noticed():
    assert pages.missing("a\n...\nc\n", "a\nb\nc\n") == []
    assert pages.missing("c\na\n", "a\nb\nc\n") == ["a"]
