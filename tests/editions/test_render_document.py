import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output, new_raw_cell

from accord.editions import parts
from accord.editions.parts import MIME
from accord.editions.render.document import (
    Code,
    Drawing,
    Failure,
    Grid,
    Image,
    Plain,
    Prose,
    read,
)

PIXEL = "iVBORw0KGgo="
SECTION = parts.Section(key="facts", menu="Facts", title="What was found", subtitle="In short")


def shown(**bundle):
    return new_output("display_data", data={k.replace("_", "/"): v for k, v in bundle.items()})


def blocks(*cells):
    return [
        block for section in read(new_notebook(cells=cells)).sections for block in section.blocks
    ]


def outputs(*found, source="", **metadata):
    return blocks(new_code_cell(source, outputs=list(found), metadata=metadata))


def test_headings_of_level_one_and_two_open_sections_and_deeper_ones_do_not():
    text = "before\n\n# One *and* two\n\n### deep\n\n## Three\n\nafter"
    sections = read(new_notebook(cells=[new_markdown_cell(text)])).sections

    assert [(s.title, s.key, s.level) for s in sections] == [
        ("", "", 2),
        ("One and two", "one-and-two", 1),
        ("Three", "three", 2),
    ]


def test_a_heading_inside_a_quote_opens_nothing():
    sections = read(new_notebook(cells=[new_markdown_cell("> # quoted")])).sections

    assert [section.title for section in sections] == [""]


def test_a_section_part_opens_a_section_under_its_own_key():
    cell = new_code_cell("", outputs=[new_output("display_data", data={MIME: SECTION.content()})])
    section = read(new_notebook(cells=[new_markdown_cell("# Before"), cell])).sections[-1]

    assert (section.key, section.menu, section.title) == ("facts", "Facts", "What was found")
    assert section.subtitle == "In short"


def test_two_sections_of_one_title_have_two_anchors():
    document = read(new_notebook(cells=[new_markdown_cell("# A\n\n# A\n\n# !?")]))

    assert [section.key for section in document.sections] == ["a", "a-2", "section"]


@pytest.mark.parametrize(
    ("metadata", "text", "title"),
    [
        ({"title": "Given"}, "# Heading", "Given"),
        ({}, "words\n\n# Heading", "Heading"),
        ({}, "words", "Untitled"),
    ],
)
def test_the_title_is_the_given_one_or_the_first_heading(metadata, text, title):
    notebook = new_notebook(cells=[new_markdown_cell(text)], metadata=metadata)

    assert read(notebook).title == title


def test_a_part_goes_before_its_markdown_and_has_every_field():
    content = {"part": "card"} | parts.Figure(
        name="a", title="", subtitle="", wide="", narrow="", alt="", columns=(), rows=()
    ).content()
    (block,) = outputs(new_output("display_data", data={MIME: content, "text/markdown": "x"}))

    assert isinstance(block, Drawing)
    assert block.part == "figure"
    assert block.content["note"] == ()


@pytest.mark.parametrize(
    "content",
    [
        {"part": "section", "title": "no key"},
        {"part": "nonsense"},
        {"part": "lede", "lines": 5},
        [],
    ],
)
def test_a_part_without_its_fields_is_read_by_its_markdown(content):
    (block,) = outputs(new_output("display_data", data={MIME: content, "text/markdown": "x"}))

    assert isinstance(block, Prose)


@pytest.mark.parametrize(
    ("output", "block"),
    [
        (new_output("stream", name="stderr", text="\x1b[31mred\x1b[0m"),
         Plain(text="red", stream="stderr")),
        (new_output("error", ename="ValueError", evalue="no", traceback=["a", "\x1b[1mb"]),
         Failure(name="ValueError", message="no", trace="a\nb")),
        (shown(text_plain="1"), Plain(text="1")),
        (shown(image_png=PIXEL, text_plain="<Figure>"),
         Image(mime="image/png", content=b"\x89PNG\r\n\x1a\n")),
        (shown(text_html="<table><thead><tr><th>a</thead><tr><td>1</table>", text_plain="x"),
         Grid(columns=("a",), rows=(("1",),))),
    ],
)  # fmt: skip
def test_each_output_of_a_foreign_notebook_is_one_kind_of_block(output, block):
    assert outputs(output) == [block]


def test_what_is_called_a_picture_and_is_none_is_not_shown_as_one():
    text = "PGh0bWw+"  # <html>

    assert outputs(shown(image_png=text, text_plain="words")) == [Plain(text="words")]


def test_a_picture_takes_its_alternative_text_from_the_cell():
    (_, image) = outputs(shown(image_png=PIXEL), source='#| fig-alt: "A line"\nplot()')

    assert image.alt == "A line"


@pytest.mark.parametrize(
    ("source", "tags", "kinds"),
    [
        ("run()", [], [Code, Plain]),
        ("run()", ["remove-input"], [Plain]),
        ("run()", ["remove-output"], [Code]),
        ("run()", ["remove-cell"], []),
        ("#| echo: false\nrun()", [], [Plain]),
        ("#| output: false\nrun()", [], [Code]),
        ("#| include: false\nrun()", [], []),
        ("", [], [Plain]),
    ],
)
def test_tags_and_options_say_what_of_a_cell_is_shown(source, tags, kinds):
    found = outputs(shown(text_plain="1"), source=source, tags=tags)

    assert [type(block) for block in found] == kinds


def test_options_of_quarto_are_not_shown_as_code():
    (code,) = blocks(new_code_cell("#| label: a\nrun()"))

    assert code.source == "run()"


def test_a_raw_cell_is_plain_text():
    assert blocks(new_raw_cell("<b>")) == [Plain(text="<b>", stream="raw")]


def test_an_empty_notebook_is_an_empty_document():
    assert read(new_notebook()).sections == ()
