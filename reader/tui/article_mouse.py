"""The mouse in the article: a click points at something, dragging selects text, clicking twice a word, three times a
paragraph."""

from __future__ import annotations

from textual.events import Click, MouseDown, MouseMove, MouseUp
from textual.message import Message
from textual.timer import Timer

from reader.article.model import Article
from reader.tui.article_place import ArticlePlace
from reader.tui.drawing import Look
from reader.tui.selecting import Hand, near
from reader.tui.wrapping import offset_at

_ROLL_SECONDS = 0.06
"""Between two rows while one drags beyond the edge."""


class ArticleMouse(ArticlePlace):
    """Says what was clicked, and over which characters the mouse was dragged."""

    class Pointed(Message, namespace="article_pane"):
        """A place in the text was clicked."""

        def __init__(self, offset: int) -> None:
            super().__init__()
            self.offset = offset

    class Dragged(Message, namespace="article_pane"):
        """The mouse was dragged from one character to another."""

        def __init__(self, anchor: int, head: int) -> None:
            super().__init__()
            self.anchor, self.head = anchor, head

    def __init__(self, article: Article, look: Look, measure: int | None) -> None:
        super().__init__(article, look, measure)
        self._anchor: int | None = None  # the character on which the button was pressed
        self._head: int | None = None  # the one it was last dragged to; None while it was not
        self._mouse = (0, 0)
        self._rolling: Timer | None = None

    def on_mouse_down(self, event: MouseDown) -> None:
        self._head = None
        if event.button == 1 and event.x < self.row_width:
            self._anchor = self._near(event.x, event.y)
            self.capture_mouse()

    def on_mouse_move(self, event: MouseMove) -> None:
        if self._anchor is None or not event.button:
            return
        self._mouse = (event.x, event.y)
        self._drag()
        outside = not 0 <= event.y < self.page_rows
        if outside and self._rolling is None:
            self._rolling = self.set_interval(_ROLL_SECONDS, self._roll)
        elif not outside:
            self._stop_rolling()

    def on_mouse_up(self, _: MouseUp) -> None:
        self._anchor = None
        self._stop_rolling()
        self.release_mouse()

    def _stop_rolling(self) -> None:
        if self._rolling is not None:
            self._rolling.stop()
            self._rolling = None

    def _roll(self) -> None:
        """A row further in the direction in which the mouse is dragged."""
        self.roll_to(self.first + (1 if self._mouse[1] > 0 else -1))
        self._drag()

    def _drag(self) -> None:
        head = self._near(*self._mouse)
        before = self._anchor if self._head is None else self._head
        if self._anchor is not None and head is not None and head != before:
            self._head = head
            self.post_message(self.Dragged(self._anchor, head))

    def _near(self, x: int, y: int) -> int | None:
        """The character nearest to a cell of the pane."""
        y = self.first + min(max(y, 0), self.page_rows - 1)
        while (row := self.rows.row(y)) is None or row.block < 0:
            y -= 1
            if y < 0:
                return None
        return near(self.article.text, row, x - self.text_column)

    def on_click(self, event: Click) -> None:
        event.stop()
        if self._head is not None:
            return  # the end of a drag
        if event.x >= self.row_width:
            self.roll_to_rail(event.y)
            return
        y = self.first + event.y
        row = self.rows.row(y)
        if row is not None:
            offset = offset_at(self.article.text, row, event.x - self.text_column)
            self._set_line(y, offset)
            if offset is not None and event.chain == 1:
                self.post_message(self.Pointed(offset))
            elif offset is not None:
                hand = Hand(self.article, self.rows)
                span = hand.word_at(offset) if event.chain == 2 else self.article.blocks[row.block].span
                self.post_message(self.Dragged(span.start, hand.place(span.end - 1)))
