"""From rows to styled segments: the gutter, and the words with all that lies on them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style

from reader.article.model import Article, Block, BlockKind, InlineKind
from reader.spans import IntervalIndex
from reader.tui.drawing import Look, drawn, elide, safe
from reader.tui.layout import Row, heading_sign
from reader.tui.marks import INLINE, NOTHING, Layer, Marked, Marks, RowMarks
from reader.tui.table_rows import label_of
from reader.tui.wrapping import HIDDEN, on_row

GOES_ON = "↪ "
"""Before the rest of a line of code."""
GUTTER = 4
"""Cells before the column: the reading line, the sign of a key point, the bar of the selected item, a space."""


def column_width(row_width: int, measure: int | None) -> int:
    """Cells of the column of text in rows of a width; `measure` is what is wanted, None for all there is."""
    room = row_width - GUTTER - 1
    return max(8, room if measure is None else min(measure, room))


def column_at(row_width: int, column: int) -> int:
    """The cell at which a column of text begins: it stands in the middle of its row."""
    return max(0, (row_width - column - 2 * GUTTER) // 2) + GUTTER


_BLOCK_ROLES: Mapping[BlockKind, str] = {
    BlockKind.FURNITURE: "furniture",
    BlockKind.CODE: "code",
}
_INLINE_ROLES: Mapping[InlineKind, str] = {
    InlineKind.EMPHASIS: "emphasis",
    InlineKind.STRONG: "strong",
    InlineKind.STRUCK: "muted.struck",
    InlineKind.CODE: "code",
    InlineKind.LINK: "link",
}


def _role(block: Block) -> str:
    """The role in which the words of a block are drawn; empty for that of the text."""
    if block.kind is BlockKind.HEADING:
        return "heading.1" if block.level == 1 else "heading" if block.level <= 3 else "heading.low"
    return _BLOCK_ROLES.get(block.kind, "")


class Painter:
    """Paints the rows of one article in one theme."""

    def __init__(self, article: Article, look: Look, title: int | None, before: Painter | None = None) -> None:
        """`title` is the index of the block that is the article's title; `before` tells what is marked."""
        self.article, self.look, self._title = article, look, title
        self.marks: Marks | None = before.marks if before is not None else None
        self.marked: Marked = before.marked if before is not None else Marked()
        self._inlines = IntervalIndex((inline.span, inline.kind) for inline in article.inlines)

    def marks_on(self, row: Row) -> RowMarks:
        """What is marked on a row."""
        if self.marks is None or row.block < 0:
            return NOTHING
        return self.marks.marks(row.start, row.end, self.marked)

    def row(self, row: Row, marks: RowMarks, *, cursor: bool, ground: Style) -> list[Segment]:
        """The gutter and the text of a row; `cursor` marks it as the line where one reads."""
        segments = self._gutter(marks, cursor, ground)
        if row.block < 0:
            return segments
        block = self.article.blocks[row.block]
        role = "title" if row.block == self._title else _role(block)
        if block.kind is BlockKind.TABLE and self.article.text.find("\n", block.span.start, row.start) < 0:
            role = "strong"  # the headings
        base = ground + self.look[role] if role else ground
        if row.indent:
            segments.append(Segment(self._indent(row), ground + self.look["muted"]))
        inlines = self._inlines.overlapping(row.start, row.end)
        layers = [Layer(*span, INLINE, _INLINE_ROLES[kind]) for span, kind in inlines]
        return segments + self._words(row, [*layers, *marks.layers], base)

    def _gutter(self, marks: RowMarks, cursor: bool, ground: Style) -> list[Segment]:
        if not (cursor or marks.mine or marks.sign):
            return [Segment(" " * GUTTER, ground)]
        return [
            Segment("›" if cursor else " ", ground + self.look["cursor"]),
            Segment(marks.sign or " ", ground + self.look["point"]),
            Segment("▌" if marks.mine else " ", ground + self.look["selected.bar"]),
            Segment(" ", ground),
        ]

    def _indent(self, row: Row) -> str:
        block = self.article.blocks[row.block]
        margin = safe(block.marker if block.marker and row.first else block.margin)[: row.indent]
        inside, sign = row.indent - cell_len(margin), ""
        if block.kind is BlockKind.CODE and self._goes_on(row, block):
            sign = GOES_ON.rjust(inside)
        elif block.kind is BlockKind.TABLE:
            sign = f"  {elide(safe(label_of(self.article.text, block.span.start, row.start)), inside - 4)}"
        elif row.first:
            sign = heading_sign(block)
        return margin + sign[:inside] + " " * (inside - cell_len(sign[:inside]))

    def _goes_on(self, row: Row, block: Block) -> bool:
        """Whether a row is the rest of a line that was too long for one."""
        return row.start > block.span.start and self.article.text[row.start - 1] != "\n"

    def _words(self, row: Row, layers: Sequence[Layer], base: Style) -> list[Segment]:
        words = on_row(self.article.text, row.start, row.end)
        if not layers:
            return [Segment(drawn(words.replace(HIDDEN, "")), base)]
        # By height, of one height the wider first, then by turn: the later wins, property by property.
        ordered = sorted(layers, key=lambda layer: (layer.height, layer.start - layer.end, layer.turn))
        cuts = {row.start, row.end}
        for start, end, *_ in ordered:
            if row.start < start < row.end:
                cuts.add(start)
            if row.start < end < row.end:
                cuts.add(end)
        segments = []
        for start, end in pairwise(sorted(cuts)):
            style = base
            for layer in ordered:
                if layer[0] <= start and end <= layer[1]:
                    style += self.look[layer[3]]
            piece = words[start - row.start : end - row.start].replace(HIDDEN, "")
            segments.append(Segment(drawn(piece), style))
        return segments
