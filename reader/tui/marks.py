"""What is painted over the words of a row, told without knowing where it comes from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from reader.spans import Span

# What lies above what.
QUOTE, INLINE, CUE, MENTION, MATCH, SELECTED, CURRENT = range(7)


class Layer(NamedTuple):
    """A role on a stretch of the text."""

    start: int
    end: int
    height: float
    role: str


class Marked(NamedTuple):
    """What is emphasised: the selected item, and the mention or part of it that one is at."""

    selected: str | None = None
    current: Span | None = None


class RowMarks(NamedTuple):
    """What a row is marked with."""

    layers: Sequence[Layer] = ()
    mine: bool = False
    """Whether the selected item is on the row."""
    sign: str = ""
    """The sign of a key point that begins on the row."""


NOTHING = RowMarks()


class Marks(Protocol):
    """Whoever knows what lies where."""

    def marks(self, start: int, end: int, marked: Marked) -> RowMarks:
        """What a row with the characters `[start, end)` is marked with."""
        ...
