"""A comparison as one static page: what changed, why, and the pictures before and after."""

from __future__ import annotations

from pathlib import Path

from markupsafe import Markup

from accord import project
from accord.editions import templates, told, told_pages, told_words
from accord.editions.comparison import Comparison, Shift
from accord.editions.render.theme import Theme, digest

_TEMPLATE = "compare.html.j2"
_SHEET = "compare.css"


def to_html(comparison: Comparison, old: Path, new: Path) -> str:
    """What changed between the editions in two folders, as one page that asks for nothing."""
    look = project.find().look
    theme = Theme(look / "theme")
    sheet = (look / "theme" / _SHEET).read_text(encoding="utf-8").strip()
    environment = templates.environment(look / "templates")
    return environment.get_template(_TEMPLATE).render(
        title=told.title(comparison),
        same=comparison.same,
        headline=[told.shift(one) for one in comparison.headline],
        entries={
            "Facts": told.facts(comparison),
            "Claims": [told.of_claim(claim) for claim in comparison.claims],
            "Links": [_entry(one) for one in comparison.links],
        },
        texts=[
            (told.of_text(one)[2:], [(s.words, told.effects(s)) for s in one.sentences])
            for one in comparison.texts
        ],
        decided=told.decided(comparison),
        rest=list(told.rest(comparison)),
        report=told_pages.report(old, new),
        pictures=list(told_pages.pictures(comparison, old, new)),
        tints=[_tint(*tint, theme) for tint in _TINTS],
        style=Markup(theme.style),  # noqa: S704 - our own sheet
        more=Markup(sheet),  # noqa: S704 - the same
        digests=(digest(theme.style), digest(sheet)),
    )


# What a drawing before and one after are coloured with where they lie over one another: the id of
# the filter, a role of the palette, and 0 for light, 1 for dark.
_TINTS = (
    ("before-light", "conflict", 0), ("after-light", "agree", 0),
    ("before-dark", "conflict", 1), ("after-dark", "agree", 1),
)  # fmt: skip


def _tint(name: str, role: str, scheme: int, theme: Theme) -> tuple[str, str]:
    """A filter that keeps what a drawing covers and gives it one colour."""
    colour = theme.palette[role][scheme].lstrip("#")
    parts = (int(colour[place : place + 2], 16) / 255 for place in (0, 2, 4))
    rows = [f"0 0 0 0 {part:.3f}" for part in parts]
    return name, " ".join([*rows, "0 0 0 1 0"])


def _entry(one: Shift) -> told.Entry:
    what, before, after = told_words.of_change(one)
    return what, [("share", before, after)], one.because
