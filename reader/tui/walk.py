"""Steps through a Reading: which item, mention or entity comes next. Pure."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from reader.reading import Reading, Role
from reader.rules.model import PLAIN
from reader.spans import Span


class Spot(NamedTuple):
    """A highlighted mention of an entity."""

    start: int
    end: int
    entity: str
    mention: int
    """Its index among the entity's mentions."""


def spots_of(reading: Reading) -> tuple[Spot, ...]:
    """Every mention that a rule paints, in the order of the text."""
    matches = (match for some in (reading.highlights, reading.matches) for match in some)
    painted = {(match.item, match.span) for match in matches if match.item and match.style != PLAIN}
    return tuple(
        sorted(
            Spot(*mention.span, entity.id, number)
            for entity in reading.entities
            for number, mention in enumerate(entity.mentions)
            if (entity.id, mention.span) in painted
        )
    )


def _start(spot: Spot) -> int:
    return spot.start


def next_spot(spots: Sequence[Spot], offset: int, step: int, *, stay: bool) -> Spot | None:
    """The first spot after `offset`, or the last before it for a negative step.

    With `stay` a spot that begins at `offset` itself counts too: nothing there has been visited yet.
    """
    if step > 0:
        i = (bisect_left if stay else bisect_right)(spots, offset, key=_start)
        return spots[i] if i < len(spots) else None
    i = bisect_left(spots, offset, key=_start) - 1
    return spots[i] if i >= 0 else None


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
    for number, span in enumerate(spans):
        if span.start <= offset < span.end:
            return number
    return 0
