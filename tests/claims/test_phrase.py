import pytest

from accord.claims import labels, nouns, phrase
from accord.claims.lexicon import EXAMPLES, LEMMA, TAG, forms
from accord.model import Source, Span

FORMS = {
    "open": ("open", "opens", "opened", "opening"),
    "rise": ("rise", "rises", "rose", "risen", "rising"),
    "carry": ("carry", "carries", "carried", "carrying"),
    "reach": ("reach", "reaches", "reached", "reaching"),
    "plan": ("plan", "plans", "planned", "planning"),
    "cut": ("cut", "cuts", "cut", "cutting"),
    "begin": ("begin", "begins", "began", "begun", "beginning"),
    "die": ("die", "dies", "died", "dying"),
}
TAGS = {
    "the proposed sale": "DWW",
    "the sale was proposed": "DWBV",
    "the cost of mills": "DWPW",
    "mills cost money": "WVW",
    "the mill's output": "DSW",
    "US mills": "WW",
    "it told us": "IVI",
    "Exports to Arden": "WTW",
    "the main exports from": "DWWP",
    "he said that mills": "IVRW",
    "that mill burned": "DWV",
    "mills in South Arden": "WPWW",
    "mills south of Arden": "WPPW",
    "rings and watches worth": "WCWP",
    "work is forecast to": "WBVT",
    "a weekly paper": "DWW",
    "mills and works rye": "WCVW",
    "mills and works in": "WCWP",
    "Arden - mills": "W.W",
    "new water plants in Arden will open": "WWWPWMV",
    "the mill plants in Arden": "DWVPW",
    "the mill plants rye and will": "DWVWCM",
}


def read(text):
    return phrase.read(Source(file="a.txt", sha256="0", text=text), Span(0, len(text)), ())


@pytest.mark.parametrize("tag", EXAMPLES)
def test_every_class_of_words_has_an_example_that_holds_one(tag):
    assert tag in read(EXAMPLES[tag]).tags


@pytest.mark.parametrize("lemma", FORMS)
def test_a_verb_has_its_forms(lemma):
    assert forms(lemma) == FORMS[lemma]


@pytest.mark.parametrize("lemma", FORMS)
def test_every_form_of_a_verb_leads_back_to_it(lemma):
    assert {LEMMA[form] for form in FORMS[lemma]} == {lemma}


@pytest.mark.parametrize("text", TAGS)
def test_a_word_is_tagged_by_its_neighbours(text):
    assert "".join(read(text).tags) == TAGS[text]


def test_no_closed_word_is_a_verb():
    assert TAG["that"] == "D"
    assert TAG["over"] == "P"


def test_an_offset_leads_to_its_word():
    words = read("the old mill")

    assert [words.index(place) for place in (0, 3, 4, 8, 99)] == [0, 1, 1, 2, 3]


def test_the_subject_is_found_behind_its_complements():
    words = read("The sailing time from Arden to Byron was shortened")
    noun = nouns.subject(words, 8)

    assert labels.label(words, noun) == ("sailing time", None)


def test_the_subject_is_found_behind_a_clause_between_commas():
    words = read("Work on the mill, which is old, started")
    noun = nouns.subject(words, len(words.words) - 1)

    assert labels.label(words, noun) == ("work", None)


def test_a_noun_that_a_preposition_governs_is_no_subject():
    words = read("the mill, which lies north of Arden has burned")

    assert nouns.subject(words, 8) is None


def test_a_number_and_a_singular_make_the_plural_after_them_a_noun():
    text = "three other bombs exploded"
    words = phrase.read(
        Source(file="a.txt", sha256="0", text=text), Span(0, len(text)), (Span(0, 5),)
    )

    assert "".join(words.tags) == "QWWV"


NUMBERED = {
    "a survey of 25,000 mills": (12, 18, "a survey of 25,000 mills"),
    "sold for $4.5 or 12,000 coins": (18, 24, "sold for $ 4.5 or 12,000 coins"),
    "the 40 , 30 mills": (4, 6, "the 40 30 mills"),
}


@pytest.mark.parametrize("text", NUMBERED)
def test_a_number_is_written_as_the_text_has_it(text):
    start, end, written = NUMBERED[text]
    source = Source(file="a.txt", sha256="0", text=text)
    words = phrase.read(source, Span(0, len(text)), (Span(start, end),))

    assert words.text(0, len(words.words)) == written
