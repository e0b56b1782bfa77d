"""The first screen: the answer in five lines, and the one picture that shows it."""

from __future__ import annotations

from collections.abc import Iterable

from accord.editions.pages import shared, sides, words
from accord.editions.pages.words import Words
from accord.editions.parts import Lede, OriginRow, Origins, Run
from accord.model import Agreement, Fact, Findings

SHOWN, DISPUTED = 12, 4
_NAMED = 12
_REPEATED = "one origin: the texts repeat each other or a common report."
_VERDICT_WORDS = {
    "corroborated": "corroborated",
    "one-origin": "one origin",
    "compatible": "compatible",
    "disputed": "disputed",
    "once": "stated once",
}


def title(findings: Findings) -> str:
    """What was found, as one or two short sentences."""
    say = words.of(findings)
    given = next((s.value for s in findings.settings if s.name == "title"), "")
    summary = findings.summary
    number, agreeing = len(summary.multi_source), len(summary.agreeing)
    if given:
        return str(given)
    if not number:
        return "No number here is stated by two texts."
    first = f"{words.sentence(say.count(agreeing))} of {say.counted(number, 'shared number')}"
    verb = "agrees" if agreeing == 1 else "agree"
    return f"{first} {verb}. {_independent(len(summary.corroborated), agreeing, say)}"


def lede(findings: Findings) -> Lede:
    """The kicker, the title, and at most five lines, each computed and linked to its proof."""
    lines = (
        _shared(findings),
        _agreeing(findings),
        _corroborated(findings),
        _alone(findings),
        _modality(findings),
    )
    return Lede(
        kicker=_kicker(findings),
        title=title(findings),
        lines=tuple(line for line in lines if line is not None),
    )


def _kicker(findings: Findings) -> str:
    """What the report is about: the story where the corpus names it, and how many texts tell it."""
    say = words.of(findings)
    number = len(findings.summary.texts)
    verb = "agree on" if number > 1 else "states"
    said = f"What {say.counted(number, 'text')} {verb}, number by number"
    said = said if number else "No text could be read"
    story = findings.corpus.story
    return f"{story}: {said[:1].lower()}{said[1:]}" if story else said


def origins(findings: Findings) -> Origins:
    """Each shared number with the origins behind it."""
    say = words.of(findings)
    facts = shared.numbers(findings)
    rows = tuple(_row(findings, fact) for fact in _first(findings, facts))
    linked = any(len(origin) > 1 for row in rows for side in row.sides for origin in side)
    repeated = _mostly_repeated(findings)
    head = "Most agreement is repetition" if repeated else "Who stands behind each number"
    return Origins(
        texts=_texts(findings),
        title=head if facts else "No number is shared",
        subtitle=f"The {say.counted(len(facts), 'number')} that two or more texts state, "
        "and the origins behind them"
        if facts
        else "A number is shared when two or more texts state it",
        rows=rows,
        note=" ".join(
            filter(None, (_REPEATED if linked else "", say.part(len(rows), len(facts), "number")))
        ),
    )


def verdict_word(verdict: Agreement) -> str:
    """The verdict as the hero and the matrix say it."""
    return _VERDICT_WORDS[words.verdict_key(verdict)]


