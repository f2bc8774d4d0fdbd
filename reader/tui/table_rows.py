"""A table that is wider than the column, as records: the first cell of a line stands at the left, each other cell below
it on rows of its own, with the heading of its table column before it. Pure.

The text of a table is lines of cells that stand beneath each other (reader/article/tables.py); which heading is whose
follows from that, so that nothing but the text is asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from rich.cells import cell_len

from reader.article.tables import MAX_COLUMN
from reader.tui.wrapping import wrap

_CELL = re.compile(r"\S+(?: \S+)*")
_STEP = 2
"""Cells by which what is not the first cell of a line stands in."""
_LEAST = 8
"""Cells that are left to a cell's words at the least."""
_SHARE = 2
"""The headings take one of so many parts of the column at the most."""
_LONGEST = 4000
"""Characters of the heading line that are looked at."""


class Heading(NamedTuple):
    """A cell of the first line."""

    words: str
    start: int
    """In cells, from the left edge of the table."""
    end: int


def is_too_wide(text: str, start: int, end: int, width: int) -> bool:
    """Whether a line of `text[start:end]` does not fit into `width` cells."""
    return any(cell_len(line) > width for line in text[start:end].split("\n"))


def headings(text: str, table: int) -> tuple[Heading, ...]:
    """The cells of the first line of a table that begins at the offset `table`."""
    line = text[table : table + _LONGEST].partition("\n")[0]
    found = []
    for match in _CELL.finditer(line):
        begin = cell_len(line[: match.start()])
        found.append(Heading(match[0], begin, begin + cell_len(match[0])))
    return tuple(found)


def label_of(text: str, table: int, offset: int) -> str:
    """What stands before the row of a record that begins at `offset`: the heading of the cell that begins there; empty
    where none does."""
    line = text.rfind("\n", table, offset) + 1 or table
    if line == table or text[max(line, offset - 2) : offset] != "  ":
        return ""
    columns = headings(text, table)
    cells = _cells(text[line : (text.find("\n", offset) + 1 or len(text) + 1) - 1], columns)
    return next((cell.heading.words for cell in cells if line + cell.start == offset and cell.heading), "")


def record_rows(text: str, table: int, start: int, end: int, width: int) -> list[tuple[int, int, int]]:
    """The rows `(start, end, indent)` of the lines in `text[start:end]`, which belong to the table that begins at
    `table`."""
    columns = headings(text, table)
    labels = max((cell_len(heading.words) for heading in columns[1:]), default=0)
    label = min(_STEP + labels + 2, max(_STEP, width // _SHARE))
    rows: list[tuple[int, int, int]] = []
    at = start
    for line in text[start:end].split("\n"):
        if at == table:
            rows += _heading_rows(text, at, at + len(line), width)
        elif not line.strip():
            rows.append((at, at, 0))
        else:
            for cell in _cells(line, columns):
                indents = (0, _STEP) if cell.first else (label, label)
                rows += _wrapped(text, at + cell.start, at + cell.end, width, *indents)
        at += len(line) + 1
    return rows


class _Cell(NamedTuple):
    """A cell of a line, in characters of it."""

    start: int
    end: int
    first: bool
    """Whether it names the record."""
    heading: Heading | None
    """The one above it, unless it is the first."""


def _cells(line: str, columns: tuple[Heading, ...]) -> Iterator[_Cell]:
    jut = 0  # cells by which those before it jut out of their columns
    for number, match in enumerate(_CELL.finditer(line)):
        begin = cell_len(line[: match.start()]) - jut
        cells = cell_len(match[0])
        jut += max(0, cells - MAX_COLUMN)
        end = begin + min(cells, MAX_COLUMN)
        above = next((h for h in columns if h.start < end and begin < h.end), None)
        first = number == 0 and (above is None or (above is columns[0] and above.start == 0))
        yield _Cell(*match.span(), first, None if first else above)


def _wrapped(text: str, start: int, end: int, width: int, first: int, rest: int) -> Iterator[tuple[int, int, int]]:
    """A cell in rows with these indents."""
    rows = wrap(text, start, end, max(_LEAST, width - first), max(_LEAST, width - rest))
    return ((a, b, first if number == 0 else rest) for number, (a, b) in enumerate(rows))


def _heading_rows(text: str, start: int, end: int, width: int) -> list[tuple[int, int, int]]:
    """The line of the headings: as many beside each other as stand close and fit."""
    rows: list[tuple[int, int, int]] = []
    for match in _CELL.finditer(text, start, end):
        a, b = match.span()
        if rows and a - rows[-1][1] <= 2 and rows[-1][2] + cell_len(text[rows[-1][0] : b]) <= width:
            rows[-1] = (rows[-1][0], b, rows[-1][2])
        else:
            rows += _wrapped(text, a, b, width, _STEP if rows else 0, _STEP)
    return rows or [(start, start, 0)]
