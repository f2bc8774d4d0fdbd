"""What is painted over the words of a row, told without knowing where it comes from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple, Protocol

from reader.spans import Span

if TYPE_CHECKING:
    from reader.rules.model import Style

# What lies above what: rules by their priority (0 to 100), the article's own emphasis among them, the rest above.
INLINE = 15
"""Above the quotes of `builtin/core`, below what stands in them."""
MATCH, FOUND, SELECTED, CURRENT, CHOSEN = range(101, 106)
NOTED = 100.5
"""Bookmarks and notes: above all rules, below what was found or selected."""


class Layer(NamedTuple):
    """A role, or what a rule says of its own look, on a stretch of the text."""

    start: int
    end: int
    height: float
    role: str | Style
    turn: int = 0
    """Of two of the same height and width, the one with the later turn lies above."""


class Marked(NamedTuple):
    """What is emphasised: the selected item, and the mention or part of it that one is at."""

    selected: str | None = None
    current: Span | None = None
    pointed: Span | None = None
    """A stretch that is shown besides."""


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
