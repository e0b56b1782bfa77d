"""How libraries and records are brought into memory without work that nobody needs."""

from __future__ import annotations

import gc
import sys
from collections.abc import Generator
from contextlib import contextmanager

# What notebook libraries load where it is installed, and no notebook of a study needs: jsonschema
# would build a grammar for addresses in any script, over a second of work, and check moments and
# durations.
SPARED = ("rfc3987_syntax", "rfc3986_validator", "isoduration")


@contextmanager
def without(*libraries: str) -> Generator[None]:
    """Load others as if these were not installed, where they can do without."""
    there = {name: sys.modules.get(name) for name in libraries}
    sys.modules.update(dict.fromkeys(libraries))  # type: ignore[arg-type]  # what Python documents
    try:
        yield
    finally:
        for name, module in there.items():
            del sys.modules[name]
            if module:
                sys.modules[name] = module


@contextmanager
def uncollected() -> Generator[None]:
    """Records refer to no cycle; looking for some among millions costs a quarter of the time."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
