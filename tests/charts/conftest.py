"""Measures a figure as it is drawn."""

import io
import warnings

import pytest
from matplotlib.backends.backend_svg import RendererSVG

from accord.charts import look


def _boxes(figure):
    renderer = RendererSVG(_width(figure), _height(figure), io.StringIO(), image_dpi=72)
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="Glyph .* missing")
        found = [(t.get_text(), t.get_window_extent(renderer)) for t in figure.axes[0].texts]
    return [(words, box) for words, box in found if words.strip()]


def _width(figure):
    return float(figure.axes[0].get_xlim()[1])


def _height(figure):
    return float(figure.axes[0].get_ylim()[0])


def _faults(figure):
    """Texts that leave the sheet, and pairs of texts that overlap by more than a px."""
    boxes = look.styled(_boxes)(figure)
    right, top = _width(figure) + 1.5, _height(figure) + 1
    outside = [w for w, b in boxes if b.x0 < -1.5 or b.y0 < -1 or b.x1 > right or b.y1 > top]
    pairs = [
        (w, v)
        for n, (w, a) in enumerate(boxes)
        for v, b in boxes[n + 1 :]
        if min(a.x1, b.x1) - max(a.x0, b.x0) > 1.5 and min(a.y1, b.y1) - max(a.y0, b.y0) > 1.5
    ]
    return outside, pairs


@pytest.fixture(scope="session")
def faults():
    return _faults


@pytest.fixture(scope="session")
def words_of():
    return lambda figure: [text.get_text() for text in figure.axes[0].texts]
