"""The whole report on hostile texts, names and strings: all is shown, nothing is obeyed."""

from __future__ import annotations

import json

import pytest

from accord.cli import main

from . import foreign
from .conftest import manifest

pytestmark = pytest.mark.slow

SHOWN = ("<hostile-element data-hostile=1>", "{{1234567*7}}", "javascript:alert(1)")

OURS = {"corpus", "site", "store", "out", "lock", "done.json"}
REFUSED = ["hard/..txt", "hard/.hidden.txt", "hard/no_extension"]


@pytest.fixture(scope="module")
def out(rendered):
    assert rendered.code == 0, rendered.said
    return rendered.out


def text(path):
    return path.read_text(encoding="utf-8")


def test_a_hostile_corpus_is_rendered_whole_and_without_a_traceback(rendered, out):
    made = {path.name for path in out.iterdir()}

    assert {"report.html", "report.pdf", "report.md", "claims.csv", "claims.jsonld"} <= made
    assert "Traceback" not in rendered.said


def test_rendering_calls_no_host_and_touches_nothing_but_its_folder(rendered):
    strange = {path.name for path in rendered.top.iterdir()} - OURS

    assert rendered.log == ""
    assert rendered.same
    assert strange == set()


def test_the_page_holds_no_element_link_or_heading_of_an_input(out):
    page = text(out / "report.html")

    assert foreign.in_html(page) == []
    assert "Content-Security-Policy" in page


def test_the_page_shows_hostile_strings_as_they_were_typed(out):
    shown = foreign.LexborHTMLParser(text(out / "report.html")).body.text()

    assert [words for words in SHOWN if words not in shown] == []


def test_the_page_runs_one_script_that_holds_nothing_of_an_input(out):
    scripts = foreign.LexborHTMLParser(text(out / "report.html")).css("script")

    assert len([s for s in scripts if "alert(" in s.text() or "hostile" in s.text()]) == 0


def test_the_markdown_holds_no_element_link_heading_or_shortcode_of_an_input(out):
    assert foreign.in_markdown(text(out / "report.md")) == []


def test_no_notebook_shows_or_prints_anything_of_an_input_as_markup(out):
    read = {"text/markdown": foreign.in_markdown, "image/svg+xml": foreign.in_svg}
    read["text/html"] = foreign.in_html
    outputs = [
        (path.name, output)
        for path in sorted((out / "notebooks").glob("*.ipynb"))
        for cell in json.loads(text(path))["cells"]
        for output in cell.get("outputs", ())
    ]
    shown = [
        (name, mime, read[mime]("".join(content)))
        for name, output in outputs
        for mime, content in output.get("data", {}).items()
        if mime in read
    ]

    assert [one for one in shown if one[2]] == []
    assert [output for _, output in outputs if output["output_type"] in ("stream", "error")] == []
    assert len(shown) > 10


def test_no_drawing_holds_anything_but_shapes_and_words(out):
    drawings = sorted((out / "figures").glob("*.svg"))

    assert drawings
    assert {path.name: found for path in drawings if (found := foreign.in_svg(text(path)))} == {}


def test_no_cell_of_a_table_is_a_formula(out):
    tables = sorted(out.rglob("*.csv"))

    assert len(tables) > 5
    assert {path.name: found for path in tables if (found := foreign.in_csv(text(path)))} == {}


def test_the_linked_data_holds_no_address_that_runs(out):
    assert foreign.in_linked(json.loads(text(out / "claims.jsonld"))) == []


def test_the_pdf_shows_hostile_strings_and_leads_nowhere(out):
    found, shown = foreign.in_pdf(out / "report.pdf")

    assert found == []
    assert "root:x:" not in shown
    assert "1234567" in shown


def test_no_file_of_the_report_holds_what_is_forbidden(out):
    words = {word.encode() for case in manifest() for word in case["forbidden_in_output"]}
    files = [path for path in out.rglob("*") if path.is_file()]

    assert [(p.name, w) for p in files for w in sorted(words) if w in p.read_bytes()] == []


def test_the_report_lists_every_file_that_was_refused_and_every_entry_left_out(out):
    page = foreign.LexborHTMLParser(text(out / "report.html")).body.text()
    sources = [json.loads(line) for line in text(out / "sources.jsonl").splitlines()]
    refused = [source for source in sources if source["status"] == "refused"]

    assert [source["source"] for source in refused] == REFUSED
    assert [source for source in refused if source["reason"] not in page] == []
    assert page.count("sources.toml:") > 10


def test_a_page_of_differences_obeys_no_input(out, study, capfd, tmp_path):
    other = study("34_html_injection", capfd)
    said = {}
    for form in ("html", "md", "text", "json"):
        with pytest.raises(SystemExit) as left:
            main(
                ["diff", str(other.out), str(out), "--format", form, "--out", str(tmp_path / form)]
            )
        said[form] = left.value.code

    assert said == dict.fromkeys(said, 1)
    assert foreign.in_html(text(tmp_path / "html")) == []
    assert foreign.in_markdown(text(tmp_path / "md")) == []
