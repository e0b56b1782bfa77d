import re
from dataclasses import replace
from datetime import date

import pytest

from accord import editions
from accord.editions import told_html
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
    assert page.index("<del>- 1</del>") < page.index("data:image/svg+xml")


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
