"""The article: one Line-API widget over the lazy layout, with what is found in it painted on its rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rich.segment import Segment
from textual.events import Blur, Focus
from textual.geometry import Region

from reader.article.model import Article
from reader.spans import Span, first_from
from reader.tui.article_mouse import ArticleMouse
from reader.tui.drawing import TRACK, Look
from reader.tui.layout import Row
from reader.tui.marks import Marked, Marks, RowMarks
from reader.tui.paint import GUTTER, Painter

_KEPT = 300
"""Rows remembered as they were drawn: those in view, and those that the next keys may bring."""
_ITEMS_KEPT = 16
"""Items whose rows are remembered for the rail."""
_MARKS_A_CELL = 4
"""Places told apart within a cell of the rail; of spans that stand closer together only the first is looked up."""


class _Drawn(NamedTuple):
    """A row as it was drawn, and what it showed."""

    row: list[Segment]
    marks: RowMarks
    cursor: bool
    turn: int
    """How often something else was marked before."""


class ArticlePane(ArticleMouse):
    """Shows an article in a column of `measure` cells (None: as wide as the pane) with what is found in it."""

    track = TRACK

    def __init__(self, article: Article, look: Look, measure: int | None) -> None:
        super().__init__(article, look, measure)
        self._painter = Painter(article, look, self._title)
        self._drawn: dict[Row, _Drawn] = {}
        self._turn = 0  # how often something else was marked
        self._drawn_for = (0, 0)  # cells of a row, and where in it the column of text begins
        self._spans: Sequence[Span] = ()
        self._found: tuple[Span, ...] = ()
        self._ticks: dict[tuple[str | None, int], Sequence[int]] = {}  # by the item and the number of rows
        self._dots: tuple[object, Sequence[int]] = (None, ())

    # --- attributes that come down -------------------------------------------------------------------------------
    @property
    def look(self) -> Look:
        return self._look

    @look.setter
    def look(self, look: Look) -> None:
        self._look = self._painter.look = look
        self._rail = None
        self.repaint()

    @property
    def marks(self) -> Marks | None:
        """Whoever knows what lies where; None before anything has been found."""
        return self._painter.marks

    @marks.setter
    def marks(self, marks: Marks | None) -> None:
        self._painter.marks = marks
        self._ticks.clear()
        self._refresh_marked()

    @property
    def marked(self) -> Marked:
        """What is emphasised."""
        return self._painter.marked

    def mark(self, marked: Marked, spans: Sequence[Span]) -> None:
        """Emphasise an item that stands at `spans`."""
        if marked != self._painter.marked:
            self._painter.marked = marked
            self.set_spans(spans)
            self._refresh_marked()

    def set_spans(self, spans: Sequence[Span]) -> None:
        """Where the item that is emphasised stands, as far as is known."""
        if spans != self._spans:
            self.refresh(Region(self.row_width, 0, 1, self.page_rows))  # the ticks on the rail
        self._spans = spans  # also where they are the same: what holds the others can go

    @property
    def found(self) -> tuple[Span, ...]:
        """What was searched for, which the rail shows."""
        return self._found

    @found.setter
    def found(self, spans: tuple[Span, ...]) -> None:
        if spans is not self._found:
            self._found = spans
            self.refresh(Region(self.row_width, 0, 1, self.page_rows))

    def show_article(self, article: Article) -> None:
        """Show an article instead of its opening, which it begins with."""
        self.set_article(article)
        self._painter = Painter(article, self._look, self._title, self._painter)
        self.repaint()

    def repaint(self) -> None:
        self._drawn.clear()
        self.refresh()

    def _refresh_marked(self) -> None:
        """Draw those rows again on which something else is marked now."""
        self._turn += 1
        if not self.is_drawn:
            return  # all are drawn anyway
        changed = []
        for y in range(self.first, self.first + self.page_rows):
            row = self.rows.row(y)
            drawn = self._drawn.get(row) if row is not None else None
            if row is None or drawn is None or self._now(row, drawn) is None:
                changed.append(y)
        self.refresh_rows(changed)

    def _now(self, row: Row, drawn: _Drawn) -> _Drawn | None:
        """A row as it was drawn, if the same is marked on it as then."""
        if drawn.turn == self._turn:
            return drawn
        if drawn.marks != self._painter.marks_on(row):
            return None
        now = self._drawn[row] = drawn._replace(turn=self._turn)
        return now

    # --- drawing -------------------------------------------------------------------------------------------------
    def begin_rows(self) -> None:
        super().begin_rows()
        if self._drawn_for != (place := (self.row_width, self.text_column)):
            self._drawn.clear()
            self._drawn_for = place

    def draw(self, y: int, width: int) -> list[Segment]:
        row = self.rows.row(y)
        if row is None:
            return [Segment(" " * width, self.look["text"])]
        cursor = y == self._line and self.has_focus
        drawn = self._drawn.get(row)
        if drawn is not None and drawn.cursor == cursor and (now := self._now(row, drawn)) is not None:
            return now.row
        return self._draw(row, cursor, width).row

    def _draw(self, row: Row, cursor: bool, width: int) -> _Drawn:
        if len(self._drawn) >= _KEPT:
            self._drawn.pop(next(iter(self._drawn)))
        marks = self._painter.marks_on(row)
        drawn = self._drawn[row] = _Drawn(self._painted(row, marks, cursor, width), marks, cursor, self._turn)
        return drawn

    def foresee(self, start: int, end: int) -> Iterator[None]:
        """Draw, a row a step, what going to `[start, end)` would bring into view; nothing that is shown changes."""
        first = self.first_around(start, end)
        layout, width, place = self.rows, self.row_width, self._drawn_for
        if first is None or place != (width, self.text_column):
            return
        for row in [layout.row(y) for y in range(first, first + self.page_rows)]:
            yield
            if self._drawn_for != place or self.rows is not layout:
                return  # it will be drawn in another width, or another article
            if row is not None and row not in self._drawn:
                self._draw(row, False, width)

    def _painted(self, row: Row, marks: RowMarks, cursor: bool, width: int) -> list[Segment]:
        ground = self.look["text"]
        segments = self._painter.row(row, marks, cursor=cursor, ground=ground)
        if left := self._drawn_for[1] - GUTTER:
            segments.insert(0, Segment(" " * left, ground))
        return Segment.adjust_line_length(segments, width, ground)

    def ticks(self) -> Sequence[int]:
        state = (self.marked.selected, self.row_count)
        known = self._ticks.get(state)
        if known is None:
            if len(self._ticks) >= _ITEMS_KEPT:
                self._ticks.clear()
            known = self._ticks[state] = self._rows_of(self._spans)
        return known

    def dots(self) -> Sequence[int]:
        state = (self._found, self.row_count)
        if self._dots[0] != state:
            self._dots = (state, self._rows_of(self._found))
        return self._dots[1]

    def _rows_of(self, spans: Sequence[Span]) -> Sequence[int]:
        """The rows on which spans begin, about."""
        apart = max(1, len(self.article.text) // (_MARKS_A_CELL * self.page_rows))
        rows, at = [], 0
        while at < len(spans):
            start = spans[at].start
            rows.append(self.rows.about(start))
            at = first_from(spans, start + apart)
        return tuple(rows)

    def on_focus(self, _: Focus) -> None:
        self.refresh_rows((self._line,))

    def on_blur(self, _: Blur) -> None:
        self.refresh_rows((self._line,))
