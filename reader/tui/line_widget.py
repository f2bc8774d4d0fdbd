"""A widget made of lines: it draws what a pure function gives it and says which command was clicked."""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment
from textual.events import Click
from textual.message import Message

from reader.tui.drawing import BLANK, Line, Look, command_at, fit, line_segments
from reader.tui.plain_widget import PlainWidget


class LineWidget(PlainWidget, can_focus=False):
    """Rows of pieces on the ground of one role; `lines` says which."""

    ground = "text"
    """The role that everything is drawn on."""
    margin = 1
    """Blank cells at both sides."""
    takes_letters = False
    """Whether one types into it: then keys are letters before they are commands."""
    shadows: frozenset[str] = frozenset()
    """Actions of the screen that cannot be asked for while it has the focus: it needs their keys."""

    class Pressed(Message):
        """A piece that gives a command was clicked."""

        def __init__(self, command: str) -> None:
            super().__init__()
            self.command = command

    def __init__(self, look: Look, *, id: str | None = None) -> None:  # noqa: A002 (Textual's own name)
        super().__init__(id=id)
        self._look = look

    @property
    def look(self) -> Look:
        return self._look

    @look.setter
    def look(self, look: Look) -> None:
        self._look = look
        self.refresh()

    def lines(self, width: int) -> Sequence[Line]:
        """The rows for a width in cells."""
        raise NotImplementedError

    def _row(self, y: int) -> Line:
        lines = self.lines(max(0, self.outer_size.width - 2 * self.margin))
        return lines[y] if y < len(lines) else BLANK

    def cells(self, y: int) -> list[Segment]:
        width = self.outer_size.width
        segments = line_segments(self._row(y), width, self.margin, self.look, self.ground)
        return Segment.adjust_line_length(segments, width, self.look[self.ground])

    def on_click(self, event: Click) -> None:
        pieces = fit(self._row(event.y), max(0, self.outer_size.width - 2 * self.margin))
        command = command_at(pieces, event.x - self.margin)
        if command:
            event.stop()
            self.post_message(self.Pressed(command))
