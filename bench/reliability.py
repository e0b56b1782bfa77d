"""How reliable the coding is: the rules and two hand codings of the seeds, each against each.

    .venv/bin/python -m bench.reliability

Each coder's numbers are brought to one form, matched by overlapping spans, and compared: percent
agreement and Krippendorff's alpha. Nothing of the hand codings is printed but counts. They lie
outside the repository (`../shared/gold`).
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import combinations
from pathlib import Path
from typing import Any

from accord import agreement, parameters
from accord.model import Claim, Findings
from accord.study import flow

GOLD = Path(__file__).resolve().parent.parent.parent / "shared" / "gold"
CODERS = ("rules", "first hand coding", "second hand coding")
COMPARED = tuple(combinations(CODERS, 2))
CALENDAR = ("late_year", "month", "year", "early", "mid", "late", "between")
MODIFIERS = {
    **dict.fromkeys(CALENDAR, "exact"),
    **dict.fromkeys(("about", "nearly"), "approx"),
    **dict.fromkeys(("up_to", "by"), "at_most"),
    **dict.fromkeys(("over", "just_over"), "more_than"),
    **dict.fromkeys(("at_least_as_old_as", "since"), "at_least"),
    **dict.fromkeys(("dozens", "hundreds", "thousands"), "vague"),
}
MODALITIES = dict.fromkeys(("conditional", "possible", "projected"), "potential")
UNITS = {
    "percent": "%", "mile": "[mi_i]", "year": "a", "month": "mo", "day": "d", "person": "{person}",
    "berth": "{berth}", "signature": "{signature}", "vote": "{vote}", "word": "{word}",
    "date": None, "rank": None, "ordinal decade": None, "peso(?)": None,
}  # fmt: skip
say = partial(print, flush=True)
Gold = dict[str, Any]
Ends = tuple[float | None, float | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Coded:
    """One number as one coder reads it; `sought` where every coder should have it."""

    file: str
    start: int
    end: int
    value: Ends
    unit: str | None
    dated: bool
    modifier: str
    modality: str
    fact: str | None
    sought: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Coding:
    """All that one coder reads: numbers, and the verdict on each fact."""

    numbers: tuple[Coded, ...]
    verdicts: Mapping[str, str]


Match = tuple[Coded, Coded]
Unit = tuple[float | str, float | str]


def main() -> None:
    """Print the table."""
    say(table(codings(flow.find(parameters.check({})))))


def codings(found: Findings) -> dict[str, Coding]:
    """The three coders by name."""
    first = json.loads((GOLD / "seeds_mentions.json").read_text(encoding="utf-8"))
    second = json.loads((GOLD / "seeds_facts.json").read_text(encoding="utf-8"))
    return dict(zip(CODERS, (by_rules(found), by_mentions(first), by_facts(second)), strict=True))


def by_rules(found: Findings) -> Coding:
    """What accord reads; computed values and categories are left out."""
    stated = [c for c in found.claims if c.value and c.kind != "category" and not c.derived_from]
    numbers = tuple(_ruled(claim, found) for claim in stated)
    return Coding(numbers=numbers, verdicts={a.fact: a.verdict for a in found.agreements})


def _ruled(claim: Claim, found: Findings) -> Coded:
    ends = (claim.value.low, claim.value.high) if claim.value else (None, None)
    fact = found.fact_of.get(claim.id)
    return Coded(
        file=claim.source[:3],
        start=claim.span.start,
        end=claim.span.end,
        value=(_number(ends[0]), _number(ends[1])),
        unit=claim.unit,
        dated=claim.kind == "date",
        modifier=MODIFIERS.get(claim.modifier, claim.modifier),
        modality=claim.modality,
        fact=fact.id if fact else None,
        sought=claim.kind != "ordinal",
    )


def by_mentions(gold: Gold) -> Coding:
    """The first coding; vague words are left out, and what it calls optional is not sought."""
    numbers = tuple(
        Coded(
            file=mention["file"][:3],
            start=mention["start"],
            end=mention["end"],
            value=(_number(mention["value_low"]), _number(mention["value_high"])),
            unit=mention["unit"],
            dated=mention["kind"] == "date",
            modifier=mention["mod_class"],
            modality=mention["modality"],
            fact=mention["fact"],
            sought=mention["tier"] != "optional" and mention["kind"] != "ordinal",
        )
        for mention in gold["mentions"]
        if mention["kind"] != "vague"
    )
    verdicts = {fact["id"]: fact["verdict"].replace("_", "-") for fact in gold["facts"]}
    return Coding(numbers=numbers, verdicts=verdicts)


def by_facts(gold: Gold) -> Coding:
    """The second coding: the claims of its facts on quantities and dates, computed ones left out.

    It codes what stands for a fact and passes over other numbers, which counts as not found.
    """
    facts = [fact for fact in gold["facts"] if fact["type"] in ("quantity", "date")]
    numbers = tuple(
        _claimed(claim, fact)
        for fact in facts
        for claim in fact["claims"]
        if claim["modifier"] not in ("derived", "vague")
    )
    return Coding(numbers=numbers, verdicts={fact["fact_id"]: fact["verdict"] for fact in facts})


def _claimed(claim: Gold, fact: Gold) -> Coded:
    modifier, modality, unit = claim["modifier"], claim["modality"], claim["value"]["unit"]
    modifier = str(MODIFIERS.get(modifier, modifier))
    return Coded(
        file=claim["source"],
        start=claim["value_start"],
        end=claim["value_end"],
        value=_stated(claim["value"], modifier),
        unit=UNITS.get(unit, unit),
        dated=unit == "date",
        modifier=modifier,
        modality=str(MODALITIES.get(modality, modality)),
        fact=fact["fact_id"],
        sought=fact["scale"] != "ordinal",
    )


def _stated(allowed: Gold, modifier: str) -> Ends:
    """The number as written, from the interval that its modifier allows."""
    low, high = _number(allowed["low"]), _number(allowed["high"])
    if modifier == "approx" and low is not None and high is not None:
        return (low + high) / 2, (low + high) / 2
    if modifier in ("at_most", "less_than"):
        return high, high
    return (low, low) if modifier == "more_than" else (low, high)


def _number(end: object) -> float | None:
    """A value as a number: a day as its ordinal, a change by its size."""
    if isinstance(end, str):
        return float(date.fromisoformat(end).toordinal())
    return None if end is None else abs(float(str(end)))


def matched(one: Coding, other: Coding) -> list[Match]:
    """Numbers of two coders whose spans overlap, the largest overlap first, each used once."""
    near = sorted(
        (-shared, abs((a.end - a.start) - (b.end - b.start)), i, j)
        for i, a in enumerate(one.numbers)
        for j, b in enumerate(other.numbers)
        if a.file == b.file and (shared := min(a.end, b.end) - max(a.start, b.start)) > 0
    )
    left: dict[int, int] = {}
    right: set[int] = set()
    for _, _, i, j in near:
        if i not in left and j not in right:
            left[i] = j
            right.add(j)
    return [(one.numbers[i], other.numbers[j]) for i, j in sorted(left.items())]


def same_facts(matches: Iterable[Match]) -> list[tuple[str, str]]:
    """Facts of two coders that stand for one another: most numbers in common, each used once."""
    common = Counter((a.fact, b.fact) for a, b in matches if a.fact and b.fact)
    pairs: list[tuple[str, str]] = []
    for (one, other), _ in sorted(common.items(), key=lambda found: (-found[1], found[0])):
        if all(one != a and other != b for a, b in pairs):
            pairs.append((one, other))
    return pairs


def _said(number: Coded) -> str:
    """Both ends of the value, to the day or to six digits."""
    form = ".0f" if number.dated else ".6g"
    return " to ".join("open" if end is None else format(end, form) for end in number.value)


def _middle(number: Coded) -> float:
    """The middle of the value, or its one end; to six digits where it is no date."""
    ends = [end for end in number.value if end is not None]
    middle = sum(ends) / len(ends)
    return middle if number.dated else float(f"{middle:.6g}")


def _money(match: Match) -> bool:
    return all(number.unit == "USD" for number in match)


def _share(match: Match) -> bool:
    return all(number.unit == "%" for number in match)


def _dates(match: Match) -> bool:
    return all(number.dated for number in match)


def _has_unit(match: Match) -> bool:
    return any(number.unit for number in match)


def _every(match: Match) -> bool:
    return bool(match)


ROWS: tuple[tuple[str, str, Callable[[Match], bool], Callable[[Coded], float | str]], ...] = (
    ("value", "nominal", _every, _said),
    ("value, dollars", "ratio", _money, _middle),
    ("value, per cent", "interval", _share, _middle),
    ("value, dates in days", "interval", _dates, _middle),
    ("unit", "nominal", _has_unit, lambda number: number.unit or "none"),
    ("modifier class", "nominal", _every, lambda number: number.modifier),
    ("modality", "nominal", _every, lambda number: number.modality),
)


def measures(one: Coding, other: Coding) -> list[tuple[str, str, str]]:
    """What is compared, the level of alpha, and the result for two coders."""
    matches = matched(one, other)
    found = [("number found by both, of those of either", "none", _found(one, other, matches))]
    for name, level, fits, read in ROWS:
        units = [(read(a), read(b)) for a, b in matches if fits((a, b))]
        found.append((name, level, _result(units, level)))
    verdicts = [(one.verdicts[a], other.verdicts[b]) for a, b in same_facts(matches)]
    several = [unit for unit in verdicts if unit != ("single-source", "single-source")]
    found.append(("verdict, every shared fact", "nominal", _result(verdicts, "nominal")))
    name = "verdict, where either sees two texts"
    return [*found, (name, "nominal", _result(several, "nominal"))]


def _found(one: Coding, other: Coding, matches: Sequence[Match]) -> str:
    both = sum(a.sought and b.sought for a, b in matches)
    mine, theirs = {id(a) for a, _ in matches}, {id(b) for _, b in matches}
    missed = sum(n.sought and id(n) not in mine for n in one.numbers)
    missed += sum(n.sought and id(n) not in theirs for n in other.numbers)
    return f"{both} of {both + missed}, {100 * both / (both + missed):.1f} %"


def _result(units: Sequence[Unit], level: str) -> str:
    same = sum(a == b for a, b in units)
    alpha = agreement.alpha(units, level)
    shown = "not estimable" if alpha is None else f"{alpha:.3f}"
    return f"{same} of {len(units)}, {100 * same / max(1, len(units)):.1f} %, alpha {shown}"


def table(coded: Mapping[str, Coding]) -> str:
    """The comparisons as a Markdown table, one column for each two coders."""
    columns = [measures(coded[one], coded[other]) for one, other in COMPARED]
    names = [f"{one} and {other}" for one, other in COMPARED]
    head = f"| compared | level | {' | '.join(names)} |"
    rows = [
        f"| {cells[0][0]} | {cells[0][1]} | {' | '.join(cell[2] for cell in cells)} |"
        for cells in zip(*columns, strict=True)
    ]
    return "\n".join([head, "|---" * (len(names) + 2) + "|", *rows])


if __name__ == "__main__":
    main()
