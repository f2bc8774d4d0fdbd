"""A Line-API widget that scrolls: rows drawn on demand, and a rail at its right edge that shows where one is."""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment
from textual.events import MouseScrollDown, MouseScrollUp

from reader.tui.drawing import Look, rail
from reader.tui.plain_widget import PlainWidget

RAIL = 1
"""Cells of the rail."""
_KEPT = 200
"""Rows remembered with their end of the rail."""
_WHEEL = 3
"""Rows that a notch of the wheel scrolls."""


class Rolling(PlainWidget, can_focus=True):
    """Shows `row_count` rows from `first` on; what is shown is up to `draw`."""

    ground = "text"
    """The role that everything is drawn on."""
    track = " "
    """What the rail is drawn with where the thumb is not."""

    def __init__(self, look: Look, *, id: str) -> None:  # noqa: A002 (Textual's own name)
        super().__init__(id=id)
        self._look = look
        self._first = 0
        self._joined: dict[tuple[int, Segment], tuple[list[Segment], list[Segment]]] = {}  # by the ids of rows it holds
        self._rail: tuple[tuple[int, int, int, Sequence[int], Sequence[int]], list[Segment]] | None = None
        self._ends: list[Segment] = []  # of the rows in view, their cell of the rail

    # --- for subclasses ------------------------------------------------------------------------------------------
    @property
    def row_count(self) -> int:
        """Rows in all."""
        raise NotImplementedError

    def draw(self, y: int, width: int) -> list[Segment]:
        """The row `y`, exactly `width` cells wide. The same list again says that it is as it was."""
        raise NotImplementedError

    def ticks(self) -> Sequence[int]:
        """Rows to be marked on the rail, in order."""
        return ()

    def dots(self) -> Sequence[int]:
        """Rows to be marked on the rail in another way, in order."""
        return ()

    def rolled(self) -> None:
        """Called when `first` has changed."""

    # --- attributes ----------------------------------------------------------------------------------------------
    @property
    def look(self) -> Look:
        return self._look

    @look.setter
    def look(self, look: Look) -> None:
        self._look = look
        self._rail = None
        self.refresh()

    @property
    def first(self) -> int:
        """The row shown at the top."""
        return self._first

    @property
    def row_width(self) -> int:
        """Cells that a row has."""
        # The outer size is the same, there being no border, and known; `size` is looked up in the whole screen.
        return max(1, self.outer_size.width - RAIL)

    @property
    def page_rows(self) -> int:
        """Rows shown at a time."""
        return max(1, self.outer_size.height)

    def within(self, y: int) -> int:
        """The row that comes to the top when the row `y` is asked for there."""
        return max(0, min(y, self.row_count - self.page_rows))

    def roll_to(self, y: int) -> None:
        """Show the rows from `y` on, as far as there are rows."""
        first = self.within(y)
        if first != self._first:
            self._first = first
            self.refresh()
            self.rolled()

    # --- drawing -------------------------------------------------------------------------------------------------
    def begin_rows(self) -> None:
        self._ends = self._rail_segments()

    def cells(self, y: int) -> list[Segment]:
        if self.outer_size.width <= RAIL:
            return [Segment(" " * self.outer_size.width)]
        row, end = self.draw(self._first + y, self.row_width), self._ends[y]
        known = self._joined.get((id(row), end))
        if known is None:
            if len(self._joined) > _KEPT:
                self._joined.clear()
            known = self._joined[id(row), end] = (row, [*row, end])
        return known[1]

    def _rail_segments(self) -> list[Segment]:
        height, total = self.page_rows, self.row_count
        state = (self._first, height, total, self.ticks(), self.dots())
        if self._rail is None or self._rail[0] != state:
            ticks, dots = ({row * height // max(1, total) for row in rows} for rows in state[3:])
            ground, track = self.ground, self.track
            segments = rail(self._first, height, total, ticks, self._look, ground=ground, track=track, dots=dots)
            self._rail = (state, segments)
        return self._rail[1]

    # --- the mouse -----------------------------------------------------------------------------------------------
    def on_mouse_scroll_down(self, event: MouseScrollDown) -> None:
        event.stop()
        self.roll_to(self._first + _WHEEL)

    def on_mouse_scroll_up(self, event: MouseScrollUp) -> None:
        event.stop()
        self.roll_to(self._first - _WHEEL)

    def roll_to_rail(self, y: int) -> None:
        """Show the part of the whole that row `y` of the rail stands for."""
        self.roll_to(y * self.row_count // self.page_rows - self.page_rows // 2)
