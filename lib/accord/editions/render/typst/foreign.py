"""What other people's notebooks hold besides prose, as content for the template."""

from __future__ import annotations

from accord.editions.render.blocks import Block, Failure, Grid, Image, Plain
from accord.editions.render.typst import characters, prose
from accord.editions.render.typst.prose import Content, stretch

_NO_WORDS = "Picture without a description."


def blocks(block: Block) -> list[Content]:
    """A picture, a table, output as it came or an error; code is left to the notebook."""
    match block:
        case Image():
            return [_image(block)]
        case Grid():
            return [_grid(block)]
        case Plain():
            return [{"kind": "raw", "text": characters.lines(block.text.rstrip("\n"))}]
        case Failure():
            said = f"{block.name}: {block.message}"
            return [{"kind": "failure", "text": characters.lines(said)}]
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
    return {"kind": "grid", "columns": columns, "align": ["left"] * width, "rows": rows}
