"""The PDF: tagged, archival, complete, hostile-proof, and the same bytes everywhere."""

import io
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import nbformat
import pytest
from nbconvert.exporters import get_exporter
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output
from pypdf import PdfReader

from accord.editions.parts import MIME, Run
from accord.editions.render import PDFExporter, pdf
from accord.errors import RunError

from . import sample

HOSTILE = (
    '#panic("x") $x$ *b* _i_ `c` @ref <label> \\u{41} [#image("/etc/passwd")] // /* "\u202e\u5188'
)
LINKED_SVG = '<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/hostname"/></svg>'


@pytest.fixture(scope="module")
def made():
    return pdf.render(sample.notebook(), {})


@pytest.fixture(scope="module")
def reader(made):
    return PdfReader(io.BytesIO(made))


@pytest.fixture(scope="module")
def text(reader):
    return " ".join(page.extract_text() for page in reader.pages)


def rendered(*cells, **options):
    return PdfReader(io.BytesIO(pdf.render(new_notebook(cells=list(cells)), options)))


def words(reader):
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


def titles(outline):
    for entry in outline:
        yield from titles(entry) if isinstance(entry, list) else [entry.title]


def tags(node):
    """Every structure element under `node`, as its kind and its alternative text."""
    if isinstance(node, list):
        for each in node:
            yield from tags(each.get_object() if hasattr(each, "get_object") else each)
    elif hasattr(node, "get"):
        if "/S" in node:
            yield str(node["/S"]), node.get("/Alt")
        if "/K" in node:
            yield from tags(node["/K"])


def hostile(content):
    """The same content with hostile text wherever a part holds words."""
    fixed = ("part", "verdict", "glyph", "wide", "narrow", "fact", "claim", "style", "align")
    if isinstance(content, dict):
        return {k: v if k in fixed else hostile(v) for k, v in content.items()}
    if isinstance(content, list):
        return [hostile(inner) for inner in content]
    return HOSTILE if isinstance(content, str) else content


def test_it_is_tagged_and_says_language_and_title(reader):
    root = reader.trailer["/Root"]

    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en"
    assert reader.metadata.title.startswith("Five of six shared numbers agree.")
    assert {"/StructTreeRoot", "/Outlines"} <= set(root)


def test_it_claims_archival_and_accessible_conformance(reader):
    meta = reader.trailer["/Root"]["/Metadata"].get_object().get_data().decode()

    assert "<pdfaid:part>2</pdfaid:part>" in meta
    assert "<pdfaid:conformance>A</pdfaid:conformance>" in meta
    assert "<pdfuaid:part>1</pdfuaid:part>" in meta


def test_its_bookmarks_name_chapters_and_cards(reader):
    names = list(titles(reader.outline))

    assert any("three kinds of agreement" in name for name in names)
    assert any(name.startswith("The harbour cost €1.1 bn or €2.9 bn") for name in names)


def test_every_drawing_carries_its_words_and_tables_have_headers(reader):
    kinds = list(tags(reader.trailer["/Root"]["/StructTreeRoot"]["/K"]))
    alts = [alt for kind, alt in kinds if kind == "/Figure"]

    assert alts
    assert all(alts)
    assert "Cost of the harbour. 002: €1.1 bn. 004: €1.1 bn. 003: €2.9 bn." in alts
    assert "/TH" in {kind for kind, _ in kinds}


def test_it_says_edition_and_digest_on_the_cover_and_the_digest_on_every_other_page(reader):
    first, *others = [page.extract_text() for page in reader.pages]

    assert "ba635373f55eefd6" in first
    assert all("digest ba635373f55eefd6" in other for other in others)


def test_it_says_what_the_parts_say(text):
    flat = " ".join(text.split())
    expected = ("6 of 31", "Most agreement is repetition", "Why they differ", "Words used here",
                "Beyond the numbers", "Numbers with one witness", "@techreport{accord")  # fmt: skip

    assert [told for told in expected if told not in flat] == []


def test_cards_and_sources_are_places_that_other_files_can_link_to(reader):
    assert {"fact-f06", "source-002_5fwire.txt", "matrix"} <= set(reader.named_destinations)


def test_every_claim_stands_in_the_index_with_its_page(reader):
    index = " ".join(reader.pages[-1].extract_text().split())

    assert "Index of numbers" in index
    assert [claim for claim in ("c002f03", "c002f06", "c002f09") if claim not in index] == []


def test_only_our_fonts_and_those_within_typst_are_used(reader):
    fonts = {
        str(font.get_object()["/BaseFont"]).split("+")[-1].split("-")[0]
        for page in reader.pages
        for font in page["/Resources"]["/Font"].values()
    }

    assert fonts <= {"Newsreader", "NewsreaderDisplay", "PublicSans", "DejaVuSansMono"}


@pytest.mark.parametrize("seed", ["0", "1"])
def test_it_is_the_same_bytes_in_any_folder_language_zone_and_hash_seed(made, tmp_path, seed):
    source = tmp_path / "any.ipynb"
    nbformat.write(sample.notebook(), source)
    script = (
        "import sys, nbformat; from accord.editions.render import pdf;"
        "sys.stdout.buffer.write(pdf.render(nbformat.read(sys.argv[1], 4), {}))"
    )
    moved = {"PYTHONHASHSEED": seed, "TZ": "Asia/Tokyo", "LC_ALL": "C", "HOME": str(tmp_path)}
    again = subprocess.run(
        [sys.executable, "-c", script, source.name],
        cwd=tmp_path,
        env={"PATH": os.environ["PATH"], **moved},
        capture_output=True,
        check=True,
    )

    assert again.stdout == made


