"""Agreements and the summary to rows and back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from accord.model.agreement import Agreement, Check, Cluster, Pair, Summary
from accord.model.claim import Claim
from accord.model.lines import values
from accord.model.lines.rows import Row, amount

_IDS = (
    "texts", "refused", "copies", "multi_source", "agreeing", "corroborated", "disputed",
    "compatible", "single_source", "modality_differs", "beyond_numbers",
)  # fmt: skip
_COUNTS = ("claims", "facts", "numbers_read", "numbers_set_aside")
_CHECK = ("figure", "period", "unit", "issuer", "url", "claim", "finding", "why")


def of_agreement(agreement: Agreement, like: Claim | None) -> Row:
    """A verdict; `like` is a claim of its fact, whose kind says how values are spelled."""
    return {
        "fact": agreement.fact,
        "verdict": agreement.verdict,
        "n_sources": agreement.n_sources,
        "n_eff": agreement.n_eff,
        "confidence": agreement.confidence,
        "modality": agreement.modality,
        "gap": agreement.gap,
        "clusters": [_of_cluster(cluster, like) for cluster in agreement.clusters],
        "why": agreement.why,
        "explained_by": agreement.explained_by,
        "pairs": [{"a": p.a, "b": p.b, "relation": p.relation} for p in agreement.pairs],
        "core": agreement.core and values.row(agreement.core, like),
        "checks": [_of_check(check, like) for check in agreement.checks],
        "reviewed": agreement.reviewed,
    }


def agreement(row: Mapping[str, Any]) -> Agreement:
    """The verdict of a row."""
    same = ("fact", "verdict", "confidence", "modality", "why", "explained_by", "reviewed")
    return Agreement(
        **{name: row[name] for name in same},
        n_sources=int(row["n_sources"]),
        n_eff=_two(row["n_eff"]),
        gap=amount(row["gap"]),
        core=values.interval(row["core"]) if row["core"] else None,
        clusters=tuple(map(_cluster, row["clusters"])),
        pairs=tuple(Pair(**pair) for pair in row["pairs"]),
        checks=tuple(map(_check, row["checks"])),
    )


def of_summary(summary: Summary) -> Row:
    """Every count of the front page beside the ids that it counts."""
    return {
        **{name: getattr(summary, name) for name in _COUNTS},
        **{name: _counted(getattr(summary, name)) for name in _IDS},
        "groups": _counted(summary.groups),
        "wilson": summary.wilson and dict(zip(("low", "high"), summary.wilson, strict=True)),
        "pairwise": [
            {"a": a, "b": b, "agree": agree, "shared": shared}
            for a, b, agree, shared in summary.pairwise
        ],
        "coverage": [
            {"text": text, "stated": stated, "of": of} for text, stated, of in summary.coverage
        ],
        "alpha": [
            {"unit": unit, "alpha": alpha, "n": n, "why": why}
            for unit, alpha, n, why in summary.alpha
        ],
    }


def summary(row: Mapping[str, Any]) -> Summary:
    """The summary of a row."""
    counts: Row = {name: int(row[name]) for name in _COUNTS}
    ids: Row = {name: tuple(row[name]["ids"]) for name in _IDS}
    return Summary(
        **counts,
        **ids,
        groups=tuple(tuple(group) for group in row["groups"]["ids"]),
        wilson=row["wilson"] and (float(row["wilson"]["low"]), float(row["wilson"]["high"])),
        pairwise=tuple(
            (p["a"], p["b"], int(p["agree"]), int(p["shared"])) for p in row["pairwise"]
        ),
        coverage=tuple((c["text"], int(c["stated"]), int(c["of"])) for c in row["coverage"]),
        alpha=tuple((a["unit"], amount(a["alpha"]), int(a["n"]), a["why"]) for a in row["alpha"]),
    )


def _counted(ids: tuple[Any, ...]) -> Row:
    return {"count": len(ids), "ids": ids}


def _two(pair: Any) -> tuple[int, int]:
    low, high = map(int, pair)
    return low, high


def _of_cluster(cluster: Cluster, like: Claim | None) -> Row:
    low, high, low_closed, high_closed = values.ends(cluster.interval, like)
    return {
        "low": low,
        "high": high,
        "claims": cluster.claims,
        "n_eff": cluster.n_eff,
        "low_closed": low_closed,
        "high_closed": high_closed,
        "category": cluster.category,
        "sources": cluster.sources,
    }


def _cluster(row: Mapping[str, Any]) -> Cluster:
    return Cluster(
        interval=values.interval(row),
        category=row["category"],
        claims=tuple(row["claims"]),
        sources=tuple(row["sources"]),
        n_eff=_two(row["n_eff"]),
    )


def _of_check(check: Check, like: Claim | None) -> Row:
    row = {name: getattr(check, name) for name in _CHECK}
    return row | {name: values.row(getattr(check, name), like) for name in ("value", "implied")}


def _check(row: Mapping[str, Any]) -> Check:
    known: Row = {name: row[name] for name in _CHECK}
    known |= {name: values.interval(row[name]) for name in ("value", "implied")}
    return Check(**known)
