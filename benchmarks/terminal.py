"""A program on a pseudo-terminal of 120 × 40, and the clock beside it."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import termios
from pathlib import Path
from time import perf_counter
from types import TracebackType

_LIMIT = 60.0


class Terminal:
    """Runs a command, in a `with`; times are in milliseconds."""

    def __init__(self, command: list[str]) -> None:
        self.began = perf_counter()
        self.child, self._end = pty.fork()
        if self.child == 0:
            os.environ.update(TERM="xterm-256color", COLORTERM="truecolor", TEXTUAL_ANIMATIONS="none")
            for name in ("COLUMNS", "LINES", "PYTHONDONTWRITEBYTECODE"):
                os.environ.pop(name, None)
            os.execvp(command[0], command)
        self.resize(120, 40)

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, kind: type[BaseException] | None, value: BaseException | None, at: TracebackType | None) -> None:
        os.kill(self.child, signal.SIGKILL)
        os.waitpid(self.child, 0)
        os.close(self._end)

    def resize(self, columns: int, rows: int) -> None:
        fcntl.ioctl(self._end, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def send(self, keys: bytes) -> None:
        os.write(self._end, keys)

    def read(self, seconds: float) -> bytes:
        """What comes within some time: the first of it, or nothing."""
        if not select.select([self._end], [], [], seconds)[0]:
            return b""
        data = os.read(self._end, 1 << 16)
        if b"\x1b[?2026$p" in data:
            self.send(b"\x1b[?2026;2$y")  # yes: complete pictures are waited for
        return data

    def until(self, expected: bytes) -> float:
        """From the start until `expected` is among what came."""
        seen = b""
        while expected not in seen:
            data = self.read(_LIMIT)
            if not data:
                raise SystemExit(f"did not show {expected!r} within {_LIMIT:.0f} s")
            seen = seen[-200:] + data
        return 1000 * (perf_counter() - self.began)

    def quiet(self, seconds: float) -> None:
        """Read until nothing has come for so long."""
        while self.read(seconds):
            pass

    def answer(self, quiet: float = 0.04) -> tuple[float, float] | None:
        """From now until the first and the last byte of the picture that comes; None when none does."""
        began, first, last = perf_counter(), 0.0, 0.0
        while self.read(quiet if first else 1.0):
            last = 1000 * (perf_counter() - began)
            first = first or last
        return (first, last) if first else None

    def memory(self) -> int:
        """Megabytes of the program, without the process that reads chapters."""
        for line in Path(f"/proc/{self.child}/status").read_text().splitlines():
            if line.startswith("VmRSS:"):
                return int(line.split()[1]) // 1024
        return 0
