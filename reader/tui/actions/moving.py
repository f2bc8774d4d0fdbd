"""Moving in a pane, and from pane to pane."""

from __future__ import annotations

from reader.tui.commands import ARTICLE
from reader.tui.desk import Desk


class Moving(Desk):
    """Rows, pages, top and end of the pane that has the focus."""

    def action_move(self, step: int) -> None:
        self.focused_pane.move(step)
        self.tell()  # now, so that all of it is drawn in one frame

    def action_page(self, step: int) -> None:
        self.focused_pane.page(step)
        self.tell()

    def action_edge(self, side: int) -> None:
        before = self.stand
        self.focused_pane.edge(side)
        if self.pane.cursor != before.cursor:  # a jump, as in other readers
            self.leave(before)
        self.went_to_end = self.pane.cursor if side > 0 and self.focused_pane is self.pane else None
        self.tell()

    def action_other_pane(self) -> None:
        self.set_focus(self.items if self.pane_name == ARTICLE else self.pane)

    def action_list_pane(self) -> None:
        self.set_focus(self.items)
