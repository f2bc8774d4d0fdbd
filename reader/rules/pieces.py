"""The stretches of an article that patterns are run over."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from reader.article.model import Block, BlockKind
from reader.language.prose import Prose
from reader.rules.pattern import PIECE
from reader.spans import Span


def cut_into_pieces(prose: Prose) -> Iterator[tuple[int, str]]:
    """Paragraphs with their line ends as spaces, and lines of tables, with the offsets at which they begin.

    What is longer than `PIECE` is cut. Furniture and code are left out.
    """
    starts = [sentence.span.start for sentence in prose.sentences]
    for block in prose.article.blocks:
        if block.kind in (BlockKind.CODE, BlockKind.FURNITURE):
            continue
        for line in _lines(block, prose.text):
            for piece in _cut(line, starts):
                yield piece.start, piece.of(prose.text).replace("\n", " ")


def _lines(block: Block, text: str) -> Iterator[Span]:
    if block.kind is not BlockKind.TABLE:
        yield block.span
        return
    at = block.span.start
    for line in block.span.of(text).split("\n"):
        yield Span(at, at + len(line))
        at += len(line) + 1


def _cut(span: Span, sentence_starts: Sequence[int]) -> Iterator[Span]:
    """Pieces of a span, none longer than `PIECE`, each ending with a sentence where one ends in time."""
    at = span.start
    while span.end - at > PIECE:
        last = bisect_right(sentence_starts, at + PIECE) - 1
        end = sentence_starts[last] if last >= 0 and sentence_starts[last] > at else at + PIECE
        yield Span(at, end)
        at = end
    yield Span(at, span.end)
