"""Whom a key point is about, and why it was picked, in a few words for the reader."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader.analysis.key_points.salience import Candidate
from reader.analysis.model import VALUE_LABELS, Entity, MentionKind, Quote, QuoteKind
from reader.spans import IntervalIndex

_MOST_NAMES = 2


class Reasons:
    """Answers why a candidate is a key point, from what was found in the article."""

    def __init__(self, entities: Sequence[Entity], quotes: Sequence[Quote]) -> None:
        self._weight = {e.id: len(e.mentions) for e in entities}
        self._names = IntervalIndex(
            (mention.span, entity)
            for entity in entities
            if entity.label not in VALUE_LABELS
            for mention in entity.mentions
            if mention.kind is MentionKind.NAME
        )
        self._reports = IntervalIndex(
            (part, quote) for quote in quotes if quote.kind is not QuoteKind.DIRECT for part in quote.parts
        )

    def why(self, candidate: Candidate, title: frozenset[str]) -> str:
        """Such as "lead; told by Ana Ruiz; names Port Ambry; figure"."""
        return "; ".join(self._signs(candidate, title)) or "close to the whole text"

    def _signs(self, candidate: Candidate, title: frozenset[str]) -> Iterator[str]:
        if candidate.order == 0:
            yield "lead"
        elif len(candidate.terms & title) > 1:
            yield "echoes the headline"
        speaker = self._speaker(candidate)
        if speaker:
            yield f"told by {speaker}"
        span = candidate.statement.span
        named = {entity.id: entity for at, entity in self._names.overlapping(*span) if span.holds(at)}
        others = (entity for entity in named.values() if entity.name != speaker)
        names = [e.name for e in sorted(others, key=lambda e: -self._weight[e.id])[:_MOST_NAMES]]
        if names:
            yield "names " + ", ".join(names)
        if candidate.figure:
            yield "figure"

    def _speaker(self, candidate: Candidate) -> str | None:
        """Who is reported in it, when it is one entity."""
        span = candidate.statement.span
        speakers = {
            quote.speaker.name
            for part, quote in self._reports.overlapping(*span)
            if span.holds(part) and quote.speaker is not None and quote.speaker.entity is not None
        }
        return speakers.pop() if len(speakers) == 1 else None
