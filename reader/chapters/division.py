"""A long article cut into chapters, each an article of its own. Pure."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from reader.article.model import Article, Block, BlockKind
from reader.spans import Span

WHOLE = 500_000
"""Characters up to which an article is one chapter: names and pronouns are then resolved over all of it."""
CHAPTER = 40_000
"""Characters of a chapter: six thousand words, read in a few tenths of a second."""


def divide(article: Article, whole: int = WHOLE, size: int = CHAPTER) -> tuple[Span, ...]:
    """The stretches of an article to be read one by one, which cover every block.

    Cut between blocks, before a heading where there is one in the second half; a block that is longer than a chapter
    is cut at a space.
    """
    text = article.text
    if len(text) <= whole:
        return (Span(0, len(text)),)
    cuts = [0]
    for block in article.blocks:
        start, end = block.span
        long = start - cuts[-1]
        if cuts[-1] < start and (
            end - cuts[-1] > size or (block.kind is BlockKind.HEADING and 2 * long > size and block.level <= 2)
        ):
            cuts.append(start)
        while end - cuts[-1] > size:
            space = text.rfind(" ", cuts[-1] + size // 2, cuts[-1] + size)
            cuts.append(space + 1 if space >= 0 else cuts[-1] + size)
    return tuple(Span(a, b) for a, b in zip(cuts, [*cuts[1:], len(text)], strict=True) if a < b)


def part_of(article: Article, span: Span) -> Article:
    """A chapter as an article: offsets count from its beginning."""
    blocks = tuple(replace(block, span=inside) for block, inside in _inside(article.blocks, span))
    first, after = (bisect_left(article.inlines, at, key=lambda inline: inline.span.start) for at in span)
    dateline = article.dateline_span
    return replace(
        article,
        text=span.of(article.text),
        blocks=blocks,
        inlines=tuple(
            replace(inline, span=Span(inline.span.start - span.start, inline.span.end - span.start))
            for inline in article.inlines[first:after]
            if inline.span.end <= span.end
        ),
        dateline_span=dateline if dateline is not None and span.start == 0 and dateline.end <= span.end else None,
        notices=(),
    )


def _inside(blocks: Sequence[Block], span: Span) -> list[tuple[Block, Span]]:
    """The blocks that reach into `span`, each with its part of it."""
    at = max(0, bisect_right(blocks, span.start, key=lambda block: block.span.start) - 1)
    found = []
    while at < len(blocks) and blocks[at].span.start < span.end:
        block = blocks[at]
        start, end = max(block.span.start, span.start), min(block.span.end, span.end)
        if start < end:
            found.append((block, Span(start - span.start, end - span.start)))
        at += 1
    return found
