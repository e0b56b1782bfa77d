"""The records that flow from text to edition; frozen, compared by value."""

from accord.model.agreement import (
    CONFIDENCES,
    VERDICTS,
    Agreement,
    Check,
    Cluster,
    Pair,
    Summary,
)
from accord.model.claim import MODALITIES, Claim, Context, Statement
from accord.model.codebook import Codebook, Corpus, Figure, Measure, Question, Review, Root
from accord.model.fact import Alignment, Fact, Link, NearMiss, fact_id
from accord.model.findings import Findings, Setting
from accord.model.interval import Interval, Span, day
from accord.model.numerals import ENGLISH, NUMERALS, Numbers, Numerals
from accord.model.quantity import KINDS, MODIFIERS, Quantity, Reading
from accord.model.source import Sentence, SetAside, Source

__all__ = [
    "CONFIDENCES",
    "ENGLISH",
    "KINDS",
    "MODALITIES",
    "MODIFIERS",
    "NUMERALS",
    "VERDICTS",
    "Agreement",
    "Alignment",
    "Check",
    "Claim",
    "Cluster",
    "Codebook",
    "Context",
    "Corpus",
    "Fact",
    "Figure",
    "Findings",
    "Interval",
    "Link",
    "Measure",
    "NearMiss",
    "Numbers",
    "Numerals",
    "Pair",
    "Quantity",
    "Question",
    "Reading",
    "Review",
    "Root",
    "Sentence",
    "SetAside",
    "Setting",
    "Source",
    "Span",
    "Statement",
    "Summary",
    "day",
    "fact_id",
]
