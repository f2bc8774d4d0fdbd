"""The menu of rules and sets: on and off at once, with what each is for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from textual.binding import Binding
from textual.geometry import Region
from textual.message import Message

from reader.tui.drawing import Line, Look
from reader.tui.entries import Entry
from reader.tui.item_list import ItemList
from reader.tui.panel import Panel, keys_of
from reader.tui.rules_text import RulesInUse, menu_about, menu_entries

_WIDTH = 66
_FOOT = 5
"""Rows below the list: three about the current rule."""


class RulesMenu(Panel):
    """Says with a message which rules are to be on; what comes of it is given to `show_rules`."""

    BINDINGS = [  # noqa: RUF012 (Textual's own form)
        Binding("space,enter", "switch", "On or off", show=False),
        Binding("a", "switch_all", "All on, or all off", show=False),
        keys_of("rules", "dismiss"),
    ]
    framed = True
    keys = (("space", " on/off   "), ("a", " all on/off   "), ("esc", " close"))

    class Switched(Message):
        """Rules are to be on or off, by their ids."""

        def __init__(self, on: Mapping[str, bool]) -> None:
            super().__init__()
            self.on = on

    def __init__(self, look: Look, state: RulesInUse) -> None:
        super().__init__(look)
        self._state = state
        self._on = {rule.id: rule.on for rule in state.rules}

    def show_rules(self, state: RulesInUse) -> None:
        """Other rules, or other counts; what was switched here since stays switched."""
        before = {rule.id: rule.on for rule in self._state.rules}
        waiting = {id_: on for id_, on in self._on.items() if before.get(id_) != on}
        self._state = state
        self._on = {rule.id: waiting.get(rule.id, rule.on) for rule in state.rules}
        if self.is_mounted:
            self._place()
            self.fill(stay=True)

    # --- what it shows -------------------------------------------------------------------------------------------
    def stand_on(self, width: int, height: int, rows: int) -> tuple[Region, int]:
        wide = min(_WIDTH, width)
        foot = _FOOT + self.gap
        tall = min(rows + 4 + foot, height - 2)
        return Region((width - wide) // 2, max(0, (height - tall) // 2), wide, tall), foot

    def entries(self, width: int) -> tuple[Entry, ...]:
        on = sum(self._on.values())
        self.set_title("Rules", f"{on} on · {len(self._on) - on} off")
        return menu_entries(self._state, self._on)

    def about(self, key: str | None, width: int, rows: int) -> Sequence[Line]:
        return menu_about(self._state, key, width, rows)

    # --- switching -----------------------------------------------------------------------------------------------
    def action_switch(self) -> None:
        if self.list.current is not None:
            self._switch([rule.id for rule in self._state.of_key(self.list.current)])

    def action_switch_all(self) -> None:
        self._switch(list(self._on))

    def _switch(self, ids: Sequence[str]) -> None:
        """All of them on; off when they are all on already."""
        if ids:
            change = dict.fromkeys(ids, not all(self._on[id_] for id_ in ids))
            self._on |= change
            self.fill(stay=True)
            self.post_message(self.Switched(change))

    def on_item_list_chosen(self, message: ItemList.Chosen) -> None:
        self._tell()
        self.action_switch()
