"""What blocks are by what they say: furniture wherever it stands, and in plain text headlines and crossheads."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from reader.article.bylines import is_bio, names_with_role
from reader.article.dateline import Dateline, find_dateline
from reader.article.furniture import MAX_LENGTH, Furniture, opening_date, read_furniture
from reader.article.model import Block, BlockKind, Inline
from reader.spans import Span

_TOP = 8
"""Blocks at the top among which a byline may stand."""
_HEADLINE = 200
_CROSSHEAD = 70
_LONG = 80
"""Running text: longer than this, or with a final stop."""
_LABEL = re.compile(r"([^\W\d_][^:\n]{0,30}):\s")
_CLOSERS = "”’\"')]»"


class Structure(NamedTuple):
    blocks: list[Block]
    furniture: list[Furniture]
    """What the furniture says, in the order of the text."""


def find_furniture(text: str, blocks: Sequence[Block]) -> Structure:
    """Paragraphs that are furniture made so; a date that opens the first paragraph becomes a block of its own."""
    found: list[Furniture] = []
    out: list[Block] = []
    paragraphs = 0
    for number, block in enumerate(blocks):
        if block.kind is not BlockKind.PARAGRAPH:
            out.append(block)
            continue
        said = _furniture_in(text, blocks, number)
        if said is not None:
            found += said
            out.append(replace(block, kind=BlockKind.FURNITURE))
            continue
        paragraphs += 1
        if paragraphs <= 3 and (date := _opening_date(text, block)):
            found.append(read_furniture(date.of(text)) or Furniture())
            out.append(Block(BlockKind.FURNITURE, date))
            rest = text[date.end : block.span.end]
            block = replace(block, span=Span(block.span.end - len(rest.lstrip()), block.span.end))
        out.append(block)
    return Structure(out, found)


def _furniture_in(text: str, blocks: Sequence[Block], number: int) -> list[Furniture] | None:
    """What a paragraph says of the copy, line by line; None when one of its lines is text."""
    span = blocks[number].span
    if span.length > MAX_LENGTH:
        return None
    found = []
    for line in span.of(text).split("\n"):
        said = read_furniture(line.strip()) if line.strip() else Furniture()
        if number == 0 and said == Furniture() and len(line.split()) > 3:
            said = None  # a headline: "Sources: deal was near"
        if said is not None and said.byline and _TOP <= number < len(blocks) - 3:
            said = None
        if said is None and 0 < number < _TOP and (names := names_with_role(line.strip())):
            said = Furniture(byline=names)
        if said is None and number == len(blocks) - 1 and number > 2 and is_bio(line.strip()):
            said = Furniture()
        if said is None:
            return None
        found.append(said)
    return found


def _opening_date(text: str, block: Block) -> Span | None:
    """The date at the start of a paragraph with the comma or dash after it; None without one, or with nothing below."""
    start, end = block.span
    length = opening_date(text[start : min(end, start + 120)])
    if not length:
        return None
    rest = text[start + length : end]
    length += len(rest[: len(rest) - len(rest.lstrip(" \n.,;|–—-"))].rstrip())
    return Span(start, start + length) if text[start + length : end].strip() else None


def clip_inlines(inlines: Sequence[Inline], blocks: Sequence[Block]) -> list[Inline]:
    """Each inline cut to the block that it begins in or, when it begins before one, to the first one it reaches.

    Both are in the order of the text. What lies in no block is left out.
    """
    kept: list[Inline] = []
    at = 0
    for inline in inlines:
        while at < len(blocks) and blocks[at].span.end <= inline.span.start:
            at += 1
        if at == len(blocks):
            break
        block = blocks[at].span
        inside = Span(max(inline.span.start, block.start), min(inline.span.end, block.end))
        if inside.length > 0:
            kept.append(replace(inline, span=inside))
    return kept


# --- headlines and crossheads, in plain text ----------------------------------------------------------------------
def find_headings(text: str, blocks: Sequence[Block]) -> list[Block]:
    """The headline and the crossheads of a plain text made headings."""
    out = list(blocks)
    dateline = find_dateline(text, blocks)
    first = next((i for i, b in enumerate(out) if b.kind is not BlockKind.FURNITURE), None)
    if first is not None and _is_headline(text, out, first, dateline):
        out[first] = replace(out[first], kind=BlockKind.HEADING, level=1)
    for i in range((first or 0) + 1, len(out) - 1):
        if out[i].kind is BlockKind.PARAGRAPH and _is_crosshead(text, out, i):
            out[i] = replace(out[i], kind=BlockKind.HEADING, level=2)
    return out


def _is_headline(text: str, blocks: Sequence[Block], i: int, dateline: Dateline | None) -> bool:
    block = blocks[i]
    if block.kind is not BlockKind.PARAGRAPH or block.span.length > _HEADLINE:
        return False
    if dateline is not None and dateline.span.start == block.span.start:
        return False
    words = block.span.of(text)
    later = [b for b in blocks[i + 1 :] if b.kind is not BlockKind.FURNITURE]
    if not any(_is_running(text, b) for b in later[:5]) or _is_label(words, text, later):
        return False
    last = words.rstrip(_CLOSERS)[-1:]
    if last in (",", ":", ";") or len(words.split()) > 30:
        return False
    if last == "." and not words.endswith("..."):
        # A stop after a headline is some papers' style: capitals, or what stands below, must speak for it.
        below = blocks[i + 1]
        opens_story = below.kind is BlockKind.FURNITURE or (dateline and dateline.span.start == below.span.start)
        return len(words.split()) <= 20 and (bool(opens_story) or _in_title_case(words))
    return True


def _is_crosshead(text: str, blocks: Sequence[Block], i: int) -> bool:
    span = blocks[i].span
    standfirst = blocks[i - 1].kind is BlockKind.HEADING and blocks[i - 1].level == 1
    if span.length > (_HEADLINE if standfirst else _CROSSHEAD):
        return False
    words = span.of(text)
    return (
        words.rstrip(_CLOSERS)[-1:] not in tuple(".!?…,:;")
        and "\n" not in words
        and len(words.split()) <= (30 if standfirst else 9)
        and not words[0].islower()
        and any(map(str.isalpha, words))
        and blocks[i + 1].kind in (BlockKind.PARAGRAPH, BlockKind.QUOTATION, BlockKind.LIST_ITEM)
        and _is_running(text, blocks[i + 1])
        and _is_running(text, blocks[i - 1]) is not standfirst
    )


def _is_running(text: str, block: Block) -> bool:
    """Whether a block is running text by its length or its final stop."""
    words = block.span.of(text) if block.span.length <= _LONG else ""
    return block.span.length > _LONG or words.rstrip(_CLOSERS)[-1:] in tuple(".!?…:")


def _is_label(words: str, text: str, later: Sequence[Block]) -> bool:
    """Whether the words open with who speaks, as other paragraphs do."""
    label = _LABEL.match(words)
    return label is not None and any(text.startswith(label[0], b.span.start) for b in later[:50])


def _in_title_case(words: str) -> bool:
    """Whether nearly all longer words have a capital."""
    long = re.findall(r"[^\W\d_]{4,}", words)
    return len(long) >= 2 and sum(w[0].isupper() for w in long) >= 0.8 * len(long)
