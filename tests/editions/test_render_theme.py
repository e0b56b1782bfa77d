import re
from pathlib import Path

import pytest

from accord import project
from accord.editions.render.theme import Theme, digest

THEME = Theme(project.find().look / "theme")
GROUNDS = ("paper", "card")
# words on a ground: role, ground, least contrast
PAIRS = (
    *((role, ground, 4.5) for ground in GROUNDS
      for role in ("ink", "ink2", "ink3", "link", "agree", "conflict")),
    *((role, ground, 3.0) for ground in GROUNDS for role in ("rule2", "markline")),
    ("ink", "sunk", 4.5),
    ("ink2", "sunk", 4.5),
    ("ink", "agree0", 4.5),
    ("agree", "agree0", 4.5),
    ("ink3", "agree0", 4.5),
    ("ink", "conflict0", 4.5),
    ("conflict", "conflict0", 4.5),
    ("conflict0", "conflict", 4.5),
    ("card", "agree", 4.5),
    ("card", "conflict", 4.5),
    ("ink", "mark", 4.5),
)  # fmt: skip


def brightness(colour):
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    dark, light = sorted((brightness(one), brightness(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(("role", "ground", "least"), PAIRS)
def test_every_word_stands_out_from_its_ground(role, ground, least, scheme):
    pair = (THEME.palette[role][scheme], THEME.palette[ground][scheme])

    assert contrast(*pair) >= least


def test_no_two_colours_that_drawings_use_are_one_class():
    words = [word for word in THEME.roles.values() if word != "ground"]

    assert len(words) == len(set(words)) == len(THEME.palette) - 2


def test_every_class_of_a_drawing_has_its_rule():
    for word in THEME.roles.values():
        assert f".f-{word}{{fill:var(--{word})}}.s-{word}{{stroke:var(--{word})}}" in THEME.style


def test_every_variable_that_is_used_is_set():
    style = re.sub(r"base64,[^\"]*", "", THEME.style)
    used = set(re.findall(r"var\((--[\w-]+)\)", style))

    assert used <= set(re.findall(r"(--[\w-]+):", style))


def test_no_colour_is_written_into_the_style_sheet():
    sheet = (project.find().look / "theme" / "report.css").read_text(encoding="utf-8")

    assert set(re.findall(r"#[0-9a-fA-F]{3,8}\b", sheet)) <= {"#fff"}


def test_the_dark_values_never_reach_print():
    dark = THEME.palette["paper"][1]
    before = THEME.style[: THEME.style.index(dark)]

    assert before.rfind("@media") == before.rfind("@media screen and (prefers-color-scheme:dark)")


def test_the_policy_follows_the_files(tmp_path):
    for path in sorted((project.find().look / "theme").rglob("*")):
        if path.suffix in (".toml", ".woff2", ".css", ".js"):
            copy = tmp_path / path.relative_to(project.find().look / "theme")
            copy.parent.mkdir(exist_ok=True)
            copy.write_bytes(path.read_bytes())
    Path(tmp_path / "report.js").write_text("0;", encoding="utf-8")
    theme = Theme(tmp_path)

    assert f"script-src '{digest('0;')}'" in theme.policy
    assert theme.policy != THEME.policy
