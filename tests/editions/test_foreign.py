"""Notebooks that are not ours in shape: nothing that they say is lost."""

import io
import json
from pathlib import Path

import matplotlib as mpl
import pytest
from nbconvert.exporters import get_exporter
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output, new_raw_cell
from pypdf import PdfReader
from selectolax.lexbor import LexborHTMLParser

from accord.charts import formula
from accord.editions.render import html, markup, pdf
from accord.editions.render.blocks import Grid
from accord.editions.render.document import read

PIXEL = (
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMI"
    "QAAAABJRU5ErkJggg=="
)
FRAME = """<div><style>.x{}</style><table class="dataframe"><thead>
<tr><th></th><th></th><th colspan="2">x</th></tr><tr><th></th><th></th><th>p</th><th>q</th></tr>
<tr><th>outer</th><th>inner</th><th></th><th></th></tr></thead><tbody>
<tr><th rowspan="2">a</th><th>1</th><td>0.1</td><td>0.2</td></tr>
<tr><th>2</th><td>0.3</td><td>0.4</td></tr>
</tbody></table></div>"""


def shown(**bundle):
    data = {name.replace("_", "/", 1): content for name, content in bundle.items()}
    return new_code_cell("x", outputs=[new_output("display_data", data=data)])


def blocks(*cells):
    return [b for s in read(new_notebook(cells=list(cells))).sections for b in s.blocks]


def printed(*cells):
    reader = PdfReader(io.BytesIO(pdf.render(new_notebook(cells=list(cells)), {})))
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


def page(*cells):
    return LexborHTMLParser(html.render(new_notebook(cells=list(cells)), {}))


def test_a_cell_over_several_rows_or_columns_leaves_the_others_in_their_places():
    [_, grid] = blocks(shown(text_html=FRAME, text_plain="x"))

    assert grid == Grid(
        columns=("outer", "inner", "x p", "x q"),
        rows=(("a", "1", "0.1", "0.2"), ("", "2", "0.3", "0.4")),
    )


def test_a_wide_frame_is_told_in_stretches_that_lose_no_column():
    names = [f"a_rather_long_name_{n}" for n in range(14)]
    head = "".join(f"<th>{name}</th>" for name in names)
    row = "".join(f"<td>{n}.5</td>" for n in range(14))
    frame = f"<table><thead><tr><th></th>{head}</tr></thead><tr><th>7</th>{row}</tr></table>"
    said = printed(shown(text_html=frame)).replace("\u200b", "")

    assert [name for name in names if name not in said] == []


def test_html_without_a_table_gives_its_words_not_the_name_of_its_object():
    said = printed(shown(text_html="<p>Seen <b>words</b></p><ul><li>one</ul>", text_plain="<HTML>"))

    assert "Seen words" in said
    assert "one" in said
    assert "<HTML>" not in said


def test_html_with_nothing_to_read_gives_its_plain_text():
    assert "Figure()" in printed(
        shown(text_html="<div></div><script>draw()</script>", text_plain="Figure()")
    )


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("\x1b[38;5;9mred\x1b[0m", "red"),
        ("\x1b]8;;http://a.example\x07link\x1b]8;;\x07", "link"),
        ("N\x08Na\x08a", "Na"),
        (" 10%\r 50%\r100%\n", "100%"),
        ("one\r\ntwo", "one\ntwo"),
        ("\x07bell", "bell"),
    ],
)
def test_a_stream_is_what_a_terminal_leaves_on_its_screen(typed, left):
    [block] = blocks(new_code_cell("", outputs=[new_output("stream", text=typed)]))

    assert block.text.rstrip("\n") == left


def test_a_formula_is_drawn_and_says_itself_to_who_cannot_see_it():
    drawn = page(new_markdown_cell(r"Let $E = mc^2$ and $$\frac{a}{b}$$ be."))

    assert [svg.attributes["aria-label"] for svg in drawn.css("svg.formula")] == [
        "E = mc^2",
        r"\frac{a}{b}",
    ]
    assert "$" not in printed(new_markdown_cell("Let $E = mc^2$ be."))


@pytest.mark.parametrize(
    "text", ["from $5 to $7", "a $5-$7 range", r"\$x\$ escaped", "`$x$` code", "one $ alone"]
)
def test_dollars_that_are_no_formula_stay(text):
    assert page(new_markdown_cell(text)).css_first("svg.formula") is None
    assert "$" in page(new_markdown_cell(text)).body.text()


def test_a_formula_that_cannot_be_drawn_stands_as_it_is_written():
    written = r"$$\begin{pmatrix}1 & 2\end{pmatrix}$$"

    assert r"\begin{pmatrix}1 & 2\end{pmatrix}" in printed(shown(text_latex=written))


def test_an_aligned_formula_is_a_drawing_for_each_row():
    rows = formula.draw(r"\begin{align} a &= b \\ c &\le \displaystyle d \end{align}")

    assert len(rows) == 2
    assert all(row.height > row.hangs > 0 and row.width > 1 for row in rows)


@pytest.mark.parametrize("latex", ["", "{", "\\", "$", "x" * 5000, "^" * 50, r"\frac{"])
def test_what_is_no_formula_draws_nothing(latex):
    assert formula.draw(latex) == ()


