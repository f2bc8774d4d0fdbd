"""Going through the lists, the mentions of an item, and the entities of the text."""

from __future__ import annotations

from reader.tui import steps
from reader.tui.desk import STILL_READING, Desk


class Items(Desk):
    """From item to item."""

    def action_show_list(self, number: int) -> None:
        if number < len(self.tabs):
            self.show_list(self.tabs[number].name)
        else:
            self.say(f"no such list: {self.elsewhere or 'nothing was found'}" if self.is_read else STILL_READING)

    def action_item(self, step: int) -> None:
        key = self.items.neighbour(step)
        if key is not None:
            self.walk_to(key)
        elif not self.items.keys:
            nothing = f"nothing in this list: {self.elsewhere}" if self.elsewhere else "nothing was found"
            self.say(nothing if self.is_read else STILL_READING)
        else:
            self.say("the last item" if step > 0 else "the first item")

    def action_mention(self, step: int) -> None:
        if self.guide is None or self.selected is None:
            self.say_select_first()
            return
        spans = self.guide.spans(self.selected)
        mention = steps.next_span(spans, self.mention, self.pane.cursor, step)
        if mention is not None:
            self.walk_to(self.selected, mention, switch=False)
            if not self.detail.region:  # on a low screen, where the detail does not tell it
                self.say(f"mention {mention + 1} of {len(spans)}")
        else:
            self.say("the last mention" if step > 0 else "the first mention")

    def action_entity(self, step: int) -> None:
        visited = self.pane.marked.current is not None and self.pane.marked.current.start == self.pane.cursor
        spot = self.guide.spot(self.pane.cursor, step, stay=not visited) if self.guide is not None else None
        if spot is not None:
            self.walk_to(spot.entity, spot.mention, switch=False)
        elif not self.is_read:
            self.say(STILL_READING)
        else:
            self.say("no entity after this" if step > 0 else "no entity before this")
