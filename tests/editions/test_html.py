import base64
import hashlib
import os
import re
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from itertools import pairwise

import pytest
from nbconvert.exporters import get_exporter
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output
from selectolax.lexbor import LexborHTMLParser

from accord.editions import parts
from accord.editions.parts import CHIPS, MIME, Run
from accord.editions.render import HTMLExporter
from accord.editions.render.html import render

from . import sample

HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'><b>"


@pytest.fixture(scope="module")
def text():
    return render(sample.notebook(), {})


@pytest.fixture(scope="module")
def page(text):
    return LexborHTMLParser(text)


def drawn(*cells, **options):
    return LexborHTMLParser(render(new_notebook(cells=list(cells)), options))


def ids(page):
    return Counter(node.attributes["id"] for node in page.css("[id]"))


def hostile(content):
    """The same content with hostile text in every string but its kind."""
    if isinstance(content, dict):
        return {k: v if k == "part" else hostile(v) for k, v in content.items()}
    if isinstance(content, (list, tuple)):
        return [hostile(inner) for inner in content]
    return HOSTILE if isinstance(content, str) else content


def test_the_page_asks_for_nothing_from_outside(text, page):
    addresses = [node.attributes.get("src") for node in page.css("[src]")]
    sheets = [node.attributes.get("href") for node in page.css("link")]

    assert all(address.startswith("data:") for address in [*addresses, *sheets])
    assert set(re.findall(r"url\(\"?([a-z#]+)", text)) <= {"data", "#figure"}
    assert "@import" not in text


def test_the_policy_names_the_digest_of_the_style_and_the_script(page):
    policy = page.css_first("meta[http-equiv]").attributes["content"]
    for name in ("style", "script"):
        (node,) = page.css(name)
        digest = base64.b64encode(hashlib.sha256(node.text().encode()).digest()).decode()

        assert f"{name}-src 'sha256-{digest}'" in policy
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


def test_no_element_has_a_style_attribute_or_a_handler(page):
    attributes = {name for node in page.css("body *") for name in node.attributes}

    assert not {name for name in attributes if name == "style" or name.startswith("on")}


def test_the_page_is_small(text):
    assert len(text.encode()) < 600_000


def test_the_same_notebook_gives_the_same_bytes(text):
    assert render(sample.notebook(), {}) == text


def test_every_part_is_drawn(page):
    kinds = (".lede", ".origins", ".matrix", ".card", ".figure", ".table", ".source", ".changes")
    assert [
        kind for kind in (*kinds, ".glossary", ".citation", ".foot") if not page.css(kind)
    ] == []


def test_the_first_screen_says_which_edition_it_is(page):
    kicker = page.css_first(".kicker").text()

    assert "Edition 2" in kicker
    assert "digest ba635373f55eefd6" in kicker


def test_a_quote_without_a_mark_of_its_own_leads_to_its_text():
    card = sample.cards()[0]
    elsewhere = replace(card.quotes[0], claim="hidden", source="002_wire.txt")
    drawing = drawn(sample.cell(replace(card, quotes=(elsewhere,))), sample.cell(sample.source()))

    assert drawing.css_first(".place a").attributes["href"] == "#source-002_5fwire.txt"


def test_no_id_is_given_twice(page):
    assert [name for name, count in ids(page).items() if count > 1] == []


def test_every_link_within_the_page_has_its_place(page):
    known = ids(page)
    ends = [node.attributes["href"][1:] for node in page.css("a[href^='#']")]

    assert [end for end in ends if end not in known] == []


def test_a_fact_a_claim_a_source_and_a_figure_can_be_linked_to(page):
    wanted = {"fact-f06", "fact-f01", "claim-c002f06", "source-002_5fwire.txt", "figure-cost"}

    assert wanted <= set(ids(page))


def test_a_quote_leads_to_its_place_in_the_text_and_the_mark_to_its_fact(page):
    assert page.css_first("#fact-f06 .place a").attributes["href"] == "#claim-c002f06"
    assert page.css_first("#claim-c002f06 sup a").attributes["href"] == "#fact-f06"


