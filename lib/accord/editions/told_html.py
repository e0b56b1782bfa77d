"""A comparison as one static page: what changed, why, and the pictures before and after."""

from __future__ import annotations

import base64
import difflib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from accord import project
from accord.editions import told
from accord.editions.comparison import Comparison
from accord.editions.render.theme import Theme, digest
from accord.model import lines

_LINES = 2000  # of the redline and of a table: a page that opens
_TEMPLATE = "compare.html.j2"

_STYLE = """
table{border-collapse:collapse;width:100%;margin:8px 0 24px;font:430 14px/1.4 var(--sans)}
th,td{text-align:left;vertical-align:top;padding:6px 12px 6px 0;border-top:1px solid var(--rule)}
del{color:var(--conflict)}
ins{color:var(--agree);font-weight:600}
.lines{font:430 14px/1.45 var(--mono);white-space:pre-wrap;overflow-wrap:anywhere}
.lines>*{display:block;width:fit-content;max-width:100%}
.scroll{overflow-x:auto}
.both{display:grid;grid-template-columns:1fr 1fr;gap:16px}
.both{margin:12px 0}
.both img,.over img{display:block;width:100%;background:#fff}
.over{position:relative;max-width:700px;margin-top:8px;isolation:isolate}
.over img+img{position:absolute;top:0;left:0;mix-blend-mode:difference}
figcaption{font:430 13px/1.5 var(--sans);color:var(--ink2)}
section{padding-top:44px}
@media (max-width:640px){.both{grid-template-columns:1fr}}
""".strip()


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a redline; `sign` is + or -."""

    sign: str
    text: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing before and after, as data addresses, and what changed in its numbers."""

    name: str
    old: str | None
    new: str | None
    numbers: tuple[Line, ...]


def to_html(comparison: Comparison, old: Path, new: Path) -> str:
    """What changed between the editions in two folders, as one page that asks for nothing."""
    look = project.find().look
    theme = Theme(look / "theme")
    environment = Environment(
        loader=FileSystemLoader(look / "templates"), autoescape=True, undefined=StrictUndefined
    )
    return environment.get_template(_TEMPLATE).render(
        title=told.title(comparison),
        same=comparison.same,
        headline=[told.of_change(change) for change in comparison.headline],
        entries={
            "Facts": [told.of_fact(fact) for fact in comparison.facts],
            "Claims": [told.of_claim(claim) for claim in comparison.claims],
            "Links": [(c.field, [told.of_change(c)], "") for c in comparison.links],
        },
        rest=list(told.rest(comparison)),
        report_lines=_redline(old / "report.md", new / "report.md"),
        pictures=list(_pictures(comparison, old, new)),
        style=Markup(theme.style),  # noqa: S704 - our own sheet
        more=Markup(_STYLE),  # noqa: S704 - the same
        digests=(digest(theme.style), digest(_STYLE)),
    )


def _pictures(comparison: Comparison, old: Path, new: Path) -> Iterator[Picture]:
    names = [c.field for c in comparison.files if c.field.startswith("figures/")]
    for stem in sorted({name.rpartition(".")[0] for name in names}):
        yield Picture(
            stem.removeprefix("figures/"),
            _address(old / f"{stem}.svg"),
            _address(new / f"{stem}.svg"),
            _redline(old / f"{stem}.csv", new / f"{stem}.csv"),
        )


def _address(path: Path) -> str | None:
    """A drawing as a data address: shown as a picture, it runs no script and loads nothing."""
    if not path.is_file():
        return None
    return f"data:image/svg+xml;base64,{base64.b64encode(path.read_bytes()).decode('ascii')}"


def _redline(old: Path, new: Path) -> tuple[Line, ...]:
    before, after = (_text(path) for path in (old, new))
    told_lines = list(difflib.unified_diff(before, after, n=0, lineterm=""))[2:]
    marked = [line for line in told_lines if line[:1] in ("+", "-") and line[1:].strip()]
    return tuple(Line(line[0], lines.escape(line[1:])) for line in marked[:_LINES])


def _text(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()[:_LINES] if path.is_file() else []
