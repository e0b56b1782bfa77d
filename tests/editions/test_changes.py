"""What changed since the last edition, as the report tells it."""

from dataclasses import replace
from decimal import Decimal

from accord import agreement
from accord.editions.comparison import Change, Comparison, FactChange, Side
from accord.editions.pages import changes
from accord.model import NUMERALS, Alignment, Corpus, Findings
from accord.parameters import Parameters

LABEL = Change(field="label", old="Votes", new="Votes for the bridge")
MEASURE = Change(field="measure", old="votes", new="votes for the bridge")
VERDICT = Change(field="verdict", old="agree", new="conflict")
GAP = Change(field="gap", old=Decimal("0.25"), new=None)
REASON = Change(field="why", old="a", new="b")

FINDINGS = Findings(
    corpus=Corpus(), settings=(), claims=(), set_aside=(), alignment=Alignment(), agreements=(),
    summary=agreement.summarise(Corpus(), (), (), Alignment(), (), Parameters()),
)  # fmt: skip


def changed(key, *fields, because="text a.txt changed"):
    return FactChange(
        id=key, old_id=key, how="changed", label="votes", verdict="agree", fields=fields,
        claims_added=(), claims_removed=(), because=because,
    )  # fmt: skip


def compared(*facts):
    side = Side(edition=1, digest="0", inputs="0", counts=())
    return Comparison(old=side, new=side, facts=facts)


def told(*facts):
    found = changes.part(FINDINGS, compared(*facts))
    rows = [["".join(run.text for run in cell) for cell in row] for row in found.rows]
    return found.columns, rows, "".join(run.text for run in found.note)


def test_a_cause_that_all_changes_share_is_said_once():
    columns, rows, note = told(changed("f1", VERDICT), changed("f2", VERDICT))

    assert "Because" not in columns
    assert {len(row) for row in rows} == {3}
    assert note == "The cause of each: text a.txt changed."


def test_causes_that_differ_stand_in_a_column():
    columns, rows, _ = told(changed("f1", VERDICT), changed("f2", VERDICT, because="code"))

    assert columns[-1] == "Because"
    assert [row[-1] for row in rows] == ["text a.txt changed", "code"]


def test_a_fact_of_which_only_the_reasons_changed_has_no_row_and_is_counted():
    _, rows, note = told(changed("f1", VERDICT), changed("f2", REASON))

    assert len(rows) == 1
    assert note.startswith("In one more fact only the words of the reasons changed.")


def test_where_only_reasons_changed_there_are_no_more_facts():
    _, rows, note = told(changed("f1", REASON), changed("f2", REASON))

    assert rows == []
    assert note.startswith("In two facts only the words of the reasons changed.")


def test_where_no_fact_changed_the_inputs_are_said_to_be_the_same():
    other = Change(field="report.md", old="a", new="b")
    found = changes.part(FINDINGS, replace(compared(), files=(other,)))

    assert found.rows == ()
    assert found.note[0].text == "Texts, tables and parameters are the same."


def test_a_new_label_says_the_new_measure():
    _, rows, _ = told(changed("f1", LABEL, MEASURE))

    assert [row[1:] for row in rows] == [["label: Votes", "label: Votes for the bridge"]]


def test_a_number_that_changed_is_written_in_the_marks_of_the_report():
    german = replace(FINDINGS, numerals=NUMERALS["de"])
    rows = [changes.part(one, compared(changed("f1", GAP))).rows[0] for one in (FINDINGS, german)]

    assert [row[1][0].text for row in rows] == ["gap: 0.25", "gap: 0,25"]
