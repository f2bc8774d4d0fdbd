"""What stands near what: questions about spans, each answered in O(log n), so that no text makes them slow."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from functools import cached_property
from itertools import accumulate

from reader.language.prose import Prose
from reader.rules.seeds import Unit, Within
from reader.spans import Span


class SpanSet:
    """Spans that may overlap, each once, in order."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = sorted(set(spans))
        self._starts = [span.start for span in self._spans]
        self._reach = [-1, *accumulate((span.end for span in self._spans), max)]
        """The furthest end of the first n spans."""

    def has_around(self, span: Span) -> bool:
        """Whether one of the spans wholly holds this one."""
        return self._reach[bisect_right(self._starts, span.start)] >= span.end

    def overlaps(self, area: Span) -> bool:
        """Whether one of the spans shares a character with `area`."""
        return self._reach[bisect_left(self._starts, area.end)] > area.start

    def has_in(self, area: Span, besides: Span) -> bool:
        """Whether one of them other than `besides` shares a character with `area`."""
        if not area.holds(besides):
            return self.overlaps(area)
        at = bisect_left(self._spans, besides)
        if self._reach[at] > area.start:
            return True
        if at < len(self._spans) and self._spans[at] == besides:
            at += 1
        return at < len(self._spans) and self._starts[at] < area.end


class Surroundings:
    """The sentences, paragraphs and stretches of words around spans."""

    def __init__(self, prose: Prose) -> None:
        self._prose = prose
        self._blocks = prose.article.blocks
        self._block_starts = [block.span.start for block in self._blocks]

    def around(self, span: Span, within: Within) -> Span:
        """The stretch of text that is within that reach of `span`, which it always holds."""
        match within.unit:
            case Unit.SENTENCE:
                return self.sentence(span)
            case Unit.PARAGRAPH:
                return self.paragraph(span)
            case Unit.WORDS:
                return self._words(span, within.words)
            case _:
                return span

    def sentence(self, span: Span) -> Span:
        """From the start of the sentence it begins in to the end of the one it ends in."""
        sentences = self._prose.sentences
        if not sentences:
            return span
        first = sentences[self._prose.sentence_at(span.start)].span
        if first.holds(span):
            return first
        last = sentences[self._prose.sentence_at(max(span.start, span.end - 1))].span
        # A place before or between sentences belongs to none.
        return Span(first.start if first.end > span.start else span.start, max(last.end, span.end))

    def paragraph(self, span: Span) -> Span:
        """From the start of the block it begins in to the end of the one it ends in."""
        first = self.block_at(span.start)
        if first < 0:
            return span
        block = self._blocks[first].span
        if block.holds(span):
            return block
        last = self._blocks[self.block_at(max(span.start, span.end - 1))].span
        return Span(block.start, max(last.end, span.end))

    def block_at(self, offset: int) -> int:
        """Index of the last block that begins at or before `offset`; -1 when none does."""
        return bisect_right(self._block_starts, offset) - 1

    @cached_property
    def _word_starts(self) -> list[int]:
        return [token.start for token in self._prose.tokens if token.is_word]

    @cached_property
    def _word_ends(self) -> list[int]:
        return [token.end for token in self._prose.tokens if token.is_word]

    def _words(self, span: Span, words: int) -> Span:
        paragraph = self.paragraph(span)
        before = bisect_right(self._word_ends, span.start) - words
        after = bisect_left(self._word_starts, span.end) + words - 1
        start = self._word_starts[before] if before >= 0 else 0
        end = self._word_ends[after] if after < len(self._word_ends) else len(self._prose.text)
        return Span(min(span.start, max(paragraph.start, start)), max(span.end, min(paragraph.end, end)))
