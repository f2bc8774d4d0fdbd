"""Steps through a Reading: which item, mention or entity comes next. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from reader.reading import Reading, Role
from reader.rules.model import PLAIN, Match
from reader.spans import Span, first_from
from reader.tui.steps import OVER

_NEAR = 400
"""Characters that are looked through first for a spot; then ever more."""


class Spot(NamedTuple):
    """A highlighted mention of an entity."""

    start: int
    end: int
    entity: str
    mention: int
    """Its index among the entity's mentions."""


def spots_in(reading: Reading, start: int, end: int) -> list[Spot]:
    """The mentions that a rule paints and that begin in `[start, end)`, in the order of the text."""
    places = [place for place in reading.places_in(start, end) if place.span.start >= start]
    matches = (reading.item(place.item) for place in places if place.role is Role.MATCH)
    painting = (match for match in (*reading.highlights_in(start, end), *matches) if isinstance(match, Match))
    painted = {(match.item, match.span) for match in painting if match.item and match.style != PLAIN}
    mentions = (place for place in places if place.role is Role.MENTION and (place.item, place.span) in painted)
    return sorted(
        Spot(*mention.span, mention.item, _number(reading.spans_of(mention.item), mention.span)) for mention in mentions
    )


def _number(spans: Sequence[Span], span: Span) -> int:
    """Which of an item's spans one of them is."""
    number = first_from(spans, span.start)
    while spans[number] != span:
        number += 1
    return number


def next_spot(reading: Reading, offset: int, step: int, *, stay: bool) -> Spot | None:
    """The first spot after `offset`, or the last before it for a negative step.

    With `stay` a spot that begins at `offset` itself counts too: nothing there has been visited yet.
    """
    reach, length = _NEAR, len(reading.article.text)
    at = offset + (step > 0 and not stay)
    while at > 0 if step < 0 else at < length:
        if step > 0:
            found, at = spots_in(reading, at, at + reach), at + reach
        else:
            found, at = spots_in(reading, max(0, at - reach), at), at - reach
        if found:
            return found[0 if step > 0 else -1]
        reach *= 4
    return None


def under(reading: Reading, offset: int) -> tuple[str, ...]:
    """Ids of the items at `offset`, the narrowest first; entities before the quotes they speak."""
    order = sorted(reading.places_at(offset), key=lambda p: (p.span.length, p.role is not Role.MENTION, p.span.start))
    return tuple(dict.fromkeys(place.item for place in order))


def on_row(reading: Reading, start: int, end: int) -> tuple[str, ...]:
    """Ids of the items that share a character with a row: quotes by how early they stand, then the others."""
    found = reading.places_in(start, end)
    rank = {Role.QUOTE: 0, Role.KEY_POINT: 2}
    order = sorted(found, key=lambda p: (rank.get(p.role, 1), p.span.start))
    return tuple(dict.fromkeys(place.item for place in order if place.role not in (Role.CUE, Role.SPEAKER)))


def mention_near(spans: Sequence[Span], offset: int) -> int:
    """Index of the span that covers `offset`, else of the first one."""
    past = first_from(spans, offset + 1)
    return next((number for number in range(max(0, past - OVER), past) if spans[number].end > offset), 0)