def _first(findings: Findings, facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """As many facts as the first screen holds, some of the disputed ones among them."""
    disputed = [f for f in facts if words.verdict_key(findings.verdict[f.id]) == "disputed"]
    kept = max(SHOWN - len(facts) + len(disputed), DISPUTED)
    calm = [fact for fact in facts if fact not in disputed]
    return (*calm[: SHOWN - min(kept, len(disputed))], *disputed[:kept])


def _texts(findings: Findings) -> tuple[tuple[str, str, str], ...]:
    """File, short id and outlet of each text, where they are few enough to be listed."""
    files, names = sorted(sides.order(findings)), sides.shorts(findings)
    if len(files) > _NAMED:
        return ()
    told = ((file, names[file], findings.sources[file].outlet or "") for file in files)
    return tuple(told) if any(findings.sources[file].outlet for file in files) else ()


def _row(findings: Findings, fact: Fact) -> OriginRow:
    verdict = findings.verdict[fact.id]
    return OriginRow(
        fact=fact.id,
        label=fact.label,
        value=shared.value(findings, fact),
        sides=sides.sides(findings, fact),
        verdict=words.verdict_key(verdict),
        word=verdict_word(verdict),
        count=words.origins(verdict),
    )


def _independent(corroborated: int, agreeing: int, say: Words) -> str:
    if not agreeing:
        return "None agrees." if not corroborated else ""
    if not corroborated:
        return "None rests on independent origins."
    if corroborated == agreeing:
        subject = "All rest" if agreeing > 1 else "It rests"
        return f"{subject} on independent origins."
    verb = "rests" if corroborated == 1 else "rest"
    return f"Only {say.count(corroborated)} {verb} on independent origins."


def _mostly_repeated(findings: Findings) -> bool:
    summary = findings.summary
    return len(summary.agreeing) > 2 * len(summary.corroborated)


def _shared(findings: Findings) -> tuple[str, tuple[Run, ...]]:
    say = words.of(findings)
    summary = findings.summary
    write = findings.numerals.write
    several, once = len(summary.multi_source), len(summary.single_source)
    if len(summary.texts) < 2:
        return _lonely(findings)
    said = (
        f"numbers, dates included, {'is' if several == 1 else 'are'} stated by two or more of the "
        f"{say.counted(len(summary.texts), 'text')}. "
        f"{'The other' if several else 'All'} {write(once)} "
        f"{'is' if once == 1 else 'are'} stated once and cannot be compared."
    )
    return f"{write(several)} of {write(several + once)}", (Run(said),)


def _lonely(findings: Findings) -> tuple[str, tuple[Run, ...]]:
    """What can be said where there are no two texts to compare."""
    say = words.of(findings)
    if not findings.summary.texts:
        return "0 texts", (Run("could be read. The list of texts says why."),)
    once = say.counted(len(findings.summary.single_source), "number")
    return "1 text", (Run(f"was read. It states {once}; with one text nothing can be compared."),)


def _agreeing(findings: Findings) -> tuple[str, tuple[Run, ...]] | None:
    summary = findings.summary
    if not summary.multi_source:
        return None
    said: list[Run] = [Run("of these shared numbers agree.")]
    for number, fact_id in enumerate(summary.disputed[:2]):
        fact = findings.fact[fact_id]
        said.append(Run(f" {'In dispute:' if not number else 'And:'} {shared.small(fact.label)}, "))
        said += [Run(shared.value(findings, fact), link=f"#fact-{fact_id}"), Run(".")]
    return f"{len(summary.agreeing)} of {len(summary.multi_source)}", tuple(said)


def _corroborated(findings: Findings) -> tuple[str, tuple[Run, ...]] | None:
    say = words.of(findings)
    summary = findings.summary
    if not summary.agreeing:
        return None
    found = [fact for fact in shared.numbers(findings) if fact.id in summary.corroborated]
    come = "comes" if len(found) == 1 else "come"
    said = [Run(f"agreements {come} from independent origins")]
    for place, fact in enumerate(found[:3]):
        said.append(Run(": " if not place else ", and " if place == len(found[:3]) - 1 else ", "))
        told = f"{shared.small(fact.label)} ({shared.value(findings, fact)})"
        said.append(Run(told, link=f"#fact-{fact.id}"))
    rest = len(summary.agreeing) - len(found)
    more = f". The other {say.count(rest)} repeat one origin each." if rest > 1 else "."
    said.append(Run(more))
    return f"{len(found)} of {len(summary.agreeing)}", tuple(said)


def _alone(findings: Findings) -> tuple[str, tuple[Run, ...]] | None:
    """The single-source numbers that outside figures or the text's own arithmetic can check."""
    for fact_id in findings.summary.single_source:
        verdict = findings.verdict[fact_id]
        if verdict.checks:
            return _checked(findings, findings.fact[fact_id], verdict)
    return None


def _checked(findings: Findings, fact: Fact, verdict: Agreement) -> tuple[str, tuple[Run, ...]]:
    say = words.of(findings)
    fitting = sum(check.finding == "consistent" for check in verdict.checks)
    return "1 text", (
        Run(f"alone states {shared.small(fact.label)}: "),
        Run(shared.value(findings, fact), link=f"#fact-{fact.id}"),
        Run(f". Of {say.counted(len(verdict.checks), 'outside figure')}, {say.count(fitting)} "
            f"{'is' if fitting == 1 else 'are'} consistent with it."),
    )  # fmt: skip


def _modality(findings: Findings) -> tuple[str, tuple[Run, ...]] | None:
    facts = [findings.fact[i] for i in findings.summary.modality_differs]
    if not facts:
        return None
    verb = "changes" if len(facts) == 1 else "change"
    fact = next((f for f in facts if any(c.modality == "potential" for c in f.claims)), None)
    if fact is None:
        names = words.listed([shared.small(f.label) for f in facts[:2]])
        return f"{len(facts)} number{'s' * (len(facts) > 1)}", (
            Run(f"{verb} in certainty from text to text: {names}."),
        )
    potential = {c.source for c in fact.claims if c.modality == "potential"}
    firm = {c.source for c in fact.claims} - potential
    return f"{len(facts)} number{'s' * (len(facts) > 1)}", (
        Run(f"{verb} in certainty from text to text. Of "),
        Run(shared.small(fact.label), link=f"#fact-{fact.id}"),
        Run(f", {_speak(findings, potential)} only as of something "),
        Run("possible", style="em"),
        Run(f", {_speak(findings, firm)} as "),
        Run("certain", style="em"),
        Run("."),
    )


def _speak(findings: Findings, files: Iterable[str]) -> str:
    """Texts by their short names with the verb: "text 000 speaks", "texts 002 and 004 speak"."""
    names = sides.shorts(findings)
    told = sorted(names[file] for file in files)
    if len(told) == 1:
        return f"text {told[0]} speaks"
    return f"{f'texts {words.listed(told)}' if told else 'no text'} speak"
