"""A reviewer's decisions: they come last, and are shown as such."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from accord.model import Alignment, Claim, Corpus, Fact, Review, fact_id

_WORDS = {
    "accept": "accepted",
    "reject": "rejected",
    "merge": "merged",
    "split": "split off",
    "note": "noted",
}


class Decisions:
    """What a reviewer said of claims and facts, found by their ids."""

    def __init__(self, corpus: Corpus) -> None:
        """Take the decisions of `corpus.reviews`; its texts show which sentences have changed."""
        self._by_id: dict[str, list[Review]] = {}
        for review in corpus.reviews:
            self._by_id.setdefault(review.on, []).append(review)
        self._merges = [review for review in corpus.reviews if review.decision == "merge"]
        self._texts = {source.file: source.text for source in corpus.sources}

    def kept(self, fact: Fact) -> Fact:
        """The fact without the claims that a reviewer rejected, unless none is left."""
        if not self._by_id:
            return fact
        kept = tuple(c for c in fact.claims if not self._says(c.id, "reject"))
        return replace(fact, claims=kept) if kept and len(kept) < len(fact.claims) else fact

    def on(self, fact: Fact) -> str | None:
        """What was decided on the fact and its claims, or None."""
        if not self._by_id:
            return None
        said = [_on_fact(review) for review in self._by_id.get(fact.id, ())]
        said += [_told(f"fact {one.on}", one) for one in self._merges if _is_in(one, fact)]
        for claim in fact.claims:
            said += [self._on_claim(claim, review) for review in self._by_id.get(claim.id, ())]
        return "; ".join(said) or None

    def _says(self, name: str, decision: str) -> bool:
        return any(review.decision == decision for review in self._by_id.get(name, ()))

    def _on_claim(self, claim: Claim, review: Review) -> str:
        now = _folded(claim.sentence.of(self._texts.get(claim.source, "")))
        changed = review.sentence is not None and _folded(review.sentence) != now
        flag = " (its sentence has changed since)" if changed else ""
        return f"{_told(f'claim {claim.id}', review)}{flag}"


def revise(aligned: Alignment, corpus: Corpus) -> Alignment:
    """The alignment with a reviewer's merges and splits made; judge what comes out.

    A merge moves all claims of one fact to the fact `target`; a split gives a claim a fact of its
    own. Ids are those of the alignment that the reviewer saw.
    """
    wanted = [review for review in corpus.reviews if review.decision in ("merge", "split")]
    if not wanted:
        return aligned
    facts = {fact.id: fact for fact in aligned.facts}
    for review in wanted:
        if review.decision == "merge" and review.target:
            _merge(facts, review.on, review.target)
        else:
            _split(facts, review.on)
    return replace(aligned, facts=tuple(facts[name] for name in sorted(facts)))


def _merge(facts: dict[str, Fact], name: str, target: str) -> None:
    if name == target or name not in facts or target not in facts:
        return
    if not _kinds(facts[name]) & _kinds(facts[target]):
        return
    moved = facts.pop(name)
    claims = _sorted((*facts[target].claims, *moved.claims))
    facts[target] = replace(facts[target], claims=claims)


def _kinds(fact: Fact) -> set[str]:
    return {claim.kind for claim in fact.claims}


def _split(facts: dict[str, Fact], claim_id: str) -> None:
    for fact in list(facts.values()):
        single = [claim for claim in fact.claims if claim.id == claim_id]
        if single and len(fact.claims) > 1:
            rest = tuple(claim for claim in fact.claims if claim.id != claim_id)
            facts[fact.id] = replace(fact, claims=rest)
            name = fact_id(f"split {claim_id}")
            facts[name] = replace(fact, id=name, claims=tuple(single))
            return


def _sorted(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    return tuple(sorted(claims, key=lambda claim: claim.id))


def _on_fact(review: Review) -> str:
    """A fact that was to be merged and is still there is told so."""
    left = (
        " (not done: the fact it names is not there, or of another kind)"
        if review.decision == "merge"
        else ""
    )
    return f"{_told('fact', review)}{left}"


def _is_in(merge: Review, fact: Fact) -> bool:
    """Whether the fact that a reviewer merged is now a part of this one."""
    return merge.target == fact.id != merge.on and any(
        fact_id(claim.id) == merge.on for claim in fact.claims
    )


def _told(what: str, review: Review) -> str:
    by = f" by {review.by}" if review.by else ""
    note = f": {review.note}" if review.note else ""
    return f"{what} {_WORDS[review.decision]}{by}{note}"


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()
