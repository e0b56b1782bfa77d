import csv
import io
import json
import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.editions import data, linked, tables
from accord.model import Interval

PLAIN = re.compile(r"[+-]?\d+(\.\d+)?([eE][+-]?\d+)?", re.ASCII)
FORMULA = tuple("=+-@\t\r\uff1d\uff0b\uff0d\uff20")


def read(text):
    return list(csv.reader(io.StringIO(text, newline="")))


@given(
    st.lists(
        st.lists(st.text() | st.decimals(allow_nan=False, allow_infinity=False), min_size=2),
        min_size=1,
    )
)
def test_no_cell_but_a_plain_number_begins_like_a_formula(rows):
    written = read(tables.to_csv(("a", "b"), rows))

    assert len(written) == len(rows) + 1
    for cell in (cell for row in written for cell in row):
        assert PLAIN.fullmatch(cell) or not cell.lstrip().startswith(FORMULA)


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ("=1+1", "'=1+1"),
        (" @SUM(1)", "' @SUM(1)"),
        ("-2+3 imports", "'-2+3 imports"),
        (Decimal("-30.30"), "-30.30"),
        ("two\nlines", "two lines"),
        (("a", "b"), "a; b"),
        (None, ""),
        (False, "false"),
        ("\u202ex", "\\u202ex"),
    ],
)
def test_a_value_is_one_cell_on_one_line(value, cell):
    assert tables.cell(value) == cell


def test_the_table_of_claims_has_a_row_a_claim_with_its_verdict_and_sentence(findings, tmp_path):
    data.write(findings, tmp_path)
    head, *rows = read((tmp_path / "claims.csv").read_text(encoding="utf-8"))
    second = dict(zip(head, rows[1], strict=True))

    assert [row[0] for row in rows] == ["c1", "c2", "c3"]
    assert (second["low"], second["verdict"], second["n_eff_low"]) == ("36", "conflict", "2")
    assert second["quote"] == "About 40 cars fit on the ferry, the port says."


def test_a_study_without_claims_still_writes_its_table(findings, tmp_path):
    alignment = replace(findings.alignment, facts=())
    data.write(replace(findings, claims=(), agreements=(), alignment=alignment), tmp_path)

    assert (tmp_path / "claims.csv").read_text(encoding="utf-8").startswith("fact,label")


def test_linked_data_quotes_the_text_at_its_place(findings):
    graph = json.loads(json.dumps(linked.document(findings), default=str))["@graph"]
    (note,) = [one for one in graph if one["@id"] == "#annotation-c2"]
    position, quote = note["oa:hasTarget"]["oa:hasSelector"]
    text = findings.sources["b.txt"].text

    assert text[position["oa:start"] : position["oa:end"]] == quote["oa:exact"] == "40 cars"
    assert text.startswith(quote["oa:prefix"] + quote["oa:exact"])


def test_linked_data_is_json_with_a_node_a_line(findings, tmp_path):
    data.write(findings, tmp_path)
    text = (tmp_path / "claims.jsonld").read_text(encoding="utf-8")

    assert len(json.loads(text)["@graph"]) == text.count("\n") - 2


def test_a_date_is_a_time_and_no_quantity(findings):
    days = Interval.days(date(2031, 5, 1), date(2031, 5, 31))
    dated = replace(findings.claims[0], kind="date", unit=None, value=days, interval=days)
    graph = linked.document(replace(findings, claims=(dated,)))["@graph"]
    (claim,) = [one for one in graph if "schema:text" in one]

    assert claim["schema:temporalCoverage"] == "2031-05-01/2031-05-31"
    assert "schema:about" not in claim


def test_every_name_in_linked_data_is_there_or_is_in_the_context(findings):
    document = linked.document(findings)
    defined = {one["@id"] for one in document["@graph"]}

    def walk(value):
        if isinstance(value, dict):
            yield from value.items()
            for inner in value.values():
                yield from walk(inner)
        elif isinstance(value, list):
            for inner in value:
                yield from walk(inner)

    for key, value in walk(document["@graph"]):
        assert key.startswith("@") or key.split(":")[0] in document["@context"]
        if key == "@id" and value.startswith("report.html"):
            assert value in defined


def test_a_cell_that_no_spreadsheet_could_hold_is_cut():
    assert len(tables.cell("wool " * 10_000)) < 32_767
