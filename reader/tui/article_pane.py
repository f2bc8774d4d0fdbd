"""The article: one Line-API widget over the lazy layout, with the line where one reads."""

from __future__ import annotations

from dataclasses import dataclass

from rich.segment import Segment
from textual.events import Blur, Click, Focus
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from reader.article.model import Article
from reader.reading import Reading
from reader.spans import Span
from reader.tui.drawing import Look
from reader.tui.header_text import title_block
from reader.tui.layout import Layout, Row, cell_of, offset_at
from reader.tui.paint import GUTTER, Marked, Painter

_FIRST_MEASURE = 60_000
"""Characters laid out before the first paint; all of most articles."""
_SLICE = 120_000
"""Characters laid out at a time after it: some milliseconds."""
_AT_ONCE = 400
"""Strips kept before the cache starts again."""


class ArticlePane(ScrollView, can_focus=True, inherit_bindings=False):
    """Shows an article in a column of `measure` cells (None: as wide as the pane) and what a reading finds in it."""

    ALLOW_SELECT = False

    @dataclass
    class Scrolled(Message):
        """The rows shown or the reading line changed."""

    @dataclass
    class Pointed(Message):
        """A place in the text was clicked."""

        offset: int

    def __init__(self, article: Article, look: Look, measure: int | None) -> None:
        super().__init__(id="article")
        self.article = article
        self._measure = measure
        self._look = look
        self._title = title_block(article)
        self._painter = Painter(article, look, title=self._title)
        self._layout_rows: Layout | None = None
        self._strips: dict[tuple[int, bool], Strip] = {}
        self._line = 0  # the row where one reads
        self._cursor = 0  # its place in the text
        self._top = 0  # offset of the first row shown; what a change of width keeps

    # --- attributes that come down -------------------------------------------------------------------------------
    @property
    def look(self) -> Look:
        return self._painter.look

    @look.setter
    def look(self, look: Look) -> None:
        self._repaint(look=look)

    @property
    def reading(self) -> Reading | None:
        return self._painter.reading

    @reading.setter
    def reading(self, reading: Reading | None) -> None:
        self._repaint(reading=reading)

    @property
    def marked(self) -> Marked:
        return self._painter.marked

    @marked.setter
    def marked(self, marked: Marked) -> None:
        if marked != self._painter.marked:
            self._repaint(marked=marked)

    @property
    def measure(self) -> int | None:
        return self._measure

    @measure.setter
    def measure(self, measure: int | None) -> None:
        self._measure = measure
        self._lay_out()

    def _repaint(self, *, look: Look | None = None, reading: Reading | None = None, marked: Marked | None = None) -> None:
        old = self._painter
        self._painter = Painter(
            self.article, look or old.look, reading or old.reading, marked if marked is not None else old.marked, self._title
        )
        self._strips.clear()
        self.refresh()

    # --- layout --------------------------------------------------------------------------------------------------
    @property
    def rows(self) -> Layout:
        """The layout at the present width."""
        if self._layout_rows is None:
            self._layout_rows = Layout(self.article.text, self.article.blocks, self._column)
            self._layout_rows.measure(_FIRST_MEASURE)
        return self._layout_rows

    @property
    def _pane(self) -> int:
        return self.scrollable_content_region.width

    @property
    def _column(self) -> int:
        room = self._pane - GUTTER - 2
        return max(8, room if self._measure is None else min(self._measure, room))

    @property
    def text_column(self) -> int:
        """The cell at which the column of text begins."""
        return self._left + GUTTER

    @property
    def _left(self) -> int:
        """Blank cells before the gutter: the column stands in the middle."""
        return max(0, (self._pane - self._column - 2 * GUTTER) // 2)

    def _lay_out(self) -> None:
        """Lay the text out anew; the first row shown stays what it was."""
        if self._pane <= 0:
            return
        if self._layout_rows is None or self._layout_rows.width != self._column:
            top, cursor = self._top, self._cursor
            self._layout_rows = None
            self._strips.clear()
            y = self.rows.y_of(top)
            self.virtual_size = Size(self._pane, self.rows.height)
            self.scroll_to(y=y, animate=False)
            self._top = top
            self._set_line(self.rows.y_of(cursor), cursor)
            if not self.rows.done:
                self.set_timer(0.05, self._lay_out_more)
        else:
            self._strips.clear()
            self.virtual_size = Size(self._pane, self.rows.height)
        self.refresh()

    def _lay_out_more(self) -> None:
        """Lay out a further part of a long text, then let keys be answered."""
        rows = self.rows
        rows.measure(_SLICE)
        if rows.done:
            self.virtual_size = Size(self._pane, rows.height)
            self.post_message(self.Scrolled())
        else:
            self.set_timer(0.002, self._lay_out_more)

    def on_resize(self) -> None:
        self._lay_out()

    # --- where one is --------------------------------------------------------------------------------------------
    @property
    def cursor(self) -> int:
        """The offset where one reads."""
        return self._cursor

    @property
    def top(self) -> int:
        """The offset of the first character shown."""
        return self._top

    @property
    def line(self) -> Span:
        """The stretch of the text on the reading line."""
        row = self.rows.row(self._line)
        return Span(row.start, row.end) if row is not None else Span(0, 0)

    @property
    def progress(self) -> float:
        """How much of the article has come by, from 0 to 1."""
        return min(1.0, (self.scroll_offset.y + self.size.height) / max(1, self.rows.height))

    @property
    def title_in_view(self) -> bool:
        """Whether the title stands in the text on a row that is shown."""
        if self._title is None:
            return False
        return self.scroll_offset.y <= self.rows.y_of(self.article.blocks[self._title].span.end - 1)

    def go_to(self, start: int, end: int | None = None) -> None:
        """Read at `start`: where `[start, end)` is not in view, its first row comes to a third of the height."""
        first = self.rows.y_of(start)
        last = self.rows.y_of(max(start, (end or start + 1) - 1))
        height = max(1, self.size.height)
        view = self.scroll_offset.y
        last = min(last, first + height - 2)
        if first < view or last > view + height - 1:
            self._scroll(first - min(height // 3, max(0, height - 1 - (last - first))))
        self._set_line(first, start)
        self.post_message(self.Scrolled())

    def go_back_to(self, top: int, cursor: int) -> None:
        """Exactly where one was."""
        self._scroll(self.rows.y_of(top))
        self._set_line(self.rows.y_of(cursor), cursor)
        self.post_message(self.Scrolled())

    def _scroll(self, y: int) -> None:
        self.rows.row(y + self.size.height)  # measured as far as it will be shown
        self.virtual_size = Size(self._pane, self.rows.height)
        self.scroll_to(y=max(0, y), animate=False)

    def _set_line(self, y: int, cursor: int | None = None) -> None:
        """The reading line to row `y`; its offset is `cursor`, else where the row begins."""
        row = self.rows.row(y)
        if row is None:
            return
        old, self._line = self._line, y
        self._cursor = row.start if cursor is None else cursor
        if old != y:
            self.refresh_line(old)
            self.refresh_line(y)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        y = self.scroll_offset.y
        row = self.rows.row(y)
        if row is not None:
            self._top = row.start
        inside = min(max(self._line, y), y + max(1, self.size.height) - 1)
        if inside != self._line:
            self._set_line(inside)
        self.post_message(self.Scrolled())

    # --- moving --------------------------------------------------------------------------------------------------
    def move(self, step: int) -> None:
        """A row further: the text scrolls while it can, and the reading line goes with it."""
        target = self._line + step
        if self.rows.row(target) is None:
            return
        self._scroll(self.scroll_offset.y + step)
        self._set_line(target)
        self.post_message(self.Scrolled())

    def page(self, step: int) -> None:
        """A screenful further, less two rows to hold on to."""
        before = self.scroll_offset.y
        rows = step * max(1, self.size.height - 2)
        self._scroll(before + rows)
        moved = self.scroll_offset.y - before
        last = self.rows.height - 1
        self._set_line(min(max(self._line + (moved or rows), 0), last) if self.rows.done else self._line + moved)
        self.post_message(self.Scrolled())

    def edge(self, side: int) -> None:
        """To the top (-1) or the end (1)."""
        if side > 0:
            self.rows.measure(len(self.article.text) + 1)
        y = 0 if side < 0 else self.rows.height - 1
        self._scroll(y)
        self._set_line(y)
        self.post_message(self.Scrolled())

    # --- drawing -------------------------------------------------------------------------------------------------
    def render_line(self, y: int) -> Strip:
        at = self.scroll_offset.y + y
        cursor = at == self._line and self.has_focus
        strip = self._strips.get((at, cursor))
        if strip is None:
            if len(self._strips) > _AT_ONCE:
                self._strips.clear()
            strip = self._strips[at, cursor] = self._draw(self.rows.row(at), cursor)
        return strip

    def _draw(self, row: Row | None, cursor: bool) -> Strip:
        ground, width = self.look["text"], self._pane
        if row is None:
            return Strip.blank(width, ground)
        segments = [Segment(" " * self._left, ground), *self._painter.row(row, cursor=cursor, ground=ground)]
        return Strip(segments).adjust_cell_length(width, ground)

    def on_focus(self, _: Focus) -> None:
        self.refresh_line(self._line)

    def on_blur(self, _: Blur) -> None:
        self.refresh_line(self._line)

    # --- the mouse -----------------------------------------------------------------------------------------------
    def on_click(self, event: Click) -> None:
        y = self.scroll_offset.y + event.y
        row = self.rows.row(y)
        if row is None:
            return
        offset = offset_at(self.article.text, row, event.x - self.text_column)
        self._set_line(y, offset)
        if offset is not None:
            self.post_message(self.Pointed(offset))

    def cell_at(self, offset: int) -> tuple[int, int] | None:
        """Where the character at `offset` is drawn, as (column, row) in the pane; None when it is out of view."""
        y = self.rows.y_of(offset)
        row = self.rows.row(y)
        shown = y - self.scroll_offset.y
        if row is None or not 0 <= shown < self.size.height:
            return None
        return self.text_column + cell_of(self.article.text, row, offset), shown
