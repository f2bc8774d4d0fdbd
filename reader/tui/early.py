"""The first screen, written to the terminal before Textual is imported, which takes a third of a second.

What is written is what Textual will draw there: it takes over the terminal as it is and draws over it. Keys that move
in the text move it already; all others wait.
"""

from __future__ import annotations

import os
import shutil
import sys
import termios
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from rich.segment import Segment

from reader.tui.early_keys import EarlyKeys
from reader.tui.early_picture import Picture
from reader.tui.few_colours import color_system
from reader.tui.frames import MOST, Size
from reader.tui.stepping import Move

if TYPE_CHECKING:
    from textual.driver import Driver

_ENTER = "\x1b[?1049h"  # the alternate screen, as Textual enters it
_QUIET = "\x1b[?25l\x1b[?7l"  # no cursor, no wrapping of lines
_TOGETHER, _DONE = "\x1b[?2026h", "\x1b[?2026l"  # one picture, not half of it; who does not know this passes over it
_LEAVE = "\x1b[?7h\x1b[?1049l\x1b[?25h"


class Terminal:
    """The terminal with the first screen on it, until Textual takes it over."""

    def __init__(self, picture: Picture, size: Size, attributes: list[int | list[bytes | int]]) -> None:
        self.attributes = attributes
        """What the terminal was set to before."""
        self.taken_over = False
        self._picture, self._size = picture, size
        self._keys: EarlyKeys | None = None
        self._rows: list[str] = []

    # --- until then ----------------------------------------------------------------------------------------------
    def show(self) -> None:
        """Draw what is not on the screen yet."""
        before, self._rows = self._rows, [_encoded(row) for row in self._picture.rows()]
        changed = [y for y, row in enumerate(self._rows) if y >= len(before) or row != before[y]]
        drawn = "".join(f"\x1b[{y + 1};1H{self._rows[y]}" for y in changed)
        _write((_TOGETHER if before else _ENTER + _QUIET + _TOGETHER) + drawn + _DONE)

    def answer_keys(self) -> None:
        """Have keys that move in the text answered from now on."""
        self._keys = EarlyKeys(self._move)

    def _move(self, moves: Sequence[Move]) -> bool:
        if terminal_size() != self._size:
            return False
        for move in moves:
            self._picture.do(move)
        try:
            self.show()
        except OSError:  # the terminal is gone
            return False
        return True

    def end_keys(self) -> bytes:
        """Answer no more keys; what was typed and not answered."""
        keys, self._keys = self._keys, None
        return keys.end() if keys is not None else b""

    # --- taking it over ------------------------------------------------------------------------------------------
    def driver(self, base: type[Driver], begin: Callable[[Picture], None]) -> type[Driver]:
        """Textual's driver for a terminal that shows its first screen already; `begin` is told what is shown when it
        takes over, before anything is laid out, if somebody has moved in it."""
        from reader.tui.steady_driver import SteadyDriver

        if not issubclass(base, SteadyDriver):
            return base
        terminal = self

        class TakingOver(base):  # type: ignore[misc, valid-type]  # mypy knows no class that is a variable
            def start_application_mode(self) -> None:
                self.typed += terminal.end_keys()
                if not terminal.taken_over and terminal._picture.has_moved:
                    begin(terminal._picture)
                super().start_application_mode()
                self.attrs_before = terminal.attributes

            def write(self, data: str) -> None:
                if data == _ENTER and not terminal.taken_over:  # entered again, it would be cleared
                    terminal.taken_over = True
                else:
                    super().write(data)

        return TakingOver


def terminal_size() -> Size:
    """The part of the terminal that is drawn on. (One may call itself 65,535 cells wide and high, and would be sent
    gigabytes.)"""
    width, height = shutil.get_terminal_size()
    return Size(min(width, MOST.width), min(height, MOST.height))


def is_terminal() -> bool:
    """Whether a screen can be written and keys be read where Textual does both."""
    return sys.__stderr__ is not None and sys.__stderr__.isatty() and os.isatty(0)


@contextmanager
def early_screen(picture_of: Callable[[Size], Picture | None], *, keys: bool = True) -> Iterator[Terminal | None]:
    """Show the first screen for as long as it takes; afterwards the terminal is what it was. None: not shown.

    `picture_of` makes it for a size, if it can; without `keys` none is answered before Textual is there.
    """
    size = terminal_size()
    picture = picture_of(size) if is_terminal() else None
    if picture is None:
        yield None
        return
    before = termios.tcgetattr(0)
    terminal = Terminal(picture, size, before)
    quiet = termios.tcgetattr(0)
    quiet[0] &= ~(termios.IXON | termios.ICRNL | termios.INLCR | termios.IGNCR)  # keys come as Textual wants them
    quiet[3] &= ~(termios.ECHO | termios.ICANON)
    quiet[6][termios.VMIN] = 1
    quiet[6][termios.VSUSP] = b"\x00"  # stopped now, it would leave the terminal as it is
    termios.tcsetattr(0, termios.TCSANOW, quiet)
    try:
        terminal.show()
        if keys:
            terminal.answer_keys()
        yield terminal
    finally:
        terminal.end_keys()
        termios.tcsetattr(0, termios.TCSANOW, before)
        # done in any case: a signal may have ended it in the middle of a picture
        _write(_DONE if terminal.taken_over else _DONE + _LEAVE)


def _write(text: str) -> None:
    assert sys.__stderr__ is not None
    sys.__stderr__.write(text)
    sys.__stderr__.flush()


def _encoded(row: list[Segment]) -> str:
    """A row as a terminal takes it, with the colours that Rich would find it to have."""
    system = color_system()
    plain = "NO_COLOR" in os.environ
    styled = ((text, style) for text, style, _ in row if style is not None)
    return "".join((s.without_color if plain else s).render(text, color_system=system) for text, s in styled)
