# ruff: noqa: RUF001  (the marks that texts and formulas are written with)
from accord.model import Codebook, Question

QUESTION = Question(
    label="Who runs the mill?",
    words=("runs", "run by"),
    categories=(
        ("Anne's Mill Company", ("Anne's Mill Company",)),
        ("a company", ("company",)),
        ("the king", ("king",)),
    ),
    broader=(("Anne's Mill Company", "a company"),),
)
CODEBOOK = Codebook(questions=(QUESTION,))


def coded(claims, text):
    return [(one.category, one.text) for one in claims(text, CODEBOOK) if one.kind == "category"]


def test_a_sentence_with_the_questions_words_is_coded_with_what_it_names(claims):
    assert coded(claims, "The mill is run by the King.") == [("the king", "King")]


def test_a_sentence_without_the_questions_words_is_not_coded(claims):
    assert coded(claims, "The mill saw the king.") == []


def test_a_name_inside_a_longer_name_is_not_counted(claims):
    assert coded(claims, "Anne’s Mill  Company runs it.") == [
        ("Anne's Mill Company", "Anne’s Mill  Company")
    ]


def test_a_category_is_counted_once_a_sentence(claims):
    assert (
        coded(claims, "The king runs it, the king said.\nThe king runs it.")
        == [("the king", "king")] * 2
    )


def test_a_category_says_its_question_and_who_coded_it(claims):
    found = claims("The king could be the one who runs it.", CODEBOOK)[0]

    assert (found.measure, found.coded_by, found.modality) == (
        "Who runs the mill?",
        "codebook",
        "potential",
    )
    assert not found.is_quantity


def test_a_word_inside_another_word_is_no_name(claims):
    assert coded(claims, "It runs on kingfishers.") == []
