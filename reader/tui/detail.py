"""The detail of the selected item, with its links as a list that can be walked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.cells import cell_len

from reader.tui.commands import BY_ID
from reader.tui.drawing import BLANK, Line, Look, Piece
from reader.tui.entries import Entry
from reader.tui.item_list import ItemList

if TYPE_CHECKING:
    from reader.tui.detail_text import Tie
    from reader.tui.guide import Guide


class Detail(ItemList):
    """Says what the selected item is; its links are entries with their number as key."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, id="detail", ruled=True, keep_sign=False)
        self.ties: Sequence[Tie] = ()
        self._shown: str | None = None

    def show_item(self, guide: Guide, id_: str | None, mention: int) -> None:
        """Show an item at one of its mentions, or how to begin when there is none."""
        if id_ is None:
            self.ties = ()
            self.show(_hints(), None)
        else:
            self.ties = guide.ties(id_)
            same = id_ == self._shown
            self.show(guide.detail(id_, mention, self.line_width), self.current if same else None, stay=same)
        self._shown = id_


_HINTS = (
    (("item.next", "item.previous"), "next, previous item"),
    (("go",), "go to it"),
    (("links",), "what it is tied to"),
    (("list.quotes", "list.entities", "list.points"), "the lists"),
    (("find",), "find"),
    (("help",), "all keys"),
)


def _hints() -> tuple[Entry, ...]:
    keys = [(" ".join(BY_ID[command].first_key for command in commands), words) for commands, words in _HINTS]
    column = max(cell_len(key) for key, _ in keys) + 3
    lines = [
        Line((Piece(key + " " * (column - cell_len(key)), "strong"), Piece(words, "muted"))) for key, words in keys
    ]
    return tuple(Entry(None, (line,)) for line in (BLANK, *lines))
