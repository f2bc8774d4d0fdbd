"""Text selected by hand: its two ends, how each key moves one of them, and how it is painted. Pure.

Ends are offsets of characters, both of them selected, as in vim. What the moves mean is vim's as well.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import NamedTuple, Protocol

from rich.cells import split_graphemes

from reader.article.model import Article
from reader.spans import Span
from reader.tui.layout import Row
from reader.tui.marks import CHOSEN, NOTHING, Layer, Marked, Marks, RowMarks
from reader.tui.wrapping import cell_of, offset_at, on_row

_WORD = re.compile(r"\w+(?:['’‑-]\w+)*|[^\w\s]+")
_LOOK_BACK = 2000
"""Characters looked through for the word before."""
_LONGEST_GRAPHEME = 64


class Rows(Protocol):
    """The rows that the article is laid out in."""

    def row(self, y: int) -> Row | None: ...
    def y_of(self, offset: int) -> int: ...


class Chosen(NamedTuple):
    """A selection."""

    anchor: int
    """Where it was begun."""
    head: int
    """The end that moves."""

    def span(self, text: str) -> Span:
        """What is selected."""
        return Span(min(self), grapheme_end(text, max(self)))


class Shaded(NamedTuple):
    """`Marks` with a selection over them."""

    below: Marks | None
    span: Span
    head: Span

    def marks(self, start: int, end: int, marked: Marked) -> RowMarks:
        marks = self.below.marks(start, end, marked) if self.below is not None else NOTHING
        layers = [
            Layer(*span, CHOSEN + above, role)
            for above, (span, role) in enumerate(((self.span, "selected.text"), (self.head, "selected.text.head")))
            if span.overlaps((start, end))
        ]
        return marks._replace(layers=[*marks.layers, *layers]) if layers else marks


def _graphemes(text: str, start: int, end: int) -> list[tuple[int, int, int]]:
    """The graphemes of a stretch as (start, end, cells), counted from `start`; a line end is one by itself."""
    return split_graphemes(on_row(text, start, end))[0]


def grapheme_end(text: str, offset: int) -> int:
    """Where the character at `offset` ends, with all that belongs to it."""
    pieces = _graphemes(text, offset, offset + _LONGEST_GRAPHEME)
    return offset + pieces[0][1] if pieces else offset


def near(text: str, row: Row, cell: int) -> int:
    """The offset of the character at a cell of a row, or of the one nearest to it."""
    inside = offset_at(text, row, max(cell, row.indent))
    if inside is not None:
        return inside
    pieces = _graphemes(text, row.start, row.end)
    return row.start + pieces[-1][0] if pieces else row.start


class Hand(NamedTuple):
    """Moves an end through an article as it is laid out."""

    article: Article
    rows: Rows

    def place(self, offset: int) -> int:
        """The character that is shown at an offset, or before it."""
        row = self._row(offset)
        if row is None:
            return 0
        pieces = _graphemes(self.article.text, row.start, row.end)
        return max((at for start, _, _ in pieces if (at := row.start + start) <= offset), default=row.start)

    def word_at(self, offset: int) -> Span:
        """The word at an offset, or the character there where there is none."""
        row = self._row(offset)
        words = _WORD.finditer(self.article.text, row.start, row.end) if row is not None else iter(())
        found = next((match for match in words if match.start() <= offset < match.end()), None)
        return Span(*found.span()) if found else Span(offset, grapheme_end(self.article.text, offset))

    def _row(self, offset: int) -> Row | None:
        return self.rows.row(self.rows.y_of(offset))

    def letter(self, head: int, step: int) -> int:
        """A character on or back, over the ends of rows and paragraphs."""
        row, text = self._row(head), self.article.text
        if row is None:
            return head
        if step > 0:
            after = grapheme_end(text, head)
            return after if after < row.end else self.row(head, 1, 0)
        before = _graphemes(text, row.start, head)
        return row.start + before[-1][0] if before else self.row(head, -1, 1 << 20)

    def row(self, head: int, step: int, cell: int) -> int:
        """So many rows on or back, to the cell; rows without text do not count."""
        y, found = self.rows.y_of(head), head
        while step:
            y += 1 if step > 0 else -1
            row = self.rows.row(y)
            if row is None:
                break
            if row.end > row.start:
                found = near(self.article.text, row, cell)
                step -= 1 if step > 0 else -1
        return found

    def cell(self, head: int) -> int:
        """The cell of its row at which a character stands."""
        row = self._row(head)
        return cell_of(self.article.text, row, head) if row is not None else 0

    def row_edge(self, head: int, step: int) -> int:
        """To the first or last character of the row."""
        row = self._row(head)
        return head if row is None else near(self.article.text, row, 0 if step < 0 else 1 << 20)

    def word(self, head: int, step: int) -> int:
        """To where the next word, or this or the previous one, begins."""
        text, row = self.article.text, self._row(head)
        if step > 0:
            words = _WORD.finditer(text, row.start if row is not None else head)
            return next((match.start() for match in words if match.start() > head), self.text(1))
        starts = [match.start() for match in _WORD.finditer(text, max(0, head - _LOOK_BACK), head)]
        return starts[-1] if starts else self.text(-1)

    def word_end(self, head: int) -> int:
        """To where this or the next word ends."""
        row = self._row(head)
        words = _WORD.finditer(self.article.text, row.start if row is not None else head)
        return next((end for match in words if (end := self.place(match.end() - 1)) > head), self.text(1))

    def paragraph(self, head: int, step: int) -> int:
        """To the last character of this paragraph or the next, or back to where this or the one before begins."""
        blocks = self.article.blocks
        if step > 0:
            at = bisect_right(blocks, head, key=lambda block: self.place(block.span.end - 1))
            return self.place(blocks[at].span.end - 1) if at < len(blocks) else self.text(1)
        before = bisect_left(blocks, head, key=lambda block: block.span.start)
        return blocks[before - 1].span.start if before else self.text(-1)

    def text(self, step: int) -> int:
        """To the first or last character of all."""
        blocks = self.article.blocks
        if not blocks:
            return 0
        return blocks[0].span.start if step < 0 else self.place(blocks[-1].span.end - 1)
