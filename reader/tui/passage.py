"""A stretch of an article as one would have written it: without line ends, indents and gutters of the screen. Pure."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from reader.article.model import BAR, Article, Block, BlockKind
from reader.spans import Span

_LINES_KEPT = frozenset({BlockKind.CODE, BlockKind.TABLE})
_CLOSE = frozenset({BlockKind.LIST_ITEM, BlockKind.FURNITURE})
"""Kinds of which several may stand on lines beneath each other, without blank lines between them."""


def passage(article: Article, span: Span) -> str:
    """The text of a span: every paragraph one line, blank lines between paragraphs, code and tables as they are."""
    first = bisect_right(article.blocks, span.start, key=lambda block: block.span.end)
    past = bisect_left(article.blocks, span.end, key=lambda block: block.span.start)
    blocks = article.blocks[first:past]
    pieces: list[str] = []
    for number, block in enumerate(blocks):
        if number > 0:
            pieces.append("\n" if _belong(article.text, blocks[number - 1], block) else "\n\n")
        if block.marker and len(blocks) > 1 and span.start <= block.span.start:
            pieces.append(block.marker.replace(BAR, ""))
        pieces.append(_words(article.text, block, span))
    return "".join(pieces)


def _words(text: str, block: Block, span: Span) -> str:
    words = text[max(span.start, block.span.start) : min(span.end, block.span.end)]
    if block.kind in _LINES_KEPT:
        return "\n".join(line.rstrip() for line in words.split("\n"))
    return " ".join(words.split())


def _belong(text: str, before: Block, block: Block) -> bool:
    if before.kind is not block.kind or block.kind not in _CLOSE:
        return False
    return bool(before.marker and block.marker) or text.count("\n", before.span.end, block.span.start) < 2
