import pytest

from accord.claims import tables
from accord.model import Codebook, Root

ROWS = [row for row in tables.read("origin").values() if "example" in row]
SPOKEN = {
    "Arden's Ministry of Mills and Fords announced 4 fairs.": "Arden's Ministry of Mills and Fords",
    "Sales fell 4%, according to Arden's Ministry of Mills.": "Arden's Ministry of Mills",
    "According to statistics by the Byron Post, 4 carts left.": "the Byron Post",
    "“We lost 4 carts,” said Anne Miller.": "Anne Miller",
    "Sales reached $4 million, Anne Miller said.": "Anne Miller",
    "Sales reached $4 million.": None,
    "It is reported that 4 carts left.": None,
    "“Rain took 4 carts,” said guard Anne Miller at noon.": "guard Anne Miller",
    "The guard, who wept, said the men drove 4 carts.": "The guard",
    "“Rain took 4 carts,” the bells on the hill, said one of the guards.": None,
    "The guard found a ring worth an estimated $4.": None,
    "South Arden's king said 4 carts left.": "South Arden's king",
    "The EUR 9 million announced on the day was for 4 carts.": None,
    "The US$9 million announced was for 4 carts.": None,
    "Mark said 4 carts left.": "Mark",
    "The G7 Council announced 4 fairs.": "The G7 Council",
}
ROOTS = {
    "Officials said 4 carts left.": None,
    "Police said 4 carts left.": None,
    "He said 4 carts left.": None,
    "The Byron Post reported 4 fires.": "Byron Post",
    "Anne Miller said 4 carts left.": "Anne Miller",
}
CODEBOOK = Codebook(roots=(Root(label="The Office", words=("Office of Fords", "Ford Office")),))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["example"])
def test_every_row_of_saying_has_an_example_that_needs_it(row, claim):
    stated = claim(row["example"])

    assert (stated.speaker, stated.modality) == (row.get("speaker"), "reported")


@pytest.mark.parametrize("text", SPOKEN)
def test_the_speaker_is_named_in_full(text, claim):
    assert claim(text, -1).speaker == SPOKEN[text]


@pytest.mark.parametrize("text", ROOTS)
def test_only_a_proper_name_is_a_root(text, claim):
    assert claim(text).root == ROOTS[text]


def test_a_date_before_the_verb_of_saying_is_the_writers_own(claims):
    date, sales = claims("In 2011, Anne Miller announced that sales reached $4 million.")

    assert (date.modality, sales.modality) == ("asserted", "reported")


def test_the_codebooks_words_name_the_root_first(claim):
    stated = claim("The Office of Fords said 4 carts left.", codebook=CODEBOOK)

    assert stated.root == "The Office"


def test_a_root_that_the_sentence_names_without_saying_counts(claim):
    stated = claim("The Ford  Office has approved a $4 million plan.", codebook=CODEBOOK)

    assert (stated.root, stated.speaker, stated.modality) == ("The Office", None, "asserted")


def test_a_pronoun_takes_up_the_last_speaker(claim):
    stated = claim("Anne Miller said the ford is dry.\nShe added that 4 carts left.")

    assert (stated.speaker, stated.root) == ("Anne Miller", "Anne Miller")


def test_adverbs_do_not_part_a_pronoun_from_its_verb(claim):
    stated = claim("Anne Miller said the ford is dry.\nShe has also said that 4 carts left.")

    assert (stated.speaker, stated.modality) == ("Anne Miller", "reported")


def test_a_thing_claims_lives_and_says_nothing(claim):
    stated = claim("The blast claimed 4 lives.")

    assert (stated.speaker, stated.modality) == (None, "asserted")


def test_a_quotation_that_goes_on_keeps_its_speaker(claims):
    said = "Anne Miller said: “The ford is dry."
    source = claims(f"{said} It was low. And 4 carts left.”")

    assert source[0].speaker == "Anne Miller"


def test_a_plain_sentence_after_a_speaker_is_nobodys(claim):
    stated = claim("Anne Miller said the ford is dry.\nThe mill lost 4 carts.")

    assert (stated.speaker, stated.modality) == (None, "asserted")
