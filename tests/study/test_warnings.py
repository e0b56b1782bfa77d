"""What a run tells at once of what was refused or left out."""

import pytest

from accord import agreement, parameters
from accord.editions.pages import texts
from accord.model import Alignment, Corpus, Findings, Source
from accord.study import flow, warnings


def said_of(findings):
    said = []
    warnings.tell(findings, said.append)
    return said


def told(refused, complaints=()):
    sources = tuple(
        Source(file=f"{n}.pdf", sha256="", status="refused", reason=f"{n}.pdf is a picture.")
        for n in range(refused)
    )
    return said_of(with_texts(sources, complaints))


def with_texts(sources, complaints=()):
    corpus = Corpus(sources=sources, complaints=tuple(complaints))
    return Findings(
        corpus=corpus, settings=(), claims=(), set_aside=(), alignment=Alignment(), agreements=(),
        summary=agreement.summarise(corpus, (), (), Alignment(), (), parameters.check({})),
    )  # fmt: skip


def test_complaints_and_refusals_are_told_one_a_line():
    said = told(1, ["sources.toml: line 4 is broken."])

    assert said == ["warning: sources.toml: line 4 is broken.", "warning: 0.pdf is a picture."]


def test_of_many_the_first_are_told_and_the_rest_counted():
    said = told(warnings.SHOWN + 5)

    assert len(said) == warnings.SHOWN + 1
    assert "and 5 more" in said[-1]


def test_nothing_that_a_terminal_obeys_is_told_as_it_is():
    assert warnings.visible("a\x1b[31m\nb\u202e \u6e2f") == "a\\x1b[31m\\nb\\u202e \u6e2f"


def test_texts_in_other_languages_are_told_in_one_line():
    spoken = ("en", "es", "es-MX", None, "tlh")
    sources = tuple(Source(file=f"{code}.txt", sha256="", language=code) for code in spoken)

    assert said_of(with_texts(sources)) == [
        (
            "warning: not in English, read as far as numbers go: Spanish 2, tlh 1 "
            "(es.txt, es-MX.txt, tlh.txt)"
        )
    ]


def test_each_claim_of_a_text_in_another_language_carries_that_doubt(tmp_path):
    spanish = (
        "El precio de la lana subi\u00f3 un 12 % en el norte, dijo la junta de la regi\u00f3n.\n"
    )
    (tmp_path / "a.txt").write_text(spanish, encoding="utf-8")
    (tmp_path / "b.txt").write_text("The price of wool rose 12%, the board said.\n")
    swedish = "Priset p\u00e5 ull steg 12 % i norr och det \u00e4r inte bra f\u00f6r dem.\n"
    (tmp_path / "c.txt").write_text(swedish, encoding="utf-8")
    found = flow.find(parameters.check({"corpus": str(tmp_path)}))
    doubts = {claim.source: claim.doubts for claim in found.claims}

    assert doubts["a.txt"][-1] == (
        "the text is in Spanish; its numbers are read as Spanish writes them, "
        "the words around them by rules for English"
    )
    assert doubts["c.txt"][-1] == "the text is in Swedish; rules for English read it"
    assert doubts["b.txt"] == ()
    assert "in Spanish, so as far as numbers go" in str(texts.table(found))


@pytest.mark.parametrize(("applied", "stale"), [(True, 1), (False, 0)])
def test_a_decision_that_no_longer_fits_is_told_while_decisions_apply(tmp_path, applied, stale):
    (tmp_path / "a.txt").write_text("The price of wool rose 12%, the board said.\n")
    found = flow.find(parameters.check({"corpus": str(tmp_path)}))
    decided = '[[review]]\non = "{}"\ndecision = "accept"\n'
    told = "".join(decided.format(key) for key in (found.claims[0].id, "c0123456789ab"))
    (tmp_path / "reviews.toml").write_text(told)
    given = parameters.check({"corpus": str(tmp_path), "reviews": applied})

    wanted = (
        "warning: reviews.toml: accept on c0123456789ab names nothing that is there; "
        "write the id that the report shows."
    )

    assert said_of(flow.find(given)) == [wanted][:stale]
