"""A quote in, the line of it that print shows; the whole sentence stands in the marked text."""

from __future__ import annotations

import re

from accord.editions.render.typst.prose import Content

_LETTERS, _LEAST = 96, 24
_MORE = " …"


def line(quote: Content) -> Content:
    """The quote with its words cut to one line around the mark, and its place without the text."""
    pieces = quote["pieces"]
    marked = [place for place, piece in enumerate(pieces) if "mark" in piece["styles"]]
    place = re.sub(r"^.*?, (?=characters )", "", quote["place"])
    said = quote["said"].split("; doubt:")[0]
    told = {**quote, "place": place, "said": said}
    width = max(_LETTERS - len(place) - len(said), _LEAST)
    if len(marked) != 1 or sum(len(piece["text"]) for piece in pieces) <= width:
        return told
    at = marked[0]
    room = max(width - len(pieces[at]["text"]) - len(_MORE) * 2, 16)
    before = "".join(piece["text"] for piece in pieces[:at])
    after = "".join(piece["text"] for piece in pieces[at + 1 :])
    head = _end(before, max(room // 2, room - len(after)))
    tail = _start(after, max(room - len(head), 8))
    return {**told, "pieces": [_plain(head), pieces[at], _plain(tail)]}


def _plain(text: str) -> Content:
    return {"text": text, "styles": [], "link": "", "anchor": ""}


def _end(text: str, room: int) -> str:
    if len(text) <= room:
        return text
    kept = text[len(text) - room :]
    return f"… {kept.partition(' ')[2] if ' ' in kept else kept}"


def _start(text: str, room: int) -> str:
    if len(text) <= room:
        return text
    kept = text[:room]
    whole = kept.rpartition(" ")[0] if " " in kept else kept
    return whole.removesuffix(_MORE).rstrip(" ,;:") + _MORE
