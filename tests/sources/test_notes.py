from __future__ import annotations

from decimal import Decimal

import pytest

from accord.model import Interval, Measure, Question, Root
from accord.sources.notes import catalogue
from accord.sources.notes.table import Table

TEXT = "Wool prices rose.\n"


@pytest.fixture
def beside(corpus):
    """The corpus of one text with one .toml file beside it."""

    def make(name: str, content: str | bytes, **given):
        return corpus({"a.txt": TEXT, name: content}, **given)

    return make


def test_sources_toml_describes_its_texts(beside):
    content = """
        [[source]]
        file = "./a.txt"
        outlet = "Wool Weekly"
        title = "Up"
        date = 2031-02-03
        url = "https://wool.example/up"
        language = "en-GB"
        credit = "An agency"
        note = "date inferred"
    """

    found = beside("sources.toml", content)

    (source,) = found.sources
    assert (source.outlet, source.title, source.date) == ("Wool Weekly", "Up", "2031-02-03")
    assert (source.url, source.language) == ("https://wool.example/up", "en-GB")
    assert (source.credit, source.note) == ("An agency", "date inferred")
    assert found.complaints == ()


BAD_FILES = [
    "../a.txt",
    "/a.txt",
    "file:///a.txt",
    "b.txt",
    ".",
    "",
    "a.txt\\u0000.png",
    "C:\\\\a.txt",
]


@pytest.mark.parametrize("file", BAD_FILES)
def test_an_entry_for_no_text_of_the_corpus_is_refused(file, beside):
    found = beside("sources.toml", f'[[source]]\nfile = "{file}"\noutlet = "X"\n')

    assert found.sources[0].outlet is None
    assert len(found.complaints) == 1
    assert found.complaints[0].startswith("sources.toml: source 1 ")


def test_many_wrong_names_beside_many_texts_cost_no_more_than_a_few(monkeypatch):
    compared = []
    monkeypatch.setattr(
        catalogue.difflib, "get_close_matches", lambda _, names, **_n: compared.extend(names) or []
    )
    names = [f"{number}.txt" for number in range(2000)]
    table = Table(name="sources.toml", content={"source": [{"file": f"{n}.md"} for n in names]})

    assert catalogue.read(table, names) == {}
    assert len(table.complaints) == len(names)
    assert 0 < len(compared) <= 10 * len(names)


BAD_FIELDS = {
    'url = "javascript:alert(1)"': "url",
    'url = "https://x.example/\\"onclick"': "url",
    'date = "2025-13-45"': "date",
    'date = "spring"': "date",
    'language = "en\\">"': "language",
    "title = 7": "title",
    'colour = "red"': "colour",
}


@pytest.mark.parametrize("field", BAD_FIELDS)
def test_a_bad_field_is_dropped_and_its_neighbours_kept(field, beside):
    found = beside("sources.toml", f'[[source]]\nfile = "a.txt"\noutlet = "X"\n{field}\n')

    assert found.sources[0].outlet == "X"
    assert getattr(found.sources[0], BAD_FIELDS[field], None) in (None, "en")
    assert len(found.complaints) == 1
    assert BAD_FIELDS[field] in found.complaints[0]


def test_of_two_entries_for_one_file_the_first_counts(beside):
    entry = '[[source]]\nfile = "a.txt"\noutlet = "{}"\n'

    found = beside("sources.toml", entry.format("first") + entry.format("second"))

    assert found.sources[0].outlet == "first"
    assert "again" in found.complaints[0]


def test_a_long_string_is_cut_and_said_to_be(beside):
    found = beside("sources.toml", f'[[source]]\nfile = "a.txt"\ntitle = "{"x" * 10_000}"\n')

    assert found.sources[0].title == "x" * 300
    assert "10,000 characters" in found.complaints[0]


BROKEN = {
    "a syntax error": ('[[source]]\nfile = "a.txt"\noutlet = "Unfin\n', "line 3"),
    "a key twice": ("[source]\na = 1\na = 2\n", "line 3"),
    "bytes that are not UTF-8": (b"# fine\n# caf\xe9\n", "line 2"),
    "arrays nested too deeply": ("deep = " + "[" * 5000 + "]" * 5000, "nested too deeply"),
    "tables nested too deeply": ("d = " + "{a=" * 5000 + "1" + "}" * 5000, "nested too deeply"),
    "too much": ('x = "' + "y" * 2_000_000 + '"', "at most 1,000,000 are read"),
    "a number without end": ("x = " + "9" * 10_000, "mend its TOML"),
    "an entry that is no list": ("source = 5", "write [[source]]"),
    "a list that is no entry": ("source = [5]", "write [[source]]"),
    "an unknown table": ("[[sauce]]\nx = 1", "'sauce' is not known"),
}


@pytest.mark.parametrize(
    "name", ["sources.toml", "codebook.toml", "references.toml", "reviews.toml"]
)
@pytest.mark.parametrize("case", BROKEN)
def test_a_broken_file_is_a_complaint_and_the_texts_are_read(case, name, beside):
    content, complaint = BROKEN[case]
    kind = {"codebook.toml": "measure", "references.toml": "figure", "reviews.toml": "review"}
    if name in kind and isinstance(content, str):
        content = content.replace("source", kind[name])
        complaint = complaint.replace("source", kind[name])

    found = beside(name, content)

    assert found.sources[0].text == TEXT
    assert any(c.startswith(f"{name}: ") and complaint in c for c in found.complaints)


