"""Plain text to blocks: where a paragraph begins and ends, and which are list items or quotations.

Blank lines part paragraphs. Inside a run of lines without one, a line end is a paragraph's only where the text is not
hard-wrapped: wrapped text is told by its lines breaking in mid-sentence at about the same width, and within it a line
goes on when the next line's first word would not have fitted. The marks of quoted lines (`>`) become spaces: they are
no part of what is quoted, and would stand in the middle of rows.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from reader.article.furniture import read_furniture
from reader.article.model import BAR, Block, BlockKind
from reader.spans import Span

WIDEST_WRAP = 110
"""Lines longer than this were not wrapped by hand or by a mail program."""
NARROWEST_WRAP = 35
"""Lines shorter than this are a list, a poem or an address."""
_QUOTE_INDENT = 4
_PIECE = 1 << 17
_STOPS = ".!?:;…”’\"'»)"
_MARKER = re.compile(r"(?:[-*•‣◦▪●·]|\d{1,2}[.)]|\(\d{1,2}\))\s+\S")
_MARKS = frozenset("-*•‣◦▪●·(0123456789")
_LETTER = re.compile(r"(?:(?:[a-z]|[ivx]{2,4})[.)]|\((?:[a-z]|[ivx]{2,4})\))\s+\S")
"""A marker inside a list only: elsewhere it may be an initial."""
_NESTED = 2
"""Cells by which an entry of a list within a list is further in, at the least."""
_QUOTED = re.compile(r"(?:>\s*)+")
_QUOTED_LINE = re.compile(r"^ *>[> ]*", re.MULTILINE)


class _Line(NamedTuple):
    """A line that is not blank, without the white space around it."""

    start: int
    end: int
    indent: int
    text: str


def split_blocks(text: str) -> list[Block]:
    """The blocks of a plain text, none of them a heading or furniture yet."""
    # The lines are gone through twice, since all of a long text at once would take several times its memory.
    width, quotations_are_indented = _habits(_groups(text))
    blocks: list[Block] = []
    around: list[tuple[int, int]] = []  # the entries of lists that one is in: where each begins, in cells from the left
    for group in _groups(text):
        for lines in _paragraphs(group, width):
            bullet = _bullet(lines[0], bool(around))
            while around and (not bullet or lines[0].indent < around[-1][0] + _NESTED):
                around.pop()
            if bullet:
                margin = around[-1][1] if around else 0
                around.append((lines[0].indent, margin + bullet))
                span = Span(lines[0].start, lines[-1].end)
                blocks.append(Block(BlockKind.LIST_ITEM, span, margin=" " * margin))
            elif (block := _block(lines, quotations_are_indented)) is not None:
                blocks.append(block)
    return blocks or [Block(BlockKind.PARAGRAPH, Span(len(text) - len(text.lstrip()), len(text.rstrip())))]


def without_marks(text: str) -> str:
    """The text with spaces for the marks of quoted lines, unless there is nothing else in it."""
    if ">" not in text:
        return text
    cuts = [0]
    while (at := text.find("\n", cuts[-1] + _PIECE)) >= 0:
        cuts.append(at + 1)
    pieces = (text[start:end] for start, end in pairwise([*cuts, len(text)]))
    unmarked = "".join(_QUOTED_LINE.sub(lambda marks: " " * len(marks[0]), piece) for piece in pieces)
    return text if unmarked.isspace() else unmarked


def _groups(text: str) -> Iterator[list[_Line]]:
    """Runs of lines without a blank one among them."""
    group: list[_Line] = []
    for position, raw in _lines(text):
        if line := raw.strip():
            indent = len(raw) - len(raw.lstrip())
            start = position + indent
            group.append(_Line(start, start + len(line), indent, line))
        elif group:
            yield group
            group = []
    if group:
        yield group


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Every line with where it begins; split piece by piece, so that no step holds up other threads."""
    position = 0
    while position < len(text):
        cut = text.find("\n", position + _PIECE)
        for raw in text[position : cut if cut >= 0 else len(text)].split("\n"):
            yield position, raw
            position += len(raw) + 1


