"""Breaking text into rows, and going between cells and offsets. Pure. Widths are in terminal cells."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from itertools import pairwise
from typing import Protocol

from rich.cells import cell_len, split_graphemes

# Characters known to take one cell each: of a block made of these only, cells are code points.
_WIDE = re.compile(
    r"[^\x20-\x7e\t\n\xa0-\xac\xae-\u02ff\u0370-\u0482\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2500-\u25fc]"
)


# What is not shown, where the offsets of the rest are to stay; cleaned texts have none of it.
HIDDEN = "\u200b"
_LINE_END = re.compile(r" *\n *")


def on_row(text: str, start: int, end: int) -> str:
    """`text[start:end]` as it stands on a row, at the same length: a line end is a space, together with the blanks
    around it, which stay as characters that take no cell."""
    words = text[start:end]
    if "\n " in words or " \n" in words:
        return _LINE_END.sub(lambda blanks: " " + HIDDEN * (len(blanks[0]) - 1), words)
    return words.replace("\n", " ")


def is_narrow(text: str) -> bool:
    """Whether every character is known to take one cell."""
    return _WIDE.search(text) is None


def row_cells(text: str) -> int:
    """The cells that a text without line ends and without white space at its ends takes where it is not broken."""
    return len(text) if is_narrow(text) else sum(map(cell_len, text.split(" "))) + text.count(" ")


class Stretch(Protocol):
    """What is shown on a row: the characters `[start, end)` after `indent` cells."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def indent(self) -> int: ...


def wrap(text: str, start: int, end: int, first: int, rest: int) -> list[tuple[int, int]]:
    """Break `text[start:end]` at white space into stretches at most `first`, then `rest` cells wide.

    A word wider than a row is broken between graphemes, and no row is narrower than a cell. Always at least one
    stretch, all without white space at the ends.
    """
    first, rest = max(1, first), max(1, rest)
    shown = on_row(text, start, end).replace("\t", " ")
    body = shown.replace(HIDDEN, "")
    rows = _wrap_narrow(body, first, rest) if is_narrow(body) else _wrap_wide(body, first, rest)
    if len(body) < len(shown):
        at = [place for place, character in enumerate(shown) if character != HIDDEN]
        rows = [(at[a], at[b - 1] + 1) for a, b in rows]
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
    """Where the rows of a word that is too wide begin, each with the cells it uses; none with a mark that closes, if
    what stands before it can come along."""
    pieces = [(start, 0)]
    width = first
    last: deque[tuple[int, int]] = deque(maxlen=_ALONG)  # graphemes on the row, each with its cells
    for at, _, cells in _graphemes(body, start, end):
        begin, used = pieces[-1]
        if used + cells > width and at > begin:
            opens, taken = at, cells
            while last and body[opens] in _CLOSING and last[-1][0] > begin and taken + last[-1][1] <= rest:
                opens = last[-1][0]
                taken += last.pop()[1]
            pieces[-1] = (begin, used - (taken - cells))
            pieces.append((opens, taken))
            width = rest
            last.clear()
        else:
            pieces[-1] = (begin, used + cells)
        last.append((at, cells))
    return pieces


_WINDOW = 2000
_ALONG = 3
"""Graphemes that come along to the next row at most."""
_CLOSING = frozenset("、。，．・：；？！」』）】〕〉》〟ー々ゝぁぃぅぇぉっゃゅょァィゥェォッャュョ")
"""With what no row of Chinese or Japanese begins."""


def _graphemes(body: str, start: int, end: int) -> Iterator[tuple[int, int, int]]:
    """Graphemes as (start, end, cells), in windows so that a word of a million characters makes no list of them."""
    while start < end:
        stop = min(end, start + _WINDOW)
        stop = whole_grapheme(body, stop, end)
        for a, b, cells in split_graphemes(body[start:stop])[0]:
            yield start + a, start + b, cells
        start = stop


def whole_grapheme(text: str, at: int, end: int) -> int:
    """The first place from `at` on that is not between a base and what belongs to it; `end` at the most."""
    while at < end and (text[at - 1] == "\u200d" or cell_len(text[at]) == 0):
        at += 1
    return at


def chop(text: str, start: int, end: int, first: int, rest: int) -> list[tuple[int, int]]:
    """Break a line of code where it is `first`, then `rest` cells wide, after a space if one is not far; white space is
    kept. Always at least one stretch."""
    body = text[start:end].replace("\t", " ")
    if is_narrow(body):
        cuts, width = [0], first
        while len(body) - cuts[-1] > width:
            at = cuts[-1]
            cuts.append((body.rfind(" ", at + width // 2, at + width) + 1) or at + width)
            width = rest
    else:
        cuts = [at for at, _ in _broken(body, 0, len(body), first, rest)]
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
def cell_of(text: str, row: Stretch, offset: int) -> int:
    """The cell at which the character at `offset` stands in its row, the indent counted."""
    return row.indent + cell_len(on_row(text, row.start, min(max(offset, row.start), row.end)))


def offset_at(text: str, row: Stretch, cell: int) -> int | None:
    """The offset of the character that covers a cell of the row; None left or right of its text."""
    at = row.indent
    for start, _, cells in split_graphemes(on_row(text, row.start, row.end).replace("\t", " "))[0]:
        if at <= cell < at + cells:
            return row.start + start
        at += cells
    return None
