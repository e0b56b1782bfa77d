import tomllib
from decimal import Decimal
from pathlib import Path

import pytest

import accord.quantities
from accord.model import KINDS, MODIFIERS, day
from accord.quantities import vocabulary

from .texts import only, read

ROOM = Path(accord.quantities.__file__).parent
TABLE = tomllib.loads((ROOM / "kinds.toml").read_text(encoding="utf-8"))
VETOES = tomllib.loads((ROOM / "vetoes.toml").read_text(encoding="utf-8"))["examples"]
EXAMPLES = [(kind, row) for kind, rows in TABLE.items() for row in rows["examples"]]


def ends(quantity):
    low, high = quantity.interval.low, quantity.interval.high
    if quantity.kind == "date":
        return tuple("" if end is None else day(end).isoformat() for end in (low, high))
    return tuple("" if end is None else Decimal(end) for end in (low, high))


@pytest.mark.parametrize(("kind", "row"), EXAMPLES, ids=[row["text"] for _, row in EXAMPLES])
def test_a_kind_reads_its_own_example(kind, row):
    text, low, high, unit = row["says"]
    found = [q for q in read(row["text"]).quantities if q.span.of(row["text"]) == text]

    assert [q.kind if q.kind != "rate" else kind for q in found] == [kind]
    wanted = (low, high) if kind == "date" else tuple(Decimal(e) if e else "" for e in (low, high))
    assert ends(found[0]) == wanted
    assert (found[0].unit or "") == unit


@pytest.mark.parametrize("row", VETOES, ids=[row["text"] for row in VETOES])
def test_a_veto_names_its_reason(row):
    reading = read(row["text"])

    assert [q.span.of(row["text"]) for q in reading.quantities] == []
    assert row["reason"] in {aside.reason for aside in reading.set_aside}


def test_every_kind_that_is_a_number_has_an_example():
    assert set(TABLE) >= set(KINDS) - {"category"}


@pytest.mark.parametrize(("phrase", "modifier"), vocabulary.MODIFIER_ROWS.items())
def test_a_phrase_before_a_number_moves_its_bounds(phrase, modifier):
    blank = "" if phrase in "~≈<>≤≥" else " "
    quantity = only(f"They saw {phrase}{blank}40 goats.")

    assert quantity.modifier == modifier
    assert modifier in MODIFIERS


@pytest.mark.parametrize(("phrase", "modifier"), vocabulary.AFTER_ROWS.items())
def test_a_phrase_after_a_number_moves_its_bounds(phrase, modifier):
    assert only(f"They saw 40 kilometres {phrase}.").modifier == modifier
