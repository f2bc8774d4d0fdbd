"""Where one is in an article: the rows shown, the line where one reads, and the ways to move both."""

from __future__ import annotations

from textual.events import Resize
from textual.geometry import Region

from reader.article.model import Article
from reader.spans import Span
from reader.tui.article_rows import ArticleRows
from reader.tui.drawing import Look
from reader.tui.layout import Layout
from reader.tui.stepping import Shown, paged, stepped
from reader.tui.wrapping import cell_of

_AROUND = 2
"""Rows that are in view above and below what one goes to."""


class ArticlePlace(ArticleRows):
    """Knows its place as offsets, which every width and every theme keep."""

    def __init__(self, article: Article, look: Look, measure: int | None) -> None:
        super().__init__(article, look, measure)
        self._line = 0  # the row where one reads
        self._cursor = 0  # its place in the text
        self._top = 0  # offset of the first row shown; what a change of width keeps
        self._had_size = False

    def start_at(self, top: int, cursor: int) -> None:
        """Where to be from the first layout on."""
        self._top, self._cursor = top, cursor

    def begin_with(self, layout: Layout, shown: Shown) -> None:
        """What is shown already, which the first layout is to be, if it is as wide."""
        self._begun = (layout, shown)
        self._top, self._cursor = (row.start if (row := layout.row(y)) else 0 for y in shown[:2])

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

    def cell_at(self, offset: int) -> tuple[int, int] | None:
        """Where the character at `offset` is drawn, as (column, row) in the pane; None when it is out of view."""
        y = self.y_of(offset)
        row = self.rows.row(y)
        if row is None or not 0 <= y - self.first < self.page_rows:
            return None
        return self.text_column + cell_of(self.article.text, row, offset), y - self.first

    # --- when rows are counted anew ------------------------------------------------------------------------------
    def shown_offset(self) -> int:
        return self._top

    def shifted(self, rows: int) -> None:
        super().shifted(rows)
        self._line += rows

    def laid_out(self) -> None:
        cursor = self._cursor
        self._first = self._line = self.rows.y_of(self._top)  # in the new layout: nothing is kept in place yet
        self._first = self.settle(self._top)
        self._line = self.y_of(cursor)

    def laid_out_as(self, shown: Shown) -> None:
        self._first, self._line, _ = shown

    def on_resize(self, _: Resize) -> None:
        """Where one reads stays in view, except on the first picture, which is that of before."""
        y = self.y_of(self._cursor)
        if self._had_size and not self.first <= y < self.first + self.page_rows:
            self.go_to(self._cursor, self._cursor + 1)
        self._had_size = True

    # --- going somewhere -----------------------------------------------------------------------------------------
    def go_to(self, start: int, end: int) -> None:
        """Read at `start`: where `[start, end)` is not in view with some rows around it, its first row comes to a third
        of the height."""
        first = self.first_around(start, end)
        if first is not None:
            self.roll_to(first)
        self._set_line(self.rows.y_of(start), start)

    def first_around(self, start: int, end: int) -> int | None:
        """The row that going to `[start, end)` brings to the top; None where it is in view, and nothing moves."""
        first = self.settle(start)
        last = min(self.y_of(max(start, end - 1)), first + self.page_rows - 2)
        around = min(_AROUND, self.page_rows // 6)
        above, below = around if self.first > 0 else 0, min(around, max(0, self.page_rows - 1 - (last - first)))
        if first >= self.first + above and last <= self.first + self.page_rows - 1 - below:
            return None
        return self.within(first - min(self.page_rows // 3, max(0, self.page_rows - 1 - (last - first))))

    def go_back_to(self, top: int, cursor: int) -> None:
        """Exactly where one was."""
        self.settle(top)
        self.roll_to(self._y_at(top))
        self._set_line(self._y_at(cursor), cursor)

    def _y_at(self, offset: int) -> int:
        """The row at an offset where one was; that of a blank row is also that of the end of the row above it."""
        y = self.rows.y_of(offset)
        below = self.rows.row(y + 1)
        return y + (below is not None and below.start == below.end == offset)

    def stay_at(self, offset: int) -> None:
        """Read at `offset`, scrolling as little as it takes to show it."""
        self.bring(offset)
        self._set_line(self.rows.y_of(offset), offset)

    def bring(self, offset: int) -> None:
        """Scroll as little as it takes to show the character at `offset`."""
        y = self.settle(offset)
        self.roll_to(min(max(self.first, y - self.page_rows + 1), y))

    def _set_line(self, y: int, cursor: int | None = None) -> None:
        """The reading line to row `y`; its offset is `cursor`, else where the row begins."""
        row = self.rows.row(y)
        if row is None:
            return
        old, self._line = self._line, y
        self._cursor = row.start if cursor is None else cursor
        if old != y and self.has_focus:
            self.refresh_rows((old, y))
        self.post_message(self.Moved())

    def refresh_rows(self, rows: tuple[int, ...] | list[int]) -> None:
        """Draw again those of these rows that are in view."""
        inside = [y - self.first for y in rows if 0 <= y - self.first < self.page_rows]
        if inside:
            self.refresh(*(Region(0, y, self.outer_size.width, 1) for y in inside))

    def rolled(self) -> None:
        row = self.rows.row(self.first)
        if row is not None:
            self._top = row.start
        inside = min(max(self._line, self.first), self.first + self.page_rows - 1)
        if inside != self._line:
            self._set_line(inside)
        self.post_message(self.Moved())

    def roll_to(self, y: int) -> None:
        before = self.first
        self.settle_row(y)
        super().roll_to(y + self.first - before)

    # --- moving --------------------------------------------------------------------------------------------------
    def move(self, step: int) -> None:
        """A row further: the text scrolls while it can, and the reading line goes with it."""
        if (to := stepped(self.rows, self._shown, step)) is not None:
            self._roll_with_line(*to)

    def page(self, step: int) -> None:
        """A screenful further, less two rows to hold on to."""
        self._roll_with_line(*paged(self.rows, self._shown, step))

    @property
    def _shown(self) -> Shown:
        return Shown(self.first, self._line, self.page_rows)

    def _roll_with_line(self, first: int, line: int) -> None:
        """Show the rows from `first` on, and read at the row `line`, both counted as now."""
        below = line - self.within(first)
        self.roll_to(first)
        self._set_line(self.first + below)

    def edge(self, side: int) -> None:
        """To the top (-1) or the end (1)."""
        offset = 0 if side < 0 else max(0, len(self.article.text) - 1)
        self.roll_to(self.settle(offset))
        self._set_line(self.rows.y_of(offset))
