"""Which statements make the list: the best that say different things, from all over the text."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from reader.analysis.key_points.piece import PieceKind
from reader.analysis.key_points.point_shape import MOST_WORDS
from reader.analysis.key_points.point_standing import Standing
from reader.analysis.key_points.salience import Candidate, Weighed
from reader.analysis.key_points.story_terms import shared
from reader.analysis.key_points.weights import WEIGHTS

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
_SAME_IN_REPORT = 0.8
"""The same in a report, whose sections may say like things of unlike matters."""
_MAIN_EVENT = 0.35
"""The share of its content words that a point has in common with headline and opening when it tells the main event."""
_FIRST_BY_WEIGHT = 5
"""Points of news that are chosen by weight alone; the others look for parts of the text that have none yet."""

Duty = Callable[[Sequence[Candidate]], bool]


def choose(weighed: Weighed) -> list[Candidate]:
    """By rank: the best that are well shaped and say different things; others only when there are too few.

    A report has the best of each section instead, its opening first, and six points at least.
    """
    if weighed.kind is PieceKind.REPORT:
        return _of_each_section(weighed)
    length = weighed.frame.words
    short = length < _SHORT_TEXT
    fewest = 1 if short else _FEWEST
    most = _MOST_IN_SHORT if short else max(_FEWEST, min(_MOST, length // _WORDS_A_POINT))
    room = max(_ROOM_AT_LEAST, int(_SHARE_OF_TEXT * length))
    chosen: list[Candidate] = []
    for leaning, limit in ((False, most), (True, fewest)):
        left = [c for c in weighed.candidates if (c.statement.standing is Standing.LEANING) is leaning]
        while len(chosen) < limit and (best := _next(left, chosen, room, spread=_spread(weighed, chosen))):
            chosen.append(best)
    return _fulfil(weighed, chosen, room)


def _spread(weighed: Weighed, chosen: Sequence[Candidate]) -> float:
    """What it is worth now that a statement is from a part of the text without a point."""
    by_weight = weighed.kind is PieceKind.NEWS and len(chosen) < _FIRST_BY_WEIGHT
    return 0.0 if by_weight else WEIGHTS.spread


def _of_each_section(weighed: Weighed) -> list[Candidate]:
    sections: dict[int, list[Candidate]] = {}
    for candidate in _well_shaped(weighed):
        sections.setdefault(candidate.part, []).append(candidate)
    chosen: list[Candidate] = []
    everywhere = [[c for section in sections.values() for c in section]] * (_MOST - len(sections))
    for section in [*(sections[part] for part in sorted(sections)), *everywhere]:
        left = [c for c in section if c not in chosen]
        if best := _next(left, chosen, MOST_WORDS * (len(chosen) + 1), _SAME_IN_REPORT):
            chosen.append(best)
    return chosen[:1] + sorted(chosen[1:], key=lambda c: -c.score)


def _next(
    left: Sequence[Candidate], chosen: Sequence[Candidate], room: int, alike: float = _ALIKE, spread: float = 0.0
) -> Candidate | None:
    """The candidate that adds most to those chosen, within so many words for all."""
    room -= sum(c.statement.words for c in chosen)
    told = frozenset().union(*(c.terms for c in chosen))
    parts = {c.part for c in chosen}
    fitting = (c for c in left if c.statement.words <= room and _is_new(c, chosen, alike))
    return max(
        fitting,
        key=lambda c: c.score - WEIGHTS.repeats * shared(c.terms, told) + spread * (c.part not in parts),
        default=None,
    )


def _is_new(candidate: Candidate, chosen: Sequence[Candidate], alike: float) -> bool:
    return all(
        shared(candidate.terms, other.terms) < alike and shared(candidate.all_terms, other.all_terms) < alike
        for other in chosen
    )


def _fulfil(weighed: Weighed, chosen: list[Candidate], room: int) -> list[Candidate]:
    """Exchange the least points so that the list tells the main event, when it was and whom it is about."""
    sound = _well_shaped(weighed)
    opening, main = weighed.frame.opening, set(weighed.frame.names[:3])
    event = max((shared(c.all_terms, opening) for c in sound), default=0.0)
    hook = weighed.hook
    if hook is not None and event < _MAIN_EVENT and event < shared(hook.all_terms, opening):
        sound = [*sound, hook]
        event = shared(hook.all_terms, opening)
    event = min(_MAIN_EVENT, event)
    duties: list[Duty] = [lambda points: any(shared(p.all_terms, opening) >= event for p in points)]
    if weighed.frame.dated:
        duties.append(lambda points: any(p.when for p in points))
    duties.append(lambda points: len(main & set().union(*(p.names for p in points))) >= 2)
    held: list[Duty] = []
    for duty in duties:
        if not duty(chosen):
            chosen = _exchange(sound, chosen, room, [*held, duty]) or chosen
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
