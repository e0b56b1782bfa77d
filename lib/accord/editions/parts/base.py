"""What every part is, and a stretch of its text."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass
from typing import Any

MIME = "application/vnd.accord.part+json"

STYLES = ("", "em", "strong", "mark", "insert", "delete", "code")


def anchor(kind: str, key: str) -> str:
    """The id of a claim, fact, source or figure in the page; the same in every edition."""
    return f"{kind}-{re.sub('[^A-Za-z0-9.-]', lambda found: f'_{ord(found[0]):x}', key)}"


class Part:
    """Base of everything a cell may return."""

    __slots__ = ()

    def content(self) -> dict[str, Any]:
        """The part as plain JSON, with its kind under "part"."""
        told = asdict(self, dict_factory=_but_plain)  # type: ignore[call-overload]
        return {"part": type(self).__name__.lower(), **told}

    def bundle(self) -> dict[str, Any]:
        """The part for a notebook's output: Markdown for readers, JSON for our exporters."""
        from accord.editions import markdown  # noqa: PLC0415  # it imports every part from here

        written = markdown.without_formulas(markdown.write(self))
        return {"text/markdown": written, MIME: self.content()}

    def _repr_mimebundle_(self, **_: object) -> dict[str, Any]:
        return self.bundle()


def _but_plain(fields: list[tuple[str, Any]]) -> dict[str, Any]:
    return {name: value for name, value in fields if name != "plain" or value}


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text; `link` is an anchor (`#fact-...`), a file beside the report or a URL.

    `style` is one of `STYLES`; `anchor` is the id that the stretch carries in the page, if any.
    """

    text: str
    link: str = ""
    style: str = ""
    anchor: str = ""
