from __future__ import annotations

import os
from array import array
from pathlib import Path

import pytest

from accord import parameters, sources
from accord.errors import CorpusError, ParameterError

PARAMETERS = parameters.check({})
TEXT = "Wool prices rose 12% to $4.5 million in 2031, the board said.\n"


def statuses(corpus) -> dict[str, str]:
    return {source.file: source.status for source in corpus.sources}


def test_texts_come_in_order_of_name_with_their_folders(corpus):
    found = corpus({"b.txt": TEXT, "sub/a.md": TEXT + "1", "a.html": f"<p>{TEXT}2</p>"})

    assert [source.file for source in found.sources] == ["a.html", "b.txt", "sub/a.md"]


def test_a_source_knows_its_file(one):
    source = one(TEXT)

    assert source.text == TEXT
    assert (source.chars, source.encoding, source.language) == (len(TEXT), "utf-8", "en")
    assert len(source.sha256) == 64
    assert [sentence.span.of(TEXT) for sentence in source.sentences] == [TEXT.strip()]


def test_wording_is_sorted_and_the_same_for_any_case(corpus):
    (lower,) = corpus({"a.txt": TEXT.lower()}).sources
    _, upper = corpus({"a.txt": "Another text.", "b.txt": TEXT.upper()}).sources

    assert lower.wording == upper.wording == array("Q", sorted(set(lower.wording)))
    assert len(lower.wording) == 11


