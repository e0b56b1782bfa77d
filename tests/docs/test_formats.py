"""docs/formats.md names every field of every file, in order, and no other."""

import dataclasses
import json
import re
from decimal import Decimal

import pytest

from accord import sources
from accord.editions import data, manifest
from accord.editions.ledger import Entry
from accord.model import (
    KINDS,
    Figure,
    Interval,
    Link,
    Measure,
    NearMiss,
    Question,
    Review,
    Root,
    SetAside,
    lines,
)
from accord.model.agreement import Agreement, Check, Cluster, Pair
from accord.model.lines import rows, verdicts
from accord.model.quantity import MODIFIERS
from accord.parameters import Parameters
from accord.sources.notes import catalogue

from .examples import found
from .pages import TOP

ONE = Interval(Decimal(0), Decimal(1))
MISS = (NearMiss(a="a", b="b", differs="period"),)
ASIDE = SetAside(source="a.txt", start=0, end=1, text="1", reason="a list")
LINK = Link(a="a.txt", b="b.txt", by="copy", share=1.0, group="a.txt")
CHECK = Check(
    figure="f", period=None, value=ONE, unit=None, issuer=None, url=None,
    claim="c", implied=ONE, finding="consistent", why="",
)  # fmt: skip
VERDICT = Agreement(
    fact="f", verdict="agree", n_sources=2, n_eff=(1, 1), confidence="low", core=ONE,
    clusters=(Cluster(interval=ONE, category=None, claims=(), sources=(), n_eff=(1, 1)),),
    pairs=(Pair(a="a", b="b", relation="agree"),), checks=(CHECK,),
)  # fmt: skip


@pytest.fixture(scope="module")
def study():
    return found("The new bridge cost $40 million.", "Building the new bridge cost $43 million.")


def documented(page, heading):
    """The fields in the table under a heading."""
    text = (TOP / "docs" / page).read_text(encoding="utf-8")
    section = re.split(rf"^#+ {re.escape(heading)}$", text, flags=re.MULTILINE)[1]
    section = re.split(r"^#+ ", section, flags=re.MULTILINE)[0]
    return re.findall(r"^\| `(\w+)` \|", section, flags=re.MULTILINE)


def written(name, study):
    return list(next(lines.as_rows(study)[name]))


@pytest.mark.parametrize("name", ["sources", "claims", "facts", "agreements", "near_misses"])
def test_every_field_of_a_record_is_named_in_order(study, name):
    study = dataclasses.replace(
        study, alignment=dataclasses.replace(study.alignment, near_misses=MISS)
    )

    assert documented("formats.md", f"{name}.jsonl") == written(name, study)


def test_set_aside_numbers_and_links_are_named():
    assert documented("formats.md", "set_aside.jsonl") == list(rows.of_set_aside(ASIDE))
    assert documented("formats.md", "links.jsonl") == list(rows.of_link(LINK))


def test_what_lies_inside_a_verdict_is_named():
    row = verdicts.of_agreement(VERDICT, None)

    assert documented("formats.md", "clusters") == list(row["clusters"][0])
    assert documented("formats.md", "pairs") == list(row["pairs"][0])
    assert documented("formats.md", "core") == list(row["core"])
    assert documented("formats.md", "checks") == list(row["checks"][0])


def test_every_number_of_the_summary_is_named(study):
    assert documented("formats.md", "summary.json") == list(lines.summary_row(study.summary))


def test_every_field_of_the_manifest_and_the_ledger_is_named(tmp_path):
    manifest.write(tmp_path, manifest.Recipe(settings=(), files=()), None, None)
    row = json.loads((tmp_path / "manifest.json").read_text(encoding="utf-8"))

    assert documented("formats.md", "manifest.json") == list(row)
    assert documented("formats.md", "editions.jsonl") == [f.name for f in dataclasses.fields(Entry)]


def test_the_columns_of_the_table_of_claims_are_named(study):
    columns, _ = data.claims(study)

    assert list(columns) == [
        *documented("formats.md", "claims.jsonl"),
        *documented("formats.md", "claims.csv"),
    ]


def test_every_file_of_a_study_is_named(study, tmp_path):
    lines.write(study, tmp_path)
    page = (TOP / "docs" / "formats.md").read_text(encoding="utf-8")

    assert [p.name for p in sorted(tmp_path.iterdir()) if f"`{p.name}`" not in page] == []


def fields(record):
    return sorted(field.name for field in dataclasses.fields(record))


@pytest.mark.parametrize(
    ("heading", "record"),
    [("measure", Measure), ("question", Question), ("root", Root), ("reviews.toml", Review)],
)
def test_the_coding_manual_names_every_field_of_an_entry(heading, record):
    assert sorted(documented("codebook.md", heading)) == fields(record)


def test_the_coding_manual_names_every_field_of_a_text_and_a_figure():
    derived = {"resolution"}  # from how the value is written

    assert documented("codebook.md", "sources.toml") == ["file", *FIELDS_OF_A_TEXT]
    assert sorted(documented("codebook.md", "references.toml")) == sorted(
        set(fields(Figure)) - derived
    )


FIELDS_OF_A_TEXT = ["outlet", "title", "date", "url", "language", "credit", "note"]


def test_the_fields_of_a_text_are_those_that_are_read(tmp_path):
    told = "".join(f'{name} = "2025"\n' for name in FIELDS_OF_A_TEXT)
    (tmp_path / "sources.toml").write_text(f'[[source]]\nfile = "a.txt"\n{told}')
    table = catalogue.Table.open(tmp_path, "sources.toml")
    catalogue.read(table, ["a.txt"])

    assert not [one for one in table.complaints if "unknown field" in one]


def test_the_types_of_kinds_and_modifiers_are_all_named():
    page = (TOP / "docs" / "formats.md").read_text(encoding="utf-8")

    assert [word for word in (*KINDS, *MODIFIERS) if not re.search(rf"\b{word}\b", page)] == []


def entries(heading):
    """The TOML shown in a section of the coding manual."""
    text = (TOP / "docs" / "codebook.md").read_text(encoding="utf-8")
    section = re.split(rf"^## {re.escape(heading)}$", text, flags=re.MULTILINE)[1]
    section = re.split(r"^## ", section, flags=re.MULTILINE)[0]
    return "\n".join(re.findall(r"^```toml\n(.*?)^```$", section, re.MULTILINE | re.DOTALL))


def test_every_entry_that_the_coding_manual_shows_is_read_without_complaint(tmp_path):
    (tmp_path / "courier.txt").write_text("The line cost 42 million euros.\n", encoding="utf-8")
    for name in manifest.KNOWLEDGE:
        (tmp_path / name).write_text(entries(name), encoding="utf-8")
    read = sources.read(tmp_path, Parameters())

    assert read.complaints == ()
    assert read.sources[0].outlet == "The Arlen Courier"
    assert [len(part) for part in (read.figures, read.reviews, read.codebook.questions)] == [1] * 3
