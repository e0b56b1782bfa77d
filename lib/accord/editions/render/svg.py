"""A standalone SVG in plain hex colours in, an inline SVG in classes of the page out.

Each colour of the palette becomes a class (`fill: #1f5fa0` -> `f-agree`), so a drawing follows the
page's theme and print without any `style` attribute. Only elements and attributes that draw are
kept; ids get a prefix, so that many drawings can share a page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import cast
from xml.etree import ElementTree as ET

from markupsafe import Markup, escape

_SPACE = "{http://www.w3.org/2000/svg}"
_HREFS = ("href", "{http://www.w3.org/1999/xlink}href")
_DOCTYPE = re.compile(r"<!DOCTYPE[^\[>]*>")
_DEEPEST = 60
_ELEMENTS = frozenset({
    "circle", "clipPath", "defs", "ellipse", "g", "line", "marker", "path", "polygon", "polyline",
    "rect", "text", "tspan", "use",
})  # fmt: skip
_GEOMETRY = frozenset({
    "clipPathUnits", "cx", "cy", "d", "dx", "dy", "height", "markerHeight", "markerWidth",
    "orient", "points", "preserveAspectRatio", "r", "refX", "refY", "rx", "ry", "transform",
    "viewBox", "width", "x", "x1", "x2", "y", "y1", "y2",
})  # fmt: skip
_PAINT = frozenset({
    "clip-path", "clip-rule", "dominant-baseline", "fill-opacity", "fill-rule", "font-size",
    "font-style", "font-weight", "letter-spacing", "marker-end", "marker-mid", "marker-start",
    "opacity", "stroke-dasharray", "stroke-dashoffset", "stroke-linecap", "stroke-linejoin",
    "stroke-miterlimit", "stroke-opacity", "stroke-width", "text-anchor",
})  # fmt: skip
_PLAIN = re.compile(r"[\w\s.,()%+-]*")
_LAYERED = ("opacity", "stroke-opacity", "marker-start", "marker-mid", "marker-end")
_SPACED = re.compile(r"\s*([A-Za-z])\s*")
_LOCAL = re.compile(r"url\(#([\w.:-]+)\)")
_HEX = re.compile(r"#(?:[0-9a-f]{3}|[0-9a-f]{6})", re.IGNORECASE)
_SIZE = re.compile(r"(?<![\w.])([\d.]+)(?:px)(?!\w)")
_WEIGHT = re.compile(r"(?<![\w.])([1-9]00|bold)(?![\w.])")


def themed(svg: str, roles: Mapping[str, str], *, prefix: str, label: str, classes: str) -> Markup:
    """The drawing as inline SVG, `roles` being hex -> class word; "" where it cannot be read."""
    root = _root(svg)
    if root is None:
        return Markup()
    kept = _referred(root)
    _, _, width, height = _box(root)
    head = Markup('<svg class="{}" viewBox="{}" width="{}" height="{}" role="img" aria-label="{}">')
    opening = head.format(classes, " ".join(_box(root)), width, height, label)
    inside = "".join(_draw(child, roles, kept, prefix) for child in _joined(root, kept))
    return opening + Markup(inside) + Markup("</svg>")  # noqa: S704  # _draw escapes all it keeps


def _root(svg: str) -> ET.Element | None:
    """The root, unless the text is no SVG, declares entities or nests without end."""
    text = _DOCTYPE.sub("", svg, count=1)
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        return None
    try:
        root = ET.fromstring(text)  # noqa: S314  # entities are refused above
    except (ET.ParseError, ValueError):
        return None
    return root if root.tag == f"{_SPACE}svg" and _depth(root) <= _DEEPEST else None


def _depth(root: ET.Element) -> int:
    level, deep = [root], 0
    while level and deep <= _DEEPEST:
        level, deep = [child for element in level for child in element], deep + 1
    return deep


def _box(root: ET.Element) -> tuple[str, str, str, str]:
    numbers = re.findall(r"-?\d+(?:\.\d+)?", root.get("viewBox", ""))
    if len(numbers) != 4:
        sizes = [re.match(r"\d+(?:\.\d+)?", root.get(n, "")) for n in ("width", "height")]
        numbers = ["0", "0", *(size[0] if size else "100" for size in sizes)]
    return cast("tuple[str, str, str, str]", tuple(numbers))


def _referred(root: ET.Element) -> frozenset[str]:
    """The ids that something in the drawing refers to."""
    found: list[str] = []
    for element in root.iter():
        for name, value in element.attrib.items():
            found += _LOCAL.findall(value)
            if name in _HREFS and value.startswith("#"):
                found.append(value[1:])
    return frozenset(found)


def _draw(
    element: ET.Element, roles: Mapping[str, str], kept: frozenset[str], prefix: str
) -> Markup:
    name = str(element.tag).removeprefix(_SPACE)
    if name not in _ELEMENTS:
        return Markup()
    attributes = dict(_attributes(element, roles, kept, prefix))
    written = Markup("").join(Markup(' {}="{}"').format(*pair) for pair in attributes.items())
    words = escape(element.text or "") if name in ("text", "tspan") else Markup()
    inside = [words]
    for child in _joined(element, kept):
        inside.append(_draw(child, roles, kept, prefix))
        if name in ("text", "tspan"):
            inside.append(escape(child.tail or ""))
    within = Markup("").join(inside)
    form = Markup("<{0}{1}>{2}</{0}>") if within else Markup("<{0}{1}/>")
    return form.format(name, written, within)


def _joined(parent: ET.Element, kept: frozenset[str]) -> Iterator[ET.Element]:
    """The children; lines of one look that follow each other are one path, which draws the same."""
    for _, alike in groupby(parent, key=lambda child: _line(child, kept)):
        first, *others = alike
        if _line(first, kept) is None:
            yield first
            yield from others
            continue
        joined = ET.Element(first.tag, first.attrib)
        joined.set("d", " ".join(path.get("d", "") for path in (first, *others)))
        yield joined


def _line(element: ET.Element, kept: frozenset[str]) -> tuple[tuple[str, str], ...] | None:
    """How a path without filling looks, None for all else; opaque lines cannot hide each other."""
    look = dict(_properties(element))
    named = look.pop("id", "") in kept
    plain = look.get("fill") == "none" and not any(name in look for name in _LAYERED)
    if element.tag != f"{_SPACE}path" or len(element) or named or not plain:
        return None
    return tuple(sorted((name, value) for name, value in look.items() if name != "d"))


def _attributes(
    element: ET.Element, roles: Mapping[str, str], kept: frozenset[str], prefix: str
) -> Iterator[tuple[str, str]]:
    classes: list[str] = []
    if element.get("id") in kept:
        yield "id", f"{prefix}{element.get('id')}"
    for name, value in _properties(element):
        if name in ("fill", "stroke"):
            word = roles.get(value.lower())
            if word:
                classes.append(f"{name[0]}-{word}")
            elif value == "none" or _HEX.fullmatch(value):
                yield name, value
        elif name in _HREFS and value.startswith("#"):
            yield "href", f"#{prefix}{value[1:]}"
        elif name in _GEOMETRY or name in _PAINT:
            yield from _checked(name, value, prefix)
    if classes:
        yield "class", " ".join(classes)


def _checked(name: str, value: str, prefix: str) -> Iterator[tuple[str, str]]:
    local = _LOCAL.fullmatch(value)
    if local:
        yield name, f"url(#{prefix}{local[1]})"
    elif name == "d" and _PLAIN.fullmatch(value):
        yield name, _SPACED.sub(r"\1", value)
    elif _PLAIN.fullmatch(value):
        yield name, value


def _properties(element: ET.Element) -> Iterator[tuple[str, str]]:
    """Attributes, then the declarations of `style`, with `font` taken apart."""
    for name, value in element.attrib.items():
        if name != "style":
            yield name, value.strip()
    for declaration in element.get("style", "").split(";"):
        name, _, value = declaration.partition(":")
        if name.strip() == "font":
            yield from _font(value)
        else:
            yield name.strip(), value.strip()


def _font(value: str) -> Iterator[tuple[str, str]]:
    """The `font` shorthand as attributes; the family is the page's."""
    size = _SIZE.search(value)
    before = value[: size.start()] if size else value
    weight = _WEIGHT.search(before)
    if weight:
        yield "font-weight", weight[1]
    if "italic" in before:
        yield "font-style", "italic"
    if size:
        yield "font-size", size[1]
