"""The files for git, pull requests, Binder and containers do what they say."""

import json
import os
import re
import subprocess

import pytest
import yaml

from accord.cli import accord

from .pages import BIN, TOP

WORKFLOW = yaml.safe_load((TOP / ".github/workflows/report.yml").read_text(encoding="utf-8"))
STEPS = WORKFLOW["jobs"]["report"]["steps"]
HOOKS = yaml.safe_load((TOP / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
# Fields of devcontainer.json that containers.dev documents for an image.
CONTAINER = {
    "name", "image", "features", "forwardPorts", "portsAttributes", "containerEnv", "remoteEnv",
    "remoteUser", "containerUser", "mounts", "workspaceFolder", "workspaceMount", "runArgs",
    "initializeCommand", "onCreateCommand", "updateContentCommand", "postCreateCommand",
    "postStartCommand", "postAttachCommand", "customizations", "hostRequirements",
}  # fmt: skip
SHELL = [step["run"] for step in STEPS if "run" in step]
OLD = {"fact": "f1", "verdict": "agree", "why": "Two texts say 7."}
NEW = {"fact": "f1", "verdict": "conflict", "why": "Two texts say 7, a third 9."}


def ours(script):
    """The words after each `accord` in a script."""
    script = script.replace("\\\n", " ")
    return [found.split() for found in re.findall(r"bin/accord ([^|;&)\n]+)", script)]


@pytest.mark.parametrize("script", SHELL)
def test_a_step_of_the_workflow_is_sound_shell_with_commands_that_exist(script):
    checked = subprocess.run(
        ["bash", "-n"], input=script, text=True, capture_output=True, check=False
    )

    assert checked.returncode == 0, checked.stderr
    for name, *words in ours(script):
        known = [option for param in accord.commands[name].params for option in param.opts]
        assert [word for word in words if word.startswith("--") and word not in known] == []


def test_the_workflow_builds_verifies_compares_and_says_it_in_this_order():
    told = " ".join(SHELL)
    places = [told.index(w) for w in ("make report", "accord verify", "accord diff", "gh pr")]

    assert places == sorted(places)


def test_the_workflow_may_write_nothing_but_its_comment():
    assert WORKFLOW["permissions"] == {"contents": "read", "pull-requests": "write"}
    assert "pull_request_target" not in WORKFLOW[True]  # YAML reads `on` as true


def test_what_a_pull_request_names_is_never_part_of_a_script():
    assert not [script for script in SHELL if "${{" in script]


def test_the_hooks_run_programs_of_this_environment():
    hooks = HOOKS["repos"][0]["hooks"]
    programs = [hook["entry"].split()[0].removeprefix(".venv/bin/") for hook in hooks]

    assert {hook["language"] for hook in hooks} == {"system"}
    assert [name for name in programs if not (BIN / name).exists()] == []


def git(folder, *words):
    env = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    named = ("-c", "user.name=a", "-c", "user.email=a@b.c")
    done = subprocess.run(
        ["git", *named, *words], cwd=folder, env=env, capture_output=True, text=True, check=True
    )
    return done.stdout


def documented():
    page = (TOP / "docs" / "review.md").read_text(encoding="utf-8")
    return re.findall(r"^git (config .*)$", page, flags=re.MULTILINE)


def test_git_shows_a_moved_verdict_as_one_line_under_its_fact(tmp_path):
    path = tmp_path / "report/editions/1/agreements.jsonl"
    path.parent.mkdir(parents=True)
    (tmp_path / ".gitattributes").write_text((TOP / ".gitattributes").read_text(encoding="utf-8"))
    git(tmp_path, "init", "--quiet")
    for command in documented():
        subprocess.run(["bash", "-c", f"git {command}"], cwd=tmp_path, check=True)
    path.write_text(json.dumps(OLD) + "\n", encoding="utf-8")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "--quiet", "-m", "one")
    path.write_text(json.dumps(NEW) + "\n", encoding="utf-8")
    shown = git(tmp_path, "diff", "-U0")

    assert '-    "verdict": "agree",' in shown
    assert '+    "verdict": "conflict",' in shown
    assert re.search(r'^@@ .* "fact": "f1",$', shown, re.MULTILINE)


@pytest.mark.skipif(not (TOP / ".git").exists(), reason="no checkout of git")
@pytest.mark.parametrize("path", ["seeds/a.txt", "report/editions/2/report.md"])
def test_git_leaves_the_bytes_of_texts_and_editions_alone(path):
    said = git(TOP, "check-attr", "text", "--", path)

    assert said.strip().endswith("text: unset")


def test_binder_and_the_container_are_made_from_the_lock():
    script = (TOP / "binder/postBuild").read_text(encoding="utf-8")
    container = json.loads((TOP / ".devcontainer/devcontainer.json").read_text(encoding="utf-8"))
    makefile = (TOP / "Makefile").read_text(encoding="utf-8")

    assert "--require-hashes -r requirements.lock" in script
    assert script.startswith("#!")
    assert (TOP / "binder/runtime.txt").read_text(encoding="utf-8").startswith("python-3.")
    assert os.access(TOP / "binder/postBuild", os.X_OK)
    assert set(container) <= CONTAINER
    assert container["postCreateCommand"] == "make .venv/.ready"
    assert "READY := .venv/.ready" in makefile
    assert "--require-hashes -r requirements.lock" in makefile
