"""The rows of an article in a column, laid out where they are shown, and the rest behind the screen."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from time import perf_counter

from textual.events import Resize
from textual.message import Message

from reader.article.model import Article
from reader.tui.drawing import Look
from reader.tui.header_text import title_block
from reader.tui.layout import Layout, Outline
from reader.tui.paint import column_at, column_width
from reader.tui.rolling import Rolling
from reader.tui.stepping import Shown

_SLICE = 0.003
"""Seconds of laying out at a time: no key waits longer for it."""
_BETWEEN = 0.006
"""Seconds between two slices."""
_DELAY = 0.15
"""Seconds after a resize before what is not shown is laid out: another resize may follow."""
_AROUND = 3
"""Screenfuls laid out on both sides of what is shown, so that no step reaches what is only estimated."""


class ArticleRows(Rolling):
    """Lays an article out in a column of `measure` cells (None: as wide as the pane)."""

    class Moved(Message, namespace="article_pane"):
        """The rows shown or the reading line changed."""

        def can_replace(self, message: Message) -> bool:
            return isinstance(message, ArticleRows.Moved)

    def __init__(self, article: Article, look: Look, measure: int | None) -> None:
        super().__init__(look, id="article")
        self._article = article
        self._measure = measure
        self._title = title_block(article)
        self._outline: Outline | None = None
        self._layout_now: Layout | None = None
        self._indexing = False
        self._prepared: tuple[Article | None, Outline | None] = (None, None)
        self._begun: tuple[Layout, Shown] | None = None  # what is shown before the first layout

    # --- for subclasses ------------------------------------------------------------------------------------------
    def shifted(self, rows: int) -> None:
        """The rows shown, unchanged, have moved so far down because those above them were counted."""
        self._first += rows

    def laid_out(self) -> None:
        """The layout is another one: find the rows shown again."""

    def laid_out_as(self, shown: Shown) -> None:
        """The first layout is one of which these rows are shown already."""

    def shown_offset(self) -> int:
        """An offset that is shown."""
        raise NotImplementedError

    def repaint(self) -> None:
        """Nothing drawn so far holds any more."""
        self.refresh()

    # --- attributes ----------------------------------------------------------------------------------------------
    @property
    def article(self) -> Article:
        return self._article

    def prepare(self, article: Article, outline: Outline) -> None:
        """From any thread: how an article that is to be set is divided, which takes long to find."""
        self._prepared = (article, outline)

    def set_article(self, article: Article) -> None:
        """Lay out an article instead of its opening; the place stays."""
        self._article = article
        self._title = title_block(article)
        self._outline = self._layout_now = None
        self.roll_to(self.first)

    @property
    def measure(self) -> int | None:
        """The column's width in cells; None: as wide as the pane."""
        return self._measure

    @measure.setter
    def measure(self, measure: int | None) -> None:
        self._measure = measure
        self.roll_to(self.first)
        self.repaint()
        self.post_message(self.Moved())

    # --- layout --------------------------------------------------------------------------------------------------
    @property
    def rows(self) -> Layout:
        """The layout at the present width."""
        # Compared here: rows are drawn in a new width before anybody is told of it.
        if self._layout_now is None or self._layout_now.width != self._column:
            self._lay_out()
            if not self._indexing:
                self._indexing = True
                self.set_timer(_DELAY, self._index)
        assert self._layout_now is not None
        return self._layout_now

    def _lay_out(self) -> None:
        if self._begun is not None and self._begun[0].width == self._column:
            (self._layout_now, shown), self._begun = self._begun, None
            self._outline = self._layout_now.outline
            self.laid_out_as(shown)
            return
        if self.outer_size:
            self._begun = None
        if self._outline is None:
            article, outline = self._prepared
            if outline is None or article is not self._article:
                outline = Outline(self._article.text, self._article.blocks)
            self._outline = outline
            self._prepared = (None, None)
        self._layout_now = Layout(self._outline, self._column)
        self.laid_out()

    @property
    def row_count(self) -> int:
        return self.rows.height

    @property
    def _column(self) -> int:
        return column_width(self.row_width, self._measure)

    @property
    def text_column(self) -> int:
        """The cell at which the column of text begins."""
        return column_at(self.row_width, self._column)

    @property
    def title_in_view(self) -> bool:
        """Whether the title stands in the text on a row that is shown."""
        if self._title is None or not self.outer_size:
            return self._title is not None
        return self.first <= self.y_of(self._article.blocks[self._title].span.end - 1)

    def y_of(self, offset: int) -> int:
        """The row of the character at `offset`."""
        with self._kept_in_place():
            return self.rows.y_of(offset)

    def settle(self, offset: int) -> int:
        """Lay out everything around an offset; its row, from where one can now count rows up and down."""
        self.settle_row(self.y_of(offset))
        return self.rows.y_of(offset)

    def settle_row(self, y: int) -> None:
        """Lay out everything around a row."""
        with self._kept_in_place():
            self.rows.settle(y, _AROUND * self.page_rows)

    @contextmanager
    def _kept_in_place(self) -> Iterator[None]:
        """What is laid out meanwhile moves rows: those shown stay what they are."""
        anchor = self.shown_offset()
        before = self.rows.y_of(anchor)
        yield
        if moved := self.rows.y_of(anchor) - before:
            self.shifted(moved)

    def _index(self) -> None:
        """Lay out a further part of a long text, then let keys be answered."""
        rows, until = self.rows, perf_counter() + _SLICE
        with self._kept_in_place():
            while not rows.done and perf_counter() < until:
                rows.measure()
        if rows.done:
            self._indexing = False
            self.post_message(self.Moved())
            self.refresh()
        else:
            self.set_timer(_BETWEEN, self._index)

    def on_resize(self, _: Resize) -> None:
        self.roll_to(self.first)  # all else was seen to when the rows were drawn
        self.post_message(self.Moved())
