"""A figure as SVG text that is the same on every run and safe inside any page."""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Iterator
from html import escape
from xml.etree import ElementTree as ET

from matplotlib.figure import Figure

from accord.charts import look

XLINK = "{http://www.w3.org/1999/xlink}"
METADATA = {"Date": None, "Creator": None, "Format": None, "Type": None}
DROPPED = ("style", "metadata")
REFERENCE = re.compile(r"url\(#([^)]+)\)|^#(.+)$")
NUMBER = re.compile(r"-?\d+\.\d+")
GEOMETRY = ("d", "x", "y", "width", "height", "transform", "points")
STILL = re.compile(r"^rotate\(-?0 [^)]*\)$")
INHERITED = {"font-family", "stroke-linejoin", "stroke-linecap"}


@look.styled
def to_svg(figure: Figure, *, alt: str = "", prefix: str = "") -> str:
    """The figure as one <svg>, text as text, colours as presentation attributes, no style.

    `alt` becomes its label for screen readers; `prefix` goes before the ids that are referred to,
    all others are left out.
    """
    root = ET.fromstring(_drawn(figure))  # noqa: S314 - our own matplotlib wrote it a line above
    referred = {name for element in root.iter() for name in _references(element)}
    body = "".join(_written(child, referred, prefix) for child in root)
    label = f' aria-label="{escape(look.clean(alt))}"' if alt else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{root.get("viewBox")}" role="img"'
        f'{label} font-family="{look.family()}, sans-serif" stroke-linejoin="round">{body}</svg>\n'
    )


def alone(svg: str) -> str:
    """The same SVG as a file of its own, which follows the reader's dark or light scheme."""
    pairs = [(hex_, look.dark()[role]) for role, hex_ in look.palette().items()]
    rules = "".join(
        f'[{part}="{light}"]{{{part}:{dark}}}'
        for light, dark in pairs
        for part in ("fill", "stroke")
    )
    style = f"<style>@media (prefers-color-scheme:dark){{{rules}}}</style>"
    head, mark, rest = svg.partition(">")
    return f"{head}{mark}{style}{rest}"


def _drawn(figure: Figure) -> str:
    buffer = io.StringIO()
    with warnings.catch_warnings():
        # A script that our font lacks is set by the reader's system fonts.
        warnings.filterwarnings("ignore", message="Glyph .* missing")
        figure.savefig(buffer, format="svg", metadata=METADATA)
    return buffer.getvalue()


def _references(element: ET.Element) -> Iterator[str]:
    for value in element.attrib.values():
        for match in REFERENCE.finditer(value):
            yield match[1] or match[2]


def _written(element: ET.Element, referred: set[str], prefix: str) -> str:
    tag = element.tag.rpartition("}")[2]
    attributes = dict(_attributes(element, referred, prefix))
    inner = "".join(_written(child, referred, prefix) for child in element)
    if tag in DROPPED or (tag == "path" and _is_unseen(attributes)):
        return ""
    inner = escape((element.text or "").strip(), quote=False) + inner
    if tag in ("g", "defs") and (not attributes or not inner):
        return inner if tag == "g" else _wrapped(tag, "", inner)
    return _wrapped(tag, "".join(f' {k}="{escape(v)}"' for k, v in attributes.items()), inner)


def _wrapped(tag: str, attributes: str, inner: str) -> str:
    if inner:
        return f"<{tag}{attributes}>{inner}</{tag}>"
    return f"<{tag}{attributes}/>" if attributes else ""


def _is_unseen(attributes: dict[str, str]) -> bool:
    return (
        attributes.get("fill") == "none" and "stroke" not in attributes and "id" not in attributes
    )


def _attributes(element: ET.Element, referred: set[str], prefix: str) -> Iterator[tuple[str, str]]:
    for name, value in element.attrib.items():
        if name == "id":
            if value in referred:
                yield name, prefix + value
        elif name == "style":
            yield from _declared(value, prefix)
        elif not (name == "transform" and STILL.match(value)):
            yield name.replace(XLINK, ""), _tidy(name, _renamed(value, prefix))


def _declared(style: str, prefix: str) -> Iterator[tuple[str, str]]:
    for declaration in style.split(";"):
        name, _, value = declaration.partition(":")
        if value.strip() and name.strip() not in INHERITED and value.strip() != "start":
            yield name.strip(), _renamed(value.strip().removesuffix("px"), prefix)


def _renamed(value: str, prefix: str) -> str:
    return re.sub(
        r"^#(?=[A-Za-z_][\w-]*$)(?![0-9a-fA-F]{6}$)|(?<=url\(#)", lambda m: m[0] + prefix, value
    )


def _tidy(name: str, value: str) -> str:
    if name not in GEOMETRY:
        return value
    return " ".join(NUMBER.sub(_rounded, value).split())


def _rounded(number: re.Match[str]) -> str:
    text = f"{float(number[0]):.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
