"""Room 5. Facts and links between sources in; how the sources stand on each fact out."""

from __future__ import annotations

from accord.agreement.arithmetic import doubted
from accord.agreement.judging import Judge, judge, judge_all
from accord.agreement.origins import origins
from accord.agreement.reliability import LEVELS, alpha
from accord.agreement.reviews import revise
from accord.agreement.statistics import wilson
from accord.agreement.summary import summarise

__all__ = [
    "LEVELS",
    "Judge",
    "alpha",
    "doubted",
    "judge",
    "judge_all",
    "origins",
    "revise",
    "summarise",
    "wilson",
]
