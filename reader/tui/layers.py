"""From the matches of a reading to the marks of a row: nothing else is painted but the emphasis of what is selected."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from heapq import nlargest
from operator import itemgetter

from reader.analysis.model import Entity, Quote
from reader.reading import Reading
from reader.rules.model import Match, Rule, Style
from reader.spans import IntervalIndex, Span
from reader.tui.marks import CURRENT, SELECTED, Layer, Marked, RowMarks

SIGN = "point"
"""The role that stands as a sign in the gutter, not on the words."""
_MOST = 200
"""Matches painted on one row at most: more than that no eye can tell apart."""
_above = itemgetter(2)


class Paint:
    """What is painted where in one reading."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        rules = {rule.id: (turn, rule) for turn, rule in enumerate(reading.rules)}
        matches = (*reading.highlights, *reading.matches)
        self._layers = IntervalIndex(
            (match.span if match.span == layer[:2] else Span(*layer[:2]), layer)  # one object where it can be
            for match in matches
            for layer in layers_of(match, *rules.get(match.rule, (0, None)))
        )
        ranks = {point.span: point.rank for point in reading.key_points}
        self._signs = {m.span.start: _sign(ranks.get(m.span, 0)) for m in matches if m.style.role == SIGN}
        self._sign_starts = sorted(self._signs)
        self._emphasis: tuple[str, IntervalIndex[str]] = ("", IntervalIndex(()))

    def marks(self, start: int, end: int, marked: Marked) -> RowMarks:
        """What a row with the characters `[start, end)` is marked with."""
        layers = [layer for _, layer in self._layers.overlapping(start, end)]
        if len(layers) > _MOST:
            layers = nlargest(_MOST, layers, key=_above)
        mine = False
        for span, role in self._emphasis_of(marked.selected or "").overlapping(start, end):
            mine = mine or role != "selected.tie"
            if role == "selected.mention" and span == marked.current:
                layers.append(Layer(*span, CURRENT, "selected.current"))
            else:
                layers.append(Layer(*span, SELECTED, role))
        if marked.pointed is not None and marked.pointed.overlaps((start, end)):
            layers.append(Layer(*marked.pointed, SELECTED, "selected"))
        at = bisect_left(self._sign_starts, start)
        first = self._sign_starts[at] if at < len(self._sign_starts) else end
        sign = self._signs[first] if first < end else ""
        return RowMarks(layers, mine, sign)

    def _emphasis_of(self, id_: str) -> IntervalIndex[str]:
        """The roles that emphasise an item at its places; what is selected seldom changes from row to row."""
        if id_ != self._emphasis[0]:
            self._emphasis = (id_, IntervalIndex(_emphasised(self._reading, id_) if self._reading.has(id_) else ()))
        return self._emphasis[1]


def layers_of(match: Match, turn: int = 0, rule: Rule | None = None) -> Iterator[Layer]:
    """What a match paints on its words, and over that on those of its captures."""
    if (role := _role(match.style)) and match.style.role != SIGN:
        yield Layer(*match.span, match.priority, role, 2 * turn)
    for name, style in rule.captures.items() if rule is not None else ():
        if name in match.captures and (role := _role(style)):
            yield Layer(*match.captures[name], match.priority, role, 2 * turn + 1)


@lru_cache(1000)
def _role(style: Style) -> str | Style:
    """A style for drawing: the bare role where it says no more."""
    return style.role if style == Style(style.role) else style


def _sign(rank: int) -> str:
    return str(rank) if 0 < rank < 10 else "◆"


def _emphasised(reading: Reading, id_: str) -> Iterator[tuple[Span, str]]:
    item = reading.item(id_)
    role = "selected.mention" if isinstance(item, Entity) else "selected"
    yield from ((span, role) for span in reading.spans_of(id_))
    if isinstance(item, Quote):
        surface = item.speaker.span if item.speaker is not None else None
        yield from ((span, "selected.tie") for span in (item.cue, surface) if span is not None)
