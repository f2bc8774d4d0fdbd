"""The detail of the selected item, with its links as a list that can be walked."""

from __future__ import annotations

from reader.reading import Reading
from reader.tui.detail_text import Tie, detail_of, ties_of
from reader.tui.drawing import BLANK, Line, Look, Piece
from reader.tui.item_list import ItemList
from reader.tui.list_rows import Entry


class Detail(ItemList):
    """Says what the selected item is; its links are entries with their number as key."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, id="detail", keep_sign=False)
        self._ties: tuple[Tie, ...] = ()
        self._shown: str | None = None

    @property
    def ties(self) -> tuple[Tie, ...]:
        """The links of the item that is shown."""
        return self._ties

    def show_item(self, reading: Reading | None, id_: str | None, mention: int) -> None:
        """Show an item at one of its mentions, or how to begin when there is none."""
        if reading is None or id_ is None:
            self._ties = ()
            self.show(_hints(reading), None)
        else:
            self._ties = ties_of(reading, id_)
            same = id_ == self._shown
            self.show(detail_of(reading, id_, mention, self.row_width), self.current if same else None, keep_scroll=same)
        self._shown = id_


def _hints(reading: Reading | None) -> tuple[Entry, ...]:
    if reading is None:
        return ()
    hints = [("n", "the next item"), ("↵", "go to it"), ("l", "what it is tied to"), ("?", "all keys")]
    return tuple(
        Entry(None, (line,))
        for line in (BLANK, *(Line((Piece(f"{key:>3}  ", "strong"), Piece(words, "muted"))) for key, words in hints))
    )
