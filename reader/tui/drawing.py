"""Lines of styled pieces: what every row of the screen is made of, and the one way from there to the terminal.

Nothing here is ever parsed as markup, and no control character passes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from rich.cells import cell_len, split_graphemes
from rich.segment import Segment
from rich.style import Style

# Controls of C0 and C1, line and paragraph separators, what changes the direction of text, halves of surrogate pairs.
_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


class Piece(NamedTuple):
    """Some text in a role of the theme."""

    text: str
    role: str = ""
    """Empty: the role of the line that it stands in."""
    command: str = ""
    """Id of the command that a click on it gives; empty for none."""


class Line(NamedTuple):
    """One row: pieces from the left, and pieces that stand at the right edge and are never cut."""

    left: tuple[Piece, ...] = ()
    right: tuple[Piece, ...] = ()


BLANK = Line()


def safe(text: str) -> str:
    """The text with every control character replaced, at the same length."""
    return text if _UNSAFE.search(text) is None else _UNSAFE.sub(lambda m: " " if m[0] in "\t\n" else "\ufffd", text)


def elide(text: str, width: int) -> str:
    """The text in at most `width` cells, with "…" where something is left out."""
    if cell_len(text) <= width:
        return text
    if width < 1:
        return ""
    kept, used = 0, 0
    for _, end, cells in split_graphemes(text[: 4 * width + 16])[0]:
        if used + cells > width - 1:
            break
        kept, used = end, used + cells
    return text[:kept].rstrip(" ,;:—–-") + "…"


def fit(line: Line, width: int) -> tuple[Piece, ...]:
    """The pieces of a line for a row `width` cells wide, padded to it, the left side elided where it must be."""
    right = [piece._replace(text=safe(piece.text)) for piece in line.right]
    right_cells = sum(cell_len(piece.text) for piece in right)
    room = max(0, width - right_cells - (1 if line.right else 0))
    pieces: list[Piece] = []
    used = 0
    for piece in line.left:
        text = safe(piece.text)
        if used + cell_len(text) > room:
            text = elide(text, room - used)
            pieces.append(piece._replace(text=text))
            used += cell_len(text)
            break
        pieces.append(piece._replace(text=text))
        used += cell_len(text)
    pieces.append(Piece(" " * max(0, width - used - right_cells)))
    return (*pieces, *right)


def command_at(pieces: Iterable[Piece], cell: int) -> str:
    """The command that the piece at a cell gives, or an empty text."""
    at = 0
    for piece in pieces:
        at += cell_len(piece.text)
        if cell < at:
            return piece.command
    return ""


class Look:
    """The styles of a theme by role; `source.vague` falls back to `source`, and anything unknown to `text`."""

    def __init__(self, name: str, styles: dict[str, Style]) -> None:
        self.name, self.styles = name, styles

    def __getitem__(self, role: str) -> Style:
        style = self.styles.get(role)
        if style is None:
            parent, _, _ = role.rpartition(".")
            style = self.styles[role] = self[parent] if parent else self.styles["text"]
        return style

    def segments(self, pieces: Iterable[Piece], base: Style) -> list[Segment]:
        """The pieces as Rich segments over a base style."""
        return [Segment(p.text, base + self[p.role] if p.role else base) for p in pieces if p.text]
