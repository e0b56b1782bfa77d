"""The reliability of the coding stands in the repository as it is measured."""

import re
from pathlib import Path

import pytest
from bench import reliability

TOP = Path(__file__).resolve().parents[2]
METHOD = (TOP / "docs" / "method.md").read_text(encoding="utf-8")
KEPT = (TOP / "bench" / "RELIABILITY.md").read_text(encoding="utf-8")
MAIN = ("compared", "value", "unit", "modifier class", "modality", "verdict, every shared fact")


def rows(page):
    """The cells of each row of a page's tables, by the first cell."""
    lines = [line for line in page.splitlines() if line.startswith("| ")]
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    return {first: rest for first, *rest in cells}


def coded(file="a", start=0, end=4, **changed):
    return reliability.Coded(
        **{
            "file": file, "start": start, "end": end, "value": (3.0, 3.0), "unit": "km",
            "dated": False, "modifier": "exact", "modality": "asserted", "fact": "f",
            "sought": True, **changed,
        }
    )  # fmt: skip


def coding(*numbers):
    return reliability.Coding(numbers=numbers, verdicts={"f": "agree"})


def test_the_committed_table_is_what_is_measured(seeds):
    if not reliability.GOLD.is_dir():
        pytest.skip("the hand codings lie in ../shared, outside the repository; none is here")

    measured = reliability.table(reliability.codings(seeds))

    assert rows(measured) == rows(KEPT)


@pytest.mark.parametrize("row", MAIN)
def test_the_method_page_gives_the_committed_numbers(row):
    section = METHOD.split("## How reliable is the coding\n")[1].split("\n## ")[0]
    short = [re.sub(r"^\d+ of \d+, ", "", cell) for cell in rows(KEPT)[row][1:]]

    assert rows(section)[row] == short


def test_the_number_with_the_larger_overlap_is_the_match():
    wide, narrow = coded(end=9), coded(start=8, end=12)

    found = reliability.matched(coding(coded(end=10)), coding(narrow, wide))

    assert [b for _, b in found] == [wide]


def test_numbers_of_two_files_never_match():
    assert reliability.matched(coding(coded("a")), coding(coded("b"))) == []


def test_a_number_that_one_coder_misses_lowers_what_is_found():
    both, missed = coded(), coded(start=20, end=22)

    found = reliability.measures(coding(both, missed), coding(both))

    assert found[0][2] == "1 of 2, 50.0 %"


def test_an_optional_number_that_one_coder_misses_lowers_nothing():
    both, missed = coded(), coded(start=20, end=22, sought=False)

    found = reliability.measures(coding(both, missed), coding(both))

    assert found[0][2] == "1 of 1, 100.0 %"


def test_alpha_is_not_estimable_where_nothing_varies():
    found = {name: said for name, _, said in reliability.measures(*[coding(coded())] * 2)}

    assert found["unit"] == "1 of 1, 100.0 %, alpha not estimable"


def test_one_of_two_different_units_halves_the_agreement():
    other = coded(start=20, end=22)
    changed = coded(start=20, end=22, unit="h")

    found = reliability.measures(coding(coded(), other), coding(coded(), changed))

    assert {name: said for name, _, said in found}["unit"].startswith("1 of 2, 50.0 %")
