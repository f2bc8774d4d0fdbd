"""A list of entries drawn row by row: the lists beside the article, and the links of the selected item."""

from __future__ import annotations

from dataclasses import dataclass

from rich.segment import Segment
from textual.events import Blur, Click, Focus
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from reader.tui.drawing import Line, Look, Piece, fit
from reader.tui.list_rows import Entry

_MARGIN = 1
"""Blank cells before everything."""
_SIGN = 2
"""Cells before an entry that can be selected: the sign of the current one."""
_EDGE = 2
"""Cells after it: a space and the scrollbar."""


class ItemList(ScrollView, can_focus=True, inherit_bindings=False):
    """Entries, one of them current; moves with `move`, `page` and `edge`, and says so in messages."""

    ALLOW_SELECT = False

    @dataclass
    class Moved(Message):
        """Another entry became the current one by the reader's hand."""

        list: ItemList
        key: str

    @dataclass
    class Chosen(Message):
        """An entry was clicked."""

        list: ItemList
        key: str

    @dataclass
    class Resized(Message):
        """The rows have another width: entries made for the old one must be made anew."""

        list: ItemList

    def __init__(self, look: Look, *, id: str, keep_sign: bool = True) -> None:  # noqa: A002 (Textual's own name)
        super().__init__(id=id)
        self._look = look
        self._keep_sign = keep_sign
        self._entries: tuple[Entry, ...] = ()
        self._rows: list[tuple[int, Line]] = []  # (index of the entry, its line)
        self._tops: list[int] = []  # of each entry, its first row
        self._selectable: list[int] = []
        self._current: int | None = None
        self._made_for = 0  # the width that the entries were asked for at last

    # --- what it shows -------------------------------------------------------------------------------------------
    @property
    def look(self) -> Look:
        return self._look

    @look.setter
    def look(self, look: Look) -> None:
        self._look = look
        self.refresh()

    @property
    def row_width(self) -> int:
        """Cells that a line of an entry that can be selected has; headings have `_SIGN` more."""
        return max(1, self.scrollable_content_region.width - _MARGIN - _SIGN - _EDGE)

    @property
    def keys(self) -> tuple[str, ...]:
        """Keys of the entries that can be selected, in their order."""
        return tuple(key for i in self._selectable if (key := self._entries[i].key) is not None)

    @property
    def current(self) -> str | None:
        """The key of the current entry."""
        return None if self._current is None else self._entries[self._current].key

    def show(self, entries: tuple[Entry, ...], current: str | None, *, keep_scroll: bool = False) -> None:
        """Show other entries, with the one called `current` as the current one if it is there."""
        self._entries = entries
        self._rows, self._tops, self._selectable = [], [], []
        self._current = None
        for number, entry in enumerate(entries):
            self._tops.append(len(self._rows))
            self._rows += [(number, line) for line in entry.lines]
            if entry.key is not None:
                self._selectable.append(number)
                if entry.key == current:
                    self._current = number
        self.virtual_size = Size(self.scrollable_content_region.width, len(self._rows))
        if not keep_scroll:
            self.scroll_to(y=0, animate=False)
            self._into_view()
        self.refresh()

    def set_current(self, key: str | None) -> None:
        """Make the entry called `key` the current one and bring it into view; without a message."""
        self._current = next((i for i in self._selectable if self._entries[i].key == key), None)
        self._into_view()
        self.refresh()

    def _into_view(self) -> None:
        if self._current is None:
            return
        top = self._tops[self._current]
        height = len(self._entries[self._current].lines)
        # A heading above the first entry of a group comes into view with it.
        lead = top
        while lead > 0 and self._entries[self._rows[lead - 1][0]].key is None and top - lead < 2:
            lead -= 1
        view = max(1, self.size.height)
        if lead < self.scroll_offset.y:
            self.scroll_to(y=lead, animate=False)
        elif top + height > self.scroll_offset.y + view:
            self.scroll_to(y=min(top, top + height - view), animate=False)

    # --- moving --------------------------------------------------------------------------------------------------
    def move(self, step: int) -> None:
        """To the next or previous entry; scrolls where nothing can be selected."""
        if not self._selectable:
            self.scroll_to(y=self.scroll_offset.y + step, animate=False)
            return
        at = self._selectable.index(self._current) + step if self._current is not None else 0
        self._move_to(min(max(at, 0), len(self._selectable) - 1))

    def page(self, step: int) -> None:
        """About a screenful of entries further."""
        if not self._selectable or self._current is None:
            self.move(step)
            return
        row = self._tops[self._current] + step * max(1, self.size.height - 2)
        past = [i for i, number in enumerate(self._selectable) if self._tops[number] <= row]
        self._move_to(past[-1] if past else 0)

    def edge(self, side: int) -> None:
        """To the first (-1) or the last (1) entry."""
        if self._selectable:
            self._move_to(0 if side < 0 else len(self._selectable) - 1)
            if side < 0:
                self.scroll_to(y=0, animate=False)
        else:
            self.scroll_to(y=0 if side < 0 else len(self._rows), animate=False)

    def _move_to(self, at: int) -> None:
        number = self._selectable[at]
        key = self._entries[number].key
        if number != self._current and key is not None:
            self.set_current(key)
            self.post_message(self.Moved(self, key))

    # --- drawing -------------------------------------------------------------------------------------------------
    def render_line(self, y: int) -> Strip:
        ground, width = self.look["pane"], self.scrollable_content_region.width
        at = self.scroll_offset.y + y
        if at >= len(self._rows):
            return Strip.blank(width, ground)
        number, line = self._rows[at]
        room = max(0, width - _MARGIN - _EDGE)
        if self._entries[number].key is None:
            segments = self.look.segments((Piece(" " * _MARGIN), *fit(line, room)), ground)
        elif number != self._current or not (self.has_focus or self._keep_sign):
            segments = self.look.segments((Piece(" " * (_MARGIN + _SIGN)), *fit(line, room - _SIGN)), ground)
        else:
            role = "item.current" if self.has_focus else "item.kept"
            sign = "▸ " if at == self._tops[number] else "  "
            # The current entry's own colours win over those of its pieces.
            pieces = tuple(piece._replace(role=role) for piece in fit(line, room - _SIGN))
            head = (Piece(" " * _MARGIN), Piece(sign, "selected.bar"))
            segments = self.look.segments((*head, *pieces, Piece(" ", role)), ground + self.look[role])
            segments[0] = Segment(" " * _MARGIN, ground)
        return Strip(segments).adjust_cell_length(width, ground)

    def on_resize(self) -> None:
        self.virtual_size = Size(self.scrollable_content_region.width, len(self._rows))
        if self.row_width != self._made_for:
            self._made_for = self.row_width
            self.post_message(self.Resized(self))

    def on_focus(self, _: Focus) -> None:
        self.refresh()

    def on_blur(self, _: Blur) -> None:
        self.refresh()

    def on_click(self, event: Click) -> None:
        at = self.scroll_offset.y + event.y
        if 0 <= at < len(self._rows):
            key = self._entries[self._rows[at][0]].key
            if key is not None:
                event.stop()
                self.set_current(key)
                self.post_message(self.Chosen(self, key))

    def region_of(self, key: str) -> Region | None:
        """Where an entry is drawn, in the widget's own cells; None when it is out of view."""
        for number in self._selectable:
            if self._entries[number].key == key:
                y = self._tops[number] - self.scroll_offset.y
                return Region(0, y, self.scrollable_content_region.width, len(self._entries[number].lines)) if 0 <= y < self.size.height else None
        return None
