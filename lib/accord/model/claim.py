"""A number as a statement about the world."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from accord.model.interval import Interval, Span
from accord.model.source import SetAside

MODALITIES = ("asserted", "reported", "potential", "denied")


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What alignment knows of the words around a claim; stemmed, lower case, never published.

    `words` are (stem, weight) in falling weight then by stem, with aliases of the codebook already
    replaced by their canonical name; `names` the proper names near it; `head` the counted or priced
    thing; `action` the verb that governs it; `marks` its scope marks (stage, part, target ...);
    `attributive` whether the number stands right before the thing it prices ("a $4 m bridge").
    """

    words: tuple[tuple[str, float], ...] = ()
    names: tuple[str, ...] = ()
    head: str | None = None
    action: str | None = None
    marks: tuple[str, ...] = ()
    attributive: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One statement of one source, as an interval with its measure, modality and origin.

    Fields as in the published `claims.jsonl` (docs/formats.md); `interval` holds low, high and the
    two closed flags, `value` holds value_low and value_high. A derived claim has `derived_from`
    and `formula`, spans its first to last operand, and is signed.
    """

    id: str
    source: str
    span: Span
    text: str
    sentence: Span
    kind: str
    value: Interval | None = None
    interval: Interval | None = None
    unit: str | None = None
    unit_text: str | None = None
    modifier: str = "exact"
    direction: str | None = None
    resolution: Decimal = Decimal(0)
    measure: str | None = None
    subject: str | None = None
    period: str | None = None
    scope: tuple[str, ...] = ()
    modality: str = "asserted"
    speaker: str | None = None
    root: str | None = None
    derived_from: tuple[str, ...] = ()
    formula: str | None = None
    restates: str | None = None
    category: str | None = None
    rule: str = ""
    coded_by: str = "rules"
    doubts: tuple[str, ...] = ()
    context: Context = Context()

    def __post_init__(self) -> None:
        if self.modality not in MODALITIES:
            message = f"a modality is one of {', '.join(MODALITIES)}; got {self.modality!r}"
            raise ValueError(message)

    @property
    def is_quantity(self) -> bool:
        """Whether the claim is a number or a date, and so may count in the headline."""
        return self.kind not in ("category", "ordinal")


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """All that one source states: its claims in text order, and what was set aside."""

    claims: tuple[Claim, ...] = ()
    set_aside: tuple[SetAside, ...] = ()
