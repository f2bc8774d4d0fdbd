"""The choice of a theme: what is under the sign is what one sees, until one keeps it or goes back."""

from __future__ import annotations

from collections.abc import Sequence

from textual.binding import Binding
from textual.geometry import Region
from textual.message import Message

from reader.article.clean import clean_line
from reader.errors import ReaderError
from reader.tui.drawing import Line, Look, Piece
from reader.tui.entries import Entry
from reader.tui.item_list import ItemList
from reader.tui.panel import Panel, keys_of
from reader.tui.theme_files import load_theme

_WIDTH = 34
_FOOT = 4
"""Rows below the list: two about the current theme."""


class ThemePicker(Panel):
    """Ends with the name of the theme that is kept, or None."""

    BINDINGS = [  # noqa: RUF012 (Textual's own form)
        Binding("enter", "keep", "Keep it", show=False),
        keys_of("theme", "move(1)"),
    ]
    framed = True
    keys = (("↵", " keep   "), ("esc", " back"))

    class Previewed(Message):
        """A theme is to be seen."""

        def __init__(self, picker: ThemePicker, name: str) -> None:
            super().__init__()
            self.picker, self.name = picker, name

    def __init__(self, look: Look, names: Sequence[str], current: str) -> None:
        super().__init__(look)
        self._names = tuple(names)
        self.begin_at = self._current = current

    def on_mount(self) -> None:
        self.set_title("Themes", str(len(self._names)))

    def stand_on(self, width: int, height: int, rows: int) -> tuple[Region, int]:
        wide = min(_WIDTH, width)
        foot = _FOOT + self.gap
        tall = min(rows + 4 + foot, height - 2)
        return Region(width - wide - 1, max(0, (height - tall) // 2), wide, tall), foot

    def entries(self, width: int) -> tuple[Entry, ...]:
        kept = {self._current: "in use"}
        return tuple(
            Entry(name, (Line((Piece(name),), (Piece(kept.get(name, ""), "muted"),)),)) for name in self._names
        )

    def about(self, key: str | None, width: int, rows: int) -> Sequence[Line]:
        try:
            theme = load_theme(key or self._current)
        except ReaderError as error:
            return (Line((Piece(clean_line(error.message), "notice"),)),)
        words = f"{'dark' if theme.dark else 'light'}{', your terminal’s own' if theme.ansi else ''}"
        return (Line((Piece(words, "muted"),)),)

    def on_item_list_moved(self, message: ItemList.Moved) -> None:
        self.post_message(self.Previewed(self, message.key))

    def on_item_list_chosen(self, message: ItemList.Chosen) -> None:
        self._tell()
        self.post_message(self.Previewed(self, message.key))

    def action_keep(self) -> None:
        self.dismiss(self.list.current)
