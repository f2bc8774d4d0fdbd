"""The row in which one types what to find: it stands where the footer stands."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len, split_graphemes
from textual.events import Key, Paste
from textual.geometry import Offset
from textual.message import Message

from reader.tui.commands import COMMANDS, FIND_MODE, OPENING
from reader.tui.drawing import Line, Look, Piece, elide, safe
from reader.tui.edit_line import EditLine
from reader.tui.line_widget import LineWidget
from reader.tui.search import Query

_ENDS = frozenset({"find.keep", "find.leave"})
_LEAST = 16
"""Cells that are left to what is typed, before anything is said of keys."""


class FindBox(LineWidget, can_focus=True):
    """Takes what is typed, and says so; beside it how many were found, and what else can be done."""

    ground = "bar"
    takes_letters = True
    shadows = OPENING
    margin = 0
    BINDINGS = [command.binding for command in COMMANDS if command.mode == FIND_MODE]  # noqa: RUF012 (Textual's form)

    class Changed(Message):
        """Something else is to be found."""

        def __init__(self, query: Query) -> None:
            super().__init__()
            self.query = query

    def __init__(self, look: Look) -> None:
        super().__init__(look, id="find-box")
        self._line = EditLine()
        self._regex = self._switched = False
        self._status, self._wrong = "", False
        self._left = False  # whether the key that closes it was pressed

    @property
    def sought(self) -> Query:
        """What is to be found."""
        return Query(self._line.text, self._regex)

    @property
    def untouched(self) -> bool:
        """Whether the query is still the one of before."""
        return self._line.fresh and not self._switched

    def open(self) -> None:
        """Begin anew, with the query of before to be replaced or changed."""
        self._line = EditLine(self._line.text, len(self._line.text), fresh=bool(self._line.text))
        self._left = self._switched = False
        self.say("")

    def say(self, status: str, *, wrong: bool = False) -> None:
        """Say beside the query what came of it. `status` must be clean."""
        self._status, self._wrong = status, wrong
        self.refresh()

    def switch(self) -> None:
        """From words to a regular expression, and back; a query of before is still replaced by what is typed."""
        self._regex, self._switched = not self._regex, True
        self._tell()

    def _tell(self) -> None:
        self.refresh()
        self.post_message(self.Changed(self.sought))

    # --- typing --------------------------------------------------------------------------------------------------
    def on_key(self, event: Key) -> None:
        if self._left:
            return  # typed ahead: it is for whatever has the focus once the box is closed
        self._left = any(binding.id in _ENDS for binding in self._bindings.key_to_bindings.get(event.key, ()))
        line = None if self._left else self._line.press(event.key)
        if line is None and not self._left and event.is_printable and event.character:
            line = self._line.insert(event.character)
        if line is not None:  # else it is a command's key
            event.stop()
            self._take(line)

    def on_paste(self, event: Paste) -> None:
        event.stop()
        self._take(self._line.insert(event.text))

    def _take(self, line: EditLine) -> None:
        old, self._line = self._line, line
        if line.text != old.text:
            self._tell()
        self._show_place()
        self.refresh()

    # --- drawing -------------------------------------------------------------------------------------------------
    def lines(self, width: int) -> Sequence[Line]:
        prompt, right = self._prompt, self._right(width)
        return (Line((prompt, *self._typed(width)[0]), right),)

    @property
    def _prompt(self) -> Piece:
        return Piece(" regex / " if self._regex else " / ", "bar.strong")

    def _typed(self, width: int) -> tuple[list[Piece], int]:
        beside = cell_len(self._prompt.text) + sum(cell_len(piece.text) for piece in self._right(width))
        return typed_pieces(self._line, max(1, width - beside - 2))

    def _show_place(self) -> None:
        """Let the terminal know where one types: there an input method shows what it is composing."""
        at = cell_len(self._prompt.text) + self._typed(self.size.width)[1]
        self.app.cursor_position = Offset(self.region.x + at, self.region.y)

    def _right(self, width: int) -> tuple[Piece, ...]:
        said = elide(self._status, max(8, width - 2 * _LEAST))
        status = [Piece(said, "bar.wrong" if self._wrong else "bar.strong"), Piece(" ")] if said else []
        pieces: list[Piece] = []
        used = _LEAST + sum(cell_len(piece.text) for piece in status)
        for command in COMMANDS:
            if command.mode == FIND_MODE and command.label:
                label = "words" if self._regex and command.id == "find.regex" else command.label
                keys = command.first_key
                used += cell_len(keys) + len(label) + 4
                if used > width:
                    break
                pieces += [Piece("  "), Piece(keys, "bar.key", command.id), Piece(f" {label} ", "", command.id)]
        return (*status, *pieces)


def typed_pieces(line: EditLine, room: int) -> tuple[list[Piece], int]:
    """What is typed in `room` cells, its place in view, and the cell of that place."""
    text = safe(line.text)
    start = 0
    while start < line.at and cell_len(text[start : line.at]) > room - 2:
        start += split_graphemes(text[start : line.at])[0][0][1]
    before, after = text[start : line.at], text[line.at :]
    under = after[: split_graphemes(after)[0][0][1]] if after else " "
    role = "selected.text" if line.fresh else "bar.key"
    pieces = [Piece(before, role), Piece(under, "bar.cursor"), Piece(after[len(under) :], role)]
    return pieces, cell_len(before)
