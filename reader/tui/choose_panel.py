"""A panel to choose one of several things from, narrowed down by what is typed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from textual.binding import Binding
from textual.events import Key, Paste
from textual.geometry import Region

from reader.tui.drawing import Line, Look, Piece, elide
from reader.tui.edit_line import EditLine
from reader.tui.entries import Entry
from reader.tui.find_box import typed_pieces
from reader.tui.item_list import ItemList
from reader.tui.narrowing import narrowed
from reader.tui.panel import Panel

_WIDTH = 64
_TYPED = 24
"""Cells for what is typed."""
_FOOT = 2
"""Rows below the list: a rule, the keys."""


class Option(NamedTuple):
    """Something that can be chosen. Its words must be clean."""

    key: str
    words: str
    right: str = ""
    role: str = ""


class ChoosePanel(Panel, inherit_bindings=False):
    """Gives the key of what was chosen, None when the reader leaves it."""

    BINDINGS = [  # noqa: RUF012 (Textual's own form)
        Binding("escape", "dismiss", "Leave", show=False),
        Binding("enter", "take", "Choose", show=False),
        Binding("down,ctrl+n", "move(1)", "Down", show=False),
        Binding("up,ctrl+p", "move(-1)", "Up", show=False),
        Binding("pagedown", "page(1)", "A page down", show=False),
        Binding("pageup", "page(-1)", "A page up", show=False),
    ]
    framed = True
    keys = (("↑ ↓", " move   "), ("↵", " choose   "), ("abc", " narrow down   "), ("esc", " leave"))

    def __init__(self, look: Look, title: str, options: Sequence[Option]) -> None:
        """`title` must be clean."""
        super().__init__(look)
        self._asked, self._options = title, tuple(options)
        self._line = EditLine()

    def stand_on(self, width: int, height: int, rows: int) -> tuple[Region, int]:
        wide = min(_WIDTH, width)
        foot = _FOOT + self.gap
        tall = min(max(len(self._options), 1) + 2 + foot + 2, height - 2)
        return Region((width - wide) // 2, max(0, (height - tall) // 2), wide, tall), foot

    def entries(self, width: int) -> tuple[Entry, ...]:
        self._draw_head()
        found = narrowed(self._options, self._line.text, lambda option: option.words)
        entries = (
            Entry(option.key, (Line((Piece(option.words, option.role),), (Piece(option.right, "muted"),)),))
            for _, option in found
        )
        return tuple(entries) or (Entry(None, (Line((Piece("nothing matches", "muted"),)),)),)

    def about(self, key: str | None, width: int, rows: int) -> Sequence[Line]:
        return ()

    def head(self, width: int) -> Line:
        title = elide(self._asked, max(8, width - _TYPED - 2))
        pieces, _ = typed_pieces(self._line, _TYPED)
        return Line((Piece(title, "title"), Piece("  "), Piece("› ", "cursor"), *pieces))

    # --- typing --------------------------------------------------------------------------------------------------
    def on_key(self, event: Key) -> None:
        line = self._line.press(event.key)
        if line is None and event.is_printable and event.character:
            line = self._line.insert(event.character)
        if line is not None:
            event.stop()
            self._narrow(line)

    def on_paste(self, event: Paste) -> None:
        event.stop()
        self._narrow(self._line.insert(event.text))

    def _narrow(self, line: EditLine) -> None:
        self._line = line
        entries = self.entries(self.list.line_width)
        self.list.show(entries, next((entry.key for entry in entries if entry.key is not None), None))

    # --- choosing ------------------------------------------------------------------------------------------------
    def action_take(self) -> None:
        if (key := self.list.current) is not None:
            self.dismiss(key)

    def on_item_list_chosen(self, message: ItemList.Chosen) -> None:
        self.action_take()
