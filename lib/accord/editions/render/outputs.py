"""One output of a cell in, its blocks out."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError
from selectolax.lexbor import LexborHTMLParser

from accord.editions import parts
from accord.editions.render.blocks import Block, Drawing, Failure, Grid, Image, Plain

_ANSI = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")
_PICTURES = ("image/svg+xml", "image/png", "image/jpeg", "image/gif")
_SIGNATURES = {"image/png": b"\x89PNG", "image/jpeg": b"\xff\xd8", "image/gif": b"GIF8"}


@dataclass(frozen=True, slots=True)
class Markdown:
    """Markdown that the walk has still to read."""

    text: str


def read(output: Mapping[str, Any], alt: str) -> Iterator[Block | Markdown]:
    """The block of one output, in the richest kind that is safe; nothing where it holds nothing."""
    kind = output.get("output_type")
    if kind == "stream":
        yield Plain(text=bare(output.get("text", "")), stream=str(output.get("name", "stdout")))
    elif kind == "error":
        yield Failure(
            name=bare(output.get("ename", "")),
            message=bare(output.get("evalue", "")),
            trace=bare("\n".join(map(str, output.get("traceback", [])))),
        )
    elif kind in ("display_data", "execute_result"):
        yield from _bundle(output.get("data", {}), alt)


def bare(text: object) -> str:
    """Text without terminal colours; a list of lines is joined."""
    joined = "".join(map(str, text)) if isinstance(text, list) else str(text)
    return _ANSI.sub("", joined)


def _bundle(bundle: Mapping[str, Any], alt: str) -> Iterator[Block | Markdown]:
    found = _drawing(bundle.get(parts.MIME)) or _picture(bundle, alt) or _table(bundle)
    if found:
        yield found
    elif bundle.get("text/markdown"):
        yield Markdown(bare(bundle["text/markdown"]))
    elif bundle.get("text/html") and "text/plain" not in bundle:
        yield Plain(text=LexborHTMLParser(bare(bundle["text/html"])).text(separator=" ").strip())
    elif "text/plain" in bundle:
        yield Plain(text=bare(bundle["text/plain"]))


def _drawing(content: object) -> Drawing | None:
    """The part, with every field checked and present; None where it is not one of ours."""
    if not isinstance(content, dict):
        return None
    adapter = _adapters().get(str(content.get("part")))
    if adapter is None:
        return None
    fields = {name: value for name, value in content.items() if name != "part"}
    try:
        record = adapter.validate_python(fields)
    except ValidationError:
        return None
    return Drawing(part=str(content["part"]), content=asdict(record))


@cache
def _adapters() -> dict[str, TypeAdapter[Any]]:
    kinds = sorted(parts.Part.__subclasses__(), key=lambda kind: kind.__name__)
    return {kind.__name__.lower(): TypeAdapter(kind) for kind in kinds}


def _picture(bundle: Mapping[str, Any], alt: str) -> Image | None:
    for mime in _PICTURES:
        if mime in bundle:
            content = _content(mime, bare(bundle[mime]))
            if content:
                return Image(mime=mime, content=content, alt=alt)
    return None


def _content(mime: str, text: str) -> bytes:
    if mime == "image/svg+xml":
        return text.encode("utf-8", "replace")
    try:
        content = base64.b64decode(text, validate=False)
    except (binascii.Error, ValueError):
        return b""
    return content if content.startswith(_SIGNATURES[mime]) else b""


def _table(bundle: Mapping[str, Any]) -> Grid | None:
    """The first table of an HTML output, as text (pandas writes its frames so)."""
    if "text/html" not in bundle:
        return None
    table = LexborHTMLParser(bare(bundle["text/html"])).css_first("table")
    if table is None:
        return None
    rows = [tuple(cell.text(strip=True) for cell in row.css("th, td")) for row in table.css("tr")]
    headed = table.css_first("thead") is not None and bool(rows)
    return Grid(columns=rows[0] if headed else (), rows=tuple(rows[1:] if headed else rows))
