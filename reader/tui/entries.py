"""What lists are made of."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple, overload

from reader.tui.drawing import Line

QUOTES, ENTITIES, POINTS = "quotes", "entities", "points"
FIND = "find"
"""The list of what was found by searching."""
NOTES = "notes"
"""The list of bookmarks and notes."""
RULES = "rules:"
"""Before the name of a list that rules fill."""


class Entry(NamedTuple):
    """Some rows of a list that belong together; `key` is None for headings and what else cannot be selected."""

    key: str | None
    lines: Sequence[Line]


class LateLine(Sequence[Line]):
    """One line that is made when it is first shown: a list of thousands is shown at once."""

    def __init__(self, make: Callable[[], Line]) -> None:
        self._make = make
        self._made: tuple[Line, ...] = ()

    def __len__(self) -> int:
        return 1

    @overload
    def __getitem__(self, at: int) -> Line: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Line]: ...
    def __getitem__(self, at: int | slice) -> Line | Sequence[Line]:
        if not self._made:
            self._made = (self._make(),)
        return self._made[at]


class Tab(NamedTuple):
    """A list's name and how many items it has (None: not known yet; in words where it is not known exactly)."""

    name: str
    title: str
    size: int | str | None


TABS = (Tab(QUOTES, "Quotes", None), Tab(ENTITIES, "Entities", None), Tab(POINTS, "Points", None))
"""The lists before anything has been found."""
