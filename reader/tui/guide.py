"""All that the screen asks of a Reading, in one place. Made beside the screen, so that nothing of it delays the first
paint; pure."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from reader.reading import Reading
from reader.spans import Span
from reader.tui import walk
from reader.tui.copy_text import copy_of
from reader.tui.detail_text import Tie, detail_of, tie_entries, ties_of
from reader.tui.entries import Entry, Tab
from reader.tui.extras import Extra
from reader.tui.layers import row_marks
from reader.tui.list_rows import entries_of, list_of, tabs_of
from reader.tui.marks import Marked, RowMarks

NO_EXTRAS: Mapping[str, Extra] = MappingProxyType({})


class Guide:
    """Answers for one reading, and for the reader's own lists beside it; ids are those of their items. Immutable."""

    def __init__(self, reading: Reading, extras: Mapping[str, Extra] = NO_EXTRAS) -> None:
        """`extras`: by the name of their list."""
        self.reading = reading
        self.extras = extras
        self.tabs: tuple[Tab, ...] = (*tabs_of(reading), *(extra.tab for extra in extras.values()))
        self._spots = walk.spots_of(reading)
        # What the reading works out when it is first asked is asked here, not while a key waits.
        reading.places_in(0, 1)
        reading.links_of("")
        _ = reading.said

    def with_extra(self, name: str, extra: Extra | None) -> Guide:
        """The same reading with another list of the reader's own under this name, or without it."""
        others = {known: it for known, it in self.extras.items() if known != name}
        return Guide(self.reading, others if extra is None else {**others, name: extra})

    def _extra(self, id_: str) -> Extra | None:
        return next((extra for extra in self.extras.values() if id_ in extra), None)

    # --- what is shown -------------------------------------------------------------------------------------------
    def entries(self, name: str, width: int) -> tuple[Entry, ...]:
        """What the list called `name` shows."""
        if name in self.extras:
            return self.extras[name].entries(width)
        return entries_of(self.reading, name, width)

    def detail(self, id_: str, mention: int, width: int) -> tuple[Entry, ...]:
        """What the detail of an item shows."""
        if (extra := self._extra(id_)) is not None:
            return (*extra.detail(id_, width), *tie_entries(self.reading, self.ties(id_), width))
        return detail_of(self.reading, id_, mention, width)

    def ties(self, id_: str) -> tuple[Tie, ...]:
        """The links of an item as seen from it; of an item of an extra, what stands at its place."""
        if (extra := self._extra(id_)) is not None:
            there = dict.fromkeys(item for span in extra.spans(id_) for item in walk.on_row(self.reading, *span))
            return tuple(Tie("there", item) for item in there)
        return ties_of(self.reading, id_)

    def marks(self, start: int, end: int, marked: Marked) -> RowMarks:
        """What a row of the text is marked with."""
        marks = row_marks(self.reading, start, end, marked)
        for extra in self.extras.values():
            if layers := extra.layers(start, end):
                marks = marks._replace(layers=[*marks.layers, *layers])
        return marks

    def copy(self, id_: str) -> str:
        """What copying an item gives."""
        if (extra := self._extra(id_)) is not None:
            return extra.copy(id_)
        return copy_of(self.reading, self.reading.item(id_))

    # --- where things are ----------------------------------------------------------------------------------------
    def knows(self, id_: str) -> bool:
        """Whether there is an item with this id."""
        return self.reading.has(id_) or self._extra(id_) is not None

    def list_of(self, id_: str) -> str | None:
        """The list that an item is in, if it is in one."""
        if (extra := self._extra(id_)) is not None:
            return extra.tab.name
        return list_of(self.reading.item(id_))

    def spans(self, id_: str) -> tuple[Span, ...]:
        """Where an item stands in the text."""
        if (extra := self._extra(id_)) is not None:
            return extra.spans(id_)
        return self.reading.spans_of(id_)

    def spot(self, offset: int, step: int, *, stay: bool) -> walk.Spot | None:
        """The next or previous highlighted entity from `offset`."""
        return walk.next_spot(self._spots, offset, step, stay=stay)

    def under(self, offset: int, line: Span) -> tuple[str, ...]:
        """Ids of what lies at `offset`, the narrowest first; else of what is on the row `line`."""
        found = walk.under(self.reading, offset) or walk.on_row(self.reading, *line)
        own = (id_ for extra in self.extras.values() for id_ in extra.at(offset, offset + 1))
        return (*own, *(id_ for id_ in found if list_of(self.reading.item(id_)) is not None))

    def mention_near(self, id_: str, offset: int) -> int:
        """Which of an item's spans covers `offset`, else the first one."""
        return walk.mention_near(self.spans(id_), offset)
