"""Plain text to blocks: where a paragraph begins and ends, and which are list items or quotations.

Blank lines part paragraphs. Inside a run of lines without one, a line end is a paragraph's only where the text is not
hard-wrapped: wrapped text is told by its lines breaking in mid-sentence at about the same width, and within it a line
goes on when the next line's first word would not have fitted.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from reader.article.furniture import read_furniture
from reader.article.model import Block, BlockKind
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
_QUOTED = re.compile(r"(?:>\s?)+")


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
    for group in _groups(text):
        for lines in _paragraphs(group, width):
            blocks.append(_block(lines, quotations_are_indented))
    return blocks


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
        return _depth(line.text) in (_depth(last.text), len(line.text)) and len(last.text) > _depth(last.text)
    if (line.text[0] in _MARKS and _MARKER.match(line.text)) or _is_furniture(last) or _is_furniture(line):
        return False
    mid_sentence = last.text[-1] not in _STOPS
    if mid_sentence and line.text[0].islower():
        return True
    if width is None:
        return False
    if line.indent >= lines[0].indent + 2 and not _MARKER.match(lines[0].text):
        return len(lines) == 1 and line.indent == last.indent  # else the first line of the next paragraph is set in
    first_word = line.text.split(maxsplit=1)[0]
    if len(last.text) + last.indent + 1 + len(first_word) > width:
        return True
    return mid_sentence and len(lines) > 1 and 5 * len(last.text) >= 3 * width


def _is_furniture(line: _Line) -> bool:
    return len(line.text) <= WIDEST_WRAP and read_furniture(line.text) is not None


def _block(lines: list[_Line], quotations_are_indented: bool) -> Block:
    span = Span(lines[0].start, lines[-1].end)
    text = lines[0].text
    if text[0] == ">":
        return Block(BlockKind.QUOTATION, span, level=_depth(text))
    if text[0] in _MARKS and _MARKER.match(text) and not _is_furniture(lines[0]):
        return Block(BlockKind.LIST_ITEM, span, level=1)
    if quotations_are_indented and lines[0].indent and all(line.indent >= _QUOTE_INDENT for line in lines):
        return Block(BlockKind.QUOTATION, span, level=1)
    return Block(BlockKind.PARAGRAPH, span)


def _depth(text: str) -> int:
    """How many `>` a line begins with."""
    quoted = _QUOTED.match(text)
    return quoted.group().count(">") if quoted else 0
