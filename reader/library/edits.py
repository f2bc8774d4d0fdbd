"""Where the places of a text are in another version of it. Pure."""

from __future__ import annotations

from collections.abc import Callable

from reader.library.anchors import anchor_of, find_anchor
from reader.spans import Span

_WORDS = 80
"""Characters by which a place in the changed part is found again."""


def moved(old: str, new: str) -> Callable[[int], int]:
    """A function from an offset in one text to that of the same place in another.

    Before and after what has changed it is exact; inside it is found by its words, or is where the change begins.
    """
    most = min(len(old), len(new))
    before = _longest(most, lambda n: old[:n] == new[:n])
    after = _longest(most - before, lambda n: old[len(old) - n :] == new[len(new) - n :])

    def place(offset: int) -> int:
        if offset < before:
            return offset
        if offset >= len(old) - after:
            return min(offset + len(new) - len(old), len(new))
        found = find_anchor(new, anchor_of(old, Span(offset, min(len(old), offset + _WORDS)))).span
        return before if found is None else found.start

    return place


def _longest(most: int, same: Callable[[int], bool]) -> int:
    """The largest number up to `most` for which the two are the same, given that they are for all below it."""
    low = 0
    while low < most:
        middle = (low + most + 1) // 2
        if same(middle):
            low = middle
        else:
            most = middle - 1
    return low
