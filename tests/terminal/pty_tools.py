"""The program on a pseudo-terminal: what it writes, taken apart, and what a screen makes of it.

The parser is strict: whatever is no complete sequence or no valid UTF-8 is a token of its own kind, never passed over.
"""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import sys
import termios
import unicodedata
from codecs import getincrementaldecoder
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic
from types import TracebackType
from typing import IO, NamedTuple, Self

from rich.cells import cell_len

PATIENCE = 30.0
"""Seconds in which anything that is waited for must happen; nothing takes one on an idle machine."""
SETTLED = 0.02
"""Seconds without output after which a picture is taken to be the last that a key made: one that comes later may be
drawn over unseen, so whoever wants to see each must be ready to look again."""
_UNMOVED = 0.2
"""Seconds in which a key that changes anything has drawn it."""
ROOT = Path(__file__).resolve().parents[2]


class Token(NamedTuple):
    """A piece of a terminal's input: `kind` is text, C0, C1, CSI, ESC, OSC, DCS, SOS, PM, APC, CUT or BYTES.

    CUT is a sequence that the stream ended in, BYTES what is no UTF-8. `content` lacks what introduces and ends it.
    """

    kind: str
    content: str

    @property
    def form(self) -> str:
        """What kind of sequence it is, whatever the place or the colour that it names."""
        if self.kind == "CSI":
            final = self.content[-1]
            return "CSI " + (final if final in "Hm" and self.content[0] not in "<=>?" else self.content)
        if self.kind == "OSC":
            return "OSC " + self.content.partition(";")[0]
        return self.kind if self.kind == "text" else f"{self.kind} {self.content!r}"


_STRINGS = {"]": "OSC", "P": "DCS", "X": "SOS", "^": "PM", "_": "APC"}
_TOKEN = re.compile(
    r"(?P<text>[^\x00-\x1f\x7f-\x9f\udc80-\udcff]+)"
    r"|\x1b\[(?P<csi>[0-?]*[ -/]*[@-~])"
    r"|\x1b(?P<string>[]PX^_])(?P<body>[^\x07\x1b\x9c]*)(?:\x07|\x1b\\|\x9c)"
    r"|\x1b(?P<esc>[ -/]*[0-~])"
    r"|(?P<c0>[\x00-\x1f\x7f])"
    r"|(?P<c1>[\x80-\x9f])"
    r"|(?P<bytes>[\udc80-\udcff]+)"
)
_NOT_YET = re.compile(r"\x1b(?:\[[0-?]*[ -/]*|[]PX^_][^\x07\x1b\x9c]*\x1b?|[ -/]*)?")


class Parser:
    """Bytes in, tokens out."""

    def __init__(self) -> None:
        self._decoder = getincrementaldecoder("utf-8")("surrogateescape")
        self._rest = ""

    def feed(self, data: bytes, *, last: bool = False) -> Iterator[Token]:
        """The tokens that are complete; with `last`, those that are not as well."""
        buffer = self._rest + self._decoder.decode(data, last)
        at = 0
        while at < len(buffer):
            if buffer[at] == "\x1b" and _NOT_YET.fullmatch(buffer, at):
                break
            match = _TOKEN.match(buffer, at)
            assert match is not None and match.lastgroup is not None
            at = match.end()
            if match.lastgroup == "body":
                yield Token(_STRINGS[match["string"]], match["body"])
            else:
                name = match.lastgroup
                yield Token(name if name == "text" else name.upper(), match[name])
        self._rest = buffer[at:]
        if last and self._rest:
            yield Token("CUT", self._rest)
            self._rest = ""


class Screen:
    """The cells of a terminal, as far as text and the place of the cursor go."""

    def __init__(self, columns: int, rows: int) -> None:
        self.resize(columns, rows)
        self.frames = 0
        """Complete pictures drawn so far: the program brackets each with the mode of synchronized output."""
        self.open_modes: set[str] = set()
        """DEC private modes that are set."""

    def resize(self, columns: int, rows: int) -> None:
        """Have another size, and nothing on it; of a monstrous one only what a program should ever draw on."""
        self.columns, self.rows = min(max(columns, 1), 2000), min(max(rows, 1), 1000)
        self.clear()

    def clear(self) -> None:
        """Nothing is shown any more."""
        self._cells = [[" "] * self.columns for _ in range(self.rows)]
        self._x = self._y = 0

    def lines(self, start: int = 0, end: int | None = None) -> list[str]:
        """The rows from top to bottom, or a strip of columns of them."""
        return ["".join(row[start:end]) for row in self._cells]

    def put(self, token: Token) -> None:
        match token:
            case Token("text", words):
                self._write(words)
            case Token("C0", "\r"):
                self._x = 0
            case Token("C0", "\n"):
                self._y = min(self._y + 1, self.rows - 1)
            case Token("C0", "\b"):
                self._x = max(0, self._x - 1)
            case Token("CSI", content):
                self._control(content)

    def _write(self, words: str) -> None:
        for character in words:
            cells = cell_len(character)
            if not cells:
                self._cells[self._y][max(0, self._x - 1)] += character
                continue
            if self._x + cells > self.columns:  # line wrap is off, as the program asks
                self._x = self.columns - cells
            self._cells[self._y][self._x : self._x + cells] = [character, *[""] * (cells - 1)]
            self._x += cells

    def _control(self, content: str) -> None:
        parameters, final = content[:-1], content[-1]
        if final == "H" and re.fullmatch(r"[\d;]*", parameters):
            y, _, x = parameters.partition(";")
            self._y, self._x = min(int(y or 1), self.rows) - 1, min(int(x or 1), self.columns) - 1
        elif final in "hl" and parameters.startswith("?"):
            modes = set(parameters[1:].split(";"))
            self.open_modes = self.open_modes | modes if final == "h" else self.open_modes - modes
            if "1049" in modes:
                self.clear()
            if "2026" in modes and final == "l":
                self.frames += 1


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


HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
"""General categories of which no character may reach a terminal as text: control, format, surrogate, private,
unassigned, separators of lines and paragraphs."""


def hidden_in(tokens: Sequence[Token]) -> set[str]:
    """The characters of the text that are not seen, move others about or are none."""
    characters = set().union(*(t.content for t in tokens if t.kind == "text"))
    return {f"U+{ord(c):04X}" for c in characters if unicodedata.category(c) in HIDDEN or "\ufe00" <= c <= "\ufe0f"}