REFUSED = {
    "an empty file": ("a.txt", b"", "is empty"),
    "blanks only": ("a.txt", "\ufeff \t\r\n\u00a0\u200b\u3000\n".encode(), "is empty"),
    "a PDF": ("a.txt", b"%PDF-1.7\n" + bytes(range(256)), "holds a PDF"),
    "an archive": ("a.txt", b"PK\x03\x04rest", "zip archive"),
    "noise": ("a.txt", bytes(range(8)) * 99, "no text"),
    "XML": ("a.txt", b'<?xml version="1.0"?>\n<!DOCTYPE a [<!ENTITY b "c">]><a/>', "XML"),
    "an unknown ending": ("a.docx", b"text", "ends in '.docx'"),
    "no ending": ("notes", b"text", "has no ending"),
    "a note on the folder": ("README.md", b"12 texts", "tells of the folder"),
    "a table among texts": ("a.jsonl", b"{}", "name the table itself as the corpus"),
    "a hidden file": (".a.txt", b"text", "is hidden"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_no_text_is_refused_with_its_reason(case, one):
    name, content, reason = REFUSED[case]

    source = one(content, name)

    assert (source.status, source.text, source.sentences) == ("refused", "", ())
    assert source.reason.startswith(f"{name} ")
    assert reason in source.reason


def test_a_text_over_the_limit_is_refused_and_the_limit_can_be_set(corpus):
    (refused,) = corpus({"a.txt": TEXT}, largest_text=10).sources
    (read,) = corpus({"a.txt": TEXT}, largest_text=len(TEXT)).sources

    assert "at most 10 are read" in refused.reason
    assert f"largest_text={len(TEXT)}" in refused.reason
    assert read.status == "read"


def test_a_text_beyond_every_limit_is_told_no_limit_that_cannot_be_set(corpus, tmp_path):
    corpus({"a.txt": TEXT})
    with (tmp_path / "b.txt").open("wb") as stream:
        stream.truncate(parameters.LARGEST + 1)
    found = sources.read(tmp_path, parameters.check({}))

    assert found.sources[1].reason.endswith("Shorten or split it.")


def test_a_folder_named_like_a_text_is_refused(corpus):
    found = corpus({"x.txt/inner.txt": TEXT, "a.txt": TEXT})

    assert statuses(found) == {"a.txt": "read", "x.txt": "refused"}


def test_links_out_of_the_corpus_or_in_circles_are_refused(corpus, tmp_path):
    outside = tmp_path.parent / "outside.txt"
    outside.write_text(TEXT)
    targets = {
        "self.txt": "self.txt", "up": "..", "gone.txt": "nowhere.txt", "out.txt": outside,
    }  # fmt: skip
    for name, target in targets.items():
        (tmp_path / name).symlink_to(target)

    found = corpus({"a.txt": TEXT})

    assert statuses(found) == {"a.txt": "read"} | dict.fromkeys(sorted(targets), "refused")


def test_a_link_inside_the_corpus_is_a_copy(corpus, tmp_path):
    (tmp_path / "b.txt").symlink_to("a.txt")

    assert [source.copy_of for source in corpus({"a.txt": TEXT}).sources] == [None, "a.txt"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_an_unreadable_file_is_refused(corpus, tmp_path):
    (tmp_path / "a.txt").touch(mode=0)

    assert "may not be read" in corpus({"b.txt": TEXT}).sources[0].reason


def test_copies_are_equal_but_for_case_and_blanks(corpus):
    found = corpus({"a.txt": TEXT, "b.txt": f"  {TEXT.upper()}\r\n", "c.txt": TEXT + "More."})

    assert [source.copy_of for source in found.sources] == [None, "a.txt", None]
    assert [bool(source.text) for source in found.sources] == [True, False, True]


def test_of_copies_the_one_that_most_is_known_of_keeps_its_text(corpus):
    known = b'[[source]]\nfile = "b.txt"\noutlet = "The Post"\n'
    found = corpus({"a.txt": TEXT, "b.txt": TEXT, "sources.toml": known}).sources

    assert [source.copy_of for source in found] == ["b.txt", None]
    assert [bool(source.text) for source in found] == [False, True]


def test_hard_names_stay_as_they_are(corpus):
    names = [
        "-rf.txt",
        "a b.txt",
        "caf\u00e9.txt",
        "cafe\u0301.txt",
        "new\nline.txt",
        "{{7*7}}.txt",
    ]

    assert statuses(corpus(dict.fromkeys(names, TEXT))) == dict.fromkeys(sorted(names), "read")


def test_a_name_that_is_not_utf8_is_shown_escaped(corpus, tmp_path):
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/bad-\xff.txt")).write_text(TEXT)

    assert corpus({}).sources[0].file == "bad-\\xff.txt"


def test_a_name_that_holds_controls_is_shown_escaped(one):
    assert one(TEXT, "a\x1b[31m\x85.txt").file == "a\\x1b[31m\\x85.txt"


def test_files_can_be_left_out(corpus):
    found = corpus({"a.txt": TEXT, "b.txt": TEXT}, leave_out=["a.txt"])

    assert [(source.file, source.copy_of) for source in found.sources] == [("b.txt", None)]


def test_leaving_out_what_is_not_there_says_what_was_meant(corpus):
    with pytest.raises(ParameterError, match=r"did you mean 'a\.txt'\?"):
        corpus({"a.txt": TEXT}, leave_out=["b.txt"])


def test_a_missing_folder_is_an_error_with_its_repair(tmp_path):
    with pytest.raises(CorpusError, match="name a folder that holds texts"):
        sources.read(tmp_path / "gone", PARAMETERS)


def test_a_file_in_place_of_a_folder_is_an_error(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)

    with pytest.raises(CorpusError, match="name the folder that holds it"):
        sources.read(tmp_path / "a.txt", PARAMETERS)


def test_a_folder_without_any_file_is_an_error(tmp_path):
    with pytest.raises(CorpusError, match=r"put \.txt"):
        sources.read(tmp_path, PARAMETERS)


PAGE = (
    "<!DOCTYPE html><html><head><title>Wool &amp; co</title><style>p{width:50%}</style>"
    "<script>var a=100</script></head><body><h1>Prices</h1><p>Rose <b>12%</b> to&nbsp;$5"
    "<p>and\n fell.<!-- 77% --><table><tr><td>1<td>2</table></body></html>"
)


@pytest.mark.parametrize("name", ["a.html", "a.htm", "a.txt"])
def test_a_web_page_is_read_as_its_reader_sees_it(name, one):
    source = one(PAGE, name)

    assert source.text == "Prices\nRose 12% to $5\nand fell.\n1\n2"
    assert source.title == "Wool & co"


def test_deeply_nested_markup_is_read(one):
    assert one("<html>" + "<div>" * 20_000 + "Wool rose.", "a.html").text == "Wool rose."


UNSEEN = {
    "hidden": "<p>Wool <b hidden>9</b>rose.<p hidden=until-found>9</p>",
    "hidden within hidden": "<div hidden>9<nav>9<p>9</p></nav>9</div>Wool rose.",
    "a style of display": "Wool<i style='color:red; DISPLAY : none !important'>9</i> rose.",
    "a style of visibility": "Wool<i style='visibility:hidden'>9</i> rose.",
    "a closed dialog": "Wool <dialog>9</dialog><dialog open>rose.</dialog>",
    "what a picture says without a picture": "Wool <video>9</video>rose.<noscript>9</noscript>",
    "a script with a style": "Wool rose.<script style='color:red'>9</script>",
}
SEEN = {
    "what a later style shows again": "<p style='display:none;display:block'>Wool rose.",
    "what only voices pass over": "Wool <b aria-hidden=true>rose.</b>",
    "what is folded away": "<details>Wool rose.</details>",
    "a body that its script shows": "<body style='display:none' hidden>Wool rose.",
}


@pytest.mark.parametrize("case", [*UNSEEN, *SEEN])
def test_what_no_reader_of_a_web_page_sees_is_left_out(case, one):
    text = one("<html>" + (UNSEEN | SEEN)[case], "a.html").text

    assert text == "Wool rose."


TANGLED = {
    "tags without end": "<div>" * 40_000,
    "tags around tables": "<div><table></table>" * 40_000,
    "ends of what was never opened": "<span>" * 30_000 + "</q>" * 30_000,
    "attributes": f"<p {' '.join(f'a{k}' for k in range(40_000))}>",
    "attributes with marks of tags": "<p " + "".join(f"a{k}='>'" for k in range(40_000)) + ">",
    "styles without end": "<p>"
    + "".join(f"<font size={k}>" for k in range(2000))
    + "<p></p>" * 2000,
    "tags behind a comment": "<!-- <a b='\" --><!-->" + "<div>" * 40_000,
}


@pytest.mark.parametrize("case", TANGLED)
@pytest.mark.parametrize("name", ["a.html", "a.md"])
def test_a_web_page_whose_tags_are_endless_work_is_refused(case, name, one):
    source = one("<html>" + TANGLED[case] + "Wool rose.", name)

    assert source.reason == (
        f"{name} has too many tags within tags, or too many attributes in one; "
        "save its text as .txt."
    )


UNTANGLED = {
    "blocks that end one another": "<p>Wool<li>rose" * 40_000,
    "cells": "<table>" + "<tr><td><font size=1>Wool<td><b>rose" * 20_000,
    "the same style again": "<p><font size=1>Wool</p>" * 2_000,
    "tags that are told": f"<script>{'<div>' * 40_000}</script><!--{'<div>' * 40_000}-->Wool",
}


@pytest.mark.parametrize("case", UNTANGLED)
def test_a_web_page_of_many_tags_is_read(case, one):
    assert one("<html>" + UNTANGLED[case], "a.html").text.startswith("Wool")


def test_markdown_is_read_as_typed(one):
    text = "# Wool\n\nRose **12%**.\n"

    assert one(text, "a.md").text == text


LANGUAGES = {
    "en": "The price of wool rose in the north and the board was glad of it.",
    "es": "El precio de la lana subió en el norte y el consejo se alegró de ello.",
    "fr": "Le prix de la laine a monté dans le nord et le conseil en est content.",
    "de": "Der Preis der Wolle stieg im Norden und der Rat war nicht unzufrieden.",
    "pl": "Cena wełny wzrosła na północy i nie jest to dobre dla rady.",
    "ro": "Prețul lânii a crescut în nord și este o problemă pentru cei care nu au fost întrebați.",
    "hu": "A gyapjú ára nőtt az északi részen, és ez nem volt jó hír, mondta a tanács.",
    "sv": "Priset på ull steg i norr och det är inte bra för dem som har mycket.",
    "tr": "Yün fiyatı kuzeyde arttı ve bu çok iyi değil ama kurul için bir sorun olarak kaldı.",  # noqa: RUF001
    "id": "Harga wol naik di utara dan ini tidak baik untuk dewan yang akan membeli.",
    "vi": "Giá len đã tăng ở phía bắc và đó không phải là điều tốt cho các công ty.",
    "uk": "Ціна вовни зросла на півночі.",
    "fa": "قیمت پشم در شمال افزایش یافت و شورا گفت چه خواهد کرد",
    "zh": "羊毛价格上涨。",
    "ja": "ウールの価格が上がりました。",
    "ru": "Цена шерсти выросла.",
    None: "12345 67 89",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_language_is_guessed_from_script_and_small_words(language, one):
    assert one(LANGUAGES[language]).language == language


@pytest.mark.parametrize(
    "table",
    [
        "Webb Del E Properties: revs 2,640 per share, net 188,000 per share. Del E said e.",
        "RUBBER per kilo, No 1 spot 60.00, No 2 spot 61.50, per kilo, No 3",
    ],
)
def test_a_table_of_prices_in_english_is_in_no_other_language(table, one):
    assert one(table).language is None


def test_the_title_of_a_page_holds_no_controls(one):
    page = "<html><head><title>Wool&#27;[31m&#8;7</title></head><body>Wool rose.</body></html>"

    assert one(page, "a.html").title == "Wool      7"


DATED = """[[source]]
file = "a.txt"
date = "2025-03-02"
[[source]]
file = "b.txt"
date = "2025"
"""
UNTIL = [
    ("2025-03-02", ["a.txt", "b.txt", "c.txt"]),
    ("2025-03-01", ["b.txt", "c.txt"]),
    ("2025-03", ["a.txt", "b.txt", "c.txt"]),
    ("2024", ["c.txt"]),
]


@pytest.mark.parametrize(("until", "left"), UNTIL)
def test_texts_dated_after_a_day_can_be_left_out(corpus, until, left):
    texts = {"a.txt": TEXT, "b.txt": f"{TEXT} b", "c.txt": f"{TEXT} c", "sources.toml": DATED}

    assert [source.file for source in corpus(texts, until=until).sources] == left


def test_every_wrong_name_is_said_at_once(corpus):
    with pytest.raises(ParameterError) as caught:
        corpus({"a.txt": TEXT}, leave_out=["b.txt", "zzz"])

    assert len(str(caught.value).splitlines()) == 2
