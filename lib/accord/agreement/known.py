"""What the words of a verdict need to know of the texts, gathered once for a corpus."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from accord.model import Corpus, Fact

_LENGTH = 24
_NAMED = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """Short names, dates and languages by file, and where titles start."""

    names: Mapping[str, str]
    dates: Mapping[str, str]
    languages: Mapping[str, str]
    headings: frozenset[tuple[str, int]]

    @classmethod
    def of(cls, corpus: Corpus, facts: Iterable[Fact]) -> Known:
        """What `corpus` says of its texts, and names for those of `facts` too."""
        files = {claim.source for fact in facts for claim in fact.claims}
        return cls(
            names=_short(sorted(files.union(source.file for source in corpus.sources))),
            dates={source.file: source.date for source in corpus.sources if source.date},
            languages={s.file: s.language for s in corpus.sources if s.language},
            headings=frozenset(
                (source.file, sentence.span.start)
                for source in corpus.sources
                for sentence in source.sentences
                if sentence.heading
            ),
        )

    def texts(self, files: Iterable[str]) -> str:
        """Some files as "text 000" or "texts 000, 002 and 004"."""
        shown = [self.names[file] for file in sorted(set(files))]
        if len(shown) == 1:
            return f"text {shown[0]}"
        if len(shown) > _NAMED:
            return f"texts {', '.join(shown[:_NAMED])} and {len(shown) - _NAMED} more"
        return f"texts {', '.join(shown[:-1])} and {shown[-1]}"


def _short(files: Sequence[str]) -> dict[str, str]:
    """Each file's stem, up to the first "_" where that names it alone."""
    stems = {file: file.rsplit("/", 1)[-1].rsplit(".", 1)[0] or file for file in files}
    heads = {file: stem.split("_", 1)[0] or stem for file, stem in stems.items()}
    shown = heads if len(set(heads.values())) == len(heads) else stems
    return {file: name[:_LENGTH] for file, name in shown.items()}
