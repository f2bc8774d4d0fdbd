"""From one end of a tie to the other, and back."""

from __future__ import annotations

from reader.spans import Span
from reader.tui import commands, steps
from reader.tui.desk import STILL_READING, Desk
from reader.tui.history import History, Stand


class Ties(Desk):
    """Going to an item or along its links; every jump can be taken back."""

    def action_go(self) -> None:
        match self.pane_name:
            case commands.LINKS:
                if self.detail.current is not None:
                    self.follow(self.detail.current)
            case commands.LIST:
                self._go_to_listed()
            case _:
                self.select_under(self.pane.cursor)

    def _go_to_listed(self) -> None:
        """To the current item of the list, to the first of all when none is; where that is a jump, one can go back."""
        key = self.items.current or next(iter(self.items.keys), None)
        if key is None or self.guide is None:
            return
        mention = self.mention if key == self.selected else 0
        spans = self.guide.spans(key)
        if spans and spans[mention].start != self.pane.cursor:
            self.leave()
        self.select(key, mention)
        self.set_focus(self.pane)

    def select_under(self, offset: int) -> None:
        """Select what is at a place, or what else is on its row; again, and the next wider thing is selected."""
        if self.guide is None or not self.is_read:
            self.say(STILL_READING)
            return
        from reader.tui.why import links_in

        id_ = steps.pick(self.guide.under(offset, self.pane.line), self.selected)
        if id_ is not None:
            self.leave()
            self.select(id_, self.guide.mention_near(id_, offset), follow=False)
        elif links := links_in(self.article, Span(offset, offset + 1)):
            self.say(f"a link to {links[0].target or 'nowhere'}")
        elif self.selected is None:
            self.say(f"nothing is marked here: {commands.BY_ID['entity.next'].first_key} goes to the next name")

    def follow(self, key: str) -> None:
        """Go along the link of the selected item that has this key in the detail."""
        if self.guide is not None:
            tie = self.detail.ties[int(key)]
            self.leave()
            self.select(tie.target)
            self.set_focus(self.items)

    def action_links(self) -> None:
        if not self.detail.ties:
            if self.selected is None:
                self.say_select_first()
            else:
                self.say("nothing is tied to it")
            return
        self.set_focus(self.detail)
        if self.detail.current is None:
            self.detail.move(1)

    def action_back(self) -> None:
        self._travel(self.history.back(self.stand), "nowhere to go back to")

    def action_forward(self) -> None:
        self._travel(self.history.forward(self.stand), "nowhere to go forward to")

    def _travel(self, step: tuple[History, Stand] | None, otherwise: str) -> None:
        if step is None:
            self.say(otherwise)
            return
        self.history, stand = step
        self.return_to(stand)
