"""A list of items below headings, in columns: of each item its id and its height, and an entry only when it is shown. A
list of a hundred thousand is made in some milliseconds, and small. Pure."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from reader.made import Made
from reader.tui.drawing import Line
from reader.tui.entries import Columned, Entry, LateLines

_KEPT = 200
"""Items whose lines are remembered."""
_AT_A_TIME = 4096
"""Heights that are added up in one go: many more would hold up a key."""


class Rows(NamedTuple):
    """Items that stand together."""

    heading: Sequence[Line]
    """Above them; empty: none."""
    ids: Sequence[str]
    heights: bytes
    """How many lines each has."""


class LongList(Columned):
    """Groups of items. Immutable."""

    def __init__(
        self,
        groups: Sequence[Rows],
        lines_of: Callable[[str], Sequence[Line]],
        place_of: Callable[[str], tuple[int, str] | None],
    ) -> None:
        """`lines_of` makes the lines of an item; `place_of` tells in which group it is, and by what id."""
        self._groups, self._place_of = groups, place_of
        self._lines_of = lru_cache(_KEPT)(lines_of)
        self._firsts = array("I", [0])  # of each group, its first entry
        self._counts = array("I", [0])  # of each group, how many items there are before it
        self._tops = array("I")
        self.headings = array("I")
        for heading, _, heights in groups:
            if heading:
                self._tops.append(self.height)
                self.height += len(heading)
                self.headings.append(self.height - 1)
            for at in range(0, len(heights), _AT_A_TIME):
                some = heights[at : at + _AT_A_TIME]
                self._tops.extend(accumulate(some[:-1], initial=self.height))
                self.height += sum(some)
            self._firsts.append(len(self._tops))
            self._counts.append(self._counts[-1] + len(heights))

    def __len__(self) -> int:
        return len(self._tops)

    def make(self, number: int) -> Entry:
        which = bisect_right(self._firsts, number) - 1
        heading, ids, heights = self._groups[which]
        at = number - self._firsts[which] - bool(heading)
        if at < 0:
            return Entry(None, heading)
        return Entry(ids[at], LateLines(self._lines_of, ids[at], heights[at]))

    @property
    def tops(self) -> Sequence[int]:
        return self._tops

    @property
    def selectable(self) -> Sequence[int]:
        return _Items(self)

    def number_of(self, key: str) -> int | None:
        if (place := self._place_of(key)) is None:
            return None
        which, id_ = place
        try:
            at = self._groups[which].ids.index(id_)
        except ValueError:
            return None
        return self._firsts[which] + bool(self._groups[which].heading) + at

    def item_entry(self, number: int) -> int:
        """The number of the entry of an item."""
        which = bisect_right(self._counts, number) - 1
        return self._firsts[which] + bool(self._groups[which].heading) + number - self._counts[which]

    @property
    def item_count(self) -> int:
        return self._counts[-1]


class _Items(Made[int]):
    """The numbers of the entries that are items."""

    def __init__(self, of: LongList) -> None:
        self._of = of

    def __len__(self) -> int:
        return self._of.item_count

    def make(self, number: int) -> int:
        return self._of.item_entry(number)
