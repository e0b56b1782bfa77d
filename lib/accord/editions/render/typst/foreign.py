"""What other people's notebooks hold besides prose, as content for the template."""

from __future__ import annotations

import re

from accord.editions.render.blocks import Block, Code, Failure, Grid, Image, Plain
from accord.editions.render.typst import characters, prose
from accord.editions.render.typst.prose import Content, stretch

_NUMBER = re.compile(r"[-+]?[\d.,]+(?:e[-+]?\d+)?%?")
_NO_WORDS = "Picture without a description."


def blocks(block: Block) -> list[Content]:
    """Code, a picture, a table, output as it came or an error."""
    match block:
        case Code():
            return [{"kind": "code", "text": characters.listing(block.source)}]
        case Image():
            return [_image(block)]
        case Grid():
            return [_grid(block)]
        case Plain():
            return [{"kind": "raw", "text": characters.listing(block.text.rstrip("\n"))}]
        case Failure():
            said = f"{block.name}: {block.message}"
            trace = block.trace if said.strip() in block.trace else f"{block.trace}\n{said}"
            return [{"kind": "failure", "text": characters.listing(trace.strip("\n"))}]
        case _:
            return []


def _image(image: Image) -> Content:
    alt = characters.inline(image.alt) or _NO_WORDS
    if image.mime == "image/svg+xml":
        drawing = characters.picture(image.content.decode("utf-8", "replace"))
        return {"kind": "picture", "format": "svg", "text": drawing, "alt": alt}
    return prose.pixels(image.mime, image.content, alt)


def _grid(grid: Grid) -> Content:
    width = max((len(row) for row in (grid.columns, *grid.rows)), default=0)

    def row(cells: tuple[str, ...]) -> list[list[Content]]:
        return [[stretch(cell)] for cell in (*cells, *[""] * (width - len(cells)))]

    rows = [row(cells) for cells in grid.rows]
    columns = row(grid.columns) if grid.columns else []
    sides = ["right" if _is_numeric(grid, nth) else "left" for nth in range(width)]
    return {"kind": "grid", "columns": columns, "align": sides, "rows": rows}


def _is_numeric(grid: Grid, nth: int) -> bool:
    """Whether a column but the first, which names the rows, holds numbers alone."""
    cells = [row[nth] for row in grid.rows if nth < len(row) and row[nth] not in ("", "NaN")]
    return nth > 0 and bool(cells) and all(map(_NUMBER.fullmatch, cells))
