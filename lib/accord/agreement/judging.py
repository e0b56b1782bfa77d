"""One fact in, how its sources stand on it out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from accord.agreement import reasons, reviews, wording
from accord.agreement.checks import Checker
from accord.agreement.clusters import counted
from accord.agreement.known import Known
from accord.agreement.origins import Linked, Origins
from accord.agreement.reasons import Scoped
from accord.agreement.relation import AGREE, CONFLICT
from accord.agreement.standing import Said, Standing, said
from accord.agreement.weighing import ALONE, Weighed, weigh
from accord.model import ENGLISH, Agreement, Alignment, Cluster, Corpus, Fact, Link, Numerals
from accord.parameters import Parameters

_NONE: Corpus = Corpus()


def judge(
    fact: Fact,
    links: Sequence[Link] = (),
    others: Iterable[Fact] = (),
    corpus: Corpus = _NONE,
) -> Agreement:
    """The verdict on one fact from the intervals that its claims allow.

    `others` are facts whose claims may explain a conflict; `corpus` gives dates, texts and names.
    """
    known = Known.of(corpus, [fact])
    heard = _heard(fact, known, ENGLISH)
    return _judged(heard, Linked(links).of(fact), Scoped(others).beside(fact), known, ENGLISH)


def judge_all(aligned: Alignment, corpus: Corpus, parameters: Parameters) -> tuple[Agreement, ...]:
    """The verdict on every fact, in their order, as a `Judge` gives it."""
    return Judge(corpus, parameters, facts=aligned.facts).verdicts(aligned)


class Judge:
    """Hears facts as they come, while more are being brought together, and then judges all."""

    def __init__(
        self,
        corpus: Corpus,
        parameters: Parameters,
        numerals: Numerals = ENGLISH,
        facts: Iterable[Fact] = (),
    ) -> None:
        """Take the texts, names for those of `facts` too, outside figures and decisions.

        `numerals` write the numbers in the verdicts' sentences that no text writes.
        """
        self._figures = corpus if parameters.references else _NONE
        self._decided = reviews.Decisions(corpus if parameters.reviews else _NONE)
        self._known, self._numerals = Known.of(corpus, facts), numerals
        self._heard: dict[str, tuple[Fact, Agreement | Weighed]] = {}

    def hear(self, some: Alignment) -> Alignment:
        """The same, once what neither links nor other facts can change is found of its facts."""
        for fact in some.facts:
            self._hear(fact)
        return some

    def verdicts(self, aligned: Alignment) -> tuple[Agreement, ...]:
        """The verdict on every fact, in their order, with checks and a reviewer's decisions."""
        linked, scoped = Linked(aligned.links), Scoped(aligned.facts)
        checker = Checker(self._figures, aligned.facts, self._numerals)
        verdicts: list[Agreement] = []
        for fact in aligned.facts:
            heard, known = self._said(fact), self._known
            verdict = _judged(heard, linked.of(fact), scoped.beside(fact), known, self._numerals)
            checks, reviewed = checker.of(fact), self._decided.on(fact)
            outside = checks or reviewed
            verdicts.append(
                replace(verdict, checks=checks, reviewed=reviewed) if outside else verdict
            )
        return tuple(verdicts)

    def _said(self, fact: Fact) -> Agreement | Weighed:
        """What was heard of a fact; of one that a reviewer changed since, what it says now."""
        if self._heard.get(fact.id, (None,))[0] is not fact:
            self._hear(fact)
        return self._heard.pop(fact.id)[1]

    def _hear(self, fact: Fact) -> None:
        kept = self._decided.kept(fact)
        self._heard[fact.id] = fact, _heard(kept, self._known, self._numerals)


def _heard(fact: Fact, known: Known, numerals: Numerals) -> Agreement | Weighed:
    """The verdict where one claim alone speaks of a fact, else what its claims come to."""
    stated = said(fact)
    return _alone(fact, stated[0], known, numerals) if len(stated) == 1 else weigh(fact, stated)


def _judged(
    heard: Agreement | Weighed,
    origins: Origins,
    others: Iterable[Fact],
    known: Known,
    numerals: Numerals,
) -> Agreement:
    if isinstance(heard, Agreement):
        return heard
    verdict, found = heard.verdict, counted(heard.groups, origins)
    n_eff = _best(found) if verdict in (AGREE, CONFLICT) else (1, 1)
    why = wording.Why(
        fact=heard.fact, verdict=verdict, clusters=found, n_eff=n_eff, known=known,
        numerals=numerals,
    )  # fmt: skip
    explained = reasons.of_conflict(why, others) if verdict == CONFLICT else None
    return Agreement(
        fact=heard.fact.id,
        verdict=verdict,
        n_sources=heard.n_sources,
        n_eff=n_eff,
        confidence=_confidence(verdict, n_eff),
        modality=heard.modality,
        gap=heard.gap,
        core=heard.core,
        clusters=tuple(cluster for cluster, _ in found),
        why=wording.sentence(why, explained),
        explained_by=explained.name if explained else None,
        pairs=heard.pairs,
    )


def _alone(fact: Fact, only: Said, known: Known, numerals: Numerals) -> Agreement:
    """The verdict on what one claim says, and nothing to compare it with."""
    claim, _, stated, _ = only
    cluster = Cluster(
        interval=stated if claim.category is None else None,
        category=claim.category,
        claims=(claim.id,),
        sources=(claim.source,),
        n_eff=(1, 1),
    )
    return Agreement(
        fact=fact.id,
        verdict=ALONE,
        n_sources=1,
        n_eff=(1, 1),
        confidence="low",
        clusters=(cluster,),
        why=wording.alone(claim, known, numerals),
    )


def _best(found: Sequence[tuple[Cluster, tuple[Standing, ...]]]) -> tuple[int, int]:
    """The origins of the best supported value; agreement inside a cluster is mutual."""
    return max((cluster.n_eff for cluster, _ in found), default=(1, 1))


def _confidence(verdict: str, n_eff: tuple[int, int]) -> str:
    if verdict in (CONFLICT, "self-contradiction"):
        return "disputed"
    if verdict == AGREE and n_eff[0] >= 3:
        return "high"
    return "moderate" if verdict == AGREE and n_eff[0] >= 2 else "low"
