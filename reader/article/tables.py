"""A table as lines of text with aligned columns."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from reader.article.model import Inline
from reader.spans import Span

MAX_COLUMN = 40
"""Cells; a longer cell juts out, so that one long cell does not fill every row with blanks."""
_GAP = "  "


class Cell(NamedTuple):
    text: str
    """One line."""
    inlines: tuple[Inline, ...] = ()
    """With offsets into `text`."""
    right: bool = False
    """Whether its column is aligned to the right, as figures are."""


def lay_out(rows: Sequence[Sequence[Cell]]) -> tuple[str, list[Inline]]:
    """One line a row, the columns two spaces apart; inlines with offsets into the whole."""
    columns = max(map(len, rows), default=0)
    widths = [0] * columns
    for row in rows:
        for column, cell in enumerate(row):
            widths[column] = min(MAX_COLUMN, max(widths[column], width_of(cell.text)))
    lines: list[str] = []
    inlines: list[Inline] = []
    position = 0
    for row in rows:
        pieces: list[str] = []
        length = 0
        for column, cell in enumerate(row):
            blanks = " " * (widths[column] - width_of(cell.text))
            lead = (_GAP if column else "") + (blanks if cell.right else "")
            start = position + length + len(lead)
            inlines += [replace(i, span=Span(i.span.start + start, i.span.end + start)) for i in cell.inlines]
            piece = lead + cell.text + ("" if cell.right else blanks)
            pieces.append(piece)
            length += len(piece)
        line = "".join(pieces).rstrip()
        lines.append(line)
        position += len(line) + 1
    return "\n".join(lines), inlines


def width_of(text: str) -> int:
    """How many columns of a terminal the text takes, near enough to align by."""
    if text.isascii():
        return len(text)
    return sum(_width(c) for c in text)


def _width(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
