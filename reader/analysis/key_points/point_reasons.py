"""Why a key point was picked, in a few words for the reader."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader.analysis.key_points.piece import PieceKind
from reader.analysis.key_points.salience import Candidate, Weighed
from reader.analysis.key_points.story_terms import content_terms
from reader.analysis.model import VALUE_LABELS, Entity, Label, MentionKind, Quote, QuoteKind
from reader.language.prose import Prose
from reader.spans import IntervalIndex

_MOST = 2
"""Names, words of the headline, figures that a reason gives."""
_LONGEST_FIGURE = 30


class Reasons:
    """Answers why a candidate is a key point, from what was found in the article."""

    def __init__(self, prose: Prose, weighed: Weighed, entities: Sequence[Entity], quotes: Sequence[Quote]) -> None:
        self._prose = prose
        self._weighed = weighed
        self._weight = {e.id: len(e.mentions) for e in entities}
        self._mentions = IntervalIndex(
            (mention.span, entity)
            for entity in entities
            for mention in entity.mentions
            if mention.kind is MentionKind.NAME and entity.label is not Label.DATE
        )
        self._reports = IntervalIndex((part, quote) for quote in quotes for part in quote.parts)

    def why(self, candidate: Candidate) -> str:
        """Such as "lead; told by Ana Ruiz; names Port Ambry; gives £4.2 million"."""
        return "; ".join(self._signs(candidate)) or "close to what the whole text says"

    def _signs(self, candidate: Candidate) -> Iterator[str]:
        if candidate.order == 0:
            yield "lead"
        elif self._weighed.kind is PieceKind.REPORT:
            yield "the best of its section"
        words = self._of_headline(candidate)
        if words:
            yield f"has “{'”, “'.join(words)}” of the headline"
        speaker = self._speaker(candidate)
        if speaker:
            yield f"told by {speaker}"
        span = candidate.statement.span
        inside = {entity.id: entity for at, entity in self._mentions.overlapping(*span) if span.holds(at)}
        others = (e for e in inside.values() if e.label not in VALUE_LABELS and e.name != speaker)
        names = [e.name for e in sorted(others, key=lambda e: -self._weight[e.id])[:_MOST]]
        if names:
            yield f"names {', '.join(names)}"
        figures = self._figures(candidate)
        if figures:
            yield f"gives {', '.join(figures)}"

    def _of_headline(self, candidate: Candidate) -> list[str]:
        """Words that it shares with the headline, as it has them; none where it shares but one."""
        common = candidate.terms & self._weighed.title
        if len(common) < 2:
            return []
        tokens = self._prose.tokens[candidate.statement.first : candidate.statement.past]
        found: dict[frozenset[str], str] = {}
        for token in tokens:
            terms = content_terms([token]) & common
            if terms:
                found.setdefault(terms, token.text)
        return list(found.values())[:_MOST]

    def _figures(self, candidate: Candidate) -> list[str]:
        """Sums, shares and quantities in it, as they are written."""
        span = candidate.statement.span
        found = [
            " ".join(at.of(self._prose.text).split())
            for at, entity in self._mentions.overlapping(*span)
            if entity.label in VALUE_LABELS and span.holds(at)
        ]
        return [figure for figure in found if len(figure) <= _LONGEST_FIGURE][:_MOST]

    def _speaker(self, candidate: Candidate) -> str | None:
        """Who is reported in it, or whose turn of an interview it is from, when that is one entity."""
        span = candidate.statement.span
        speakers = {
            quote.speaker.name
            for part, quote in self._reports.overlapping(*span)
            if (part.holds(span) or (span.holds(part) and quote.kind is not QuoteKind.DIRECT))
            and quote.speaker is not None
            and quote.speaker.entity is not None
        }
        return speakers.pop() if len(speakers) == 1 else None
