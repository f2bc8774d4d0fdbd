"""A list of entries drawn row by row: the lists beside the article, and the links of the selected item."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from rich.segment import Segment
from textual.events import Blur, Click, Focus, Resize
from textual.geometry import Region
from textual.message import Message

from reader.made import Made
from reader.tui.drawing import Line, Look, Piece, rule
from reader.tui.entries import Columned, Entry, counted
from reader.tui.entry_row import AROUND, entry_row
from reader.tui.rolling import Rolling

_KEPT = 200
"""Rows remembered as they were drawn."""


class _Keys(Made[str]):
    """The keys of some entries."""

    def __init__(self, entries: Columned) -> None:
        self._entries = entries

    def __len__(self) -> int:
        return len(self._entries.selectable)

    def make(self, number: int) -> str:
        return self._entries[self._entries.selectable[number]].key or ""


class ItemList(Rolling):
    """Entries, one of them current; moves with `move`, `page` and `edge`, and says so in messages."""

    ground = "pane"

    class Moved(Message):
        """Another entry became the current one by the reader's hand."""

        def __init__(self, source: ItemList, key: str) -> None:
            super().__init__()
            self.source, self.key = source, key

    class Chosen(Moved):
        """An entry was clicked."""

    class Resized(Message):
        """The rows have another width: entries made for the old one must be made anew."""

        def __init__(self, source: ItemList) -> None:
            super().__init__()
            self.source = source

    def __init__(
        self,
        look: Look,
        *,
        id: str,  # noqa: A002
        ruled: bool = False,
        keep_sign: bool = True,
        keep_heading: bool = False,
    ) -> None:
        """`ruled`: a thin rule above the first row, which does not scroll. `keep_sign`: show which entry is the
        current one without the focus too. `keep_heading`: the heading of the first entry in view stays in view."""
        super().__init__(look, id=id)
        self._ruled = int(ruled)
        self._keep_sign = keep_sign
        self._keep_heading = keep_heading
        self._entries: Columned = counted(())
        self._drawn: dict[tuple[Line, bool, str, bool], list[Segment]] = {}  # by what is drawn, and how
        self._drawn_for: tuple[Look, int] | None = None
        self._blank: list[Segment] = []
        self._current: int | None = None
        self._made_for = 0  # the width that the entries were asked for at last

    # --- what it shows -------------------------------------------------------------------------------------------
    @property
    def line_width(self) -> int:
        """Cells that a line of an entry that can be selected has."""
        return max(1, self.row_width - AROUND)

    @property
    def row_count(self) -> int:
        return self._entries.height

    @property
    def page_rows(self) -> int:
        return max(1, self.outer_size.height - self._ruled)

    @property
    def keys(self) -> Sequence[str]:
        """Keys of the entries that can be selected, in their order."""
        return _Keys(self._entries)

    def has(self, key: str) -> bool:
        """Whether there is an entry with this key."""
        return self._entries.number_of(key) is not None

    @property
    def current(self) -> str | None:
        """The key of the current entry."""
        return None if self._current is None else self._entries[self._current].key

    def show(self, entries: Sequence[Entry], current: str | None, *, stay: bool = False) -> None:
        """Show other entries, with the one called `current` as the current one if it is there; from the top, or with
        `stay` from the row where one is. Where the current one is in view already, it stays on its row."""
        row = self.row_of(current) if current is not None else None
        self._entries = counted(entries)
        self._current = self._entries.number_of(current) if current is not None else None
        if not stay:
            self.roll_to(
                0 if row is None or self._current is None else self._entries.tops[self._current] - row + self._ruled
            )
            self._into_view()
        self.refresh()

    def set_current(self, key: str | None) -> None:
        """Make the entry called `key` the current one and bring it into view; without a message."""
        before = self._current
        self._current = self._entries.number_of(key) if key is not None else None
        self._into_view()
        for number in {before, self._current}:
            self._refresh_entry(number)

    def _refresh_entry(self, number: int | None) -> None:
        """Draw the rows of an entry again."""
        if number is not None:
            y = self._entries.tops[number] - self.first + self._ruled
            self.refresh(Region(0, y, self.outer_size.width, len(self._entries[number].lines)))

    def reveal(self) -> None:
        """Bring the current entry into view, where there may be less room than before."""
        self.roll_to(self.first)
        self._into_view()

    def _into_view(self) -> None:
        if self._current is None:
            return
        top = self._entries.tops[self._current]
        end = top + len(self._entries[self._current].lines)
        lead = top  # a heading above the first entry of a group comes into view with it
        while lead > 0 and top - lead < 2 and self._entries[self._entry_at(lead - 1)].key is None:
            lead -= 1
        # Where one walks through it from the article it turns by half a page, and mostly stays as it is.
        ahead = 0 if self.has_focus else self.page_rows // 2
        if lead < self.first + self._is_covered(self.first):
            self.roll_to(max(lead - (lead == top and self._is_covered(lead)) - ahead, end - self.page_rows))
        elif end > self.first + self.page_rows:
            self.roll_to(min(top - self._is_covered(top), end - self.page_rows + ahead))

    def _heading_over(self, first: int) -> int | None:
        """The row of the heading that stands instead of the row `first` when that is the first in view: the one it
        belongs to, if that is above it. None when the row itself is shown."""
        headings = self._entries.headings if self._keep_heading else ()
        at = bisect_left(headings, first)
        if at == 0 or self._entries[self._entry_at(first)].key is None:
            return None
        return headings[at - 1]

    def _is_covered(self, first: int) -> bool:
        return first < self._entries.height and self._heading_over(first) is not None

    def _entry_at(self, row: int) -> int:
        """The entry on a row."""
        return bisect_right(self._entries.tops, row) - 1

    # --- moving --------------------------------------------------------------------------------------------------
    def neighbour(self, step: int) -> str | None:
        """The key of the entry after or before the current one; the first when there is no current; None past either
        end."""
        at = bisect_left(self._entries.selectable, self._current) + step if self._current is not None else 0
        return self._entries[self._entries.selectable[at]].key if 0 <= at < len(self._entries.selectable) else None

    def move(self, step: int) -> None:
        """To the next or previous entry; scrolls where nothing can be selected."""
        if not self._entries.selectable:
            self.roll_to(self.first + step)
            return
        at = bisect_left(self._entries.selectable, self._current) + step if self._current is not None else 0
        self._move_to(min(max(at, 0), len(self._entries.selectable) - 1))
        if at < 0:
            self.roll_to(0)

    def page(self, step: int) -> None:
        """About a screenful of entries further."""
        if not self._entries.selectable or self._current is None:
            self.move(step * (1 if self._entries.selectable else self.page_rows - 1))
            return
        row = self._entries.tops[self._current] + step * max(1, self.page_rows - 2)
        past = bisect_right(self._entries.selectable, row, key=lambda number: self._entries.tops[number])
        self._move_to(max(0, past - 1))

    def edge(self, side: int) -> None:
        """To the first (-1) or the last (1) entry."""
        if self._entries.selectable:
            self._move_to(0 if side < 0 else len(self._entries.selectable) - 1)
        self.roll_to(0 if side < 0 else self._entries.height)

    def _move_to(self, at: int) -> None:
        number = self._entries.selectable[at]
        key = self._entries[number].key
        if number != self._current and key is not None:
            self.set_current(key)
            self.post_message(self.Moved(self, key))

    # --- drawing -------------------------------------------------------------------------------------------------
    def cells(self, y: int) -> list[Segment]:
        if y < self._ruled:
            ground = self.look["pane"]
            line = rule(self.outer_size.width - 2, strong=self.has_focus)
            segments = self.look.segments((Piece(" "), line, Piece(" ")), ground)
            return Segment.adjust_line_length(segments, self.outer_size.width, ground)
        return super().cells(y - self._ruled)

    def draw(self, y: int, width: int) -> list[Segment]:
        if y == self.first and self._is_covered(y):
            y = self._heading_over(y) or 0
        if self._drawn_for != (self.look, width) or len(self._drawn) > _KEPT:
            self._drawn.clear()
            self._blank = [Segment(" " * width, self.look["pane"])]
            self._drawn_for = (self.look, width)
        if y >= self._entries.height:
            return self._blank  # one for all
        number = self._entry_at(y)
        at = y - self._entries.tops[number]
        role = ""
        if number == self._current and (self.has_focus or self._keep_sign):
            role = "item.current" if self.has_focus else "item.kept"
        line, selectable = self._entries[number].lines[at], self._entries[number].key is not None
        how = (line, selectable, role, at == 0)
        row = self._drawn.get(how)
        if row is None:
            row = self._drawn[how] = entry_row(line, self.look, width, can_be_selected=selectable, role=role, at=at)
        return row

    # --- events --------------------------------------------------------------------------------------------------
    def on_resize(self, _: Resize) -> None:
        self.roll_to(self.first)
        if self.line_width != self._made_for:
            self._made_for = self.line_width
            self.post_message(self.Resized(self))
        else:
            self._into_view()

    def on_focus(self, _: Focus) -> None:
        self.refresh()

    def on_blur(self, _: Blur) -> None:
        self.refresh()

    def on_click(self, event: Click) -> None:
        event.stop()
        y = event.y - self._ruled
        if event.x >= self.row_width:
            self.roll_to_rail(y)
            return
        at = self.first + y
        if y == 0 and (heading := self._heading_over(at) if at < self._entries.height else None) is not None:
            self.roll_to(heading)
        elif y >= 0 and at < self._entries.height:
            key = self._entries[self._entry_at(at)].key
            if key is not None:
                self.set_current(key)
                self.post_message(self.Chosen(self, key))

    def row_of(self, key: str) -> int | None:
        """The row of the widget on which an entry begins; None when it is out of view."""
        number = self._entries.number_of(key)
        if number is None:
            return None
        y = self._entries.tops[number] - self.first
        return y + self._ruled if 0 <= y < self.page_rows else None
