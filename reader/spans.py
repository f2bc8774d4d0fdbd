"""Spans of text and the index that finds those at an offset.

Every offset in the program counts Unicode code points of `Article.text`.
"""

from __future__ import annotations

from abc import abstractmethod
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")
_NEAR = 48
"""Entries that are looked at one by one before the tree is."""
_RUN = 16
"""Entries below one leaf of the tree."""


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


class OrderedSpans(Sequence[Span]):
    """Spans in the order of the text, which know faster than one by one where those from an offset on are."""

    @abstractmethod
    def first_from(self, offset: int) -> int:
        """See the function of this name."""


def first_from(spans: Sequence[Span], offset: int) -> int:
    """The number of the first that begins at `offset` or after it, of spans in the order of the text; as many as there
    are when none does."""
    return spans.first_from(offset) if isinstance(spans, OrderedSpans) else bisect_left(spans, (offset,))


class IntervalIndex(Generic[T]):
    """Values on spans, found by offset in O(log n + found).

    An augmented interval tree (Cormen et al., "Introduction to Algorithms", 14.3) laid out without nodes: entries
    sorted by start, and over runs of them a binary tree in an array that knows the furthest end below each position.
    Empty spans are never found. Numbers are kept in arrays: of a long article there are a hundred thousand.
    """

    def __init__(self, entries: Iterable[tuple[Span, T]]) -> None:
        starts, ends, values = array("I"), array("I"), list[T]()
        for span, value in entries:
            starts.append(span.start)
            ends.append(span.end)
            values.append(value)
        order = sorted(range(len(values)), key=lambda i: (starts[i] << 32) - ends[i])
        self._begin(
            array("I", (starts[i] for i in order)),
            array("I", (ends[i] for i in order)),
            [*map(values.__getitem__, order)],
        )

    @classmethod
    def of_arrays(cls, starts: array[int], ends: array[int], values: Sequence[T]) -> IntervalIndex[T]:
        """An index over what is sorted already: by start, of one start the wider first."""
        index = cls.__new__(cls)
        index._begin(starts, ends, values)
        return index

    def _begin(self, starts: array[int], ends: array[int], values: Sequence[T]) -> None:
        self._starts, self._ends, self._values = starts, ends, values
        self._reach = array("I", accumulate(ends, max))  # of each and all before it
        size, runs = 1, -(-len(starts) // _RUN)
        while size < runs:
            size *= 2
        self._size = size
        self._furthest = array("I", bytes(2 * size * self._reach.itemsize))
        for run in range(runs):
            self._furthest[size + run] = max(ends[run * _RUN : (run + 1) * _RUN])
        for node in range(size - 1, 0, -1):
            self._furthest[node] = max(self._furthest[2 * node], self._furthest[2 * node + 1])

    def __len__(self) -> int:
        return len(self._starts)

    def __iter__(self) -> Iterator[tuple[Span, T]]:
        return map(self._entry, range(len(self)))

    def _entry(self, number: int) -> tuple[Span, T]:
        return Span(self._starts[number], self._ends[number]), self._values[number]

    def at(self, offset: int) -> list[tuple[Span, T]]:
        """What covers the character at `offset`; by start, of one start the wider first."""
        return self.overlapping(offset, offset + 1)

    def overlapping(self, start: int, end: int) -> list[tuple[Span, T]]:
        """What shares a character with `[start, end)`; by start, of one start the wider first."""
        if start >= end:
            return []
        starts, ends = self._starts, self._ends
        limit = bisect_left(starts, end)  # entries from here on begin too late
        found: list[tuple[Span, T]] = []
        # Backwards as far as anything can reach `start`: mostly that is not far, and if it is, the tree is asked.
        last = max(0, limit - _NEAR)
        for i in range(limit - 1, last - 1, -1):
            if self._reach[i] <= start:
                last = 0
                break
            if ends[i] > start and ends[i] > starts[i]:
                found.append(self._entry(i))
        found.reverse()
        return [*self._from_tree(start, last), *found] if last else found

    def _from_tree(self, start: int, limit: int) -> list[tuple[Span, T]]:
        """Those of the first `limit` entries that reach beyond `start`."""
        found: list[tuple[Span, T]] = []
        stack = [(1, 0, self._size)]
        while stack:
            node, first, past = stack.pop()
            if first * _RUN >= limit or self._furthest[node] <= start:
                continue
            if past - first == 1:
                run = range(first * _RUN, min(limit, past * _RUN))
                found += [self._entry(i) for i in run if self._ends[i] > max(start, self._starts[i])]
                continue
            middle = (first + past) // 2
            stack.append((2 * node + 1, middle, past))
            stack.append((2 * node, first, middle))
        return found
