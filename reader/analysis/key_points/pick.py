"""Key points: the three to six statements that carry the story and can be read alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from reader.analysis.key_points.point_reasons import Reasons
from reader.analysis.key_points.point_shape import find_statements
from reader.analysis.key_points.point_standing import Standing
from reader.analysis.key_points.salience import Candidate, Weighed, weigh
from reader.analysis.key_points.story_terms import shared
from reader.analysis.model import Entity, KeyPoint, Quote
from reader.language.prose import Prose

_FEWEST, _MOST = 3, 6
_MOST_IN_SHORT = 4
_SHORT_TEXT = 200
"""Words below which a text has one to four points."""
_WORDS_A_POINT = 60
_SHARE_OF_TEXT = 0.45
_ROOM_AT_LEAST = 60
_ALIKE, _SAME = 0.5, 0.58
"""From this share of shared words on two statements are too alike for one list; from the second on they say the same.
Between the two a statement is taken only when the list would lack who, when or the main event without it."""
_MAIN_EVENT = 0.35
"""The share of its content words that a point has in common with headline and opening when it tells the main event."""
_REDUNDANCY = 0.5

Duty = Callable[[Sequence[Candidate]], bool]


def pick_key_points(prose: Prose, entities: Sequence[Entity], quotes: Sequence[Quote]) -> tuple[KeyPoint, ...]:
    """Choose the key points, ranked; three to six, one to four for texts under 200 words, none for text without any.

    Linear in the length of the text: every statement is weighed once, and looked at once for each point.
    """
    weighed = weigh(prose, find_statements(prose), entities)
    reasons = Reasons(entities, quotes)
    return tuple(
        KeyPoint(f"k{rank}", c.statement.span, rank, reasons.why(c, weighed.title))
        for rank, c in enumerate(_choose(weighed), start=1)
    )


def _choose(weighed: Weighed) -> list[Candidate]:
    """The best that are well shaped and say different things; less well shaped ones only when there are too few."""
    length = weighed.frame.words
    short = length < _SHORT_TEXT
    fewest = 1 if short else _FEWEST
    most = _MOST_IN_SHORT if short else max(_FEWEST, min(_MOST, length // _WORDS_A_POINT))
    room = max(_ROOM_AT_LEAST, int(_SHARE_OF_TEXT * length))
    chosen: list[Candidate] = []
    for leaning, limit in ((False, most), (True, fewest)):
        left = [c for c in weighed.candidates if (c.statement.standing is Standing.LEANING) is leaning]
        while len(chosen) < limit and (best := _next(left, chosen, room)):
            chosen.append(best)
    return _fulfil(weighed, chosen, room)


def _next(left: Sequence[Candidate], chosen: Sequence[Candidate], room: int, alike: float = _ALIKE) -> Candidate | None:
    """The candidate that adds most to those chosen, within so many words for all."""
    room -= sum(c.statement.words for c in chosen)
    told = frozenset().union(*(c.terms for c in chosen))
    fitting = (c for c in left if c.statement.words <= room and _is_new(c, chosen, alike))
    return max(fitting, key=lambda c: c.score - _REDUNDANCY * shared(c.terms, told), default=None)


def _is_new(candidate: Candidate, chosen: Sequence[Candidate], alike: float) -> bool:
    return all(
        shared(candidate.terms, other.terms) < alike and shared(candidate.all_terms, other.all_terms) < alike
        for other in chosen
    )


def _fulfil(weighed: Weighed, chosen: list[Candidate], room: int) -> list[Candidate]:
    """Exchange the least points so that the list tells the main event, when it was and whom it is about."""
    nearest = max((shared(c.all_terms, weighed.frame.opening) for c in _well_shaped(weighed)), default=0.0)
    event = min(_MAIN_EVENT, nearest)
    duties: list[Duty] = [lambda points: any(shared(p.all_terms, weighed.frame.opening) >= event for p in points)]
    if weighed.frame.dated:
        duties.append(lambda points: any(p.when for p in points))
    duties.append(lambda points: len(set(weighed.frame.names[:3]) & set().union(*(p.names for p in points))) >= 2)
    held: list[Duty] = []
    for duty in duties:
        if not duty(chosen):
            chosen = _exchange(_well_shaped(weighed), chosen, room, [*held, duty]) or chosen
        if duty(chosen):
            held.append(duty)
    return chosen


def _well_shaped(weighed: Weighed) -> list[Candidate]:
    return [c for c in weighed.candidates if c.statement.standing is not Standing.LEANING]


def _exchange(
    candidates: Sequence[Candidate], chosen: list[Candidate], room: int, duties: Sequence[Duty]
) -> list[Candidate] | None:
    """The list with one point, the last if it can be, exchanged for the best that fulfils all duties; else None."""
    for out in range(len(chosen) - 1, -1, -1):
        rest = chosen[:out] + chosen[out + 1 :]
        fitting = [c for c in candidates if c not in chosen and all(duty([*rest, c]) for duty in duties)]
        if best := _next(fitting, rest, room, _SAME):
            return [*rest, best]
    return None