def test_hostile_text_is_printed_and_never_run():
    cells = [cell for cell in sample.notebook()["cells"] if cell.cell_type == "code"]
    for cell in cells:
        cell["outputs"] = [{**o, "data": {MIME: hostile(o["data"][MIME])}} for o in cell["outputs"]]
    said = words(rendered(*cells))

    assert '#panic("x") $x$ *b*' in said
    assert "[U+202E][U+5188]" in said


@pytest.mark.parametrize(
    "markdown",
    [
        "#### deep first\n\n# then high",
        "# \n\n#",
        "- a\n  - # b\n    > c",
        "| a |\n|---|",
        "x" * 5000,
        "|" + "a|" * 40 + "\n|" + "-|" * 40 + "\n|" + "b|" * 40,
        "> " * 50 + "deep",
        "\u5188 \U0001f600 \ue000 \ufffe \u0301",
        "![](attachment:none.png) [](x) <b>",
    ],
)
def test_any_markdown_compiles(markdown):
    assert len(rendered(new_markdown_cell(markdown)).pages) >= 1


def test_a_notebook_of_others_is_drawn_without_cover():
    outputs = [
        new_output("stream", text="printed\n"),
        new_output("execute_result", data={"text/plain": "42"}),
        new_output("error", ename="KeyError", evalue="'x'", traceback=["\x1b[31mline"]),
    ]
    reader = rendered(
        new_markdown_cell("# A notebook\n\nWith words, see [a page](https://example.org/page)."),
        new_code_cell("told = 1", outputs=outputs),
    )
    said = words(reader)

    assert len(reader.pages) == 1
    assert [
        w for w in ("A notebook", "told = 1", "printed", "42", "KeyError") if w not in said
    ] == []
    assert "https://example.org/page" in said.replace("\u200b", "")


def test_a_picture_that_cannot_be_drawn_gives_its_words():
    output = new_output("display_data", data={"image/svg+xml": LINKED_SVG, "text/plain": "x"})
    cell = new_code_cell("", outputs=[output], metadata={"alt": "a linked picture"})

    assert "a linked picture" in words(rendered(cell))


def test_a_part_with_a_broken_drawing_keeps_its_words():
    card = sample.cards()[0]
    figure = replace(card.figure, narrow=LINKED_SVG, wide="<svg", alt="")
    said = words(rendered(sample.cell(replace(card, figure=figure)), sample.cell(figure)))

    assert "Why they differ" in said


def test_a_matrix_too_wide_for_a_page_is_told_in_stretches():
    matrix = sample.matrix()
    wide = replace(
        matrix,
        columns=matrix.columns * 3,
        rows=tuple(replace(row, cells=row.cells * 3) for row in matrix.rows),
    )
    said = words(rendered(sample.cell(sample.lede()), sample.cell(wide)))

    assert said.count("Harbour opens") == 3


def test_long_names_and_values_stay_in_their_column():
    cell = sample.matrix().rows[0].cells[0]
    long = replace(cell, glyph="agrees", of="r00235-0000", value="720,000\N{NO-BREAK SPACE}tonnes")
    matrix = replace(
        sample.matrix(),
        columns=(replace(sample.matrix().columns[0], source="", short="", note=""),) * 6,
        rows=(replace(sample.matrix().rows[0], cells=(long,) * 6),),
    )
    told = rendered(sample.cell(sample.lede()), sample.cell(matrix)).pages
    lines = [line.strip() for page in told for line in page.extract_text().splitlines()]

    assert not any("r00235-0000" in line or "720,000 tonnes" in line for line in lines)
    assert [lines.count(part) for part in ("720,000", "tonnes")] == [6, 6]


def test_what_typst_refuses_is_an_error_with_a_repair():
    with pytest.raises(RunError, match="accord doctor"):
        pdf.compiled({"title": 1})


def test_an_empty_notebook_is_a_page():
    assert len(rendered().pages) == 1


def test_a_card_is_never_broken_over_a_page():
    cards = [sample.cell(card) for card in sample.cards() * 3]
    reader = rendered(sample.cell(sample.lede()), *cards)
    pages = [page.extract_text() for page in reader.pages]

    assert sum("Three texts say €2.4 bn" in page for page in pages) >= 2
    assert all(page.count("In the texts") == page.count("Definition") for page in pages)


def test_a_card_taller_than_a_page_is_broken_and_whole():
    card = sample.cards()[0]
    why = tuple((Run(f"Reason {n}. " + "Words and words. " * 20),) for n in range(30))
    long = replace(card, why=why)
    said = words(rendered(sample.cell(sample.lede()), sample.cell(long)))

    assert [n for n in range(30) if f"Reason {n}." not in said] == []


def test_nbconvert_finds_the_exporter_by_its_name():
    notebook = new_notebook(cells=[new_markdown_cell("Words.")])
    made, resources = get_exporter("accord-pdf")().from_notebook_node(notebook)

    assert get_exporter("accord-pdf") is PDFExporter
    assert made.startswith(b"%PDF-1.7")
    assert resources["output_extension"] == ".pdf"


def test_options_go_before_the_notebook():
    notebook = new_notebook(cells=[], metadata={"lang": "es"})
    reader = PdfReader(io.BytesIO(pdf.render(notebook, {"title": "Given"})))

    assert reader.metadata.title == "Given"
    assert reader.trailer["/Root"]["/Lang"] == "es"


def test_each_sentence_of_a_title_begins_a_line_on_the_cover(reader):
    lines = [line.strip() for line in reader.pages[0].extract_text().splitlines()]

    assert any(line.endswith("numbers agree.") for line in lines)


def test_the_templates_import_no_package_and_read_no_other_folder():
    folder = Path(pdf.project.find().look) / "templates"
    source = "".join(path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.typ")))

    assert "@preview" not in source
    assert "eval(" not in source
