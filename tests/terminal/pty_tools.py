"""The program on a pseudo-terminal: its keys, what it writes, and how it ends."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import struct
import subprocess
import sys
import termios
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic
from types import TracebackType
from typing import IO, Self

from terminal_screen import Screen
from terminal_tokens import Parser, Token

PATIENCE = 30.0
"""Seconds in which anything that is waited for must happen; nothing takes one on an idle machine."""
SETTLED = 0.02
"""Seconds without output after which a picture is taken to be the last that a key made: one that comes later may be
drawn over unseen, so whoever wants to see each must be ready to look again."""
_UNMOVED = 0.2
"""Seconds in which a key that changes anything has drawn it."""
ROOT = Path(__file__).resolve().parents[2]


def _take_control() -> None:
    """In the new process, which leads a session: make its standard output the terminal of the session."""
    fcntl.ioctl(1, termios.TIOCSCTTY, 0)


class Terminal:
    """The program with this as its controlling terminal, in a `with`: what still runs at its end is killed.

    `stdin` stands in for the terminal as standard input; without `controlling` there is no /dev/tty.
    """

    def __init__(
        self,
        arguments: Sequence[str],
        *,
        columns: int = 100,
        rows: int = 30,
        stdin: IO[bytes] | None = None,
        cwd: Path | None = None,
        environment: dict[str, str] | None = None,
        controlling: bool = True,
        program: Sequence[str] = ("-m", "reader"),
    ) -> None:
        self.began = (columns, rows)
        """The size that it had at first."""
        self.screen = Screen(columns, rows)
        self.tokens: list[Token] = []
        self.seen: dict[int, set[str]] = {}
        """Every row that a complete picture had, by its number."""
        self.output = bytearray()
        """All that it wrote."""
        self._parser = Parser()
        self._master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.settings = termios.tcgetattr(slave)
        self._slave = slave  # kept: the settings can be asked for when the program has ended
        home = str(cwd or ROOT)
        self._state = TemporaryDirectory()  # what a session keeps must not change the next one
        self.process = subprocess.Popen(
            [sys.executable, *program, *arguments],
            stdin=slave if stdin is None else stdin,
            stdout=slave,
            stderr=slave,
            cwd=cwd,
            env={
                "HOME": home,
                "XDG_STATE_HOME": self._state.name,
                "PATH": "",  # no clipboard tool, no shell: nothing but the program itself
                "PYTHONPATH": str(ROOT),
                "LANG": "C.UTF-8",
                "PYTHONUTF8": "1",
                "TERM": "xterm-256color",
                "COLORTERM": "truecolor",
                "TEXTUAL_ANIMATIONS": "none",
                **(environment or {}),
            },
            start_new_session=True,
            preexec_fn=_take_control if controlling else None,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, value: BaseException | None, at: TracebackType | None) -> None:
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        self.close()

    def close(self) -> None:
        """Hang up: the terminal is gone."""
        for descriptor in (self._master, self._slave):
            if descriptor >= 0:
                os.close(descriptor)
        self._master = self._slave = -1
        self._state.cleanup()

    # --- what comes out ------------------------------------------------------------------------------------------
    def _read(self, seconds: float) -> bool:
        """Take what there is, waiting for at most so long; whether there was anything."""
        if not select.select([self._master], [], [], seconds)[0]:
            return False
        data = os.read(self._master, 1 << 16)
        self.output += data
        self._take(self._parser.feed(data))
        return bool(data)

    def _take(self, tokens: Iterator[Token]) -> None:
        for token in tokens:
            self.tokens.append(token)
            frames = self.screen.frames
            self.screen.put(token)
            if token == Token("CSI", "?2026$p"):
                self.send("\x1b[?2026;2$y")  # as terminals say that they know this mode
            if self.screen.frames != frames:
                for number, row in enumerate(self.screen.lines()):
                    self.seen.setdefault(number, set()).add(row)

    def read_for(self, seconds: float) -> None:
        """Take all that comes within a time."""
        end = monotonic() + seconds
        while (left := end - monotonic()) > 0:
            self._read(left)

    def until(self, holds: Callable[[], bool], what: str) -> None:
        """Read on until something holds."""
        deadline = monotonic() + PATIENCE
        while not holds():
            left = deadline - monotonic()
            assert left > 0, f"never came: {what}\n" + "\n".join(self.screen.lines())
            if not self._read(min(left, 0.25)) and self.process.poll() is not None and not holds():
                raise AssertionError(f"ended with {self.process.returncode} before: {what}\n{self.text}")

    def until_shown(self, words: str) -> None:
        self.until(lambda: words in self.shown, f"{words!r} on the screen")

    @property
    def shown(self) -> str:
        """The screen as it is, row by row."""
        return "\n".join(self.screen.lines())

    @property
    def text(self) -> str:
        """All text and line ends that came, without sequences."""
        return "".join(t.content for t in self.tokens if t.kind in ("text", "C0"))

    def rows_seen(self, start: int = 0, end: int | None = None) -> str:
        """Every different row that was ever on the screen, one a line; of wide characters only the text counts."""
        return "\n".join(row[start:end] for rows in self.seen.values() for row in rows)

    # --- what goes in --------------------------------------------------------------------------------------------
    def send(self, keys: str) -> None:
        self.send_bytes(keys.encode())

    def send_bytes(self, data: bytes) -> None:
        """What a terminal sends that is no key."""
        os.write(self._master, data)

    def press(self, *keys: str) -> None:
        """Send keys one by one, each when the pictures that the one before it made are complete."""
        for key in keys:
            frames = self.screen.frames
            self.send(key)
            self.until(lambda frames=frames: self.screen.frames > frames, f"a new picture after {key!r}")  # type: ignore[misc]
            while self._read(SETTLED):
                pass

    def tap(self, keys: str) -> None:
        """Send keys one by one, each when the pictures of the one before are complete, if it made any."""
        for key in keys:
            frames = self.screen.frames
            self.send(key)
            end = monotonic() + _UNMOVED
            while self.screen.frames == frames and monotonic() < end:
                self._read(0.05)
            while self._read(SETTLED):
                pass
        self.read_for(_UNMOVED)  # the picture of the last one may be still to come

    def until_seen(self, keys: str, missing: Callable[[], object]) -> None:
        """Tap the keys over and over until nothing is missing of what is to be seen.

        That a picture was never drawn, because the next key was there before it, is no fault: it is looked for again.
        """
        deadline = monotonic() + PATIENCE
        while left := missing():
            assert monotonic() < deadline, f"never seen: {left}\n{self.shown}"
            self.tap(keys)

    def paste(self, words: str) -> None:
        """Send words as a terminal does when they are pasted."""
        self.send(f"\x1b[200~{words}\x1b[201~")

    def resize(self, columns: int, rows: int) -> None:
        """Make the terminal another size; what it shows is gone, as far as the program drew it."""
        self.screen.resize(columns, rows)
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def quit(self, keys: str = "q") -> int:
        """Quit and give the exit status."""
        self.send(keys)
        return self.wait()

    def wait(self) -> int:
        """The exit status once the program has ended, and all that it wrote until then read."""
        deadline = monotonic() + PATIENCE
        while self.process.poll() is None:
            assert monotonic() < deadline, f"it never ended\n{self.shown}"
            self._read(0.02)
        while self._read(0):
            pass
        self._take(self._parser.feed(b"", last=True))
        return self.process.returncode

    @property
    def is_as_before(self) -> bool:
        """Whether the line settings (echo, line by line, signals) are what they were."""
        return termios.tcgetattr(self._slave) == self.settings


def piped(data: bytes) -> IO[bytes]:
    """The reading end of a pipe that holds `data`."""
    end, start = os.pipe()
    with os.fdopen(start, "wb") as writer:
        writer.write(data)
    return os.fdopen(end, "rb")
