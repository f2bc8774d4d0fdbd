"""The row at the foot while text is selected: how much, and the keys that matter. It has the focus, and so its keys."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len

from reader.spans import Span
from reader.tui.commands import COMMANDS, SELECT_MODE
from reader.tui.drawing import Line, Look, Piece
from reader.tui.line_widget import LineWidget

_COUNTED = 200_000
"""Characters of which words are counted; of more the characters are told."""


def how_much(text: str, span: Span) -> str:
    """How much of a text a span holds, in words."""
    if span.length > _COUNTED:
        return f"{span.length:,} characters"
    words = len(span.of(text).split())
    return "1 word" if words == 1 else f"{words:,} words"


class SelectBar(LineWidget, can_focus=True):
    """Says what is selected."""

    ground = "bar"
    shadows = frozenset({"select_text"})
    margin = 0
    BINDINGS = [command.binding for command in COMMANDS if command.mode == SELECT_MODE]  # noqa: RUF012 (Textual's form)

    def __init__(self, look: Look) -> None:
        super().__init__(look, id="select-bar")
        self._amount = ""

    def show(self, amount: str) -> None:
        """Say how much is selected."""
        if amount != self._amount:
            self._amount = amount
            self.refresh()

    def lines(self, width: int) -> Sequence[Line]:
        left = (Piece(" selected ", "bar.key"), Piece(f" {self._amount}", "bar.strong"))
        room = width - sum(cell_len(piece.text) for piece in left) - 1
        moves = Piece("hjkl w b e 0 $ { } g G  ", "muted")
        pieces: list[Piece] = [moves] if room > 80 else []
        used = cell_len(moves.text) if pieces else 0
        for command in COMMANDS:
            if command.mode == SELECT_MODE and command.label:
                keys = command.first_key
                used += cell_len(keys) + cell_len(command.label) + 4
                if used > room:
                    break
                pieces += [Piece("   " if pieces else ""), Piece(keys, "bar.key", command.id)]
                pieces += [Piece(f" {command.label}", "", command.id)]
        return (Line(left, (*pieces, Piece(" "))),)
