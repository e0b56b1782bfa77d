import re
from dataclasses import replace
from datetime import date

import pytest

from accord import editions
from accord.editions import told_html, told_pages
from accord.model import Setting

HOSTILE = "<script>alert(1)</script> {{ 7 * 7 }}"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle r="{}"/></svg>'


@pytest.fixture
def two(tmp_path, findings, recipe, writer):
    """Two published editions with a picture each; in the second a measure has a hostile name."""

    def build(study, radius):
        def write(place, folder):
            writer(study)(place, folder)
            (folder / "figures").mkdir()
            (folder / "figures" / "cost.svg").write_text(SVG.format(radius), encoding="utf-8")
            (folder / "figures" / "cost.csv").write_text(f"r\n{radius}\n", encoding="utf-8")

        return write

    first, *others = findings.claims
    other = replace(findings, claims=(replace(first, measure=HOSTILE), *others))
    about = recipe(settings=(Setting(name="about", value=0.05),))
    editions.publish(build(findings, 1), recipe(), tmp_path / "e", date(2031, 5, 1))
    editions.publish(build(other, 2), about, tmp_path / "e", date(2031, 5, 1))
    return tmp_path / "e" / "1", tmp_path / "e" / "2"


@pytest.fixture
def page(two):
    return told_html.to_html(editions.compare(*two), *two)


def test_the_page_tells_each_change_with_its_cause(page):
    assert "From edition 1 to edition 2" in page
    assert "parameter about 0.1 -&gt; 0.05" in page


def test_figures_stand_before_and_after_with_their_numbers_first(page):
    assert page.count("data:image/svg+xml;base64,") == 4
    assert page.index('<table class="grid">') < page.index("data:image/svg+xml")
    assert re.search(r"<td><del>.*?1</del> <ins>.*?2</ins></td>", page)


def test_figures_lie_over_one_another_and_each_side_has_its_own_colour(page):
    (over,) = re.findall(r'<figure class="over">.*?</figure>', page)

    assert over.count("<img") == 2
    assert [f'id="{name}"' in page for name in ("before-light", "after-dark")] == [True, True]


def test_what_is_gone_and_what_is_new_are_told_by_a_sign_too(page):
    assert re.search(r'<del><span class="sign">\N{MINUS SIGN}', page)
    assert re.search(r'<ins><span class="sign">\+', page)


def test_the_words_of_the_report_are_a_redline_under_their_section(two):
    for edition, number in zip(two, ("six", "seven"), strict=True):
        text = f"## What \\*agrees\\*\n\nOf them **{number}** agree.\n\n| a | b |\n| --- | --- |\n"
        (edition / "report.md").write_text(text, encoding="utf-8")
    (passage,) = told_pages.report(*two)

    assert passage.title == "What *agrees*"
    assert passage.lines == (
        (("", "Of them "), ("delete", "six"), ("insert", "seven"), ("", " agree.")),
    )


def test_a_line_that_only_moved_is_not_told(two):
    for edition, order in zip(two, ("one\n\ntwo\n\nthree", "two\n\nthree\n\none"), strict=True):
        (edition / "report.md").write_text(order, encoding="utf-8")

    assert told_pages.report(*two) == []


def test_words_of_a_source_stay_words(page):
    assert "<script" not in page
    assert "{{ 7 * 7 }}" in page


def test_nothing_is_asked_of_anybody(page):
    assert re.search(r"default-src 'none'.*style-src 'sha256-", page)
    assert re.findall(r"(?:src|href)=\"(?!data:|#)[^\"]*", page) == []
    assert " style=" not in page


def test_two_equal_editions_say_that_nothing_changed(two):
    same = told_html.to_html(editions.compare(two[0], two[0]), two[0], two[0])

    assert "Nothing changed." in same
    assert "<table" not in same
