"""What a page names is there."""

import re
from collections import Counter

import pytest

from .pages import PAGES, TOP

EVERY = [*PAGES, TOP / "ARCHITECTURE.md", TOP / "CHANGELOG.md", TOP / "CODE_OF_CONDUCT.md"]
NAMES = [path.relative_to(TOP).as_posix() for path in EVERY]
ROOTS = ("lib/", "tests/", "docs/", "seeds/", "bench/", "notebooks/", "binder/", ".github/", ".ci/")
PICTURES = ("report/first-screen.png",)  # made with each edition
RATED = {"yes", "here", "no"}
# The principles of Chue Hong et al. (2022).
FAIR = [
    "F1", "F1.1", "F1.2", "F2", "F3", "F4", "A1", "A1.1", "A1.2", "A2", "I1", "I2", "R1", "R1.1",
    "R1.2", "R2", "R3",
]  # fmt: skip


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


def scored():
    """Each list of the scorecard with its rows; the first table, of counts, is none of them."""
    lists = text(TOP / "docs/scorecard.md").split("\n## ")[1:]
    for told in lists:
        rows = re.findall(r"^\|(?!---)(.+)\|$", told, flags=re.MULTILINE)[1:]
        yield told.splitlines()[0], [[cell.strip() for cell in row.split("|")] for row in rows]


def test_the_scorecard_counts_its_own_rows():
    counts = re.findall(
        r"^\| (.+?) \| (\d+) \| (\d+) \| (\d+) \|$", text(TOP / "docs/scorecard.md"), re.MULTILINE
    )
    met = {name: [row[-2] for row in rows] for name, rows in scored()}

    assert {name: tuple(map(int, each)) for name, *each in counts} == {
        name: tuple(each.count(word) for word in ("yes", "here", "no"))
        for name, each in met.items()
    }


def test_no_point_of_a_numbered_list_is_left_out_of_the_scorecard():
    lists = dict(scored())
    [levels] = [rows for name, rows in lists.items() if "analytical pipelines" in name]
    [fair] = [rows for name, rows in lists.items() if "FAIR" in name]
    told = [point.strip() for row in fair for point in row[0].split(",")]

    assert Counter(row[0] for row in levels) == {"baseline": 5, "silver": 9, "gold": 4}
    assert told == FAIR


def test_every_point_of_the_scorecard_is_rated_and_shown():
    points = [row for _, rows in scored() for row in rows]

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
