"""The content that the Typst template draws: covered, settled, and never markup."""

import base64
import re
import tomllib

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from accord import project
from accord.editions import parts
from accord.editions.render import typst
from accord.editions.render.document import read
from accord.editions.render.typst import characters, levels, pages

from . import sample

PIXEL = base64.b64encode(b"\x89PNG\r\n\x1a\n and the rest").decode()
TEMPLATES = project.find().look / "templates"


def content(notebook, **told):
    return typst.content(read(notebook), **{"title": "T", "lang": "en", "toc": True, **told})


def blocks(*cells):
    return [b for c in content(new_notebook(cells=list(cells)))["chapters"] for b in c["blocks"]]


def prose(text):
    return blocks(new_markdown_cell(text))


def walked(value):
    yield value
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for each in inner:
        yield from walked(each)


def links(drawn):
    return {v["link"] for v in walked(drawn) if isinstance(v, dict) and v.get("link")}


def anchors(drawn):
    return [v["anchor"] for v in walked(drawn) if isinstance(v, dict) and v.get("anchor")]


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("plain, with é and ÷", "plain, with é and ÷"),
        ("\u5188", "[U+5188]"),
        ("a\u200bb", "a[U+200B]b"),
        ("\u202edlog", "[U+202E]dlog"),
        ("\U0001f600", "[U+1F600]"),
        ("two\nlines\tand a tab", "two lines and a tab"),
        ("Αθήνα, Москва", "Αθήνα, Москва"),
        ("\x07", "[U+0007]"),
    ],
)
def test_a_character_without_a_glyph_is_printed_as_its_code_point(written, printed):
    assert characters.inline(written) == printed


@given(st.text())
def test_all_printed_text_is_covered(text):
    printed = characters.inline(text).replace("\u200b", "")

    assert characters.covered(printed) == printed


def test_a_long_word_can_be_broken():
    assert max(map(len, characters.inline("x" * 200).split("\u200b"))) <= 15


def test_lines_of_output_stay_lines():
    assert characters.lines("a\r\nb\tc\x1b") == "a\nb   c[U+001B]"


@pytest.mark.parametrize(
    ("drawn", "printed"),
    [
        ("<text>\u5188</text>", "<text>[U+5188]</text>"),
        ("<text>&#20872;</text>", "<text>[U+5188]</text>"),
        ("<text>&#x5188;</text>", "<text>[U+5188]</text>"),
        ("<text>&#60;b&#62; &amp;</text>", "<text>&#60;b&#62; &amp;</text>"),
        ("<text>&#9999999;</text>", "<text>&#9999999;</text>"),
    ],
)
def test_the_text_of_a_drawing_is_covered_and_its_markup_kept(drawn, printed):
    assert characters.picture(drawn) == printed


def test_the_coverage_names_only_characters_of_public_sans_for_drawings():
    fonts = project.find().look / "theme" / "fonts"
    ranges = tomllib.loads((fonts / "coverage.toml").read_text(encoding="utf-8"))["picture"]
    ends = [ends.split("-") for ends in ranges.split()]
    printed = {c for low, high in ends for c in range(int(low, 16), int(high, 16) + 1)}

    assert printed <= set(TTFont(fonts / "PublicSans-Regular.ttf").getBestCmap())


def test_every_link_within_the_report_leads_to_an_anchor():
    drawn = content(sample.notebook())
    inner = {link[1:] for link in links(drawn) if link.startswith("#")}

    assert {"fact-f06", "claim-c002f06"} <= inner
    assert inner <= set(anchors(drawn))


def test_no_anchor_is_given_twice():
    given_away = anchors(content(sample.notebook()))

    assert len(given_away) == len(set(given_away))


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "file:///etc/passwd", "#nowhere", "//x.example", "data:x,y"]
)
def test_a_link_that_may_not_be_followed_is_plain_text(address):
    runs = prose(f"[word]({address})")[0]["runs"]

    assert [(run["text"], run["link"]) for run in runs if run["text"]][-1][1] == ""


def test_a_link_to_the_web_is_kept():
    assert links(prose("[word](https://example.org/a?b=c)")) == {"https://example.org/a?b=c"}


def test_addresses_are_numbered_once_in_the_order_they_stand():
    text = "[a](https://a.example/) [b](http://b.example/x) [a](https://a.example/) [c](c.csv)"
    drawn = content(new_notebook(cells=[new_markdown_cell(text)]))
    runs = [run for run in drawn["chapters"][0]["blocks"][0]["runs"] if run["link"]]

    assert [run["note"] for run in runs] == [1, 2, 1, 0]
    assert [a["link"] for a in drawn["addresses"]] == ["https://a.example/", "http://b.example/x"]


