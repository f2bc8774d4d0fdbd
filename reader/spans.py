"""Spans of text and the index that finds those at an offset.

Every offset in the program counts Unicode code points of `Article.text`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")
_NEAR = 48
"""Entries that are looked at one by one before the tree is."""


class Span(NamedTuple):
    """A half-open stretch `[start, end)` of a text, in code points."""

    start: int
    end: int

    @property
    def length(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The words that the span covers."""
        return text[self.start : self.end]

    def holds(self, other: tuple[int, int]) -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.start <= other[0] and other[1] <= self.end

    def overlaps(self, other: tuple[int, int]) -> bool:
        """Whether the two share at least one character."""
        return self.start < other[1] and other[0] < self.end


class IntervalIndex(Generic[T]):
    """Values on spans, found by offset in O(log n + found).

    An augmented interval tree (Cormen et al., "Introduction to Algorithms", 14.3) laid out without nodes: entries
    sorted by start, and over them a binary tree in an array that knows the furthest end below each position.
    Empty spans are never found.
    """

    def __init__(self, entries: Iterable[tuple[Span, T]]) -> None:
        self._entries = sorted(entries, key=lambda entry: (entry[0].start, -entry[0].end))
        self._starts = [span.start for span, _ in self._entries]
        self._reach = list(accumulate((span.end for span, _ in self._entries), max))  # of each and all before it
        size = 1
        while size < len(self._entries):
            size *= 2
        self._size = size
        self._furthest = [-1] * (2 * size)
        for i, (span, _) in enumerate(self._entries):
            self._furthest[size + i] = span.end
        for node in range(size - 1, 0, -1):
            self._furthest[node] = max(self._furthest[2 * node], self._furthest[2 * node + 1])

    def __len__(self) -> int:
        return len(self._entries)

    def __iter__(self) -> Iterator[tuple[Span, T]]:
        return iter(self._entries)

    def at(self, offset: int) -> list[tuple[Span, T]]:
        """What covers the character at `offset`; by start, of one start the wider first."""
        return self.overlapping(offset, offset + 1)

    def overlapping(self, start: int, end: int) -> list[tuple[Span, T]]:
        """What shares a character with `[start, end)`; by start, of one start the wider first."""
        if start >= end:
            return []
        limit = bisect_left(self._starts, end)  # entries from here on begin too late
        found: list[tuple[Span, T]] = []
        # Backwards as far as anything can reach `start`: mostly that is not far, and if it is, the tree is asked.
        last = max(0, limit - _NEAR)
        for i in range(limit - 1, last - 1, -1):
            if self._reach[i] <= start:
                last = 0
                break
            entry = self._entries[i]
            if entry[0].end > start and entry[0].length > 0:
                found.append(entry)
        found.reverse()
        return [*self._from_tree(start, last), *found] if last else found

    def _from_tree(self, start: int, limit: int) -> list[tuple[Span, T]]:
        """Those of the first `limit` entries that reach beyond `start`."""
        found: list[tuple[Span, T]] = []
        stack = [(1, 0, self._size)]
        while stack:
            node, first, past = stack.pop()
            if first >= limit or self._furthest[node] <= start:
                continue
            if past - first == 1:
                if self._entries[first][0].length > 0:
                    found.append(self._entries[first])
                continue
            middle = (first + past) // 2
            stack.append((2 * node + 1, middle, past))
            stack.append((2 * node, first, middle))
        return found
