"""Selecting text: by keys from the place where one reads, by dragging the mouse; and copying it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.events import DescendantFocus

from reader.tui.actions.copying import Copying
from reader.tui.article_mouse import ArticleMouse
from reader.tui.drawing import Look

if TYPE_CHECKING:
    from reader.article.model import Article
    from reader.spans import Span
    from reader.tui.guide import Guide
    from reader.tui.select_bar import SelectBar
    from reader.tui.selecting import Chosen, Hand

_BAR = "select-bar"


class Selecting(Copying):
    """The selection has its own row at the foot, and while that has the focus, keys of its own."""

    chosen: Chosen | None = None
    """What is selected; None when nothing is."""
    _bar: SelectBar | None = None
    _cell: int | None = None  # the cell that moves by rows keep to

    def set_look(self, look: Look) -> None:
        super().set_look(look)
        if self._bar is not None:
            self._bar.look = look

    def set_article(self, article: Article) -> None:
        before = self.article.text
        super().set_article(article)
        if self.chosen is not None and not article.text.startswith(before[: max(self.chosen) + 1]):
            self.action_leave_text()  # it is another text now

    def put_guide(self, guide: Guide) -> None:
        super().put_guide(guide)
        if self.chosen is not None:
            self._paint()

    @property
    def chosen_span(self) -> Span | None:
        """The stretch of the text that is selected."""
        return self.chosen.span(self.article.text) if self.chosen is not None else None

    # --- beginning and ending ------------------------------------------------------------------------------------
    async def action_select_text(self) -> None:
        from reader.tui.selecting import Chosen

        hand = self._hand
        word = hand.word_at(hand.place(self.pane.cursor))
        await self._choose(Chosen(word.start, hand.place(word.end - 1)))

    async def on_article_pane_dragged(self, message: ArticleMouse.Dragged) -> None:
        from reader.tui.selecting import Chosen

        await self._choose(Chosen(message.anchor, message.head))

    async def _choose(self, chosen: Chosen) -> None:
        """Select something, and let the keys of selecting hold."""
        if not self.article.text.strip():
            return
        if self._bar is None:
            from reader.tui.select_bar import SelectBar

            self._bar = SelectBar(self.pane.look)
            await self.mount(self._bar)
        self._cell = None
        self._set(chosen)
        if self.focused is not self._bar:
            self.put_at_foot(_BAR)
            self.set_focus(self._bar)

    def action_leave_text(self) -> None:
        self.set_focus(self.pane)

    def on_descendant_focus(self, _: DescendantFocus) -> None:
        if self.chosen is not None and self.focused is not self._bar:
            head, self.chosen = self.chosen.head, None
            self.pane.marks = self.guide
            self.pane.stay_at(head)
            if self.frames.foot == _BAR:
                self.put_at_foot("footer")

    # --- moving an end -------------------------------------------------------------------------------------------
    @property
    def _hand(self) -> Hand:
        from reader.tui.selecting import Hand

        self.pane.settle(self.chosen.head if self.chosen is not None else self.pane.cursor)
        return Hand(self.article, self.pane.rows)

    def action_reach(self, by: str, step: int) -> None:
        """Move the end: by a letter, word, row, page or paragraph, or to the edge of the row or the text."""
        if self.chosen is None:
            return
        hand, head = self._hand, self.chosen.head
        if by in ("row", "page"):
            self._cell = hand.cell(head) if self._cell is None else self._cell
            rows = step * (max(1, self.pane.page_rows - 2) if by == "page" else 1)
            self._set(self.chosen._replace(head=hand.row(head, rows, self._cell)))
            return
        self._cell = None
        match by:
            case "letter":
                head = hand.letter(head, step)
            case "word":
                head = hand.word(head, step)
            case "word_end":
                head = hand.word_end(head)
            case "row_edge":
                head = hand.row_edge(head, step)
            case "paragraph":
                head = hand.paragraph(head, step)
            case "text":
                head = hand.text(step)
        self._set(self.chosen._replace(head=head))

    def action_other_end(self) -> None:
        if self.chosen is not None:
            self._cell = None
            self._set(type(self.chosen)(self.chosen.head, self.chosen.anchor))

    def _set(self, chosen: Chosen) -> None:
        from reader.tui.select_bar import how_much

        self.chosen = chosen
        self.pane.bring(chosen.head)
        self._paint()
        if self._bar is not None:
            self._bar.show(how_much(self.article.text, chosen.span(self.article.text)))
        self.tell()

    def _paint(self) -> None:
        from reader.spans import Span
        from reader.tui.selecting import Shaded, grapheme_end

        if self.chosen is not None:
            text, head = self.article.text, self.chosen.head
            self.pane.marks = Shaded(self.guide, self.chosen.span(text), Span(head, grapheme_end(text, head)))

    # --- copying -------------------------------------------------------------------------------------------------
    def action_copy_text(self) -> None:
        from reader.tui.passage import passage

        if (span := self.chosen_span) is not None:
            self.copy_out(passage(self.article, span))
            self.action_leave_text()
