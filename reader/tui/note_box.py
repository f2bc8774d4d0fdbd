"""The row in which one types a note: it stands where the footer stands."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from textual.events import Key, Paste
from textual.geometry import Offset

from reader.tui.commands import COMMANDS, NOTE_MODE, OPENING
from reader.tui.drawing import Line, Look, Piece
from reader.tui.edit_line import EditLine
from reader.tui.find_box import typed_pieces
from reader.tui.line_widget import LineWidget

_LEAST = 24
"""Cells that are left to what is typed, before anything is said of keys."""


class NoteBox(LineWidget, can_focus=True):
    """Takes the words of a note; what is done with them is said by the commands."""

    ground = "bar"
    takes_letters = True
    shadows = OPENING
    margin = 0
    BINDINGS = [command.binding for command in COMMANDS if command.mode == NOTE_MODE]  # noqa: RUF012 (Textual's form)

    def __init__(self, look: Look) -> None:
        super().__init__(look, id="note-box")
        self._line = EditLine()
        self._prompt = "note"

    @property
    def words(self) -> str:
        """What has been typed, clean."""
        return " ".join(self._line.text.split())

    def open(self, words: str, prompt: str = "note") -> None:
        """Begin with some words, to be changed; `prompt` says what they are."""
        self._line = EditLine(words, len(words))
        self._prompt = prompt
        self.refresh()

    def on_key(self, event: Key) -> None:
        line = self._line.press(event.key)
        if line is None and event.is_printable and event.character:
            line = self._line.insert(event.character)
        if line is not None:  # else it is a command's key
            event.stop()
            self._line = line
            self.refresh()

    def on_paste(self, event: Paste) -> None:
        event.stop()
        self._line = self._line.insert(event.text)
        self.refresh()

    def lines(self, width: int) -> Sequence[Line]:
        prompt = Piece(f" {self._prompt}  ", "bar.key")
        right: list[Piece] = []
        for command in COMMANDS:
            if command.mode == NOTE_MODE and command.label:
                right += [Piece("  "), Piece(command.first_key, "bar.key", command.id)]
                right.append(Piece(f" {command.label} ", "", command.id))
        room = width - cell_len(prompt.text) - sum(cell_len(piece.text) for piece in right) - 2
        if room < _LEAST:
            right, room = [], width - cell_len(prompt.text) - 2
        pieces, cell = typed_pieces(self._line, max(1, room))
        if self.has_focus:  # where an input method shows what it is composing
            self.app.cursor_position = Offset(self.region.x + cell_len(prompt.text) + cell, self.region.y)
        return (Line((prompt, *pieces), tuple(right)),)
