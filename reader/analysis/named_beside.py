"""Who is named beside a quote that a reader has given to them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.analysis.model import Entity, Mention, Quote, Speaker
from reader.spans import Span

_NEAR = 120
"""Characters from a quote within which a mention is taken to be what names the speaker."""
_PARAGRAPH = re.compile(r"\n\s*\n")


def speaker_of(entity: Entity | None, quote: Quote, source: Span | None, text: str) -> Speaker | None:
    """Who is said to have said a quote: in the words of its source, or where they are named beside it."""
    if entity is None:
        return None
    if source is None:
        mention = _nearest(entity.mentions, quote.parts, text)
        source = mention.span if mention is not None else None
    return Speaker(source, entity.name, entity.id)


def _nearest(mentions: Sequence[Mention], parts: Sequence[Span], text: str) -> Mention | None:
    """The mention beside a quote that may be what names the speaker: in its paragraph, outside the quoted words."""
    start, end = parts[0].start, parts[-1].end
    outside = [m for m in mentions if not any(part.overlaps(m.span) for part in parts)]
    near = [(max(start - m.span.end, m.span.start - end, 0), m.span.start, m) for m in outside]
    best = min(near, key=lambda entry: entry[:2], default=None)
    if best is None or best[0] > _NEAR:
        return None
    mention = best[2]
    between = text[min(mention.span.end, end) : max(mention.span.start, start)]
    return None if _PARAGRAPH.search(between) else mention
