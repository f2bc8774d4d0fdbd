"""Textual's driver for a terminal, steadied: stopped and continued it comes back whole, and neither the size of the
terminal nor what it sends makes it fail."""

from __future__ import annotations

import os
import select
import signal
import threading
from codecs import getincrementaldecoder
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from textual import constants
from textual._ansi_sequences import SYNC_END, SYNC_START
from textual._xterm_parser import XTermParser
from textual.driver import Driver
from textual.drivers.linux_driver import LinuxDriver
from textual.events import Paste

from reader.tui.early import terminal_size
from reader.tui.pasted import Pasted, Pastes
from reader.tui.turns import take_short_turns

_TIMES = 50
"""How often it stops again when it is continued in the background, where it must not draw."""

_LOOK = 0.1
"""Seconds between two looks whether it is to end, or whether an escape character was the key."""
_MOST = 1 << 16
"""Bytes taken at once."""


class SteadyDriver(LinuxDriver):
    """Stops and goes on between two events, never within one, as Textual's would: there it could wait for itself."""

    _is_up = False
    _picture: list[str] | None = None
    """What of a picture has come so far; None between two."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._is_drawn = threading.Event()
        self.typed = b""
        """What was typed before it reads the terminal, and is to be done before all else."""
        self._size = terminal_size()  # until it changes; else Textual asks Rich

    # --- stopping and going on -----------------------------------------------------------------------------------
    def start_application_mode(self) -> None:
        take_short_turns()  # with what is drawn, the threads that read keys and write pictures do
        super().start_application_mode()  # type: ignore[no-untyped-call]
        self._is_up = True
        self._app.call_after_refresh(self._is_drawn.set)

    def stop_application_mode(self) -> None:
        self._is_up = False
        super().stop_application_mode()

    def _sigtstp_application(self, *_: object) -> None:
        self._soon(self._stop)

    def _sigcont_application(self, *_: object) -> None:
        self._soon(self._come_back)

    def _soon(self, do: Callable[[], None]) -> None:
        with suppress(RuntimeError):  # the app has ended
            self._loop.call_soon_threadsafe(do)

    def _stop(self) -> None:
        """Give the terminal back, and sleep until somebody says SIGCONT."""
        if not self._is_up:
            return
        self.suspend_application_mode()
        before = {number: signal.signal(number, signal.SIG_DFL) for number in (signal.SIGTSTP, signal.SIGCONT)}
        for _ in range(_TIMES):
            # Without a shell that could continue it the system ignores this; after SIGSTOP it would sleep for ever.
            os.kill(os.getpid(), signal.SIGTSTP)
            if self._is_in_front():
                break
        for number, handler in before.items():
            signal.signal(number, handler)
        self._start_again()

    def _come_back(self) -> None:
        """After a SIGSTOP, of which nobody is told: whoever had the terminal meanwhile may have left it otherwise."""
        if self._is_up:
            self.suspend_application_mode()
            self._start_again()

    def _start_again(self) -> None:
        self.resume_application_mode()
        for screen in self._app.screen_stack:  # nothing that was drawn is there any more
            for widget in (screen, *screen.walk_children()):
                widget.refresh()

    def _is_in_front(self) -> bool:
        try:
            return os.tcgetpgrp(self.fileno) == os.getpgrp()
        except OSError:  # the terminal is gone
            return True

    # --- output --------------------------------------------------------------------------------------------------
    def write(self, data: str) -> None:
        """What is to be seen at once is written at once: in three parts, each would wake the thread that writes."""
        if data == SYNC_START:
            self._picture = []
        if self._picture is None:
            super().write(data)
            return
        self._picture.append(data)
        if data == SYNC_END:
            whole, self._picture = "".join(self._picture), None
            super().write(whole)

    # --- size ----------------------------------------------------------------------------------------------------
    def _get_terminal_size(self) -> tuple[int, int]:
        return terminal_size()

    # --- input ---------------------------------------------------------------------------------------------------
    def run_input_thread(self) -> None:
        """Send on what is typed and pasted; bytes that are no UTF-8 are shown as such, and no reason to end.

        Not before the first picture: until then no pane has a size, and a key that moves would move by none.
        """
        while not (self._is_drawn.wait(_LOOK) or self.exit_event.is_set()):
            pass
        pastes, keys = Pastes(), XTermParser(constants.DEBUG)
        decode = getincrementaldecoder("utf-8")("replace").decode
        while not self.exit_event.is_set():
            typed, self.typed = self.typed, b""
            if typed or select.select([self.fileno], [], [], _LOOK)[0]:
                for part in pastes.feed(decode(typed or os.read(self.fileno, _MOST))):
                    events = [Paste(part.text)] if isinstance(part, Pasted) else keys.feed(part)
                    for event in events:
                        self.process_message(event)
            for event in keys.tick():
                self.process_message(event)


def steadied(driver: type[Driver]) -> type[Driver]:
    """The driver to have instead of the one that Textual would."""
    return SteadyDriver if driver is LinuxDriver else driver
