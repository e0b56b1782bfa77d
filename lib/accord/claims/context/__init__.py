"""What alignment knows of the words around a number."""

from __future__ import annotations

from accord.claims.context.scene import Scene, Scenes
from accord.model import Codebook, Context, Quantity, Reading, Source, Span

__all__ = ["Scene", "Scenes", "of"]


def of(source: Source, quantity: Quantity, reading: Reading, codebook: Codebook) -> Context:
    """The context of one quantity, from its own source and the codebook's aliases alone."""
    sentence = _sentence(source, quantity.sentence)
    numbers = tuple(other for other in reading.quantities if other.span in sentence)
    scene = Scenes(source, codebook).of(quantity.sentence, sentence, numbers)
    return scene.context(quantity)


def _sentence(source: Source, place: int) -> Span:
    if not source.sentences:
        return Span(0, len(source.text))
    return source.sentences[min(place, len(source.sentences) - 1)].span
