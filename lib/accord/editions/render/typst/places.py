"""Content with links of all kinds in, the same content with only those that lead somewhere out.

Paper cannot be clicked: each address of the web gets a number, under which the end lists it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from accord.editions.render import links
from accord.editions.render.typst import characters
from accord.editions.render.typst.prose import Content


def followed(content: Content) -> Content:
    """Links "#..." lead to an anchor of the content, others to http(s) or a file beside it.

    A web link gains its number as `note`; `addresses` lists them, from number 1 on.
    """
    walk = _Walk(frozenset(_anchors(content)))
    kept: Content = walk.followed(content)
    shown = [{"link": link, "text": characters.covered(link)} for link in walk.addresses]
    return {**kept, "addresses": shown}


def _anchors(value: Any) -> Iterator[str]:
    if isinstance(value, Mapping):
        if value.get("anchor"):
            yield value["anchor"]
        value = tuple(value.values())
    if isinstance(value, (list, tuple)):
        for inner in value:
            yield from _anchors(inner)


class _Walk:
    """One walk over all content, in its order."""

    def __init__(self, anchors: frozenset[str]) -> None:
        self._anchors = anchors
        self.addresses: dict[str, int] = {}

    def followed(self, value: Any) -> Any:
        if isinstance(value, Mapping):
            kept = {name: self.followed(inner) for name, inner in value.items()}
            return kept | self._target(kept["link"]) if "link" in kept else kept
        if isinstance(value, list) and value and not isinstance(value[0], int):
            return [self.followed(inner) for inner in value]
        return value

    def _target(self, link: str) -> Content:
        address = links.safe(link)
        if address.startswith("#"):
            return {"link": address if address[1:] in self._anchors else "", "note": 0}
        if address.lower().startswith("http"):
            return {"link": address, "note": self._number(address)}
        return {"link": address, "note": 0}

    def _number(self, address: str) -> int:
        return self.addresses.setdefault(address, len(self.addresses) + 1)
