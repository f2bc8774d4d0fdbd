"""The ties that follow from the analysis itself: `said_by`, `mentions`, `about`, `repeats`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reader.analysis.model import VALUE_LABELS, Analysis, Entity, Link, Quote
from reader.article.model import Article
from reader.spans import IntervalIndex, Span


def core_links(article: Article, analysis: Analysis) -> tuple[Link, ...]:
    """Who said what, who is named in it, what a key point is about, and what is said twice."""
    mentions = IntervalIndex((mention.span, entity) for entity in analysis.entities for mention in entity.mentions)
    links = [
        Link(quote.id, quote.speaker.entity, "said_by")
        for quote in analysis.quotes
        if quote.speaker is not None and quote.speaker.entity is not None
    ]
    for quote in analysis.quotes:
        links += [Link(quote.id, e.id, "mentions") for e in _named_in(mentions, quote.parts)]
    for point in analysis.key_points:
        links += [Link(point.id, e.id, "about") for e in _named_in(mentions, (point.span,))]
    links += [Link(b, a, "repeats") for a, b in _repeats(article.text, analysis.quotes)]
    return tuple(links)


def _named_in(mentions: IntervalIndex[Entity], spans: Sequence[Span]) -> list[Entity]:
    """Entities other than figures with a mention inside the spans, in the order of the text."""
    found = {
        entity.id: entity
        for span in spans
        for at, entity in mentions.overlapping(*span)
        if span.holds(at) and entity.label not in VALUE_LABELS
    }
    return list(found.values())


# --- repeats ------------------------------------------------------------------------------------------------------
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_RUN = 6
"""Words in a row that two quotes must share to be called a repeat: fewer is a phrase, not a quotation."""


def _repeats(text: str, quotes: Sequence[Quote]) -> Iterator[tuple[str, str]]:
    """Pairs of quotes, earlier first, that share a run of words long enough to be the same saying."""
    first_with: dict[tuple[str, ...], str] = {}
    for quote in quotes:
        words = [w.lower().replace("’", "'") for part in quote.parts for w in _WORD.findall(part.of(text))]
        runs = [tuple(words[i : i + _RUN]) for i in range(len(words) - _RUN + 1)]
        earlier = dict.fromkeys(first_with.setdefault(run, quote.id) for run in runs)
        yield from ((id_, quote.id) for id_ in earlier if id_ != quote.id)
