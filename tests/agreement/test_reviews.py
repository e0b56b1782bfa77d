from __future__ import annotations

from accord import agreement, parameters
from accord.model import Alignment, Corpus, Fact, Review, Source

PARAMETERS = parameters.check({})


def judged(facts, *reviews, texts=()):
    corpus = Corpus(sources=tuple(texts), reviews=reviews)
    return agreement.judge_all(Alignment(facts=tuple(facts)), corpus, PARAMETERS)


def test_a_rejected_claim_no_longer_counts(claim, fact):
    wrong = claim("b", 9)
    couple = fact(claim("a", 5), wrong)

    verdict = judged([couple], Review(on=wrong.id, decision="reject", by="RK"))[0]

    assert verdict.verdict == "single-source"
    assert verdict.reviewed == f"claim {wrong.id} rejected by RK"


def test_a_note_changes_no_verdict(claim, fact):
    couple = fact(claim("a", 5), claim("b", 9))

    verdict = judged([couple], Review(on="f1", decision="note", note="ask the author"))[0]

    assert verdict.verdict == "conflict"
    assert verdict.reviewed == "fact noted: ask the author"


def test_a_changed_sentence_is_flagged(claim, fact):
    stated = claim("a", 5)
    text = Source(file="a", sha256="", text="The  bridge cost 5.")
    same = Review(on=stated.id, decision="accept", sentence="The bridge cost 5.")
    other = Review(on=stated.id, decision="accept", sentence="The bridge cost 6.")

    kept, flagged = (judged([fact(stated)], one, texts=[text])[0].reviewed for one in (same, other))

    assert kept.endswith("accepted")
    assert flagged.endswith("(its sentence has changed since)")


def test_reviews_that_are_switched_off_do_nothing(claim, fact):
    corpus = Corpus(reviews=(Review(on="f1", decision="accept"),))
    off = parameters.check({"reviews": False})

    verdict = agreement.judge_all(Alignment(facts=(fact(claim("a", 5)),)), corpus, off)[0]

    assert verdict.reviewed is None


def test_a_merge_moves_all_claims(claim):
    one = Fact(id="f1", label="", claims=(claim("a", 5),))
    two = Fact(id="f2", label="", claims=(claim("b", 5),))
    corpus = Corpus(reviews=(Review(on="f2", decision="merge", target="f1"),))

    revised = agreement.revise(Alignment(facts=(one, two)), corpus)

    assert [(fact.id, fact.sources) for fact in revised.facts] == [("f1", ("a", "b"))]


def test_a_split_gives_a_claim_its_own_fact(claim, fact):
    stray = claim("b", 9)
    corpus = Corpus(reviews=(Review(on=stray.id, decision="split"),))

    revised = agreement.revise(Alignment(facts=(fact(claim("a", 5), stray),)), corpus)

    assert sorted(fact.sources for fact in revised.facts) == [("a",), ("b",)]


def test_a_merge_with_nothing_known_changes_nothing(claim, fact):
    aligned = Alignment(facts=(fact(claim("a", 5)),))
    corpus = Corpus(reviews=(Review(on="f1", decision="merge", target="gone"),))

    assert agreement.revise(aligned, corpus) == aligned


def test_a_fact_that_is_revised_once_it_was_heard_is_judged_anew(claim):
    one = Fact(id="f1", label="", claims=(claim("a", 5),))
    two = Fact(id="f2", label="", claims=(claim("b", 7),))
    merge = Review(on="f2", decision="merge", target="f1")
    corpus = Corpus(sources=tuple(Source(file=name, sha256="") for name in "ab"), reviews=(merge,))
    judge = agreement.Judge(corpus, PARAMETERS)
    heard = judge.hear(Alignment(facts=(one, two)))

    verdicts = judge.verdicts(agreement.revise(heard, corpus))

    assert [(verdict.fact, verdict.verdict) for verdict in verdicts] == [("f1", "conflict")]
