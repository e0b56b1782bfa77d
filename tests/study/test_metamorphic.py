"""What must not change in a study does not, over the seeds and every coded story beside us."""

import re
import shutil
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from accord import parameters
from accord.study import flow

TOP = Path(__file__).resolve().parents[2]
STORIES = TOP.parent / "shared" / "bench" / "corpora"
CORPORA = {"seeds": TOP / "seeds", **{folder.name: folder for folder in sorted(STORIES.glob("*"))}}
CASES = [("seeds", True), *((name, False) for name in CORPORA)]
KNOWN = ("sources.toml", "codebook.toml", "references.toml")
UNRELATED = """The wool market of Tarrow began on 4 May 1987 with 24 stalls.

A spinner sold about 300 skeins for £12 each, and nearly a third of them were dyed blue.
"We had 20 visitors in ten minutes," said a weaver who has kept sheep for 11 years.
The flock grew by over 30% and gave 1.3 tonnes of fleece, less than 50 bales.
"""
ABSENT = pytest.param(
    "stories",
    False,
    marks=pytest.mark.skip("the coded stories lie in ../shared, outside the repository"),
)
every_corpus = pytest.mark.parametrize(
    ("name", "coded"), CASES if STORIES.is_dir() else [*CASES, ABSENT], ids=str
)


def study(folder, *, coded):
    return flow.find(parameters.check({"corpus": str(folder), "codebook": coded}))


@cache
def base(name, *, coded):
    return study(CORPORA[name], coded=coded)


def texts(name):
    return sorted(path.name for path in CORPORA[name].glob("*.txt"))


def laid_out(name, folder, called=lambda file: file):
    """The texts of a corpus in a folder of their own, renamed in what is known of them too."""
    folder.mkdir()
    for file in texts(name):
        shutil.copyfile(CORPORA[name] / file, folder / called(file))
    for path in (CORPORA[name] / known for known in KNOWN):
        if path.exists():
            words = path.read_text(encoding="utf-8")
            for file in texts(name):
                words = words.replace(f'"{file}"', f'"{called(file)}"')
            (folder / path.name).write_text(words, encoding="utf-8")
    return folder


def places(claims, back):
    return frozenset((back(c.source), c.span.start, c.span.end, c.kind) for c in claims)


def standing(findings, back=lambda file: file, without=()):
    """How often each fact stands so: its claims by place, its verdict and its support.

    A fact of the sources in `without` alone is left out.
    """
    return Counter(
        (
            places(fact.claims, back),
            judged.verdict,
            judged.n_sources,
            judged.n_eff,
            judged.confidence,
            judged.modality,
            judged.gap,
        )
        for fact in findings.alignment.facts
        if not set(fact.sources) <= set(without)
        for judged in [findings.verdict[fact.id]]
    )


def counts(findings):
    said = findings.summary
    lists = ("multi_source", "agreeing", "corroborated", "disputed", "compatible", "single_source")
    sizes = tuple(len(getattr(said, name)) for name in lists)
    return said.claims, said.facts, said.numbers_read, said.wilson, *sizes


def groups(findings, back=lambda file: file):
    return {frozenset(map(back, group)) for group in findings.summary.groups}


def reversing(name):
    """New names that sort the other way round."""
    order = texts(name)
    return {file: f"{len(order) - place:03}-{file}" for place, file in enumerate(order)}


def renaming(name):
    """New names in the same order that share nothing with the old ones."""
    return {file: f"note {place:03}.txt" for place, file in enumerate(texts(name))}


@every_corpus
@pytest.mark.parametrize("names", [reversing, renaming], ids=["shuffled", "renamed"])
def test_other_names_in_any_order_change_nothing_but_names(name, coded, names, tmp_path):
    new = names(name)
    old = {called: file for file, called in new.items()}

    found = study(laid_out(name, tmp_path / "named", new.get), coded=coded)

    assert standing(found, old.get) == standing(base(name, coded=coded))
    assert counts(found) == counts(base(name, coded=coded))
    assert groups(found, old.get) == groups(base(name, coded=coded))


def with_copy(name, file, copy, folder, *, told):
    """The corpus with a text twice; where `told`, what is known of the text is said of both."""
    laid_out(name, folder)
    shutil.copyfile(folder / file, folder / copy)
    known = folder / "sources.toml"
    words = known.read_text(encoding="utf-8")
    entries = re.findall(r"^\[\[source\]\]\n(?:(?!\[\[).*\n?)*", words, flags=re.MULTILINE)
    same = [entry.replace(f'"{file}"', f'"{copy}"') for entry in entries if f'"{file}"' in entry]
    known.write_text("\n".join([words, *same]) if told else words, encoding="utf-8")
    return folder


