"""From the matches of a reading to the marks of a row: nothing else is painted but the emphasis of what is selected."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from heapq import nlargest
from operator import itemgetter
from typing import NamedTuple

from reader.analysis.model import Entity, Quote
from reader.reading import Reading
from reader.rules.model import Match, Rule, Style
from reader.spans import Span, first_from
from reader.tui.marks import CURRENT, SELECTED, Layer, Marked, RowMarks
from reader.tui.steps import OVER

SIGN = "point"
"""The role that stands as a sign in the gutter, not on the words."""
_VIEW = 4_000
"""Characters above and below a row that are shown with it, about."""
_KEPT = 400
"""Rows whose paint is remembered."""
_MOST = 200
"""Matches painted on one row at most: more than that no eye can tell apart."""
_above = itemgetter(2)


class Paint:
    """What is painted where in one reading."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._rules = {rule.id: (turn, rule) for turn, rule in enumerate(reading.rules)}
        self._ranks = {point.span: point.rank for point in reading.key_points}
        self._looks: dict[str, list[tuple[float, str | Style, int]]] = {}  # of the highlights, by their rules
        self._rows: dict[tuple[int, int], tuple[list[Layer], str]] = {}  # what is painted on those shown last
        self._emphasis: tuple[str | None, _Emphasis] = (None, _NOTHING)
        self._around: tuple[Span, list[Span]] = (Span(0, 0), [])

    def _layers_of(self, match: Match) -> Iterator[Layer]:
        return layers_of(match, *self._rules.get(match.rule, (0, None)))

    def _highlighted(self, match: Match) -> Iterable[Layer]:
        """What one of the program's own matches paints: those of a rule differ in nothing but their place."""
        if match.captures:
            return self._layers_of(match)
        looks = self._looks.get(match.rule)
        if looks is None:
            looks = self._looks[match.rule] = [layer[2:] for layer in self._layers_of(match)]
        return [Layer(*match.span, height, role, turn) for height, role, turn in looks]

    def marks(self, start: int, end: int, marked: Marked) -> RowMarks:
        """What a row with the characters `[start, end)` is marked with."""
        layers, sign = self._painted(start, end)
        emphasis = self._emphasis_of(marked.selected)
        here = _over(self._near(start, end), start, end) if emphasis.spans else []
        if not here and not emphasis.ties and marked.pointed is None:
            return RowMarks(layers, False, sign)
        layers = [*layers]
        for span in here:
            if emphasis.role == "selected.mention" and span == marked.current:
                layers.append(Layer(*span, CURRENT, "selected.current"))
            else:
                layers.append(Layer(*span, SELECTED, emphasis.role))
        layers += [Layer(*span, SELECTED, "selected.tie") for span in emphasis.ties if span.overlaps((start, end))]
        if marked.pointed is not None and marked.pointed.overlaps((start, end)):
            layers.append(Layer(*marked.pointed, SELECTED, "selected"))
        return RowMarks(layers, bool(here), sign)

    def _painted(self, start: int, end: int) -> tuple[list[Layer], str]:
        """What rules paint on a row, and its sign, whatever is selected."""
        known = self._rows.get((start, end))
        if known is None:
            highlights = self._reading.highlights_in(start, end)
            matches = self._reading.matches_in(start, end)
            layers = [layer for match in highlights for layer in self._highlighted(match)]
            own = (layer for match in matches for layer in self._layers_of(match))
            layers += [layer for layer in own if layer.start < end and start < layer.end]
            if len(layers) > _MOST:
                layers = nlargest(_MOST, layers, key=_above)
            if len(self._rows) >= _KEPT:
                self._rows.clear()
            known = self._rows[start, end] = (layers, self._sign(start, end, (*highlights, *matches)))
        return known

    def _sign(self, start: int, end: int, matches: Sequence[Match]) -> str:
        """The sign of the first match on a row that gives it one."""
        signed = [match.span for match in matches if match.style.role == SIGN and start <= match.span.start < end]
        return _sign(self._ranks.get(min(signed, key=lambda span: span.start), 0)) if signed else ""

    def _emphasis_of(self, id_: str | None) -> _Emphasis:
        """What is selected seldom changes from row to row."""
        if id_ != self._emphasis[0]:
            known = id_ is not None and self._reading.has(id_)
            self._emphasis = (id_, _emphasis(self._reading, id_) if known and id_ is not None else _NOTHING)
            self._around = (Span(0, 0), [])
        return self._emphasis[1]

    def _near(self, start: int, end: int) -> list[Span]:
        """The spans of what is selected about a row: of thousands in the text, the few that the rows in view need."""
        if not self._around[0].holds((start, end)):
            area = Span(max(0, start - _VIEW), end + _VIEW)
            self._around = (area, _over(self._emphasis[1].spans, *area))
        return self._around[1]


class _Emphasis(NamedTuple):
    """How a selected item stands out: its spans, in order, in a role, and what is tied to it."""

    role: str
    spans: Sequence[Span]
    ties: Sequence[Span]


_NOTHING = _Emphasis("", (), ())


def _emphasis(reading: Reading, id_: str) -> _Emphasis:
    item = reading.item(id_)
    role = "selected.mention" if isinstance(item, Entity) else "selected"
    ties: list[Span] = []
    if isinstance(item, Quote):
        surface = item.speaker.span if item.speaker is not None else None
        ties = [span for span in (item.cue, surface) if span is not None]
    return _Emphasis(role, reading.spans_of(id_), ties)


def _over(spans: Sequence[Span], start: int, end: int) -> list[Span]:
    """Those of the spans of an item that share a character with `[start, end)`."""
    first, past = first_from(spans, start), first_from(spans, end)
    return [span for span in spans[max(0, first - OVER) : past] if span.end > max(start, span.start)]


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
