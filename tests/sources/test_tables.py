import json

import pyarrow as pa
import pytest
from pyarrow import parquet

from accord import parameters, sources
from accord.errors import CorpusError, ParameterError
from accord.sources import rows

ROWS = [
    {"id": "b", "text": "The bridge cost $4 million.", "outlet": "Gazette", "date": "2031-02-03"},
    {"id": "a", "text": "The bridge has 12 arches.", "title": "Arches", "outlet": None},
]


@pytest.fixture
def table(tmp_path):
    """The path of a table with the rows given, in either format."""

    def make(rows, ending):
        path = tmp_path / f"news{ending}"
        if ending == ".parquet":
            names = sorted({name for row in rows for name in row})
            columns = {name: [row.get(name) for row in rows] for name in names}
            parquet.write_table(pa.table(columns), path, row_group_size=2)
        else:
            path.write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")
        return path

    return make


def read(path, **given):
    return sources.read(path, parameters.check(given))


@pytest.mark.parametrize("ending", [".jsonl", ".parquet"])
def test_each_row_is_a_text_that_goes_by_its_id(table, ending):
    a, b = read(table(ROWS, ending)).sources

    assert (a.file, a.text, a.title, a.outlet) == ("a", ROWS[1]["text"], "Arches", None)
    assert (b.file, b.text, b.outlet, b.date) == ("b", ROWS[0]["text"], "Gazette", "2031-02-03")


def test_both_formats_give_the_same_texts(table):
    rows = [*ROWS, {"id": 7, "text": "The bridge has 12 arches.", "url": "https://example.org/x"}]
    rows = [row | {"id": str(row["id"])} for row in rows]

    lines = read(table(rows, ".jsonl"))
    groups = read(table(rows, ".parquet"))

    assert lines.sources == groups.sources


@pytest.mark.parametrize("ending", [".jsonl", ".parquet"])
@pytest.mark.parametrize(
    ("row", "file", "reason"),
    [
        ({"id": "c", "text": None}, "c", "has no text"),
        ({"id": "c", "text": "  "}, "c", "is empty"),
        ({"id": None, "text": "So."}, "row 3 of", "has no id"),
        ({"id": "a", "text": "So."}, "row 3 of", "the id of another row"),
        ({"id": "c", "text": "x" * 5_000_001}, "c", "are read"),
    ],
)
def test_a_row_that_is_no_text_is_listed_with_its_reason(table, ending, row, file, reason):
    found = read(table([*ROWS, row], ending)).sources
    (refused,) = [source for source in found if source.status == "refused"]

    assert refused.file.startswith(file)
    assert reason in refused.reason
    assert len(found) == 3


@pytest.mark.parametrize(
    "line", [b"{", b"[1]", b'{"id": "c", "text": 1}', b"\xff\xfe", b"[" * 9999]
)
def test_a_line_that_is_no_row_is_refused_and_the_others_are_read(table, line):
    path = table(ROWS, ".jsonl")
    path.write_bytes(path.read_bytes() + line + b"\n")
    found = read(path).sources

    assert [source.status for source in found] == ["read", "read", "refused"]


def test_a_date_in_another_form_is_passed_over_with_a_complaint(table):
    found = read(table([ROWS[1] | {"date": "3 March 31"}], ".jsonl"))

    assert found.sources[0].date is None
    assert "the date of 1 row is passed over (a)" in found.complaints[0]


def test_what_stands_beside_a_table_counts(table, tmp_path):
    (tmp_path / "sources.toml").write_text('[[source]]\nfile = "a"\noutlet = "Herald"\n')

    assert read(table(ROWS, ".jsonl")).sources[0].outlet == "Herald"


def test_rows_can_be_left_out(table):
    path = table(ROWS, ".parquet")

    assert [source.file for source in read(path, leave_out=["a"]).sources] == ["b"]
    with pytest.raises(ParameterError, match="did you mean"):
        read(path, leave_out=["aa"])


@pytest.mark.parametrize(
    ("ending", "content"),
    [(".parquet", b"PAR1 but no table"), (".parquet", b""), (".jsonl", b""), (".jsonl", b"\n\n")],
)
def test_a_table_without_rows_is_an_error_with_its_repair(tmp_path, ending, content):
    path = tmp_path / f"news{ending}"
    path.write_bytes(content)

    with pytest.raises(CorpusError, match=r"Write it again|one row for each text"):
        read(path)


def test_a_row_that_holds_a_page_is_read_as_one(table):
    page = "<!DOCTYPE html><html><body><p>Rose 12%</p><script>9</script></body></html>"
    (source,) = read(table([{"id": "a", "text": page}], ".jsonl")).sources

    assert source.text == "Rose 12%"


def test_what_a_row_says_holds_no_controls_and_no_halves_of_characters(table):
    row = {"id": "a\x1b[31m", "outlet": "The\x00Gazette", "title": "Wool\ud800", "text": "7\ud83d%"}
    (source,) = read(table([row], ".jsonl")).sources

    assert (source.file, source.outlet) == ("a", "The Gazette")
    assert (source.title, source.text) == ("Wool\ufffd", "7\ufffd%")


MOMENTS = {
    "a moment": ("2031-02-03T04:05:06Z", "2031-02-03"),
    "a moment with a blank": ("2031-02-03 04:05:06+01:00", "2031-02-03"),
    "eight digits": (20310203, "2031-02-03"),
    "no day of the calendar": ("20311399", None),
    "another order": ("02/03/2031", None),
}


