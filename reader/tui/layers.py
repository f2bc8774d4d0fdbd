"""From the places of a reading to the marks of a row. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reader.analysis.model import Entity, KeyPoint, MentionKind, Quote, QuoteKind
from reader.reading import Place, Reading, Role
from reader.rules.model import Match
from reader.tui.list_rows import kind_role
from reader.tui.marks import CUE, CURRENT, MATCH, MENTION, QUOTE, SELECTED, Layer, Marked, RowMarks

_MOST = 200
"""Places painted on one row at most: more than that no eye can tell apart."""
_QUOTE_ROLES: Mapping[QuoteKind, str] = {
    QuoteKind.DIRECT: "quote",
    QuoteKind.INDIRECT: "quote.indirect",
    QuoteKind.MIXED: "quote.mixed",
}
_UNPAINTED = ("", "point")
"""Styles without words in them: none, and the sign in the gutter that key points have anyway."""
_TIES = (Role.CUE, Role.SPEAKER)


def row_marks(reading: Reading, start: int, end: int, marked: Marked) -> RowMarks:
    """What a row with the characters `[start, end)` is marked with."""
    places = reading.places_in(start, end)[:_MOST]
    layers = [layer for place in places for layer in _layers(reading, place, marked)]
    mine = any(place.item == marked.selected and place.role not in _TIES for place in places)
    sign = ""
    for place in places:
        if place.role is Role.KEY_POINT and place.span.start >= start:
            item = reading.item(place.item)
            rank = item.rank if isinstance(item, KeyPoint) else 0
            sign = str(rank) if 0 < rank < 10 else "◆"
            break
    return RowMarks(layers, mine, sign)


def _layers(reading: Reading, place: Place, marked: Marked) -> Iterator[Layer]:
    span, item = place.span, reading.item(place.item)
    match place.role:
        case Role.QUOTE if isinstance(item, Quote):
            yield Layer(*span, QUOTE, _QUOTE_ROLES[item.kind])
        case Role.CUE:
            yield Layer(*span, CUE, "cue")
        case Role.MENTION if isinstance(item, Entity):
            mention = reading.mention_at(item, span.start)
            if mention is not None and mention.kind is MentionKind.NAME:
                yield Layer(*span, MENTION, kind_role(item.label))
                yield Layer(*span, MENTION, "mention")
        case Role.MATCH if isinstance(item, Match) and item.style not in _UNPAINTED:
            yield Layer(*span, MATCH + min(max(item.priority, 0), 999) / 1000, item.style)
    if place.item == marked.selected:
        yield _emphasis(place, marked)


def _emphasis(place: Place, marked: Marked) -> Layer:
    if place.role in _TIES:
        return Layer(*place.span, SELECTED, "selected.tie")
    if place.role is not Role.MENTION:
        return Layer(*place.span, SELECTED, "selected")
    if place.span == marked.current:
        return Layer(*place.span, CURRENT, "selected.current")
    return Layer(*place.span, SELECTED, "selected.mention")