def test_a_long_file_is_read_where_long_texts_are(beside):
    content = f'# {"x" * 1_000_000}\n[[source]]\nfile = "a.txt"\noutlet = "Wool Weekly"\n'
    found = beside("sources.toml", content, largest_text=2_000_000)

    assert found.sources[0].outlet == "Wool Weekly"
    assert found.complaints == ()


def test_a_toml_file_that_is_a_link_out_of_the_corpus_is_not_read(beside, tmp_path):
    secret = tmp_path.parent / "secret.toml"
    secret.write_text('[[source]]\nfile = "a.txt"\noutlet = "secret"\n')
    (tmp_path / "sources.toml").symlink_to(secret)

    found = beside("b.txt", TEXT)

    assert [source.outlet for source in found.sources] == [None, None]
    assert "leads out of the corpus" in found.complaints[0]


CODEBOOK = """
[aliases]
"Northport" = ["North Harbour", "Puerto Norte"]

[[measure]]
label = "cost of the mill"
words = ["cost", "worth"]
unit = "USD"
scope = "first stage"
all_of = ["mill"]
none_of = ["wool"]
subject = "the mill"

[[question]]
label = "who runs the mill"
words = "operate"
categories = { Alpha = ["alpha", "alfa"], "a firm" = [] }
broader = [["Alpha", "a firm"], ["Gamma", "a firm"]]

[[question]]
label = "colour"
words = ["colour"]
categories = ["red", "blue"]

[[root]]
label = "the board"
words = ["board"]

[[measure]]
label = "nothing"
"""


def test_codebook_toml_becomes_a_codebook(beside):
    found = beside("codebook.toml", CODEBOOK)

    book = found.codebook
    assert book.aliases == (("Northport", ("North Harbour", "Puerto Norte")),)
    assert book.measures == (
        Measure(label="cost of the mill", words=("cost", "worth"), unit="USD",
                scope=("first stage",), all_of=("mill",), none_of=("wool",), subject="the mill"),
    )  # fmt: skip
    assert book.questions == (
        Question(label="who runs the mill", words=("operate",),
                 categories=(("Alpha", ("alpha", "alfa")), ("a firm", ("a firm",))),
                 broader=(("Alpha", "a firm"),)),
        Question(label="colour", words=("colour",),
                 categories=(("red", ("red",)), ("blue", ("blue",)))),
    )  # fmt: skip
    assert book.roots == (Root(label="the board", words=("board",)),)
    assert [complaint.split(" ")[1] for complaint in found.complaints] == ["measure", "question"]


FIGURES = {
    'value = "12.5e6"': (Interval.exactly(Decimal(12_500_000)), Decimal("1e5")),
    "value = 7": (Interval.exactly(Decimal(7)), Decimal(1)),
    "value = 7.5": (Interval.exactly(Decimal("7.5")), Decimal("0.1")),
    'value = ["1", "2"]\nmodifier = "between"': (Interval(Decimal(1), Decimal(2)), Decimal(1)),
    'value = "5"\nmodifier = "over"': (Interval(Decimal(5), None, low_closed=False), Decimal(1)),
    'value = "5"\nmodifier = "up_to"': (Interval(None, Decimal(5)), Decimal(1)),
    'value = "10"\nmodifier = "about"': (Interval(Decimal(8), Decimal(12)), Decimal(1)),
}


@pytest.mark.parametrize("stated", FIGURES)
def test_a_figure_is_the_interval_that_it_states(stated, beside):
    content = f'[[figure]]\nmeasure = "wool"\nunit = "USD"\nperiod = 2031\n{stated}\n'

    (figure,) = beside("references.toml", content, about=0.2).figures

    assert (figure.value, figure.resolution) == FIGURES[stated]
    assert (figure.measure, figure.unit, figure.period) == ("wool", "USD", "2031")


@pytest.mark.parametrize(
    "value", ['"many"', "true", '"nan"', '"1e999999"', "[1, 2, 3]", "[[1], 2]"]
)
def test_a_figure_without_a_number_is_refused(value, beside):
    found = beside("references.toml", f'[[figure]]\nmeasure = "wool"\nvalue = {value}\n')

    assert found.figures == ()
    assert "write a number" in found.complaints[0]


REVIEWS = """
[[review]]
on = "c123"
decision = "reject"
by = "RK"
note = "a typo"
sentence = "Wool rose."

[[review]]
on = "f1"
decision = "applaud"

[[review]]
on = "f1"
decision = "merge"
"""


def test_reviews_toml_becomes_decisions(beside):
    found = beside("reviews.toml", REVIEWS)

    (review,) = found.reviews
    assert (review.on, review.decision, review.by, review.note) == (
        "c123",
        "reject",
        "RK",
        "a typo",
    )
    assert [complaint.split(":")[1].split(" ")[2] for complaint in found.complaints] == ["2", "3"]


OFF = {"codebook": CODEBOOK, "references": "[[figure]]\nmeasure = 5", "reviews": REVIEWS}


@pytest.mark.parametrize("name", OFF)
def test_what_is_switched_off_is_not_read(name, beside):
    found = beside(f"{name}.toml", OFF[name], **{name: False})

    assert found.complaints == ()


def test_the_story_is_named_on_top_of_the_sources(beside):
    assert beside("sources.toml", 'story = "The ferry"\n').story == "The ferry"
