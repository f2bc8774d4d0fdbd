"""Help, made from the commands."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from textual.geometry import Region

from reader import __version__
from reader.tui.commands import BY_ID, COMMANDS, GROUPS, SELECTING
from reader.tui.drawing import BLANK, Line, Piece
from reader.tui.entries import Entry
from reader.tui.notes_list import BOOKMARK, NOTE
from reader.tui.panel import Panel, keys_of

_KEYS = 16
"""Cells for keys and signs."""
_IN = Piece(" ")
"""So that everything stands under the title."""
_WIDTH = 76
_FOOT = 2
"""Rows below the list: a rule, the keys."""
_REACHES = (
    (("down", "up", "right", "left"), "Selecting: by rows and letters"),
    (("word", "word-end", "word-back"), "Selecting: by words"),
    (("row-start", "row-end", "paragraph-back", "paragraph"), "Selecting: to the row’s ends, by paragraphs"),
    (("page-down", "page-up", "top", "bottom"), "Selecting: by pages, to the top and the end"),
)
"""The keys that move the end of a selection are too many for a line each."""


_SIGNS: tuple[tuple[tuple[Piece, ...], str], ...] = (
    ((Piece("›", "cursor"),), "the line where you read"),
    ((Piece("▌", "selected.bar"),), "the selected item"),
    ((Piece("1 2 3", "point"),), "key points, by what matters most"),
    ((Piece(f"{BOOKMARK} {NOTE}", "point"),), "a bookmark, a note"),
    ((Piece("┤", "point"), Piece(" •", "muted")), "on the rail: the selected item’s places, what was found"),
    ((Piece("▁▃█", "muted"),), "where in the article it is named, from its top to its end"),
    ((Piece("“words”", "quote"),), "direct speech"),
    (
        (Piece("words", "quote.indirect"),),
        "speech in the writer’s words, some perhaps in “marks”",
    ),
    ((Piece("name", "entity.person"), Piece(" name", "entity.organisation")), "a person, an organisation or a people"),
    ((Piece("name", "entity.place"), Piece(" date", "entity.figure")), "a place, a date or a figure"),
)
"""What stands for what, drawn as it is."""


def help_entries() -> tuple[Entry, ...]:
    """A line for every command, by group, then one for every sign."""
    entries: list[Entry] = []
    for group in GROUPS:
        entries += [Entry(None, (BLANK,))] if entries else []
        entries.append(Entry(None, (Line((_IN, Piece(group, "heading"))),)))
        for command in COMMANDS:
            if command.group == group and command.listed:
                entries.append(_entry(command.shown_keys, command.title))
        if group == SELECTING:
            for names, title in _REACHES:
                entries.append(_entry(" ".join(BY_ID[f"select.{name}"].first_key for name in names), title))
    entries += [Entry(None, (BLANK, Line((_IN, Piece("Signs", "heading")))))]
    for sign, title in _SIGNS:
        pad = Piece(" " * (_KEYS - sum(cell_len(piece.text) for piece in sign)))
        entries.append(Entry(None, (Line((_IN, *sign, pad, Piece(title, "muted"))),)))
    mouse = Line(
        (
            _IN,
            Piece("The mouse: click what you see; the wheel scrolls; drag to select text.", "muted"),
        )
    )
    entries += [Entry(None, (BLANK, mouse))]
    return tuple(entries)


def _entry(keys: str, title: str) -> Entry:
    pad = " " * max(1, _KEYS - cell_len(keys))
    return Entry(None, (Line((_IN, Piece(keys, "strong"), Piece(pad), Piece(title, "muted"))),))


class HelpScreen(Panel):
    """All keys and signs on one page; any of the usual keys closes it, and a click."""

    BINDINGS = [keys_of("help", "dismiss"), keys_of("go", "dismiss")]  # noqa: RUF012 (Textual's own form)
    framed = True
    keys = (("move.down move.up page.down page.up", " scroll   "), ("esc", " close"))

    def on_mount(self) -> None:
        self.set_title("Keys and signs", f"reader {__version__}")

    def stand_on(self, width: int, height: int, rows: int) -> tuple[Region, int]:
        wide = min(_WIDTH, width)
        foot = _FOOT + self.gap
        tall = min(rows + 4 + foot, height - 2)
        return Region((width - wide) // 2, max(0, (height - tall) // 2), wide, tall), foot

    def entries(self, width: int) -> tuple[Entry, ...]:
        return help_entries()

    def about(self, key: str | None, width: int, rows: int) -> Sequence[Line]:
        return ()

    def on_click(self) -> None:
        self.dismiss()