@pytest.mark.parametrize("case", MOMENTS)
def test_a_date_may_be_a_moment_or_eight_digits(case, table):
    stated, day = MOMENTS[case]
    found = read(table([{"id": "c", "text": "It cost $4.", "date": stated}], ".jsonl"))

    assert found.sources[0].date == day
    assert len(found.complaints) == (day is None)


@pytest.mark.parametrize("cell", [7, ["a"], 1.5, True])
def test_a_column_of_texts_that_holds_none_is_listed_row_by_row(cell, table):
    found = read(table([{"id": "c", "text": cell}], ".parquet"))

    assert [(s.status, s.reason) for s in found.sources] == [
        ("refused", "c has no text; put it in the column text.")
    ]


def test_texts_kept_as_bytes_are_decoded(table):
    rows = [{"id": "a", "text": "It cost \u20ac4 million.".encode("cp1252")}]

    assert read(table(rows, ".parquet")).sources[0].text == "It cost \u20ac4 million."


def test_a_table_without_a_column_of_texts_says_which_columns_it_has(table):
    with pytest.raises(CorpusError, match=r"only ID, Story\. Rename"):
        read(table([{"ID": "a", "Story": "It cost $4."}], ".parquet"))


IDS = {"whole": (7.0, "7"), "part": (2.5, "2.5"), "bytes": (b"c7", "c7"), "yes": (True, "True")}


@pytest.mark.parametrize("case", IDS)
def test_an_id_may_be_of_any_plain_type(case, table):
    stated, name = IDS[case]
    (source,) = read(table([{"id": stated, "text": "It cost $4."}], ".parquet")).sources

    assert (source.file, source.status) == (name, "read")


@pytest.mark.parametrize("stated", [["a"], {"a": 1}, float("nan")])
def test_an_id_that_names_nothing_is_listed_by_its_row(stated, table):
    (source,) = read(table([{"id": stated, "text": "It cost $4."}], ".parquet")).sources

    assert (
        source.reason == "row 1 of news.parquet has no id; give each row a name in the column id."
    )


def test_a_column_of_another_form_is_passed_over_with_its_repair(table):
    row = {"outlet": {"name": "Gazette"}, "title": ["Wool", "Tin"], "language": "Klingon!"}
    found = read(table([{"id": "a", "text": "It cost $4."} | row], ".jsonl"))

    assert (found.sources[0].outlet, found.sources[0].title) == (None, None)
    assert found.sources[0].language != "Klingon!"
    assert [complaint.rpartition("; ")[2] for complaint in found.complaints] == [
        "write a code such as en.", "write it as plain text.", "write it as plain text."
    ]  # fmt: skip


def test_what_pandas_writes_for_nothing_is_nothing(table):
    row = {"id": "a", "text": "It cost $4.", "outlet": float("nan"), "date": 2031.0}
    (source,) = read(table([row], ".parquet")).sources

    assert (source.outlet, source.date) == (None, "2031")


def test_a_table_with_one_column_twice_is_an_error_with_its_repair(tmp_path):
    twice = pa.Table.from_arrays([pa.array(["a"])] * 3, names=["id", "text", "text"])
    parquet.write_table(twice, tmp_path / "news.parquet")

    with pytest.raises(CorpusError, match="names a column twice"):
        read(tmp_path / "news.parquet")


def test_a_row_group_too_large_to_be_held_is_an_error_with_its_repair(table, monkeypatch):
    path = table([{"id": str(n), "text": "It cost $4. " * 100} for n in range(300)], ".parquet")
    monkeypatch.setattr(rows, "_LARGEST_GROUP", 1000)

    with pytest.raises(CorpusError, match=r"over 1,000 bytes\. Write it with fewer rows"):
        read(path)


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity"])
def test_what_is_not_a_number_in_a_line_of_json_is_no_value(number, tmp_path):
    path = tmp_path / "news.jsonl"
    path.write_text(f'{{"id": "a", "text": "It cost $4.", "date": {number}, "outlet": {number}}}\n')
    (source,) = read(path).sources

    assert (source.status, source.date, source.outlet) == ("read", None, None)


def test_a_moment_that_python_cannot_hold_is_passed_over_and_said(tmp_path):
    moments = pa.array([2**62, 0], pa.timestamp("us"))
    columns = {"id": ["a", "b"], "text": ["It cost $4.", "It cost $5."], "date": moments}
    parquet.write_table(pa.table(columns), tmp_path / "news.parquet")
    found = read(tmp_path / "news.parquet")

    assert [(source.file, source.date) for source in found.sources] == [
        ("a", None),
        ("b", "1970-01-01"),
    ]
    assert "the date of 1 row is passed over (a)" in found.complaints[0]


COLUMNS = {
    "large strings": pa.array(["It cost $4."], pa.large_string()),
    "a dictionary": pa.array(["It cost $4."]).dictionary_encode(),
    "large bytes": pa.array([b"It cost $4."], pa.large_binary()),
}


@pytest.mark.parametrize("column", COLUMNS)
def test_a_text_is_read_from_a_column_of_any_kind_beside_columns_of_nothing(column, tmp_path):
    columns = {"id": ["a"], "text": COLUMNS[column], "url": pa.nulls(1), "tags": [["x"]]}
    parquet.write_table(pa.table(columns), tmp_path / "news.parquet")
    (source,) = read(tmp_path / "news.parquet").sources

    assert source.text == "It cost $4."
