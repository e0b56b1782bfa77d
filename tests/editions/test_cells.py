"""What the output of a cell shows where a notebook is read: pictures, prices and an index."""

import base64
import re
from dataclasses import replace
from decimal import Decimal

import pytest
from nbformat.v4 import new_code_cell, new_notebook

from accord.editions import index, markdown, parts, settling
from accord.editions.index import Column, Index, Row
from accord.editions.pages import claims
from accord.model import Interval

HOSTILE = "<script>alert(1)</script> | $1 & $2 `x`"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle r="4"/></svg>'


def figure(**given):
    told = {"title": "Cost: $1 m or $3 m", "subtitle": "", "alt": 'Two "prices"', **given}
    return parts.Figure(
        name="cost", wide=SVG, narrow=SVG, columns=("Text",), rows=(("a",),), **told
    )


def card(drawing):
    return parts.Card(
        fact="f1", number="F1", verdict="disputed", word="Disputed", counts="2 texts",
        confidence="", title=HOSTILE, measure="", figure=drawing, why_title="Why",
        why=((parts.Run("One says $1 m, one says $3 m."),),), quotes=(), about=(),
    )  # fmt: skip


def rows(html):
    return re.findall(r"<tr>(.*?)</tr>", html.split("<tbody>")[1], re.DOTALL)


@pytest.mark.parametrize("part", [figure(), card(figure())], ids=["figure", "card"])
def test_a_drawing_is_a_picture_among_the_words(part):
    shown = part.bundle()["text/html"]
    [address] = re.findall(r'src="data:image/svg\+xml;base64,([^"]+)"', shown)

    assert base64.b64decode(address).decode() == SVG
    assert 'alt="Two &quot;prices&quot;"' in shown
    assert 'class="mathjax_ignore' in shown


def test_a_card_without_a_drawing_is_markdown_alone():
    assert set(card(None).bundle()) == {"text/markdown", parts.MIME}


def test_hostile_words_stay_words():
    shown = card(figure(title=HOSTILE)).bundle()["text/html"]

    assert "<script" not in shown
    assert "&lt;script&gt;" in shown


def test_two_prices_of_a_line_are_no_formula():
    written = card(None).bundle()["text/markdown"]

    assert r"One says <span>\$</span>1 m, one says <span>\$</span>3 m." in written


@pytest.mark.parametrize(
    "line",
    [r"One says \$1 m.", r"| \$1 m | \$3 m |", "```bibtex\n\\$1 and \\$2\n```"],
    ids=["one price", "a price a cell", "code"],
)
def test_prices_that_no_formula_can_join_stay_plain(line):
    assert markdown.without_formulas(line) == line


def hostile_index():
    marked = (parts.Run("before "), parts.Run(HOSTILE, style="mark"))
    row = Row(texts=(HOSTILE,), keys=(None,), cut=marked, sentence=marked, place="a.txt:1")
    return Index(title=HOSTILE, columns=(Column(title=HOSTILE), Column(title="S")), rows=(row,))


def test_nothing_of_a_text_is_a_tag_in_an_index():
    html = index.html(hostile_index())

    assert html.count("<script>") == 1
    assert "alert(1)" not in html.rpartition("<script>")[2]


def test_an_index_is_a_markdown_table_where_no_html_is_shown():
    head, rule, *body = hostile_index()._repr_mimebundle_()["text/markdown"].split("\n")[2:]

    assert rule == "| --- | --- |"
    assert len(body) == 1
    assert head.count(" | ") == body[0].replace(r"\|", "").count(" | ") == 1


def test_each_claim_leads_to_its_sentence(findings):
    found = claims.index(findings)
    shown = rows(index.html(found))

    assert len(shown) == len(findings.claims)
    for claim, row in zip(
        sorted(findings.claims, key=lambda c: (c.source, c.span, c.id)), shown, strict=True
    ):
        sentence = claim.sentence.of(findings.sources[claim.source].text)
        assert f"{claim.source}:{claim.span.start}" in row
        assert index.escape(sentence[:40]) in row.replace("<mark>", "").replace("</mark>", "")


def test_an_index_of_very_many_claims_says_what_it_leaves_out(findings, monkeypatch):
    monkeypatch.setattr(claims, "MOST", 2)
    found = claims.index(findings)

    assert len(found.rows) == 2
    assert found.note.startswith(f"2 of {len(findings.claims)} are here")


def test_values_of_one_dimension_sort_as_one(findings):
    def size(number, unit):
        value = Interval.exactly(Decimal(number))
        return claims._size(replace(findings.claims[0], value=value, unit=unit))

    assert size(6, "km") < size(4, "[mi_i]") < size(7, "km")


def test_what_a_notebook_keeps_to_itself_is_in_no_report():
    cells = [
        new_code_cell(source, id=f"c{n}") for n, source in enumerate(("1", "#| include: false\n2"))
    ]

    assert [cell.source for cell in settling.join([new_notebook(cells=cells)]).cells] == ["1"]


def test_a_mark_that_turns_the_direction_is_shown_in_markdown():
    assert markdown.escape("a\u202eb") == "a\\\\u202eb"
