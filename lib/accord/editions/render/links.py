"""Where a link may lead; all else is no link at all."""

from __future__ import annotations

import re

_SCHEME = re.compile(r"^[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_WEB = re.compile(r"^https?://[^\s/]", re.IGNORECASE)
_UNSAFE = re.compile(r"[\x00-\x20\x7f\\\"<>`]")


def safe(url: str) -> str:
    """The address if it is an anchor, a relative file or http(s); else ""."""
    address = url.strip()
    if not address or _UNSAFE.search(address) or address.startswith("//"):
        return ""
    if _SCHEME.match(address):
        return address if _WEB.match(address) else ""
    return address
