"""The article: one Line-API widget over the lazy layout, with the line where one reads."""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment
from textual.events import Blur, Click, Focus, Resize
from textual.message import Message
from textual.strip import Strip

from reader.article.model import Article
from reader.spans import Span
from reader.tui.drawing import Look
from reader.tui.header_text import title_block
from reader.tui.layout import Layout, Row, cell_of, offset_at
from reader.tui.marks import Marked, Marks
from reader.tui.paint import GUTTER, Painter
from reader.tui.rolling import TRACK, Rolling

_FIRST_MEASURE = 20_000
"""Characters laid out before the first paint; all of most articles."""
_SLICE = 100_000
"""Characters laid out at a time after it: some milliseconds."""
_KEPT = 400
"""Strips kept before the cache starts again."""
_MOST_TICKS = 2000
"""Spans marked on the rail at most."""


class ArticlePane(Rolling):
    """Shows an article in a column of `measure` cells (None: as wide as the pane) with what is found in it."""

    track = TRACK

    class Moved(Message):
        """The rows shown or the reading line changed."""

    class Pointed(Message):
        """A place in the text was clicked."""

        def __init__(self, offset: int) -> None:
            super().__init__()
            self.offset = offset

    def __init__(self, article: Article, look: Look, measure: int | None) -> None:
        super().__init__(look, id="article")
        self.article = article
        self._measure = measure
        self._title = title_block(article)
        self._painter = Painter(article, look, self._title)
        self._rows: Layout | None = None
        self._strips: dict[tuple[int, bool], Strip] = {}
        self._spans: tuple[Span, ...] = ()
        self._line = 0  # the row where one reads
        self._cursor = 0  # its place in the text
        self._top = 0  # offset of the first row shown; what a change of width keeps

    # --- attributes that come down -------------------------------------------------------------------------------
    @property
    def look(self) -> Look:
        return self._look

    @look.setter
    def look(self, look: Look) -> None:
        self._look = self._painter.look = look
        self._rail = None
        self._repaint()

    @property
    def marks(self) -> Marks | None:
        """Whoever knows what lies where; None before anything has been found."""
        return self._painter.marks

    @marks.setter
    def marks(self, marks: Marks | None) -> None:
        self._painter.marks = marks
        self._repaint()

    @property
    def marked(self) -> Marked:
        """What is emphasised."""
        return self._painter.marked

    def mark(self, marked: Marked, spans: tuple[Span, ...]) -> None:
        """Emphasise an item that stands at `spans`."""
        if marked != self._painter.marked:
            self._painter.marked, self._spans = marked, spans
            self._repaint()

    @property
    def measure(self) -> int | None:
        """The column's width in cells; None: as wide as the pane."""
        return self._measure

    @measure.setter
    def measure(self, measure: int | None) -> None:
        self._measure = measure
        self._lay_out()

    def _repaint(self) -> None:
        self._strips.clear()
        self.refresh()

    # --- layout --------------------------------------------------------------------------------------------------
    @property
    def rows(self) -> Layout:
        """The layout at the present width."""
        if self._rows is None:
            self._rows = Layout(self.article.text, self.article.blocks, self._column)
            self._rows.measure(_FIRST_MEASURE)
            if not self._rows.done:
                self.set_timer(0.1, self._lay_out_more)
        return self._rows

    @property
    def row_count(self) -> int:
        return self.rows.height

    @property
    def _column(self) -> int:
        room = self.row_width - GUTTER - 1
        return max(8, room if self._measure is None else min(self._measure, room))

    @property
    def text_column(self) -> int:
        """The cell at which the column of text begins: it stands in the middle of the pane."""
        return max(0, (self.row_width - self._column - 2 * GUTTER) // 2) + GUTTER

    def _lay_out(self) -> None:
        """Lay the text out for another width; the first row shown stays what it was."""
        if self._rows is not None and self._rows.width != self._column:
            top, cursor = self._top, self._cursor
            self._rows = None
            self._line = self.rows.y_of(cursor)
            self._first = self.rows.y_of(top)
        self.roll_to(self.first)
        self._repaint()
        self.post_message(self.Moved())

    def _lay_out_more(self) -> None:
        """Lay out a further part of a long text, then let keys be answered."""
        self.rows.measure(_SLICE)
        if self.rows.done:
            self.post_message(self.Moved())
            self.refresh()
        else:
            self.set_timer(0.005, self._lay_out_more)

    def on_resize(self, _: Resize) -> None:
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
        return min(1.0, (self.first + self.page_rows) / max(1, self.row_count))

    @property
    def title_in_view(self) -> bool:
        """Whether the title stands in the text on a row that is shown."""
        if self._title is None or not self.size:
            return self._title is not None
        return self.first <= self.rows.y_of(self.article.blocks[self._title].span.end - 1)

    def go_to(self, start: int, end: int) -> None:
        """Read at `start`: where `[start, end)` is not in view, its first row comes to a third of the height."""
        first = self.rows.y_of(start)
        last = min(self.rows.y_of(max(start, end - 1)), first + self.page_rows - 2)
        if first < self.first or last > self.first + self.page_rows - 1:
            self.roll_to(first - min(self.page_rows // 3, max(0, self.page_rows - 1 - (last - first))))
        self._set_line(first, start)

    def go_back_to(self, top: int, cursor: int) -> None:
        """Exactly where one was."""
        self.roll_to(self.rows.y_of(top))
        self._set_line(self.rows.y_of(cursor), cursor)

    def _set_line(self, y: int, cursor: int | None = None) -> None:
        """The reading line to row `y`; its offset is `cursor`, else where the row begins."""
        row = self.rows.row(y)
        if row is None:
            return
        old, self._line = self._line, y
        self._cursor = row.start if cursor is None else cursor
        if old != y and self.has_focus:
            self.refresh()
        self.post_message(self.Moved())

    def rolled(self) -> None:
        row = self.rows.row(self.first)
        if row is not None:
            self._top = row.start
        inside = min(max(self._line, self.first), self.first + self.page_rows - 1)
        if inside != self._line:
            self._set_line(inside)
        self.post_message(self.Moved())

    def roll_to(self, y: int) -> None:
        self.rows.row(y + self.page_rows)  # measured as far as it will be shown
        super().roll_to(y)

    # --- moving --------------------------------------------------------------------------------------------------
    def move(self, step: int) -> None:
        """A row further: the text scrolls while it can, and the reading line goes with it."""
        target = self._line + step
        if self.rows.row(target) is not None:
            self.roll_to(self.first + step)
            self._set_line(target)

    def page(self, step: int) -> None:
        """A screenful further, less two rows to hold on to."""
        before = self.first
        rows = step * max(1, self.page_rows - 2)
        self.roll_to(before + rows)
        target = self._line + rows if self.first == before else min(self._line, before + self.page_rows - 1)
        self._set_line(min(max(target, self.first), self.first + self.page_rows - 1, self.row_count - 1))

    def edge(self, side: int) -> None:
        """To the top (-1) or the end (1)."""
        if side > 0:
            self.rows.measure(len(self.article.text) + 1)
        y = 0 if side < 0 else self.row_count - 1
        self.roll_to(y)
        self._set_line(y)

    # --- drawing -------------------------------------------------------------------------------------------------
    def draw(self, y: int, width: int) -> Strip:
        cursor = y == self._line and self.has_focus
        strip = self._strips.get((y, cursor))
        if strip is None:
            if len(self._strips) > _KEPT:
                self._strips.clear()
            strip = self._strips[y, cursor] = self._draw(self.rows.row(y), cursor, width)
        return strip

    def _draw(self, row: Row | None, cursor: bool, width: int) -> Strip:
        ground = self.look["text"]
        if row is None:
            return Strip([Segment(" " * width, ground)], width)
        segments = self._painter.row(row, cursor=cursor, ground=ground)
        if left := self.text_column - GUTTER:
            segments.insert(0, Segment(" " * left, ground))
        return Strip(segments).adjust_cell_length(width, ground)

    def ticks(self) -> Sequence[int]:
        if not self.rows.done:
            return ()
        return [self.rows.y_of(span.start) for span in self._spans[:_MOST_TICKS]]

    def on_focus(self, _: Focus) -> None:
        self.refresh()

    def on_blur(self, _: Blur) -> None:
        self.refresh()

    # --- the mouse -----------------------------------------------------------------------------------------------
    def on_click(self, event: Click) -> None:
        event.stop()
        if event.x >= self.row_width:
            self.roll_to_rail(event.y)
            return
        y = self.first + event.y
        row = self.rows.row(y)
        if row is not None:
            offset = offset_at(self.article.text, row, event.x - self.text_column)
            self._set_line(y, offset)
            if offset is not None:
                self.post_message(self.Pointed(offset))

    def cell_at(self, offset: int) -> tuple[int, int] | None:
        """Where the character at `offset` is drawn, as (column, row) in the pane; None when it is out of view."""
        y = self.rows.y_of(offset)
        row = self.rows.row(y)
        if row is None or not 0 <= y - self.first < self.page_rows:
            return None
        return self.text_column + cell_of(self.article.text, row, offset), y - self.first
