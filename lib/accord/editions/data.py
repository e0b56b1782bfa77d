"""The claims beside the records: one flat table, and linked data."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from accord.editions import linked, tables
from accord.model import Findings, lines

# Columns of claims.csv beside those of claims.jsonl.
FACT_COLUMNS = ("fact", "label", "verdict", "n_sources", "n_eff_low", "n_eff_high", "quote")


def write(findings: Findings, folder: Path) -> None:
    """Write `claims.csv` and `claims.jsonld` to `folder`."""
    columns, rows = claims(findings)
    tables.write_csv(folder / "claims.csv", columns, rows)
    text = _a_node_a_line(linked.document(findings))
    (folder / "claims.jsonld").write_text(text, encoding="utf-8", newline="\n")


def claims(findings: Findings) -> tuple[tuple[str, ...], list[list[Any]]]:
    """Columns and rows of `claims.csv`: each claim with its fact's verdict and its sentence."""
    rows = list(lines.as_rows(findings)["claims"])
    columns = (*(rows[0] if rows else ()), *FACT_COLUMNS)
    return columns, [[*row.values(), *_fact(findings, row["id"])] for row in rows]


def _a_node_a_line(document: dict[str, Any]) -> str:
    """JSON-LD that a line diff can read."""
    context = lines.dumps(document["@context"])
    graph = ",\n".join(map(lines.dumps, document["@graph"]))
    return f'{{"@context": {context}, "@graph": [\n{graph}\n]}}\n'


def _fact(findings: Findings, key: str) -> Iterator[Any]:
    fact = findings.fact_of.get(key)
    verdict = findings.verdict.get(fact.id) if fact else None
    yield from (fact.id, fact.label) if fact else (None, None)
    yield from (verdict.verdict, verdict.n_sources, *verdict.n_eff) if verdict else (None,) * 4
    claim = findings.claim[key]
    source = findings.sources.get(claim.source)
    yield " ".join(claim.sentence.of(source.text).split()) if source else None
