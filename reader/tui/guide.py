"""All that the screen asks of a Reading, in one place. Made beside the screen, so that nothing of it delays the first
paint; pure."""

from __future__ import annotations

from reader.reading import Reading
from reader.spans import Span
from reader.tui import walk
from reader.tui.copy_text import copy_of
from reader.tui.detail_text import Tie, detail_of, ties_of
from reader.tui.entries import Entry, Tab
from reader.tui.layers import row_marks
from reader.tui.list_rows import entries_of, list_of, tabs_of
from reader.tui.marks import Marked, RowMarks


class Guide:
    """Answers for one reading; ids are those of its items."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.tabs: tuple[Tab, ...] = tabs_of(reading)
        self._spots = walk.spots_of(reading)
        # What the reading works out when it is first asked is asked here, not while a key waits.
        reading.places_in(0, 1)
        reading.links_of("")
        _ = reading.said

    # --- what is shown -------------------------------------------------------------------------------------------
    def entries(self, name: str, width: int) -> tuple[Entry, ...]:
        """What the list called `name` shows."""
        return entries_of(self.reading, name, width)

    def detail(self, id_: str, mention: int, width: int) -> tuple[Entry, ...]:
        """What the detail of an item shows."""
        return detail_of(self.reading, id_, mention, width)

    def ties(self, id_: str) -> tuple[Tie, ...]:
        """The links of an item as seen from it."""
        return ties_of(self.reading, id_)

    def marks(self, start: int, end: int, marked: Marked) -> RowMarks:
        """What a row of the text is marked with."""
        return row_marks(self.reading, start, end, marked)

    def copy(self, id_: str) -> str:
        """What copying an item gives."""
        return copy_of(self.reading, self.reading.item(id_))

    # --- where things are ----------------------------------------------------------------------------------------
    def list_of(self, id_: str) -> str | None:
        """The list that an item is in, if it is in one."""
        return list_of(self.reading.item(id_))

    def spans(self, id_: str) -> tuple[Span, ...]:
        """Where an item stands in the text."""
        return self.reading.spans_of(id_)

    def spot(self, offset: int, step: int, *, stay: bool) -> walk.Spot | None:
        """The next or previous highlighted entity from `offset`."""
        return walk.next_spot(self._spots, offset, step, stay=stay)

    def under(self, offset: int, line: Span) -> tuple[str, ...]:
        """Ids of what lies at `offset`, the narrowest first; else of what is on the row `line`."""
        found = walk.under(self.reading, offset) or walk.on_row(self.reading, *line)
        return tuple(id_ for id_ in found if self.list_of(id_) is not None)

    def mention_near(self, id_: str, offset: int) -> int:
        """Which of an item's spans covers `offset`, else the first one."""
        return walk.mention_near(self.reading, id_, offset)
