"""From rows and places to styled segments: which roles lie on which characters of a row, in what order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from rich.segment import Segment
from rich.style import Style

from reader.analysis.model import Entity, MentionKind, Quote, QuoteKind
from reader.article.model import Article, BlockKind, InlineKind
from reader.reading import Place, Reading, Role
from reader.spans import IntervalIndex, Span
from reader.tui.drawing import Look, safe
from reader.tui.layout import Row
from reader.tui.list_rows import kind_role

GUTTER = 4
"""Cells before the column: the reading line, the sign of a key point, the bar of the selected item, a space."""
_MOST_LAYERS = 200
"""Layers painted on one row at most: more than that no eye can tell apart."""

_BLOCK_ROLES: Mapping[BlockKind, str] = {
    BlockKind.HEADING: "heading",
    BlockKind.FURNITURE: "furniture",
    BlockKind.CODE: "code",
    BlockKind.TABLE: "code",
}
_INLINE_ROLES: Mapping[InlineKind, str] = {
    InlineKind.EMPHASIS: "emphasis",
    InlineKind.STRONG: "strong",
    InlineKind.STRUCK: "muted",
    InlineKind.CODE: "code",
    InlineKind.LINK: "link",
}
_QUOTE_ROLES: Mapping[QuoteKind, str] = {
    QuoteKind.DIRECT: "quote",
    QuoteKind.INDIRECT: "quote.indirect",
    QuoteKind.MIXED: "quote.mixed",
}
# What lies above what.
_QUOTE, _INLINE, _CUE, _MENTION, _MATCH, _SELECTED, _CURRENT = range(7)


@dataclass(frozen=True, slots=True)
class Layer:
    """A role on a stretch of the text."""

    start: int
    end: int
    height: int
    role: str


@dataclass(frozen=True, slots=True)
class Marked:
    """What is emphasised: the selected item, and the mention or part of it that one is at."""

    selected: str | None = None
    current: Span | None = None


@dataclass(slots=True)
class Painter:
    """Paints the rows of one article; a new one is made when the reading, the theme or the selection changes."""

    article: Article
    look: Look
    reading: Reading | None = None
    marked: Marked = Marked()
    title: int | None = None
    """Index of the block that is the article's title."""
    _inlines: IntervalIndex[InlineKind] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self._inlines = IntervalIndex((inline.span, inline.kind) for inline in self.article.inlines)

    def row(self, row: Row, *, cursor: bool, ground: Style) -> list[Segment]:
        """The gutter and the text of a row; `cursor` marks it as the line where one reads."""
        places = self.reading.places_in(row.start, row.end)[:_MOST_LAYERS] if self.reading is not None else []
        segments = self._gutter(row, places, cursor, ground)
        if row.block < 0:
            return segments
        block = self.article.blocks[row.block]
        role = "title" if row.block == self.title else _BLOCK_ROLES.get(block.kind, "")
        base = ground + self.look[role] if role else ground
        if row.indent:
            segments.append(Segment(self._indent(row), ground + self.look["muted"]))
        segments += self._words(row, [*self._inline_layers(row), *self._layers(places)], base)
        return segments

    def _indent(self, row: Row) -> str:
        block = self.article.blocks[row.block]
        if block.kind is BlockKind.QUOTATION:
            return ("│ " * max(1, block.level)).ljust(row.indent)[: row.indent]
        if block.marker and row.first:
            return f"{safe(block.marker)} ".rjust(row.indent)
        return " " * row.indent

    def _gutter(self, row: Row, places: Sequence[Place], cursor: bool, ground: Style) -> list[Segment]:
        mine = any(p.item == self.marked.selected and p.role not in (Role.CUE, Role.SPEAKER) for p in places)
        points = (p for p in places if p.role is Role.KEY_POINT and row.start <= p.span.start < row.end)
        point = next(points, None)
        return [
            Segment("›" if cursor else " ", ground + self.look["cursor"]),
            Segment(self._rank(point.item) if point else " ", ground + self.look["point"]),
            Segment("▌" if mine else " ", ground + self.look["selected.bar"]),
            Segment(" ", ground),
        ]

    def _rank(self, id_: str) -> str:
        assert self.reading is not None
        rank = getattr(self.reading.item(id_), "rank", 0)
        return str(rank) if 0 < rank < 10 else "◆"

    # --- layers --------------------------------------------------------------------------------------------------
    def _inline_layers(self, row: Row) -> Iterator[Layer]:
        for span, kind in self._inlines.overlapping(row.start, row.end):
            yield Layer(*span, _INLINE, _INLINE_ROLES[kind])

    def _layers(self, places: Sequence[Place]) -> Iterator[Layer]:
        for place in places:
            assert self.reading is not None
            span, item = place.span, self.reading.item(place.item)
            match place.role:
                case Role.QUOTE if isinstance(item, Quote):
                    yield Layer(*span, _QUOTE, _QUOTE_ROLES[item.kind])
                case Role.CUE:
                    yield Layer(*span, _CUE, "cue")
                case Role.MENTION if isinstance(item, Entity):
                    mention = self.reading.mention_at(item, span.start)
                    if mention is not None and mention.kind is MentionKind.NAME:
                        yield Layer(*span, _MENTION, kind_role(item.label))
                        yield Layer(*span, _MENTION, "mention")
                case Role.MATCH:
                    yield Layer(*span, _MATCH, "match")
            if place.item == self.marked.selected:
                yield self._emphasis(place)

    def _emphasis(self, place: Place) -> Layer:
        if place.role in (Role.CUE, Role.SPEAKER):
            return Layer(*place.span, _SELECTED, "selected.tie")
        if place.role is not Role.MENTION:
            return Layer(*place.span, _SELECTED, "selected")
        if place.span == self.marked.current:
            return Layer(*place.span, _CURRENT, "selected.current")
        return Layer(*place.span, _SELECTED, "selected.mention")

    def _words(self, row: Row, layers: Sequence[Layer], base: Style) -> Iterator[Segment]:
        text = self.article.text
        if not layers:
            yield Segment(safe(text[row.start : row.end]), base)
            return
        ordered = sorted(layers, key=lambda layer: (layer.height, layer.start - layer.end))
        cuts = {row.start, row.end}
        for layer in ordered:
            cuts.add(max(layer.start, row.start))
            cuts.add(min(layer.end, row.end))
        for start, end in pairwise(sorted(cuts)):
            style = base
            for layer in ordered:
                if layer.start <= start and end <= layer.end:
                    style += self.look[layer.role]
            yield Segment(safe(text[start:end]), style)
