"""What a fact is called where no codebook names it."""

from accord.facts import making
from accord.model import Claim, Span


def label(text, number, **known):
    start = text.index(number)
    claim = Claim(
        id="c1",
        source="a.txt",
        span=Span(start, start + len(number)),
        text=number,
        sentence=Span(0, len(text)),
        kind="date",
        **known,
    )
    return making.fact_of([claim], [], None, {"a.txt": text}).label


def test_the_words_stop_at_a_clause_mark_with_nothing_before_it():
    assert label("Built within one year, which pleased the town.", "one year") == (
        "“Built within one year”"
    )


def test_what_is_cut_is_marked_at_its_side():
    text = "the old ferry line between both towns closed for good in 1987 after a storm that broke"

    assert label(text, "1987") == "“… for good in 1987 after a storm …”"


def test_a_mark_within_a_number_ends_no_clause():
    assert label("Of 2.5 t, the U.S. took 3,100 by 1987 alone.", "1987") == (
        "“took 3,100 by 1987 alone”"
    )


def test_without_its_text_the_claim_names_itself():
    claim = Claim(
        id="c1", source="b.txt", span=Span(0, 4), text="1987", sentence=Span(0, 4), kind="date"
    )

    assert making.fact_of([claim], [], None, {}).label == "“1987”"


def test_a_measure_of_one_word_tells_too_little_where_one_text_states_it():
    text = "The council fell short of the 65 votes it needed."

    assert label(text, "65 votes", measure="votes") == "“… short of the 65 votes it needed”"


def test_a_measure_of_one_word_stays_where_it_has_a_subject():
    text = "Arden has 65 votes."

    assert (
        label(text, "65 votes", measure="votes", subject="Arden")
        == "Arden\N{RIGHT SINGLE QUOTATION MARK}s votes"
    )


def test_a_long_or_common_name_of_a_subject_stands_before_a_colon():
    text = "The Arden Office of Bridges and Ferries announced it in 1987."
    long = "Office of Bridges and Ferries"

    assert label(text, "1987", measure="announcement", subject=long) == f"{long}: announcement"
    assert label(text, "1987", measure="distance", subject="port") == "Port: distance"


def test_what_a_label_has_no_room_for_is_cut_from_the_subject():
    long = "Office of Bridges and Ferries of the Federated Islands of Arden and Sund"
    found = label("In 1987 it spoke.", "1987", measure="announcement", subject=long)

    assert found.endswith(" …: announcement")
    assert len(found) <= making.LONGEST


def test_a_word_all_in_capitals_is_no_subject_of_a_label():
    text = "FLASH: the ferry toll rose to 65 marks."

    assert label(text, "65 marks", measure="ferry toll", subject="FLASH") == "Ferry toll"


def test_a_name_that_is_cut_ends_with_a_word_that_stands_alone():
    text = "The vote took 65 days."
    office = "Office of the Commissioner for Harbours and Waterways of the Arden Coast"

    found = label(text, "65 days", measure="length of the vote", subject=office)
    assert found == "Office of the Commissioner for Harbours …: length of the vote"