def test_a_mark_tells_its_offsets_modifier_and_rule(page):
    told = page.css_first("#claim-c002f06 + .told").text()

    assert told.startswith("characters 65 to 77; exact, asserted; read by rule money")


def test_a_link_to_an_anchor_that_the_page_lacks_is_plain_text():
    lede = parts.Lede(kicker="", title="T", lines=(("1", (Run("gone", "#fact-none"),)),))

    assert drawn(sample.cell(lede)).css(".lede a") == []


def test_each_cell_of_the_matrix_says_its_verdict_in_words(page):
    said = [cell.text(strip=True) for cell in page.css(".matrix .fact td .sr")]

    assert set(said) == {
        "agrees", "compatible", "not comparable", "silent", "conflicts (A)", "conflicts (B)",
    }  # fmt: skip


def test_linked_texts_stand_under_one_bracket(page):
    (bracket,) = page.css(".brackets th")

    assert bracket.attributes["colspan"] == "3"


def test_facts_beyond_the_numbers_stand_apart(page):
    apart = page.css(".matrix tbody")[1]

    assert apart.css_first("th").text() == "Beyond the numbers"
    assert len(apart.css(".fact")) == 2


def test_the_verdict_buttons_count_the_rows(page):
    said = [button.text() for button in page.css(".filters button")]

    assert said == ["All 8", "Corroborated 2", "One origin 3", "Compatible 1", "Disputed 2"]


def test_every_figure_has_words_a_table_and_a_file(page):
    figures = [*page.css("figure.figure"), *page.css(".card:has(.drawing)")]

    assert len(figures) == 3
    for figure in figures:
        labels = {svg.attributes["aria-label"] for svg in figure.css(".drawing svg")}
        assert labels == {"Cost of the harbour. 002: €1.1 bn. 004: €1.1 bn. 003: €2.9 bn."}
        assert figure.css("details table.grid")
        assert figure.css_first("details a[href$='.csv']").attributes["href"].startswith("figures/")


def test_the_title_the_language_and_the_description_are_settings():
    page = drawn(new_markdown_cell("# A"), title="B", lang="fr", description="C")

    assert page.css_first("title").text() == "B"
    assert page.css_first("html").attributes["lang"] == "fr"
    assert page.css_first("meta[name=description]").attributes["content"] == "C"


def test_without_a_table_of_contents_there_is_no_menu():
    assert drawn(new_markdown_cell("# A\n\n## B"), toc=False).css(".bar nav") == []


def test_headings_descend_without_a_gap(page):
    foreign = drawn(new_markdown_cell("# A\n\n##### deep\n\n## B\n\n#### deep\n\n###### deeper"))
    for each in (page, foreign):
        levels = [int(node.tag[1]) for node in each.css("h1, h2, h3, h4, h5, h6")]

        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(b - a <= 1 for a, b in pairwise(levels))


def test_the_first_heading_of_a_foreign_notebook_is_the_title_once():
    page = drawn(new_markdown_cell("# Rain\n\nwords"))

    assert [node.text() for node in page.css("h1, h2")] == ["Rain"]


def test_code_is_folded_beside_its_output_in_a_foreign_notebook():
    output = new_output("stream", text="1\n")
    page = drawn(new_code_cell("print(1)", outputs=[output]))

    assert page.css_first("details.code pre").text() == "print(1)"
    assert "open" not in page.css_first("details.code").attributes
    assert page.css_first("pre.plain").text() == "1\n"


