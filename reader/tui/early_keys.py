"""Keys that are pressed while Textual is being imported: those that move in the text are answered at once, and from the
first other one on all bytes are kept, in order, for whoever takes the terminal over."""

from __future__ import annotations

import os
import select
import threading
from collections.abc import Callable, Iterator

from reader.tui.stepping import Move
from reader.tui.turns import take_short_turns

_DOWN, _UP, _PAGE_DOWN, _PAGE_UP = Move(1), Move(-1), Move(1, True), Move(-1, True)
KEYS = {
    **dict.fromkeys((b"j", b"\x1b[B", b"\x1bOB"), _DOWN),
    **dict.fromkeys((b"k", b"\x1b[A", b"\x1bOA"), _UP),
    **dict.fromkeys((b" ", b"\x1b[6~"), _PAGE_DOWN),
    **dict.fromkeys((b"b", b"\x1b[5~"), _PAGE_UP),
}
"""The usual keys of `move` and `page`, as terminals send them."""
_MOST = 1 << 12


def taken(typed: bytes) -> Iterator[tuple[Move, int]]:
    """The moves that what was typed begins with, each with where it ends. Pure."""
    at = 0
    while key := next((key for key in KEYS if typed.startswith(key, at)), None):
        at += len(key)
        yield KEYS[key], at


def may_go_on(typed: bytes) -> bool:
    """Whether what is left of it, when its moves are taken, can become one of these keys. Pure."""
    return any(key.startswith(typed) for key in KEYS)


class EarlyKeys:
    """Reads the terminal in a thread until somebody else does."""

    def __init__(self, do: Callable[[list[Move]], bool]) -> None:
        """`do` does moves one after the other, if it can, and says whether it did."""
        self._do = do
        self._typed = b""
        self._woken, self._wake = os.pipe()
        self._thread = threading.Thread(target=self._read, name="early keys", daemon=True)
        self._thread.start()

    def end(self) -> bytes:
        """Read no more; what was typed and not done."""
        os.close(self._wake)
        self._thread.join()
        os.close(self._woken)
        return self._typed

    def _read(self) -> None:
        take_short_turns()  # of the thread that imports the most
        while may_go_on(self._typed):
            if self._woken in select.select([0, self._woken], [], [])[0]:
                return
            try:
                data = os.read(0, _MOST)
            except OSError:  # the terminal is gone
                return
            self._typed += data
            moves = [*taken(self._typed)]
            if not data or (moves and not self._do([move for move, _ in moves])):
                return
            self._typed = self._typed[moves[-1][1] if moves else 0 :]
