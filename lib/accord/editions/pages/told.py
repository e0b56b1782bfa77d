"""Verdicts with their sentences as the report writes them."""

from __future__ import annotations

from functools import lru_cache

from accord import agreement
from accord.model import ENGLISH, Agreement, Findings
from accord.parameters import check


@lru_cache(maxsize=2)
def verdicts(findings: Findings) -> dict[str, Agreement]:
    """Agreements by the id of their fact; in the records their sentences hold English numbers."""
    if findings.numerals == ENGLISH:
        return findings.verdict
    given = check({setting.name: setting.value for setting in findings.settings})
    told = agreement.judge_all(findings.alignment, findings.corpus, given, findings.numerals)
    return {verdict.fact: verdict for verdict in told}
