"""Tables that lie beside the report as data, too, with numbers the same in every language."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import wraps
from typing import TypeVar

from accord.editions.parts import Matrix, Table
from accord.model import ENGLISH, Findings

Page = TypeVar("Page", Table, Matrix)


def kept(page: Callable[[Findings], Page]) -> Callable[[Findings], Page]:
    """The page, and beside its rows those for data where they differ."""

    @wraps(page)
    def with_plain(findings: Findings) -> Page:
        made = page(findings)
        if findings.numerals == ENGLISH:
            return made
        return replace(made, plain=page(findings.plain).rows)

    return with_plain
