"""Two studies of texts that changed, as a reviewer compares them."""

import hashlib
import shutil
import zipfile

import pytest

from accord import editions, engines, parameters
from accord.editions import content, decisions, inputs, told, told_markdown
from accord.editions.causes import ALONE, REBUILT
from accord.study import flow, publishing, trying
from accord.study.order import Order

TEXTS = {
    "a.txt": "The new bridge cost $40 million. It opened in May 2021.\nIt is blue.\n",
    "b.txt": "Officials said the new bridge cost about $43 million.\n",
}
CODEBOOK = '[[measure]]\nlabel = "{}"\nwords = ["bridge"]\nunit = "USD"\n'


@pytest.fixture
def studied(tmp_path, monkeypatch):
    """Studies texts under a name: the folder of what was found."""
    monkeypatch.setenv("ACCORD_STORE", str(tmp_path / "store"))

    def made(name, texts, **given):
        corpus = tmp_path / name / "texts"
        corpus.mkdir(parents=True)
        for file, text in texts.items():
            (corpus / file).write_text(text, encoding="utf-8")
        order = Order(
            given=parameters.check({"corpus": str(corpus), **given}),
            origins={},
            out=tmp_path / name / "out",
            tell=lambda _: None,
        )
        return publishing.data(order, engines.here).folder

    return made


def edited(**changes):
    return {**TEXTS, **{f"{name}.txt": text for name, text in changes.items()}}


def test_an_edited_number_is_a_changed_claim_under_its_sentence(studied):
    old = studied("old", TEXTS)
    new = studied("new", edited(a=TEXTS["a.txt"].replace("$40 million", "$45 million")))
    found = editions.compare(old, new, trying.study)
    (sentence,) = found.texts[0].sentences

    assert [(c.how, c.proof) for c in found.claims] == [("changed", ALONE)]
    assert sentence.words == (
        ("", "The new bridge cost "), ("delete", "$40"), ("insert", "$45"), ("", " million."),
    )  # fmt: skip
    assert [(one.how, one.old, one.new) for one in sentence.claims] == [
        ("changed", "$40 million", "$45 million")
    ]


def test_another_unit_in_an_edited_sentence_is_still_a_changed_claim(studied):
    old = studied("old", TEXTS)
    new = studied("new", edited(a=TEXTS["a.txt"].replace("$40 million", "51 million euros")))

    assert [c.how for c in editions.compare(old, new).claims] == ["changed"]


def test_a_sentence_told_in_other_words_leaves_its_claims_standing(studied):
    old = studied("old", TEXTS)
    new = studied("new", edited(a=TEXTS["a.txt"].replace("million.", "million, all told.")))
    found = editions.compare(old, new)

    assert found.claims == ()
    assert "= 1 claim stands: $40 million" in told.text(found)


def test_a_sentence_that_came_is_told_with_its_claims(studied):
    old = studied("old", TEXTS)
    new = studied("new", edited(a="Some 300 people built it.\n" + TEXTS["a.txt"]))
    (sentence,) = editions.compare(old, new).texts[0].sentences

    assert (sentence.how, sentence.old) == ("added", None)
    assert [one.how for one in sentence.claims] == ["added"]


def test_the_same_texts_are_told_in_silence(studied):
    found = editions.compare(studied("old", TEXTS), studied("new", TEXTS), trying.study)

    assert found.same
    assert told.text(found) == told_markdown.to_markdown(found) == ""


def test_of_several_differences_each_change_gets_the_one_that_makes_it(studied):
    old = studied("old", {**TEXTS, "codebook.toml": CODEBOOK.format("cost")})
    new = studied(
        "new",
        {**edited(a=TEXTS["a.txt"].replace("May", "June")),
         "codebook.toml": CODEBOOK.format("price")},
        about=0.02,
    )  # fmt: skip
    found = editions.compare(old, new, trying.study)
    because = {(c.source, f.field): c for c in found.claims for f in c.fields}
    (label,) = [one for one in found.facts if any(f.field == "measure" for f in one.fields)]

    dated, stated = because["a.txt", "text"], because["b.txt", "low"]
    assert (dated.because, dated.proof) == ("text a.txt changed", REBUILT)
    assert (stated.because, stated.proof) == ("parameter about 0.1 -> 0.02", REBUILT)
    about, codebook = label.because.split("; ")
    assert about.startswith("parameter about 0.1 -> 0.02 (")
    assert codebook == "knowledge codebook.toml changed (label, measure)"
    assert found.unproven is None


