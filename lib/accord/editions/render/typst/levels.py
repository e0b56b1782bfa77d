"""Sections as the notebook has them in, chapters whose headings skip no level out (PDF/UA)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from accord.editions.render.typst.prose import Content


def stepped(sections: Iterable[Content], *, said: str) -> Iterator[Content]:
    """Levels start at 1 and go to 2; a first title that the page says already is left out."""
    top = 0
    for place, section in enumerate(sections):
        title = "" if place == 0 and section["title"] == said else section["title"]
        top = top or (section["level"] if title else 0)
        level = min(max(section["level"] - top + 1, 1), 2) if title else 0
        if title or section["blocks"]:
            blocks = list(_headings(section["blocks"], level))
            yield {**section, "title": title, "level": level, "blocks": blocks}


def _headings(blocks: Iterable[Content], above: int) -> Iterator[Content]:
    """Headings within a section, each at most one level below the one before."""
    last = above
    for block in blocks:
        if block["kind"] == "h":
            last = max(above + 1, min(block["level"], last + 1))
            yield {**block, "level": last}
        else:
            yield block
