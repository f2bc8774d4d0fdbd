"""Help, made from the commands."""

from __future__ import annotations

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import Binding
from textual.screen import ModalScreen

from reader.tui.commands import COMMANDS, GROUPS
from reader.tui.drawing import BLANK, Line, Look, Piece
from reader.tui.item_list import ItemList
from reader.tui.list_rows import Entry

_KEYS = 14


def help_entries() -> tuple[Entry, ...]:
    """A line for every command, by group."""
    entries: list[Entry] = []
    for group in GROUPS:
        if entries:
            entries.append(Entry(None, (BLANK,)))
        entries.append(Entry(None, (Line((Piece(group, "heading"),)),)))
        for command in COMMANDS:
            if command.group == group:
                keys = command.shown_keys
                pad = " " * max(1, _KEYS - cell_len(keys))
                entries.append(Entry(None, (Line((Piece(keys, "strong"), Piece(pad), Piece(command.title, "muted"))),)))
    entries += [Entry(None, (line,)) for line in (BLANK, Line((Piece("The mouse: click what you see; wheel to scroll.", "muted"),)))]
    return tuple(entries)


class HelpScreen(ModalScreen[None], inherit_bindings=False):
    """All keys on one page; any of the usual keys closes it."""

    BINDINGS = [  # noqa: RUF012 (Textual's own form)
        Binding("escape,q,question_mark,enter", "dismiss", "Close", show=False),
        Binding("j,down", "scroll(1)", "Down", show=False),
        Binding("k,up", "scroll(-1)", "Up", show=False),
        Binding("space,pagedown", "scroll(10)", "A page down", show=False),
        Binding("b,pageup", "scroll(-10)", "A page up", show=False),
    ]

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._list = ItemList(look, id="help")

    def compose(self) -> ComposeResult:
        yield self._list

    def on_mount(self) -> None:
        self._list.show(help_entries(), None)

    def action_scroll(self, rows: int) -> None:
        self._list.move(rows)

    def on_click(self) -> None:
        self.dismiss()
