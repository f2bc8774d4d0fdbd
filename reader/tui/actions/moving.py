"""Moving in a pane, and from pane to pane."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from reader.tui.commands import ARTICLE
from reader.tui.desk import Desk


class Moving(Desk):
    """Rows, pages, top and end of the pane that has the focus."""

    def action_move(self, step: int) -> None:
        with self._followed():
            self.focused_pane.move(step)

    def action_page(self, step: int) -> None:
        with self._followed():
            self.focused_pane.page(step)

    def action_edge(self, side: int) -> None:
        before = self.stand
        with self._followed():
            self.focused_pane.edge(side)
            if self.pane.cursor != before.cursor:  # a jump, as in other readers
                self.leave(before)
            self.went_to_end = self.pane.cursor if side > 0 and self.focused_pane is self.pane else None

    @contextmanager
    def _followed(self) -> Iterator[None]:
        """Everything else follows where one moves to; now, so that all of it is drawn in one frame."""
        before = self.items.current
        yield
        if self.items.current is not None and self.items.current != before:
            self.walk_to(self.items.current)
        else:
            self.tell()

    def action_other_pane(self) -> None:
        self.set_focus(self.items if self.pane_name == ARTICLE else self.pane)

    def action_list_pane(self) -> None:
        self.set_focus(self.items)
