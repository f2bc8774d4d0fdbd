"""Text to rows: a pure function of (text, blocks, width), done section by section and only as far as it is asked for.

A row is a stretch of the text with an indent; rows hold no text of their own. Widths are in terminal cells.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple, TypeAlias

from rich.cells import cell_len

from reader.article.model import Block, BlockKind
from reader.tui.table_rows import is_too_wide, record_rows
from reader.tui.wrapping import chop, whole_grapheme, wrap

_BULLET = re.compile(r"(?:[-*+•‣◦▪●·–—]|\(?(?:\d{1,3}|[A-Za-z]|[ivx]{2,4})[.)])[ \t]+")
_LINES_KEPT = frozenset({BlockKind.CODE, BlockKind.TABLE})
_STEP = 2
"""Cells by which code stands in."""
_UNSIGNED = 2
"""The level down to which headings are told apart by their style; below it signs before them tell how deep they are."""
_LEAST = 8
"""Cells that a row has at the least, however deep it is nested."""
_LONGEST = 32_000
"""Characters of one block that are wrapped in one go: nobody wrote a longer paragraph, so that a row cut short there
is seen by nobody."""
_SECTION_TEXT, _SECTION_PARTS = 12_000, 400
"""Characters or parts of a section: what is measured in one go, in about two milliseconds."""
_KEPT_PARTS = 600
"""Parts whose rows are remembered; the rest are wrapped again when they are shown again."""


class Row(NamedTuple):
    """One row of the column: the characters `[start, end)` after `indent` cells."""

    start: int
    end: int
    indent: int
    block: int
    """Index of its block; -1 for the blank row between two blocks."""
    first: bool
    """Whether it is the first row of its block."""


Columns: TypeAlias = "tuple[array[int], array[int], array[int], array[int], array[int]]"


class Outline:
    """How an article is divided for its layout, whatever the width: into parts, which are its blocks (a block too long
    to be wrapped in one go is several), and into sections, which are runs of parts. Immutable."""

    def __init__(self, text: str, blocks: Sequence[Block]) -> None:
        self.text, self.blocks = text, blocks
        self.starts, self.ends, self.block_of = array("q"), array("q"), array("q")
        self.sections = array("q")  # of each, its first part
        self.blanks = array("B")  # of each part, the blank rows before it
        began = -_SECTION_TEXT
        before: Block | None = None
        for number, block in enumerate(blocks):
            start, end = block.span
            blank = _blank_between(text, before, block) if before is not None else 0
            before = block
            cuts = (start, *_cuts(text, block), end) if end - start > _LONGEST else (start, end)
            for a, b in pairwise(cuts):
                part = len(self.starts)
                if b - began > _SECTION_TEXT or part - self.sections[-1] >= _SECTION_PARTS:
                    self.sections.append(part)
                    began = a
                self.starts.append(a)
                self.ends.append(b)
                self.block_of.append(number)
                self.blanks.append(blank if a == start else 0)

    @property
    def columns(self) -> Columns:
        """What it consists of beside the article."""
        return self.starts, self.ends, self.block_of, self.sections, self.blanks

    @classmethod
    def of_columns(cls, text: str, blocks: Sequence[Block], columns: Columns) -> Outline:
        """The outline of the article that has these columns."""
        outline = cls(text, ())
        outline.blocks = blocks
        outline.starts, outline.ends, outline.block_of, outline.sections, outline.blanks = columns
        return outline

    def parts_of(self, section: int) -> range:
        """The parts of a section."""
        last = section + 1 == len(self.sections)
        return range(self.sections[section], len(self.starts) if last else self.sections[section + 1])

    def section_at(self, offset: int) -> tuple[int, int]:
        """The section and the part that the character at `offset` lies in or after."""
        part = max(0, bisect_right(self.starts, offset) - 1)
        return bisect_right(self.sections, part) - 1, part


def _blank_between(text: str, before: Block, block: Block) -> int:
    """One blank row between two blocks, none between lines that belong together."""
    if before.kind is not block.kind or block.kind not in (BlockKind.LIST_ITEM, BlockKind.FURNITURE):
        return 1
    if before.marker and block.marker:
        return 0  # of Markdown, where the text between two items says nothing of how they were written
    return 0 if text.count("\n", before.span.end, block.span.start) < 2 else 1


def _cuts(text: str, block: Block) -> list[int]:
    """Where a block that is too long is cut: at line ends or spaces if there are any."""
    at, end = block.span
    mark = "\n" if block.kind in _LINES_KEPT else " "
    cuts = []
    while end - at > _LONGEST:
        space = text.rfind(mark, at + _LONGEST // 2, at + _LONGEST)
        at = space + 1 if space >= 0 else whole_grapheme(text, at + _LONGEST, end)
        if at < end:
            cuts.append(at)
    return cuts


class Layout:
    """The rows of an article at one width.

    A section is measured when one of its rows is asked for, or by `measure`; the height of the others is estimated.
    Measuring a section moves the rows below it and none above: `settle` measures around a place before it is shown.
    """

    def __init__(self, outline: Outline, width: int) -> None:
        self.outline, self.text, self.width = outline, outline.text, max(width, _LEAST)
        self._heights = array("q", map(self._estimate, range(len(outline.sections))))
        self._above: list[int] = []  # of each section, the row it begins at, and the rows in all; empty when not known
        self._tops: dict[int, array[int]] = {}  # of each part of a measured section, the row in the section
        self._next = 0  # all before it have been measured
        self._rows: dict[int, list[tuple[int, int, int]]] = {}

    def _estimate(self, section: int) -> int:
        parts = self.outline.parts_of(section)
        text = self.outline.ends[parts[-1]] - self.outline.starts[parts[0]]
        return max(1, text * 20 // (19 * self.width) + len(parts) * 3 // 2)

    # --- measuring -----------------------------------------------------------------------------------------------
    @property
    def done(self) -> bool:
        """Whether every section has been measured."""
        return len(self._tops) == len(self._heights)

    @property
    def height(self) -> int:
        """Rows in all: exact once `done`."""
        return self._starts()[-1]

    def measure(self, sections: int = 1) -> None:
        """Measure so many further sections, in the order of the text."""
        while sections > 0 and self._next < len(self._heights):
            if self._next not in self._tops:
                self._measure(self._next)
                sections -= 1
            self._next += 1

    def settle(self, y: int, around: int) -> None:
        """Measure the sections of the row `y` and of `around` rows on both sides of it."""
        if not self._heights:
            return
        at = self._section_of(y)
        for step in (1, -1):
            rows, section = 0, at
            while 0 <= section < len(self._heights) and rows <= around:
                self._measure(section)
                if section != at:
                    rows += self._heights[section]
                else:
                    inside = y - self._starts()[section]
                    rows += self._heights[section] - inside if step > 0 else inside
                section += step

    def _starts(self) -> list[int]:
        if not self._above:
            self._above = list(accumulate(self._heights, initial=0))
        return self._above

    def _section_of(self, y: int) -> int:
        return min(max(0, bisect_right(self._starts(), y) - 1), len(self._heights) - 1)

    def _measure(self, section: int) -> None:
        if section in self._tops:
            return
        tops, at = array("q"), 0
        for part in self.outline.parts_of(section):
            at += self.outline.blanks[part]
            tops.append(at)
            rows = self._wrap(part)
            if len(self._rows) < _KEPT_PARTS // 2:
                self._rows[part] = rows
            at += len(rows)
        self._tops[section] = tops
        if self._heights[section] != at:
            self._heights[section] = at
            self._above = []

    # --- rows ----------------------------------------------------------------------------------------------------
    def row(self, y: int) -> Row | None:
        """The row at `y`; None past the end and before the beginning."""
        if y < 0 or not self._heights:
            return None
        section = self._section_of(y)
        while section not in self._tops:
            self._measure(section)
            section = self._section_of(y)
        inside = y - self._starts()[section]
        tops = self._tops[section]
        at = bisect_right(tops, inside) - 1
        part = self.outline.sections[section] + max(0, at)
        number = self.outline.block_of[part]
        rows = self._part_rows(part)
        nth = inside - tops[at] if at >= 0 else -1
        if nth >= len(rows) and part + 1 == len(self.outline.starts):
            return None
        if not 0 <= nth < len(rows):  # the blank row before a block
            end = self.outline.ends[part if at >= 0 else part - 1]
            return Row(end, end, 0, -1, False)
        start, end, indent = rows[nth]
        first = nth == 0 and (part == 0 or self.outline.block_of[part - 1] != number)
        return Row(start, end, indent, number, first)

    def y_of(self, offset: int) -> int:
        """The row that shows the character at `offset`; white space belongs to the row before it."""
        if not self._heights:
            return 0
        section, part = self.outline.section_at(offset)
        self._measure(section)
        top = self._starts()[section] + self._tops[section][part - self.outline.sections[section]]
        return top + max(0, bisect_right(self._part_rows(part), offset, key=lambda row: row[0]) - 1)

    def about(self, offset: int) -> int:
        """The row of the block at `offset`, without measuring: a guess where nothing has been measured yet."""
        if not self._heights:
            return 0
        section, part = self.outline.section_at(offset)
        top, parts = self._starts()[section], self.outline.parts_of(section)
        if section in self._tops:
            return top + self._tops[section][part - parts[0]]
        begin, end = self.outline.starts[parts[0]], self.outline.ends[parts[-1]]
        return top + (min(offset, end) - begin) * self._heights[section] // max(1, end - begin)

    def _part_rows(self, part: int) -> list[tuple[int, int, int]]:
        rows = self._rows.get(part)
        if rows is None:
            if len(self._rows) >= _KEPT_PARTS:
                self._rows.clear()
            rows = self._rows[part] = self._wrap(part)
        return rows

    def _wrap(self, part: int) -> list[tuple[int, int, int]]:
        outline = self.outline
        start, end, number = outline.starts[part], outline.ends[part], outline.block_of[part]
        block = outline.blocks[number]
        first, rest = indents(self.text, block, self.width)
        if part and outline.block_of[part - 1] == number:
            first = rest
        if block.kind in _LINES_KEPT:
            body = self.text[start:end].removesuffix("\n" if end < block.span.end else "")
            ends = [m.start() for m in re.finditer("\n", body)]
            lines = [(start + a + 1, start + b) for a, b in pairwise([-1, *ends, len(body)])]
            if block.kind is BlockKind.TABLE and is_too_wide(body, 0, len(body), self.width - first):
                rows = record_rows(self.text, block.span.start, start, start + len(body), self.width - first)
                return [(a, b, first + indent) for a, b, indent in rows]
            width, hang = max(_LEAST, self.width - first), max(_LEAST, self.width - first - _STEP)
            return [
                (a, b, first if a == line[0] else first + _STEP)
                for line in lines
                for a, b in chop(self.text, *line, width, hang)
            ]
        wrapped = wrap(self.text, start, end, max(_LEAST, self.width - first), max(_LEAST, self.width - rest))
        return [(a, b, first if i == 0 else rest) for i, (a, b) in enumerate(wrapped)]


def heading_sign(block: Block) -> str:
    """What stands before a heading so deep down that its style does not tell how deep."""
    return f"{'·' * (block.level - _UNSIGNED)} " if block.kind is BlockKind.HEADING and block.level > _UNSIGNED else ""


def indents(text: str, block: Block, width: int) -> tuple[int, int]:
    """Cells before the first row of a block and before the others, in a column of `width` cells."""
    bullet = None
    if block.kind is BlockKind.LIST_ITEM and not block.marker:
        bullet = _BULLET.match(text, block.span.start, block.span.end)
    sign = _STEP if block.kind is BlockKind.CODE else len(heading_sign(block))
    hang = min(len(bullet.group()) if bullet else 0, width - _LEAST)
    # However deep it is, there is room for words.
    first = min(cell_len(block.margin), max(0, width - _LEAST - sign - hang)) + sign
    return first, first + hang
