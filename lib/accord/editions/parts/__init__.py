"""What a page of the report is made of: parts with their content, no markup.

A notebook's cell returns a part; its mime bundle carries Markdown for readers of notebooks and
`MIME` for our exporters, which draw the same content as HTML and as Typst. All text in a part is
plain text: each renderer escapes it.
"""

from accord.editions.parts.base import MIME, STYLES, Part, Run, anchor
from accord.editions.parts.evidence import CHIPS, Card, Mark, Paragraph, Quote, SourceText
from accord.editions.parts.frame import (
    Changes,
    Citation,
    Colophon,
    Glossary,
    Lede,
    OriginRow,
    Origins,
    Section,
)
from accord.editions.parts.tabular import Cell, Column, Figure, Matrix, MatrixRow, Table

__all__ = [
    "CHIPS",
    "MIME",
    "STYLES",
    "Card",
    "Cell",
    "Changes",
    "Citation",
    "Colophon",
    "Column",
    "Figure",
    "Glossary",
    "Lede",
    "Mark",
    "Matrix",
    "MatrixRow",
    "OriginRow",
    "Origins",
    "Paragraph",
    "Part",
    "Quote",
    "Run",
    "Section",
    "SourceText",
    "Table",
    "anchor",
]
