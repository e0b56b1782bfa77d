"""What a person knows about a corpus: four .toml files, each entry judged alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from accord.model import Codebook, Figure, Review
from accord.parameters import Parameters
from accord.sources.notes import catalogue, codebook, references, reviews
from accord.sources.notes.table import Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Notes:
    """Everything the .toml files say; `sources` are fields by file name."""

    sources: dict[str, dict[str, str]] = field(default_factory=dict)
    codebook: Codebook = field(default_factory=Codebook)
    figures: tuple[Figure, ...] = ()
    reviews: tuple[Review, ...] = ()
    complaints: tuple[str, ...] = ()
    story: str = ""


def read(folder: Path, names: Sequence[str], parameters: Parameters) -> Notes:
    """What stands beside the texts `names`; a wrong entry is a complaint, never an error."""
    largest = parameters.largest_text
    about = Table.open(folder, "sources.toml", largest)
    coding = Table.open(folder, "codebook.toml", largest, wanted=parameters.codebook)
    outside = Table.open(folder, "references.toml", largest, wanted=parameters.references)
    decisions = Table.open(folder, "reviews.toml", largest, wanted=parameters.reviews)
    story = catalogue.story(about)
    return Notes(
        sources=catalogue.read(about, names),
        codebook=codebook.read(coding),
        figures=references.read(outside, parameters.about),
        reviews=reviews.read(decisions),
        story=story,
        complaints=tuple(
            complaint
            for table in (about, coding, outside, decisions)
            for complaint in table.complaints
        ),
    )
