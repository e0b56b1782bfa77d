"""The SVG is the same on every run, carries text as text, and can do no harm in a page."""

import os
import re
import subprocess
import sys
from decimal import Decimal
from pathlib import Path
from xml.etree import ElementTree as ET

import matplotlib as mpl
import pytest
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure

from accord.charts import forest, look
from accord.charts.records import Row, Rows
from accord.charts.svg import alone, to_svg
from accord.model import Interval

HOSTILE = '<script>alert(1)</script> --> ]]> & "q" $\\frac{1}{2}$ \x00\x07\ud800\u202e'
CHART = Rows(
    rows=(
        Row(source="A", note=HOSTILE, label="7 km", interval=Interval.exactly(Decimal(7))),
        Row(source="B", label="up to 9 km", interval=Interval(None, Decimal(9)), role="agree"),
    )
)
SCRIPT = """
import hashlib
from decimal import Decimal
from accord.charts import forest
from accord.charts.records import Row, Rows
from accord.charts.svg import to_svg
from accord.model import Interval
row = Row(source="A", note="x", label="7 km", interval=Interval.exactly(Decimal(7)))
print(hashlib.sha256(to_svg(forest.draw(Rows(rows=(row,)), 328)).encode()).hexdigest())
"""


@pytest.fixture(scope="module")
def drawn():
    return to_svg(forest.draw(CHART, 620), alt=HOSTILE, prefix="f1-")


def test_hostile_text_stays_text(drawn):
    root = ET.fromstring(drawn)  # noqa: S314 - our own text
    words = [element.text for element in root.iter() if element.tag.endswith("text")]

    assert "<script" not in drawn
    assert any(w and w.startswith("<script>alert(1)") for w in words)
    assert not re.search("[\x00-\x08\ud800-\udfff\u202e]", drawn)


def test_no_style_no_script_no_fixed_size_no_stray_id(drawn):
    root = ET.fromstring(drawn)  # noqa: S314 - our own text
    names = {name for element in root.iter() for name in element.attrib}

    assert root.get("viewBox")
    assert root.get("role") == "img"
    assert names.isdisjoint({"style", "id", "width", "height", "class"})
    assert "<style" not in drawn
    assert "http" not in drawn.replace("http://www.w3.org/2000/svg", "")


def test_every_color_is_a_role_of_the_palette(drawn):
    colors = set(re.findall(r"#[0-9a-fA-F]{6}", drawn))

    assert colors
    assert colors <= set(look.palette().values())


def test_text_keeps_its_family_and_size(drawn):
    assert f'font-family="{look.family()}, sans-serif"' in drawn
    assert re.search(r'<text [^>]*font-size="13"', drawn)


def test_ids_that_are_referred_to_are_kept_with_the_prefix():
    figure = Figure(figsize=(2, 2))
    FigureCanvasSVG(figure)
    axes = figure.add_subplot()
    axes.plot([0, 5], [0, 9], marker="o")
    axes.set_xlim(1, 2)
    text = to_svg(figure, prefix="k-")
    ids = set(re.findall(r' id="([^"]+)"', text))
    referred = set(re.findall(r"url\(#([^)]+)\)", text)) | set(re.findall(r'href="#([^"]+)"', text))

    assert ids
    assert ids == referred
    assert all(name.startswith("k-") for name in ids)


def test_a_readers_own_style_changes_nothing(drawn):
    with mpl.rc_context({"font.size": 30, "path.sketch": (1, 100, 2), "text.parse_math": True}):
        again = to_svg(forest.draw(CHART, 620), alt=HOSTILE, prefix="f1-")

    assert again == drawn


def test_drawing_leaves_no_trace_in_the_readers_style():
    before = dict(mpl.rcParams)
    to_svg(forest.draw(CHART, 328))

    assert dict(mpl.rcParams) == before


def test_the_bytes_are_the_same_under_another_hash_seed_zone_and_folder(tmp_path):
    def digest(seed, zone, folder):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": "C"}
        ran = subprocess.run(
            [sys.executable, "-c", SCRIPT],
            env=environment,
            cwd=folder,
            capture_output=True,
            text=True,
            check=True,
        )
        return ran.stdout

    assert digest("1", "UTC", tmp_path) == digest("2", "Asia/Tokyo", Path("/"))


def test_a_figure_alone_follows_the_readers_scheme(drawn):
    text = alone(drawn)

    ET.fromstring(text)  # noqa: S314 - our own text
    assert f'[fill="{look.palette()["ink"]}"]{{fill:{look.dark()["ink"]}}}' in text
    assert text.count("<style>") == 1
