"""Help, made from the commands."""

from __future__ import annotations

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import Binding
from textual.screen import ModalScreen

from reader.tui.commands import BY_ID, COMMANDS, GROUPS, SELECTING
from reader.tui.drawing import BLANK, Line, Look, Piece
from reader.tui.entries import Entry
from reader.tui.item_list import ItemList

_KEYS = 14
_REACHES = (
    (("down", "up", "right", "left"), "Selecting: by rows and letters"),
    (("word", "word-end", "word-back"), "Selecting: by words"),
    (("row-start", "row-end", "paragraph-back", "paragraph"), "Selecting: to the row’s ends, by paragraphs"),
    (("page-down", "page-up", "top", "bottom"), "Selecting: by pages, to the top and the end"),
)
"""The keys that move the end of a selection are too many for a line each."""


def help_entries() -> tuple[Entry, ...]:
    """A line for every command, by group."""
    entries: list[Entry] = []
    for group in GROUPS:
        entries.append(Entry(None, (BLANK,)))
        entries.append(Entry(None, (Line((Piece(group, "heading"),)),)))
        for command in COMMANDS:
            if command.group == group and command.listed:
                entries.append(_entry(command.shown_keys, command.title))
        if group == SELECTING:
            for names, title in _REACHES:
                entries.append(_entry(" ".join(BY_ID[f"select.{name}"].first_key for name in names), title))
    mouse = Line((Piece("The mouse: click what you see; the wheel scrolls.", "muted"),))
    entries += [Entry(None, (BLANK, mouse, BLANK))]
    return tuple(entries)


def _entry(keys: str, title: str) -> Entry:
    pad = " " * max(1, _KEYS - cell_len(keys))
    return Entry(None, (Line((Piece(keys, "strong"), Piece(pad), Piece(title, "muted"))),))


class HelpScreen(ModalScreen[None], inherit_bindings=False):
    """All keys on one page; any of the usual keys closes it."""

    BINDINGS = [  # noqa: RUF012 (Textual's own form)
        Binding("escape,q,question_mark,enter", "dismiss", "Close", show=False),
        Binding("j,down", "scroll(1)", "Down", show=False),
        Binding("k,up", "scroll(-1)", "Up", show=False),
        Binding("space,pagedown", "scroll(10)", "A page down", show=False),
        Binding("b,pageup", "scroll(-10)", "A page up", show=False),
    ]

    DEFAULT_CSS = """
    HelpScreen { align: center middle; background: $background 60%; }
    HelpScreen > ItemList { width: 66; max-width: 100%; max-height: 100%; }
    """

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._list = ItemList(look, id="help")

    def compose(self) -> ComposeResult:
        yield self._list

    def on_mount(self) -> None:
        entries = help_entries()
        self._list.styles.height = sum(len(entry.lines) for entry in entries)
        self._list.show(entries, None)

    def action_scroll(self, rows: int) -> None:
        self._list.move(rows)

    def on_click(self) -> None:
        self.dismiss()
