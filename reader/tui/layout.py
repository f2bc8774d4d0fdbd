"""Text to rows: a pure function of (text, blocks, width), done block by block and only as far as it is asked for.

A row is a stretch of the text with an indent; rows hold no text of their own. Widths are in terminal cells.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from rich.cells import cell_len, split_graphemes

from reader.article.model import Block, BlockKind

# Characters known to take one cell each: of a block made of these only, cells are code points.
_WIDE = re.compile(
    r"[^\x20-\x7e\t\n\xa0-\xac\xae-\u02ff\u0370-\u0482\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2500-\u25fc]"
)
_BULLET = re.compile(r"(?:[-*+•‣·–—]|\d{1,3}[.)]|[A-Za-z][.)])[ \t]+")
_LINES_KEPT = frozenset({BlockKind.CODE, BlockKind.TABLE})
_STEP = 2
"""Cells by which a nested list or quotation, and code, stand in."""
_LEAST = 8
"""Cells that a row has at the least, however deep it is nested."""
_KEPT_BLOCKS = 600
"""Blocks whose rows are remembered; the rest are wrapped again when they are shown again."""


class Row(NamedTuple):
    """One row of the column: the characters `[start, end)` after `indent` cells."""

    start: int
    end: int
    indent: int
    block: int
    """Index of its block; -1 for the blank row between two blocks."""
    first: bool
    """Whether it is the first row of its block."""


class Layout:
    """The rows of an article at one width.

    Blocks are measured in order: `height` is exact for what has been measured and estimated for the rest until `done`.
    Asking for a row or an offset measures as far as it takes.
    """

    def __init__(self, text: str, blocks: Sequence[Block], width: int) -> None:
        self.text, self.blocks, self.width = text, blocks, max(width, _LEAST)
        self._starts = array("q", [block.span.start for block in blocks])
        self._tops = array("q")  # of each measured block, the row it begins at
        self._measured_rows = 0
        self._rows: dict[int, list[tuple[int, int, int]]] = {}

    # --- measuring -----------------------------------------------------------------------------------------------
    @property
    def done(self) -> bool:
        """Whether every block has been measured."""
        return len(self._tops) == len(self.blocks)

    @property
    def height(self) -> int:
        """Rows in all: exact once `done`, before that the rest is taken to be like what has been measured."""
        if self.done or not self._tops:
            return self._measured_rows if self.done else 1
        seen = max(1, self._starts[len(self._tops)])
        return self._measured_rows + (len(self.text) - seen) * self._measured_rows // seen

    def measure(self, characters: int) -> None:
        """Measure further blocks, until `characters` more of the text have been seen."""
        if not self.done:
            target = self._starts[len(self._tops)] + characters
            while not self.done and self._starts[len(self._tops)] < target:
                self._measure_one()

    def _measure_one(self) -> None:
        number = len(self._tops)
        top = self._measured_rows + self._blank_before(number)
        self._tops.append(top)
        rows = self._wrap(number)
        if len(self._rows) < _KEPT_BLOCKS // 2:
            self._rows[number] = rows
        self._measured_rows = top + len(rows)

    def _blank_before(self, number: int) -> int:
        """One blank row before a block, none before the first and between lines that belong together."""
        if number == 0:
            return 0
        before, block = self.blocks[number - 1], self.blocks[number]
        if before.kind is not block.kind or block.kind not in (BlockKind.LIST_ITEM, BlockKind.FURNITURE):
            return 1
        if before.marker and block.marker:
            return 0  # of Markdown, where the text between two items says nothing of how they were written
        return 0 if self.text.count("\n", before.span.end, block.span.start) < 2 else 1

    # --- rows ----------------------------------------------------------------------------------------------------
    def row(self, y: int) -> Row | None:
        """The row at `y`; None past the end."""
        while y >= self._measured_rows and not self.done:
            self._measure_one()
        if not 0 <= y < self._measured_rows:
            return None
        number = bisect_right(self._tops, y) - 1
        rows = self._block_rows(number)
        at = y - self._tops[number]
        if at >= len(rows):  # the blank row before the next block
            start = self.blocks[number].span.end
            return Row(start, start, 0, -1, False)
        start, end, indent = rows[at]
        return Row(start, end, indent, number, at == 0)

    def y_of(self, offset: int) -> int:
        """The row that shows the character at `offset`; white space belongs to the row before it."""
        if not self.blocks:
            return 0
        number = max(0, bisect_right(self._starts, offset) - 1)
        while len(self._tops) <= number:
            self._measure_one()
        rows = self._block_rows(number)
        return self._tops[number] + max(0, bisect_right(rows, offset, key=lambda row: row[0]) - 1)

    def _block_rows(self, number: int) -> list[tuple[int, int, int]]:
        rows = self._rows.get(number)
        if rows is None:
            if len(self._rows) >= _KEPT_BLOCKS:
                self._rows.clear()
            rows = self._rows[number] = self._wrap(number)
        return rows

    def _wrap(self, number: int) -> list[tuple[int, int, int]]:
        block = self.blocks[number]
        first, rest = indents(self.text, block)
        start, end = block.span
        if block.kind in _LINES_KEPT:
            ends = [m.start() for m in re.finditer("\n", self.text[start:end])]
            lines = [(start + a + 1, start + b) for a, b in pairwise([-1, *ends, end - start])]
            width = max(_LEAST, self.width - first)
            return [(a, b, first) for line in lines for a, b in chop(self.text, *line, width)]
        rows = wrap(self.text, start, end, max(_LEAST, self.width - first), max(_LEAST, self.width - rest))
        return [(a, b, first if i == 0 else rest) for i, (a, b) in enumerate(rows)]


def indents(text: str, block: Block) -> tuple[int, int]:
    """Cells before the first row of a block and before the others (a hanging indent where there is a bullet)."""
    if block.kind is BlockKind.LIST_ITEM:
        outer = _STEP * max(0, block.level - 1)
        if block.marker:
            return (inner := outer + cell_len(block.marker) + 1), inner
        bullet = _BULLET.match(text, block.span.start, block.span.end)
        return outer, outer + (len(bullet.group()) if bullet else 0)
    if block.kind is BlockKind.QUOTATION:
        return (inner := _STEP * max(1, block.level)), inner
    return (_STEP, _STEP) if block.kind is BlockKind.CODE else (0, 0)


# --- wrapping -----------------------------------------------------------------------------------------------------
def wrap(text: str, start: int, end: int, first: int, rest: int) -> list[tuple[int, int]]:
    """Break `text[start:end]` at white space into stretches at most `first`, then `rest` cells wide.

    A word wider than a row is broken between graphemes. Always at least one stretch, all without white space at the
    ends.
    """
    body = text[start:end].replace("\n", " ").replace("\t", " ")
    rows = _wrap_narrow(body, first, rest) if _WIDE.search(body) is None else _wrap_wide(body, first, rest)
    return [(start + a, start + b) for a, b in rows] or [(start, start)]


def _wrap_narrow(body: str, first: int, rest: int) -> list[tuple[int, int]]:
    rows: list[tuple[int, int]] = []
    past = len(body.rstrip(" "))
    at = _skip(body, 0, past)
    width = first
    while past - at > width:
        cut = body.rfind(" ", at, at + width + 1)
        if cut <= at:
            rows.append((at, at + width))
            at = _skip(body, at + width, past)
        else:
            rows.append((at, _unskip(body, cut, at)))
            at = _skip(body, cut, past)
        width = rest
    if at < past:
        rows.append((at, past))
    return rows


def _wrap_wide(body: str, first: int, rest: int) -> list[tuple[int, int]]:
    rows: list[tuple[int, int]] = []
    width = first
    start, end, used = 0, -1, 0  # the row being filled; no word in it yet when end < 0
    for a, b in _words(body):
        cells = cell_len(body[a:b])
        if end >= 0 and used + (a - end) + cells <= width:
            used += (a - end) + cells
            end = b
            continue
        if end >= 0:
            rows.append((start, end))
            width = rest
        start, used = a, cells
        if cells > width:
            *full, (start, used) = _broken(body, a, b, width, rest)
            for begin, stop in pairwise([at for at, _ in full] + [start]):
                rows.append((begin, stop))
                width = rest
        end = b
    if end >= 0:
        rows.append((start, end))
    return rows


def _words(body: str) -> Iterator[tuple[int, int]]:
    return (match.span() for match in re.finditer("[^ ]+", body))


def _broken(body: str, start: int, end: int, first: int, rest: int) -> list[tuple[int, int]]:
    """Where the rows of a word that is too wide begin, each with the cells it uses."""
    pieces = [(start, 0)]
    width = first
    for at, _, cells in _graphemes(body, start, end):
        begin, used = pieces[-1]
        if used + cells > width and at > begin:
            pieces.append((at, cells))
            width = rest
        else:
            pieces[-1] = (begin, used + cells)
    return pieces


_WINDOW = 2000


def _graphemes(body: str, start: int, end: int) -> Iterator[tuple[int, int, int]]:
    """Graphemes as (start, end, cells), in windows so that a word of a million characters makes no list of them."""
    while start < end:
        stop = min(end, start + _WINDOW)
        while stop < end and (body[stop - 1] == "\u200d" or cell_len(body[stop]) == 0):
            stop += 1  # never between a base and what belongs to it
        for a, b, cells in split_graphemes(body[start:stop])[0]:
            yield start + a, start + b, cells
        start = stop


def chop(text: str, start: int, end: int, width: int) -> list[tuple[int, int]]:
    """Break `text[start:end]` every `width` cells, white space kept: for code and tables. Always at least one."""
    body = text[start:end].replace("\t", " ")
    if _WIDE.search(body) is None:
        cuts = list(range(0, len(body), width))
    else:
        cuts = [at for at, _ in _broken(body, 0, len(body), width, width)]
    return [(start + a, start + b) for a, b in pairwise([*cuts, len(body)])] or [(start, start)]


def _skip(body: str, at: int, past: int) -> int:
    while at < past and body[at] == " ":
        at += 1
    return at


def _unskip(body: str, at: int, least: int) -> int:
    while at > least and body[at - 1] == " ":
        at -= 1
    return at


# --- cells and offsets --------------------------------------------------------------------------------------------
def cell_of(text: str, row: Row, offset: int) -> int:
    """The cell at which the character at `offset` stands in its row, the indent counted."""
    return row.indent + cell_len(text[row.start : min(max(offset, row.start), row.end)].replace("\n", " "))


def offset_at(text: str, row: Row, cell: int) -> int | None:
    """The offset of the character that covers a cell of the row; None left or right of its text."""
    at = row.indent
    for start, _, cells in split_graphemes(text[row.start : row.end].replace("\n", " ").replace("\t", " "))[0]:
        if at <= cell < at + cells:
            return row.start + start
        at += cells
    return None