def test_markdown_keeps_its_styles():
    runs = prose("A *b **c*** `d` ~~e~~.")[0]["runs"]

    assert [(run["text"], run["styles"]) for run in runs if run["styles"]] == [
        ("b ", ["em"]),
        ("c", ["em", "strong"]),
        ("d", ["code"]),
        ("e", ["delete"]),
    ]


def test_markdown_keeps_its_blocks():
    text = "1. one\n2. two\n\n> said\n\n```\nx  y\n```\n\n| a | b |\n|---|--:|\n| 1 | 2 |\n\n---\n"

    assert [b["kind"] for b in prose(text)] == ["list", "quote", "raw", "grid", "line"]
    assert prose(text)[3]["align"] == ["left", "right"]


def test_html_in_markdown_gives_its_words_and_a_script_none():
    assert prose("<script>x</script>") == []
    assert [run["text"] for run in prose("<div>said</div>")[0]["runs"]] == ["said"]


def test_a_picture_that_travels_in_the_notebook_is_drawn_from_its_bytes():
    cell = new_markdown_cell("![a dot](attachment:dot.png)")
    cell["attachments"] = {"dot.png": {"image/png": PIXEL}}
    picture = blocks(cell)[0]

    assert (picture["kind"], picture["alt"]) == ("picture", "a dot")
    assert bytes(picture["bytes"]) == base64.b64decode(PIXEL)


def test_a_picture_from_elsewhere_is_only_its_words():
    assert [b["kind"] for b in prose("![a dot](https://example.org/dot.png)")] == ["p"]


def test_headings_skip_no_level():
    sections = [
        {"title": "", "level": 2, "blocks": [{"kind": "h", "level": 4}]},
        {
            "title": "A",
            "level": 2,
            "blocks": [{"kind": "h", "level": 5}, {"kind": "h", "level": 3}],
        },
        {"title": "B", "level": 1, "blocks": []},
        {"title": "C", "level": 2, "blocks": []},
    ]
    stepped = list(levels.stepped(sections, said="T"))

    assert [s["level"] for s in stepped] == [0, 1, 1, 1]
    assert [[b["level"] for b in s["blocks"]] for s in stepped] == [[1], [2, 3], [], []]


def test_a_title_that_the_page_says_is_not_said_twice():
    drawn = content(new_notebook(cells=[new_markdown_cell("# T\n\nWords.\n\n## U")]))

    assert [(c["title"], c["level"]) for c in drawn["chapters"]] == [("", 0), ("U", 1)]


def chapter(rows):
    table = {"kind": "table", "rows": [[]] * rows}
    return {"title": "x", "subtitle": "", "level": 1, "blocks": [table]}


def test_long_chapters_open_a_page_and_short_ones_stand_whole_under_the_one_before():
    opened = list(pages.opened([chapter(30), chapter(10), chapter(30), chapter(4)]))

    assert [c["fresh"] for c in opened] == [True, False, True, False]
    assert [c["whole"] for c in opened] == [False, True, False, True]


def test_a_chapter_follows_one_of_a_few_lines_on_its_page():
    nothing = {"title": "x", "subtitle": "y", "level": 1, "blocks": []}
    opened = pages.opened([chapter(30), nothing, chapter(30)])

    assert [c["fresh"] for c in opened] == [True, False, False]


def test_code_stands_before_its_results_but_in_a_report_of_ours():
    cell = new_code_cell("x = 1", outputs=[new_output("stream", text="seen")])
    ours = new_output("display_data", data=parts.Glossary(entries=()).bundle())
    drawn = blocks(cell, new_code_cell("y = 2", outputs=[ours]))

    assert blocks(cell) == [{"kind": "code", "text": "x = 1"}, {"kind": "raw", "text": "seen"}]
    assert [block["kind"] for block in drawn] == ["raw", "glossary"]


def test_every_kind_of_part_is_drawn_by_the_template():
    kinds = {kind.__name__.lower() for kind in parts.Part.__subclasses__()} - {
        "section",
        "colophon",
    }
    text = (TEMPLATES / "parts.typ").read_text(encoding="utf-8")
    drawn = text[text.index("#let drawn = (") :]

    assert [kind for kind in sorted(kinds) if not re.search(rf"\b{kind}:", drawn)] == []


def test_the_numbers_behind_every_drawing_are_listed():
    numbers, index = content(sample.notebook())["chapters"][-2:]

    assert [block["kind"] for block in numbers["blocks"]] == ["numbers"] * 3
    assert [entry["claim"] for entry in index["blocks"][0]["lists"][0]["entries"]] == [
        "c002f03",
        "c002f06",
        "c002f09",
    ]


@pytest.mark.parametrize(("given_", "set_"), [("es", "es"), ('EN"; #panic()', "en"), ("", "en")])
def test_only_a_language_code_sets_the_language(given_, set_):
    assert content(sample.notebook(), lang=given_)["lang"] == set_