@pytest.mark.parametrize(
    "part",
    [sample.lede(), sample.origins(), sample.matrix(), *sample.cards(), sample.figure(),
     sample.source(), sample.table(), sample.changes(), sample.glossary(), sample.citation(),
     sample.colophon(), sample.section("a", "b", "c")],
    ids=lambda part: type(part).__name__,
)  # fmt: skip
def test_hostile_text_in_any_field_of_a_part_stays_text(part):
    cell = sample.cell(part)
    cell["outputs"][0]["data"][MIME] = hostile(part.content())
    page = drawn(cell)

    assert len(page.css("script")) == 1
    assert page.css("img, b") == []
    assert not page.css("[onerror]")


def test_a_column_without_a_name_is_no_header():
    bundle = {"text/html": "<table><thead><tr><th></th><th>a</th></thead><tr><th>1<td>2</table>"}
    output = new_output("display_data", data=bundle)
    page = drawn(new_markdown_cell("||b|\n|-|-:|\n|1|2|"), new_code_cell("", outputs=[output]))

    assert [node.text() for node in page.css("thead th")] == ["b", "a"]


def test_hostile_markdown_and_outputs_stay_text():
    bundle = {"image/svg+xml": "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"}
    page = drawn(
        new_markdown_cell(f"# {HOSTILE}\n\n{HOSTILE}\n\n[x](javascript:alert(1)) ![y](http://e/x)"),
        new_code_cell(
            HOSTILE,
            outputs=[
                new_output("stream", text=HOSTILE),
                new_output("error", ename=HOSTILE, evalue=HOSTILE, traceback=[HOSTILE]),
                new_output("display_data", data={"text/html": f"<table><tr><td>{HOSTILE}</table>"}),
                new_output("display_data", data=bundle),
            ],
        ),
    )

    assert len(page.css("script")) == 1
    assert [img.attributes["src"][:9] for img in page.css("img")] == ["data:imag"]
    assert not page.css("[onerror], [onload]")
    assert not page.css("a[href^='javascript']")


def test_nbconvert_finds_the_exporter_by_its_name():
    assert get_exporter("accord-html") is HTMLExporter


def test_the_exporter_reads_its_options_and_falls_back_to_the_file_name():
    exporter = HTMLExporter(options={"lang": "nl"})
    text, resources = exporter.from_notebook_node(
        new_notebook(cells=[new_markdown_cell("words")]), {"metadata": {"name": "rain"}}
    )

    assert "<title>rain</title>" in text
    assert '<html lang="nl">' in text
    assert resources["output_extension"] == ".html"


def test_every_verdict_has_its_chip():
    for verdict, word in CHIPS.items():
        card = sample.cards()[2].content() | {"verdict": verdict, "word": word}
        cell = sample.cell(sample.cards()[2])
        cell["outputs"][0]["data"][MIME] = card

        assert drawn(cell).css_first(f".chip.v-{verdict}").text(strip=True) == word


WRITE = """
import sys, importlib.util
spec = importlib.util.spec_from_file_location("norvik", sys.argv[1])
module = importlib.util.module_from_spec(spec)
spec.loader.exec_module(module)
from accord.editions.render.html import render
sys.stdout.buffer.write(render(module.notebook(), {}).encode())
"""


def test_the_bytes_hang_on_no_hash_seed_zone_locale_or_folder(text, tmp_path):
    for seed, zone, tongue in (("0", "Asia/Tokyo", "C"), ("7", "America/Lima", "de_DE.UTF-8")):
        told = {"PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": tongue, "PATH": os.environ["PATH"]}
        command = [sys.executable, "-c", WRITE, sample.__file__]
        made = subprocess.run(command, env=told, cwd=tmp_path, capture_output=True, check=True)

        assert made.stdout.decode() == text


def test_a_mark_that_turns_the_direction_is_shown_and_turns_nothing():
    cell = new_markdown_cell("\u202egnihton\u202c and \u0645\u064a\u0646\u0627\u0621")
    text = render(new_notebook(cells=[cell, sample.cell(sample.lede())]), {"title": "\u2066T"})

    assert not re.search("[\u202a-\u202e\u2066-\u2069]", text)
    assert "\\u202egnihton\\u202c and \u0645\u064a\u0646\u0627\u0621" in text
