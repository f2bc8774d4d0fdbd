"""What a screen makes of what a program writes to it."""

from __future__ import annotations

import re

from rich.cells import cell_len
from terminal_tokens import Token


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
