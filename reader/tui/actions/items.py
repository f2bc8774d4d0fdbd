"""Going through the lists, the mentions of an item, and the entities of the text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from reader.tui import steps
from reader.tui.desk import STILL_READING, Desk

if TYPE_CHECKING:
    from reader.tui.walk import Spot


class Items(Desk):
    """From item to item."""

    def action_show_list(self, number: int) -> None:
        if number < len(self.tabs):
            self.show_list(self.tabs[number].name)
        else:
            self.say(f"no such list: {self.elsewhere or 'nothing was found'}" if self.is_read else STILL_READING)

    _onward: tuple[str, int] = ("item", 1)
    """With which of these keys one went on at last, and where."""

    def action_item(self, step: int) -> None:
        self._onward = ("item", step)
        key = self.items.neighbour(step)
        if key is not None:
            self.walk_to(key)
        elif not self.items.keys:
            nothing = f"nothing in this list: {self.elsewhere}" if self.elsewhere else "nothing was found"
            self.say(nothing if self.is_read else STILL_READING)
        else:
            self.say("the last item" if step > 0 else "the first item")

    def action_mention(self, step: int) -> None:
        self._onward = ("mention", step)
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
        self._onward = ("entity", step)
        spot = self._spot(step)
        if spot is not None:
            self.walk_to(spot.entity, spot.mention, switch=False)
        elif not self.is_read:
            self.say(STILL_READING)
        else:
            self.say("no entity after this" if step > 0 else "no entity before this")

    def _spot(self, step: int) -> Spot | None:
        visited = self.pane.marked.current is not None and self.pane.marked.current.start == self.pane.cursor
        return self.guide.spot(self.pane.cursor, step, stay=not visited) if self.guide is not None else None

    # --- what may come -------------------------------------------------------------------------------------------
    def foresee(self) -> Iterator[None]:
        """Make ready, in small steps, what the next key would show that goes on in the same way, or in another."""
        last, step = self._onward
        for way in sorted(("item", "mention", "entity"), key=lambda way: way != last):
            if self.guide is None or not self.is_read:
                return
            if (there := self._next(way, step)) is not None and self.guide.knows(there[0]):
                yield
                self.guide.detail(*there, self.detail.line_width)
                if self.guide.spans(there[0]):
                    yield from self.pane.foresee(*self.guide.stretch(*there))

    def _next(self, way: str, step: int) -> tuple[str, int] | None:
        """The item and its mention that one of the keys would go to."""
        match way:
            case "item":
                key = self.items.neighbour(step)
                return None if key is None else (key, 0)
            case "mention" if self.guide is not None and self.selected is not None:
                spans = self.guide.spans(self.selected)
                mention = steps.next_span(spans, self.mention, self.pane.cursor, step)
                return None if mention is None else (self.selected, mention)
            case "entity" if (spot := self._spot(step)) is not None:
                return spot.entity, spot.mention
        return None
