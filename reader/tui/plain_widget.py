"""A widget that is nothing but rows of text: what Textual does for borders, padding, tints and links is left out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Self

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter
from textual.geometry import Region, Size
from textual.strip import Strip
from textual.widget import Widget

_KEPT = 200
"""Rows remembered as they are sent to the terminal."""


_NOTHING = Strip([], 0)


class WholeStrip(Strip):
    """A row that is drawn as it is. What Textual remembers of a row, each in a cache of its own, is made where
    it is asked for: seven for each of the forty rows of a picture take long to make, and to be looked through by Python
    for circles, of which each row would be one."""

    def __init__(self, segments: list[Segment], width: int) -> None:
        self._segments, self._cell_length, self._cell_count = segments, width, None
        self._render_cache, self._link_ids = None, None

    def __getattr__(self, name: str) -> Any:
        if name not in Strip.__slots__:
            raise AttributeError(name)
        super().__init__(self._segments, self._cell_length)
        return getattr(self, name)

    def divide(self, cuts: Iterable[int]) -> Sequence[Strip]:
        cuts = list(cuts)
        return [self] if cuts == [self.cell_length] else super().divide(cuts)

    def crop(self, start: int, end: int | None = None) -> Strip:
        return _NOTHING if end is not None and end <= start else super().crop(start, end)


class PlainWidget(Widget):
    """Draws what `cells` says, and remembers a row until it is refreshed. It has no border and no padding."""

    ALLOW_SELECT = False

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's own name)
        self._drawn_rows: dict[int, Strip] = {}
        self._drawn_size = Size(0, 0)
        self._finished: dict[int, tuple[list[Segment], WholeStrip]] = {}  # by the id of a row, which it holds
        self._finished_for: tuple[Sequence[LineFilter], Color] | None = None
        super().__init__(id=id)

    def refresh(self, *regions: Region, **how: Any) -> Self:
        if not regions:
            self._drawn_rows.clear()
        for region in regions:
            for y in region.line_range:
                self._drawn_rows.pop(y, None)
        return super().refresh(*regions, **how)

    @property
    def is_drawn(self) -> bool:
        """Whether any row is still as it was drawn."""
        return bool(self._drawn_rows)

    def cells(self, y: int) -> list[Segment]:
        """The row `y`, as wide as the widget. The same list again says that the row is as it was."""
        raise NotImplementedError

    def render_line(self, y: int) -> Strip:
        return Strip(self.cells(y), self.outer_size.width)

    def begin_rows(self) -> None:
        """Called before rows are drawn: what is the same for all of them can be looked up here."""

    def render_lines(self, crop: Region) -> list[Strip]:
        if self._drawn_size != self.outer_size:
            self._drawn_rows.clear()
            self._drawn_size = self.outer_size
        known = self._drawn_rows
        missing = [y for y in crop.line_range if y not in known]
        if missing:
            self.begin_rows()
            filters, background = self.get_line_filters(), self.background_colors[1]
            if self._finished_for != (filters, background):
                self._finished_for = (filters, background)
                self._finished.clear()
            for y in missing:
                known[y] = self._finish(self.cells(y), filters, background)
        rows = [known[y] for y in crop.line_range]
        left, right = crop.column_span
        return rows if (left, right) == (0, self.outer_size.width) else [row.crop(left, right) for row in rows]

    def _finish(self, row: list[Segment], filters: Sequence[LineFilter], background: Color) -> Strip:
        """A row as it is sent to the terminal, with filters such as that of NO_COLOR; the same for the same row."""
        known = self._finished.get(id(row))
        if known is None:
            segments = row
            for line_filter in filters:
                segments = line_filter.apply(segments, background)
            if len(self._finished) > _KEPT:
                self._finished.clear()
            known = self._finished[id(row)] = (row, WholeStrip(segments, self.outer_size.width))
        return known[1]
