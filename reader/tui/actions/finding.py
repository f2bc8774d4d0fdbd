"""Finding: what is typed is sought at once, in short steps; what is found is a list like any other."""

from __future__ import annotations

from functools import partial
from time import perf_counter
from typing import TYPE_CHECKING

from textual.events import DescendantFocus

from reader.article.clean import clean_line
from reader.article.model import Article
from reader.tui.actions.items import Items
from reader.tui.drawing import Look
from reader.tui.entries import FIND
from reader.tui.history import Stand

if TYPE_CHECKING:
    from reader.tui.find_box import FindBox
    from reader.tui.find_list import Finds
    from reader.tui.search import Query, Search

_BOX = "find-box"
_STEP = 0.004
"""Seconds of searching at a time: no key waits longer for it."""
_BETWEEN = 0.003
"""Seconds between two steps."""
_SHOWN_AGAIN = 0.25
"""Seconds after which what has been found meanwhile is shown, while the search goes on."""


class Finding(Items):
    """The box in which one types, and what is found."""

    finds: Finds | None = None
    """What has been found; None when nothing is sought."""
    _box: FindBox | None = None
    _origin: Stand | None = None  # where one was when the box was opened; None when it is not open
    _earlier: Finds | None = None  # what was found before it was opened
    _search: Search | None = None
    _shown_at = 0.0
    _goes_on = False  # whether the next match is gone to once it is found

    # --- what comes down -----------------------------------------------------------------------------------------
    def set_look(self, look: Look) -> None:
        super().set_look(look)
        if self._box is not None:
            self._box.look = look

    def set_article(self, article: Article) -> None:
        super().set_article(article)
        if (finds := self.finds) is not None:
            self._seek(finds.query)

    # --- the box -------------------------------------------------------------------------------------------------
    async def action_find(self) -> None:
        if self._box is None:
            from reader.tui.find_box import FindBox

            self._box = FindBox(self.pane.look)
            await self.mount(self._box)
        if self._origin is None:
            self._origin, self._earlier = self.stand, self.finds
            self._box.open()
        self.put_at_foot(_BOX)
        self.set_focus(self._box)

    def on_find_box_changed(self, message: FindBox.Changed) -> None:
        self._seek(message.query)

    def action_find_regex(self) -> None:
        if self._box is not None:
            self._box.switch()

    def action_keep_find(self) -> None:
        if self._box is None or self._origin is None:
            return
        if self._search is not None and not self._shown_at:
            self._go_on(self._search)  # typed so fast that nothing has been shown
        origin, query, untouched = self._origin, self._box.sought, self._box.untouched
        if not query.text.strip():
            self._show(None)
            self._close()
        elif not untouched and self.finds is not None and self.finds.done and not self.finds.places:
            self.action_leave_find()
            self.say(f"not found: {clean_line(query.text)}")
            return
        else:
            self._close()
            if untouched:
                self._again(query)
        self.leave(origin)
        self.walked_to = self.pane.cursor
        self.set_focus(self.pane)

    def _again(self, query: Query) -> None:
        """The query of before once more: to what is found next after where one is."""
        if self.finds is None or self.finds.query != query or self.finds.more:
            self._goes_on = True
            self._seek(query)
        elif (id_ := self.finds.next_from(self.pane.cursor + 1)) is not None:
            self.select(id_)

    def leave(self, origin: Stand | None = None) -> None:
        """As everywhere; but all that one looks at while the box is open is one jump, from where it was opened."""
        if self._origin is None:
            super().leave(origin)

    def action_item(self, step: int) -> None:
        """As in every list; past the last of the matches that are shown, the next ones are sought."""
        finds = self.finds if self.list_name == FIND else None
        if step > 0 and finds is not None and finds.more and self.items.neighbour(step) is None:
            self._again(finds.query)
        else:
            super().action_item(step)

    def action_leave_find(self) -> None:
        """Everything as it was before the box was opened."""
        if self._origin is None:
            return
        origin, self._search = self._origin, None
        self._close()
        self.list_name = origin.list_name
        self._put(self._earlier)
        self.return_to(origin)

    def _close(self) -> None:
        self._origin = None
        if self.frames.foot == _BOX:
            self.put_at_foot("footer")

    def on_descendant_focus(self, _: DescendantFocus) -> None:
        if self._origin is not None and self.focused is not self._box:  # by a click, or by tab
            self.history = self.history.jumped(self._origin)
            self._close()

    # --- searching -----------------------------------------------------------------------------------------------
    def _seek(self, query: Query) -> None:
        """Search for something else, from where one was when the box was opened."""
        from reader.rules.pattern import PatternError
        from reader.tui.search import Search

        try:
            search = Search(self.article, query, self._from)
        except PatternError as error:
            self._search = None
            self._tell_box(clean_line(str(error)), wrong=True)
            return
        self._search, self._shown_at = search, 0.0
        if query.text.strip():
            # The letter that was typed is drawn first, and written too: the thread that does must have its turn.
            self.call_after_refresh(self.set_timer, _BETWEEN, partial(self._go_on, search))
        else:
            self._show(None)
            self._tell_box("")

    @property
    def _from(self) -> int:
        return self._origin.cursor if self._origin is not None else self.pane.cursor

    def _go_on(self, search: Search) -> None:
        if search is not self._search or (search.done and self._shown_at):
            return  # something else is sought now, or all has been shown
        search.step(_STEP)
        if search.done or perf_counter() - self._shown_at > _SHOWN_AGAIN:
            self._show_found(search)
            self._shown_at = perf_counter()
        if not search.done:
            self.set_timer(_BETWEEN, partial(self._go_on, search))

    def _show_found(self, search: Search) -> None:
        from reader.tui.find_list import Finds
        from reader.tui.search import paragraphs_of

        paragraphs = paragraphs_of(self.article)
        finds = Finds(self.article, paragraphs, search.query, search.spans, more=search.full, done=search.done)
        self._show(finds)
        if self._goes_on and (id_ := finds.next_from(self.pane.cursor + 1)) is not None:
            self._goes_on = False
            self.select(id_)
        said = finds.count if finds.places else "none" if search.done else "…"
        self._tell_box("too slow: given up" if search.slow else said, wrong=search.slow)

    def _show(self, finds: Finds | None) -> None:
        """Show what was found, and while the box is open the first of it from where one was."""
        origin = self._origin
        if origin is None:
            self._put(finds)
            return
        self.list_name = FIND if finds is not None else origin.list_name
        self._put(finds)
        id_ = finds.next_from(origin.cursor) if finds is not None else None
        if id_ is not None:
            if id_ != self.selected:
                self.select(id_)
        else:
            self.pane.go_back_to(origin.top, origin.cursor)
            if origin.selected is not None and self.guide is not None and self.guide.knows(origin.selected):
                self.select(origin.selected, origin.mention, follow=False, switch=False)

    def _put(self, finds: Finds | None) -> None:
        """Have what was found as a list, in the text and on the rail."""
        guide = self.guide
        if guide is None:
            from reader.tui.guide import pending_guide

            guide = pending_guide(self.article)
        self.finds = finds
        self.put_guide(guide.with_extra(FIND, finds))
        self.pane.found = finds.places if finds is not None else ()

    def _tell_box(self, status: str, *, wrong: bool = False) -> None:
        if self._box is not None:
            self._box.say(status, wrong=wrong)