@every_corpus
@pytest.mark.parametrize("copy", ["000 copy.txt", "zzz copy.txt"], ids=["first", "last"])
def test_an_exact_copy_of_any_source_changes_nothing(name, coded, copy, tmp_path):
    before = base(name, coded=coded)
    for file in texts(name):
        folder = with_copy(name, file, copy, tmp_path / file, told=True)
        found = study(folder, coded=coded)
        back = {copy: file}

        assert standing(found, lambda f, back=back: back.get(f, f)) == standing(before)
        assert counts(found) == counts(before)


def test_an_exact_copy_that_nothing_is_known_of_changes_nothing_where_it_comes_last(tmp_path):
    for file in texts("seeds"):
        found = study(
            with_copy("seeds", file, "zzz copy.txt", tmp_path / file, told=False), coded=True
        )

        assert standing(found) == standing(base("seeds", coded=True))


def test_an_exact_copy_that_nothing_is_known_of_changes_nothing_where_it_comes_first(tmp_path):
    file, copy = texts("seeds")[0], "000 copy.txt"

    found = study(with_copy("seeds", file, copy, tmp_path / "story", told=False), coded=True)

    assert standing(found, lambda f: file if f == copy else f) == standing(
        base("seeds", coded=True)
    )


def near_copy(text, place):
    """The text with its word at a share of the way through replaced."""
    words = list(re.finditer(r"\b[a-z]{4,}\b", text))
    word = words[int(place * len(words))]
    return f"{text[: word.start()]}moreover{text[word.end() :]}"


def lower_support(findings, left_out):
    """The lower n_eff of the fact that each claim belongs to, by the claim's place."""
    return {
        (claim.source, claim.span, claim.kind): findings.verdict[fact.id].n_eff[0]
        for fact in findings.alignment.facts
        for claim in fact.claims
        if claim.source != left_out
    }


@every_corpus
@pytest.mark.parametrize("near", [("000 copy.txt", 0.3), ("zzz copy.txt", 0.6)], ids=str)
def test_a_near_copy_of_any_source_raises_no_support(name, coded, near, tmp_path):
    copy, place = near
    before = lower_support(base(name, coded=coded), "")
    for number, file in enumerate(texts(name)):
        folder = laid_out(name, tmp_path / str(number))
        text = (folder / file).read_text(encoding="utf-8")
        (folder / copy).write_text(near_copy(text, place), encoding="utf-8")

        found = study(folder, coded=coded)
        after = lower_support(found, copy)
        alone = [
            found.verdict[f.id].n_eff[0] for f in found.alignment.facts if f.sources == (copy,)
        ]

        assert {at: (before[at], n) for at, n in after.items() if n > before[at]} == {}
        assert max(alone, default=0) <= 1


@every_corpus
@pytest.mark.parametrize("called", ["000 wool.txt", "zzz wool.txt"], ids=["first", "last"])
def test_an_unrelated_text_leaves_every_verdict_as_it_was(name, coded, called, tmp_path):
    folder = laid_out(name, tmp_path / "story")
    (folder / called).write_text(UNRELATED, encoding="utf-8")

    found = study(folder, coded=coded)

    assert standing(found, without=[called]) == standing(base(name, coded=coded))
    assert [c for c in found.claims if c.source == called]


def test_an_unrelated_text_with_a_word_of_the_codebook_changes_no_verdict(tmp_path):
    folder = laid_out("seeds", tmp_path / "story")
    (folder / "wool.txt").write_text(UNRELATED.replace("began", "opened"), encoding="utf-8")

    found = study(folder, coded=True)

    assert standing(found, without=["wool.txt"]) == standing(base("seeds", coded=True))


LENGTHS = [
    ("80 km", "80 km", "50 miles", "agree"),
    ("10 km", "10 km", "six miles", "agree"),
    ("80 km", "120 km", "75 miles", "conflict"),
    ("at least 80 km", "120 km", "75 miles", "compatible"),
    ("about 80 km", "84 km", "52 miles", "agree"),
]


@pytest.mark.parametrize(("one", "other", "converted", "verdict"), LENGTHS)
def test_miles_for_kilometres_in_one_source_keep_the_verdict(
    one, other, converted, verdict, tmp_path
):
    def judged(said):
        folder = tmp_path / said.replace(" ", "")
        folder.mkdir()
        (folder / "a.txt").write_text(f"The Orrin tunnel runs {one} under the sea.\n")
        (folder / "b.txt").write_text(f"They say the Orrin tunnel runs {said} under the sea.\n")
        return [a.verdict for a in study(folder, coded=False).agreements if a.n_sources > 1]

    assert judged(other) == [verdict]
    assert judged(converted) == [verdict]
