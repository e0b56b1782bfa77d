"""What changed since the last edition, as the report tells it."""

from accord.editions.comparison import Change, Comparison, FactChange, Side
from accord.editions.pages import changes

LABEL = Change(field="label", old="Votes", new="Votes for the bridge")
MEASURE = Change(field="measure", old="votes", new="votes for the bridge")
VERDICT = Change(field="verdict", old="agree", new="conflict")
REASON = Change(field="why", old="a", new="b")


def changed(key, *fields, because="text a.txt changed"):
    return FactChange(
        id=key, old_id=key, how="changed", label="votes", verdict="agree", fields=fields,
        claims_added=(), claims_removed=(), because=because,
    )  # fmt: skip


def told(*facts):
    side = Side(edition=1, digest="0", inputs="0", counts=())
    found = changes.part(Comparison(old=side, new=side, facts=facts))
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


def test_a_new_label_says_the_new_measure():
    _, rows, _ = told(changed("f1", LABEL, MEASURE))

    assert [row[1:] for row in rows] == [["label: Votes", "label: Votes for the bridge"]]
