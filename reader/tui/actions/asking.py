"""A line that the reader is asked for, at the foot of the screen."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from reader.tui.commands import ARTICLE
from reader.tui.desk import Desk

if TYPE_CHECKING:
    from textual.events import DescendantFocus

    from reader.tui.drawing import Look
    from reader.tui.note_box import NoteBox


class Asking(Desk):
    """Opens the box, and gives what was typed to whoever asked."""

    _note_box: NoteBox | None = None
    _then: Callable[[str], None] | None = None  # who has asked; None when the box is not open
    _asked_in = ARTICLE

    def set_look(self, look: Look) -> None:
        super().set_look(look)
        if self._note_box is not None:
            self._note_box.look = look

    async def ask(self, prompt: str, words: str, then: Callable[[str], None]) -> None:
        """Let the reader change some words, and call `then` with them; not when the reader leaves it."""
        if self._note_box is None:
            from reader.tui.note_box import NoteBox

            self._note_box = NoteBox(self.pane.look)
            await self.mount(self._note_box)
        self._then, self._asked_in = then, self.pane_name
        self._note_box.open(words, prompt)
        self._stand_at_foot("note-box")
        self.set_focus(self._note_box)

    def action_keep_note(self) -> None:
        then, words = self._then, self._note_box.words if self._note_box is not None else ""
        self.action_leave_note()
        if then is not None:
            then(words)

    def action_leave_note(self) -> None:
        if self._then is not None:
            self._then = None
            self._stand_at_foot("footer")
            self.set_focus(self.pane if self._asked_in == ARTICLE else self.items)

    def on_descendant_focus(self, _: DescendantFocus) -> None:
        if self._then is not None and self.focused is not self._note_box:  # by a click, or by tab
            self._then = None
            self._stand_at_foot("footer")

    def _stand_at_foot(self, name: str) -> None:
        self.frames.foot = name
        self.detail.refresh(layout=True)  # of a child: the screen's own would keep the arrangement it has