def test_what_cannot_be_built_again_is_not_guessed(studied):
    old = studied("old", TEXTS)
    new = studied("new", edited(b=TEXTS["b.txt"].replace("43", "44")), about=0.02)
    shutil.rmtree(old.parents[1] / "store" / inputs.FOLDER)
    shutil.rmtree(old.parent / "texts")
    found = editions.compare(old, new, trying.study)
    changed = [c for c in found.claims if c.source == "b.txt"]

    assert {(c.because.partition(":")[0], c.proof) for c in changed} == {("several causes", "")}
    assert "nowhere left" in found.unproven


def test_causes_that_take_long_are_listed_at_once_and_proven_on_demand(studied):
    old = studied("old", TEXTS)
    new = studied("new", edited(b=TEXTS["b.txt"].replace("43", "44")), about=0.02)
    listed = editions.compare(old, new, trying.study, limit=5)
    proven = editions.compare(old, new, trying.study, limit=None)
    because = {c.because.partition(":")[0] for c in listed.claims}

    assert because == {"several causes"}
    assert listed.unproven == (
        "2 studies would state 6 claims again; `accord diff --prove` makes them"
    )
    assert {c.proof for c in proven.claims} == {REBUILT}


def test_a_trial_that_was_made_once_is_not_made_again(studied, monkeypatch):
    old = studied("old", TEXTS)
    new = studied("new", edited(b=TEXTS["b.txt"].replace("43", "44")), about=0.02)
    first = editions.compare(old, new, trying.study)
    monkeypatch.setattr(flow, "find", pytest.fail)

    assert editions.compare(old, new, trying.study) == first


def test_inputs_are_kept_in_the_store_by_digest_and_only_while_they_are_small(
    studied, monkeypatch, tmp_path
):
    store = tmp_path / "store" / inputs.FOLDER
    studied("small", {**TEXTS, "reviews.toml": ""})
    (archive,) = store.iterdir()
    with zipfile.ZipFile(archive) as whole:
        kept = {name: whole.read(name) for name in whole.namelist()}
    monkeypatch.setattr(inputs, "LIMIT", 10)
    studied("large", {"c.txt": "It cost $3 million.\n"})

    assert sorted(kept.values()) == sorted(t.encode() for t in (*TEXTS.values(), ""))
    assert all(hashlib.sha256(held).hexdigest() == name for name, held in kept.items())
    assert [*store.iterdir()] == [archive]


def test_a_decision_on_a_sentence_that_changed_is_flagged_with_where_it_went(studied):
    first = studied("first", TEXTS)
    key = next(row["id"] for row in content.read(first).claims.values() if "$40" in row["text"])
    decided = f'[[review]]\non = "{key}"\ndecision = "accept"\nby = "RK"\n'
    old = studied("old", {**TEXTS, "reviews.toml": decided})
    changed = edited(a=TEXTS["a.txt"].replace("$40 million", "$45 million"))
    new = studied("new", {**changed, "reviews.toml": decided})
    (stands,) = editions.compare(first, old).decisions
    (stale,) = editions.compare(old, new).decisions

    assert (stands.standing, stands.about) == (decisions.STANDS, "$40 million")
    assert stale.standing == decisions.GONE
    assert content.read(new).claims[stale.now]["text"] == "$45 million"


def test_a_merge_is_told_on_the_fact_it_went_into_or_as_not_done(studied):
    texts = {**TEXTS, "c.txt": "The old tower cost $9 million.\n"}
    first = content.read(studied("first", texts))
    one, other = sorted(key for key, row in first.facts.items() if row["unit"] == "USD")
    date = next(key for key, row in first.facts.items() if row["unit"] != "USD")
    merge = '[[review]]\non = "{}"\ndecision = "merge"\ntarget = "{}"\n'
    done, lost, unlike = (
        content.read(studied(name, {**texts, "reviews.toml": merge.format(one, target)}))
        for name, target in (("done", other), ("lost", "f0"), ("unlike", date))
    )

    assert done.agreements[other]["reviewed"] == f"fact {one} merged"
    assert lost.agreements[one]["reviewed"].startswith("fact merged (not done")
    assert unlike.agreements[one]["reviewed"].startswith("fact merged (not done")
    assert [decisions.of(each)[0].standing for each in (done, lost, unlike)] == [
        decisions.STANDS,
        decisions.UNDONE,
        decisions.UNDONE,
    ]
