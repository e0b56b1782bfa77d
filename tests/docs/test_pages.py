"""What a page names is there."""

import re

import pytest

from .pages import PAGES, TOP

EVERY = [*PAGES, TOP / "ARCHITECTURE.md", TOP / "CHANGELOG.md", TOP / "CODE_OF_CONDUCT.md"]
NAMES = [path.relative_to(TOP).as_posix() for path in EVERY]
ROOTS = ("lib/", "tests/", "docs/", "seeds/", "bench/", "notebooks/", "binder/", ".github/", ".ci/")
PICTURES = ("report/first-screen.png",)  # made with each edition
RATED = {"yes", "here", "no"}


def text(path):
    return path.read_text(encoding="utf-8")


def anchors(path):
    """The anchors of a page's headings, as repository hosts make them."""
    heads = re.findall(r"^#+ (.+)$", text(path), flags=re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}


@pytest.mark.parametrize("page", EVERY, ids=NAMES)
def test_every_link_leads_somewhere(page):
    for target in re.findall(r"\]\(([^)\s]+)\)", text(page)):
        name, _, anchor = target.partition("#")
        if name.startswith("http") or name in PICTURES:
            continue
        there = (page.parent / name).resolve() if name else page

        assert there.exists(), target
        assert not anchor or anchor in anchors(there), target


@pytest.mark.parametrize("page", EVERY, ids=NAMES)
def test_every_file_named_is_there(page):
    named = re.findall(r"`([\w./-]+?/[\w./-]*)(?:::\w+)?`", text(page))
    ours = [name for name in named if name.startswith(ROOTS) and "NN_" not in name]

    assert [name for name in ours if not (TOP / name).exists()] == []


@pytest.mark.parametrize("page", EVERY, ids=NAMES)
def test_every_test_named_is_there(page):
    named = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", text(page))

    assert [test for file, test in named if f"def {test}(" not in text(TOP / file)] == []


def test_every_point_of_the_scorecard_is_rated_and_shown():
    tables = re.findall(r"^\|(?!---)(.+)\|$", text(TOP / "docs/scorecard.md"), flags=re.MULTILINE)
    rows = [[cell.strip() for cell in row.split("|")] for row in tables]
    points = [row for row in rows if row[-2] != "met"]

    assert len(points) > 40
    assert [row for row in points if row[-2] not in RATED or not row[-1]] == []


def test_the_readme_says_what_was_measured():
    measured = text(TOP / "bench" / "RESULTS.md")
    ours = re.search(
        r"^\| accord \S+ \| (\S+) \| (\S+) \| (\S+) \|$", text(TOP / "README.md"), re.MULTILINE
    )
    row = re.search(r"^\| newsquant .*$", measured, re.MULTILINE)

    assert re.findall(r"(\d+\.\d) \(", row[0]) == list(ours.groups())


def test_the_index_of_the_docs_is_complete():
    index = text(TOP / "docs" / "README.md")
    pages = sorted(path.name for path in (TOP / "docs").glob("*.md") if path.name != "README.md")

    assert [name for name in pages if f"]({name})" not in index] == []