def test_html_within_markdown_gives_its_words_its_emphasis_and_its_pictures():
    text = (
        f'A <b>bold</b> word<br>and <img src="data:image/png;base64,{PIXEL}" alt="a dot"> <u>u</u>'
    )
    drawn = page(new_markdown_cell(text))

    assert drawn.css_first("strong").text() == "bold"
    assert drawn.css_first("img").attributes["alt"] == "a dot"
    assert "<u>" not in drawn.body.text()


@pytest.mark.parametrize("text", ["<b>never closed", "closed</b> never opened", "*a <b>b* c</b>"])
def test_tags_that_do_not_fit_are_left_out(text):
    assert "<" not in page(new_markdown_cell(text)).css_first(".prose").text()


def test_a_block_of_html_gives_its_words_and_its_table():
    drawn = page(new_markdown_cell("<div><b>Note</b> it</div>\n\n<table><tr><td>1</table>"))

    assert drawn.css_first(".prose strong").text() == "Note"
    assert [td.text() for td in drawn.css(".prose tbody td")] == ["1"]


@pytest.mark.parametrize(
    ("source", "metadata", "kept"),
    [
        ("words", {}, True),
        ("words", {"raw_mimetype": "text/latex"}, False),
        ("words", {"format": "text/html"}, False),
        ("words", {"raw_mimetype": "text/markdown"}, True),
        ("---\ntitle: words\n---", {}, False),
    ],
)
def test_a_raw_cell_for_another_format_stays_out(source, metadata, kept):
    assert bool(blocks(new_raw_cell(source, metadata=metadata))) is kept


@pytest.mark.parametrize("text", ["# 漢字 и עברית 😀", "# Plain"])
def test_a_first_heading_stands_once(text):
    assert printed(new_markdown_cell(f"{text}\n\nend")).count("# ") == 0
    sections = pdf.typst.content(read(new_notebook(cells=[new_markdown_cell(text + "\n\nend")])),
                                 title=text[2:], lang="en", toc=False)["chapters"]  # fmt: skip

    assert [section["title"] for section in sections] == [""]


def test_fonts_that_are_asked_for_print_what_ours_lack():
    notebook = new_notebook(cells=[new_markdown_cell("سلام 字")])
    folder = Path(mpl.get_data_path()) / "fonts" / "ttf"
    exporter = get_exporter("accord-pdf")
    lacking, having = (
        PdfReader(io.BytesIO(exporter(fonts=given).from_notebook_node(notebook)[0]))
        for given in ([], [str(folder)])
    )

    assert "[U+0633]" in lacking.pages[0].extract_text()
    assert "[U+0633]" not in having.pages[0].extract_text()
    assert "[U+5B57]" in having.pages[0].extract_text()  # a font for last resort has no shapes
    assert "[U+0633]" in printed(new_markdown_cell("سلام"))


OLD = {
    "metadata": {"name": "Old"}, "nbformat": 3, "nbformat_minor": 0,
    "worksheets": [{"metadata": {}, "cells": [
        {"cell_type": "heading", "level": 1, "metadata": {}, "source": ["An old notebook"]},
        {"cell_type": "code", "collapsed": False, "input": ["print 1"], "language": "python",
         "metadata": {}, "prompt_number": 1, "outputs": [
             {"output_type": "stream", "stream": "stdout", "text": ["printed\n"]},
             {"output_type": "pyout", "prompt_number": 1, "text": ["result"]},
             {"output_type": "display_data", "png": PIXEL},
             {"output_type": "pyerr", "ename": "E", "evalue": "told", "traceback": ["trace"]}]},
    ]}],
}  # fmt: skip
SAID = "printed result told trace"
BARE = {
    "cells": [{"cell_type": "code", "metadata": {}, "source": "print 1", "execution_count": None,
               "outputs": [{"output_type": "stream", "name": "stdout", "text": SAID}]},
              {"cell_type": "markdown", "metadata": {}, "source": ["An old notebook"]}],
    "metadata": {"kernelspec": {"name": "ir", "display_name": "R", "language": "R"}},
    "nbformat": 4, "nbformat_minor": 0,
}  # fmt: skip


@pytest.mark.parametrize("content", [OLD, BARE], ids=["format 3", "format 4.0 in R"])
@pytest.mark.parametrize("name", ["accord-html", "accord-pdf"])
def test_a_notebook_of_an_old_format_is_drawn_whole(content, name, tmp_path):
    path = tmp_path / "old.ipynb"
    path.write_text(json.dumps(content), encoding="utf-8")
    made, _ = get_exporter(name)().from_filename(str(path))
    if name == "accord-pdf":
        said = " ".join(p.extract_text() for p in PdfReader(io.BytesIO(made)).pages)
    else:
        said = LexborHTMLParser(made).body.text()

    for word in ("An old notebook", "print 1", "printed", "result", "told", "trace"):
        assert word in said


def test_hostile_html_runs_nothing_and_loads_nothing():
    text = (
        "<img src=x onerror=alert(1)><a href='javascript:alert(1)'>a</a><iframe src='//x'></iframe>"
        "<svg onload=alert(1)></svg><img src='https://x.example/a.png'><p onclick=alert(1)>p"
    )
    said = markup.written(text)
    drawn = page(shown(text_html=text), new_markdown_cell(text))

    assert "javascript" not in said
    assert not drawn.css("main img, main iframe, main [onclick], main [onerror], main [onload]")
    assert not drawn.css("a[href^=javascript]")
