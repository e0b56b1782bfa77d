"""The report writes its own numbers in the marks that are asked for, and no other number."""

import re
import subprocess
import sys
from pathlib import Path

import pypdf
import pytest
from selectolax.lexbor import LexborHTMLParser

from accord.editions import comparing, content

RUN = "from accord.cli import main; main()"
TOP = Path(__file__).resolve().parents[2]
NUMBER = re.compile(r"(?<![\w.,])\d+(?:[.,]\d+)+(?![\w])")
SWAP = str.maketrans(".,", ",.")
PAGES = ("report.html", "report.pdf", "report.md")
DATA = (".csv", ".json", ".jsonl", ".jsonld")


@pytest.fixture(scope="module")
def both(tmp_path_factory):
    """The seeds as they are, and with German numbers."""
    folder = tmp_path_factory.mktemp("numbers")
    for name in ("en", "de"):
        words = ("run", "--out", name, "-p", f"numbers={name}")
        subprocess.run([sys.executable, "-c", RUN, *words], cwd=folder, check=True)
    return folder / "en", folder / "de"


def text(path):
    """What a person reads of a file, its pictures' words included."""
    if path.suffix == ".pdf":
        return "\n".join(page.extract_text() for page in pypdf.PdfReader(path).pages)
    written = path.read_text(encoding="utf-8")
    if path.suffix not in {".html", ".svg"}:
        return written
    page = LexborHTMLParser(written)
    for hidden in page.css("style, script, pre, details.code"):
        hidden.decompose()
    return page.root.text(separator=" ")


def numbers(path):
    return NUMBER.findall(text(path))


@pytest.fixture(scope="module")
def stated():
    """Numbers in a person's words: of the texts, of what is known of them, of a setting."""
    known = " ".join(p.read_text(encoding="utf-8") for p in (TOP / "seeds").iterdir())
    return {*NUMBER.findall(known), "0.1", "0.5", "0.25", "0.05"}


@pytest.mark.slow
@pytest.mark.parametrize("name", PAGES)
def test_each_number_is_in_german_marks_or_in_somebodys_words(both, stated, name):
    english, german = (numbers(folder / name) for folder in both)
    pairs = list(zip(english, german, strict=True))
    turned = [(old, new) for old, new in pairs if old != new]

    assert [(old, new) for old, new in turned if new != old.translate(SWAP)] == []
    assert {old for old, new in pairs if old == new} <= stated
    assert {"1,3", "1,5", "30,3", "20.571", "90,082"} <= {new for _, new in turned}


@pytest.mark.slow
def test_charts_are_drawn_with_german_labels_and_axes(both, stated):
    drawn = sorted(path.name for path in (both[1] / "figures").glob("*.svg"))
    found = {number for name in drawn for number in numbers(both[1] / "figures" / name)}

    assert {"0,5", "1,5", "2,5", "30,3", "90,082"} <= found
    assert not {number for number in found if "." in number} - stated


@pytest.mark.slow
def test_data_are_the_same_in_every_language(both):
    english, german = both
    data = [p.relative_to(english) for p in english.rglob("*") if p.suffix in DATA]
    other = [p for p in data if (english / p).read_bytes() != (german / p).read_bytes()]

    assert sorted(map(str, other)) in (["manifest.json"], ["manifest.json", "run.json"])
    assert len(data) > 20


@pytest.mark.slow
def test_a_diff_tells_the_parameter_and_no_claim_or_verdict(both):
    found = comparing.between(*map(content.read, both))

    assert [one.words for one in found.differences] == ["parameter numbers en -> de"]
    assert (found.claims, found.facts, found.headline) == ((), (), ())


@pytest.mark.slow
def test_the_script_of_the_page_counts_in_the_same_marks(both):
    english, german = (LexborHTMLParser((f / "report.html").read_text("utf-8")) for f in both)

    assert "data-group" not in english.root.attributes
    assert german.root.attributes["data-group"] == "."