def _habits(groups: Iterable[list[_Line]]) -> tuple[int | None, bool]:
    """The width at which the text is hard-wrapped (None when it is not), and whether it is quotations that are set
    in."""
    number = indented = 0
    ends = Counter[tuple[int, bool]]()  # of the lines that another follows: how long, and whether a stop ends them
    for group in groups:
        number += 1
        indented += group[0].indent >= _QUOTE_INDENT
        for line in group[:-1]:
            ends[len(line.text), line.text[-1] in _STOPS] += 1
    return _wrap_width(ends), 2 * indented < number


def _wrap_width(ends: Counter[tuple[int, bool]]) -> int | None:
    """The width at which lines that end so are hard-wrapped, None when they are not."""
    at, width = ends.total() * 9 // 10, 0
    for (length, _), lines in sorted(ends.items()):
        at -= lines
        if at < 0:
            width = length
            break
    if not NARROWEST_WRAP <= width <= WIDEST_WRAP:
        return None
    full = {end: lines for end, lines in ends.items() if 5 * end[0] >= 3 * width}
    mid_sentence = sum(lines for (_, stopped), lines in full.items() if not stopped)
    return width if 2 * mid_sentence >= sum(full.values()) else None


def _paragraphs(group: list[_Line], width: int | None) -> Iterator[list[_Line]]:
    """The paragraphs of a run of lines."""
    lines = [group[0]]
    for line in group[1:]:
        if _goes_on(lines, line, width):
            lines.append(line)
        else:
            yield lines
            lines = [line]
    yield lines


def _goes_on(lines: list[_Line], line: _Line, width: int | None) -> bool:
    """Whether `line` continues the paragraph of `lines`."""
    last = lines[-1]
    if last.text[0] == ">" or line.text[0] == ">":
        if last.text[0] != ">" or len(last.text) == _marks(last.text):
            return False
        return _depth(line.text) == _depth(last.text) or len(line.text) == _marks(line.text)
    in_list = bool(_bullet(lines[0], lines[0].indent > 0))
    if _bullet(line, in_list) or _is_furniture(last) or _is_furniture(line):
        return False
    if in_list and line.indent >= lines[0].indent + _NESTED:
        return True
    mid_sentence = last.text[-1] not in _STOPS
    if mid_sentence and line.text[0].islower():
        return True
    if width is None:
        return False
    if line.indent >= lines[0].indent + 2:
        return len(lines) == 1 and line.indent == last.indent  # else the first line of the next paragraph is set in
    first_word = line.text.split(maxsplit=1)[0]
    if len(last.text) + last.indent + 1 + len(first_word) > width:
        return True
    return mid_sentence and len(lines) > 1 and 5 * len(last.text) >= 3 * width


def _is_furniture(line: _Line) -> bool:
    return len(line.text) <= WIDEST_WRAP and read_furniture(line.text) is not None


def _bullet(line: _Line, in_list: bool) -> int:
    """Cells of the bullet or number that a line begins with, with the space after it; 0 for none."""
    found = _MARKER.match(line.text) if line.text[0] in _MARKS else _LETTER.match(line.text) if in_list else None
    return found.end() - 1 if found and not _is_furniture(line) else 0


def _block(lines: list[_Line], quotations_are_indented: bool) -> Block | None:
    """A block that is no entry of a list; None for marks without words."""
    if depth := _depth(lines[0].text):
        words = [line for line in lines if len(line.text) > _marks(line.text)]
        if not words:
            return None
        span = Span(words[0].start + _marks(words[0].text), words[-1].end)
        return Block(BlockKind.QUOTATION, span, margin=BAR * depth)
    span = Span(lines[0].start, lines[-1].end)
    if quotations_are_indented and lines[0].indent and all(line.indent >= _QUOTE_INDENT for line in lines):
        return Block(BlockKind.QUOTATION, span, margin=BAR)
    return Block(BlockKind.PARAGRAPH, span)


def _depth(text: str) -> int:
    """How many `>` a line begins with."""
    return text[: _marks(text)].count(">")


def _marks(text: str) -> int:
    """Characters of the `>` that a line begins with, and the white space after them."""
    quoted = _QUOTED.match(text)
    return quoted.end() if quoted else 0
