"""Lines of styled pieces: what every row of the screen is made of, and the one way from there to the terminal.

Nothing here is ever parsed as markup, and no control character passes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len, split_graphemes
from rich.color import Color, blend_rgb
from rich.segment import Segment
from rich.style import Style

from reader.tui.wrapping import is_narrow, wrap

if TYPE_CHECKING:
    from reader.rules.model import Colour
    from reader.rules.model import Style as RuleStyle

# Controls of C0 and C1, line and paragraph separators, what changes the direction of text, halves of surrogate pairs.
_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
# What makes a sign of several characters one that terminals draw in different widths: a sign for emoji style, a tone of
# skin, a joiner of emoji.
_UNSTEADY = re.compile("[\ufe0f\U0001f3fb-\U0001f3ff]|(?<=[\u2600-\u27bf\U0001f000-\U0001faff])\u200d")
_KEYCAP = "\u20e3"

_LOOSE = " ,;:—–-"
"""Not left before "…"."""


class Piece(NamedTuple):
    """Some text in a role of the theme."""

    text: str
    role: str | RuleStyle = ""
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


def drawn(text: str) -> str:
    """The text as it is sent to the terminal: safe, in as many cells, and with no sign that terminals draw in different
    widths, after which nothing on the row would be in its place: of these the first character stands alone."""
    text = safe(text)
    if _UNSTEADY.search(text) is None:
        return text
    return "".join(_steady(text[start:end], cells) for start, end, cells in split_graphemes(text)[0])


def _steady(grapheme: str, cells: int) -> str:
    if _UNSTEADY.search(grapheme) is None:
        return grapheme
    kept = grapheme[0] + (_KEYCAP if _KEYCAP in grapheme else "")
    return kept + " " * (cells - cell_len(kept))


def elide(text: str, width: int) -> str:
    """The text in at most `width` cells, with "…" where something is left out."""
    if cell_len(text) <= width:
        return text
    if width < 1:
        return ""
    if is_narrow(text[:width]):  # as most is
        return text[: width - 1].rstrip(_LOOSE) + "…"
    kept, used = 0, 0
    for _, end, cells in split_graphemes(text[: 4 * width + 16])[0]:
        if used + cells > width - 1:
            break
        kept, used = end, used + cells
    return text[:kept].rstrip(_LOOSE) + "…"


def few_rows(text: str, width: int, rows: int, *, hang: int = 0, last: int = 0) -> list[str]:
    """The text wrapped into at most `rows` rows, the last elided; those after the first are `hang` cells narrower,
    the last one `last` cells more."""
    parts = wrap(text, 0, len(text), width, width - hang)
    lines = [text[start:end] for start, end in parts[:rows]]
    rest = text[parts[len(lines) - 1][0] :]
    lines[-1] = elide(rest, width - last - (hang if len(lines) > 1 else 0))
    return lines


def fit(line: Line, width: int) -> tuple[Piece, ...]:
    """The pieces of a line for a row `width` cells wide, padded to it, the left side elided where it must be."""
    right = [piece._replace(text=drawn(piece.text)) for piece in line.right]
    right_cells = sum(cell_len(piece.text) for piece in right)
    room = max(0, width - right_cells - (1 if line.right else 0))
    pieces: list[Piece] = []
    used = 0
    for piece in line.left:
        text = drawn(piece.text)
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
    """The styles of a theme by role; `source.vague` falls back to `source`, and what no theme knows, as only
    a rule can ask for, to `match`. What a rule says of its own look is laid over its role."""

    def __init__(self, name: str, styles: Mapping[str, Style]) -> None:
        self.name = name
        self.styles: dict[str | RuleStyle, Style] = dict(styles.items())

    def __getitem__(self, role: str | RuleStyle) -> Style:
        style = self.styles.get(role)
        if style is None:
            style = self.styles[role] = self._of_role(role) if isinstance(role, str) else self._of_rule(role)
        return style

    def _of_role(self, role: str) -> Style:
        parent, _, _ = role.rpartition(".")
        return self[parent] if parent else self.styles.get("match", self.styles["text"])

    def _of_rule(self, style: RuleStyle) -> Style:
        own = Style(
            color=self._mixed(style.fg, self["text"].color) if style.fg is not None else None,
            bgcolor=self._mixed(style.bg, self["text"].bgcolor) if style.bg is not None else None,
            bold=style.bold,
            italic=style.italic,
            underline=style.underline,
            dim=style.dim,
            reverse=style.reverse,
        )
        return self[style.role] + own if style.role else own

    def _mixed(self, colour: Colour, below: Color | None) -> Color | None:
        """A share of a colour over the theme's own."""
        if colour.name.startswith("#"):
            full: Color | None = Color.parse(colour.name)
        else:
            full = self["point" if colour.name == "accent" else colour.name].color
        if full is None or below is None or colour.share >= 100:
            return full
        share = colour.share / 100
        return Color.from_triplet(blend_rgb(below.get_truecolor(), full.get_truecolor(), share))

    def segments(self, pieces: Iterable[Piece], base: Style) -> list[Segment]:
        """The pieces as Rich segments over a base style."""
        return [Segment(p.text, base + self[p.role] if p.role else base) for p in pieces if p.text]


# --- rows that more than one drawer needs -------------------------------------------------------------------------
def line_segments(line: Line, width: int, margin: int, look: Look, ground: str) -> list[Segment]:
    """A line on the ground of a role, with `margin` blank cells at both sides."""
    base = look[ground]
    edge = Segment(" " * min(margin, width), base)
    return [edge, *look.segments(fit(line, max(0, width - 2 * margin)), base), edge]


def rule(width: int, *, strong: bool = False) -> Piece:
    """A line across; a strong one above what has the focus."""
    return Piece("━" * width, "selected.bar") if strong else Piece("─" * width, "faint")


TRACK = "│"
"""The rail where it is also the line between two panes."""


def rail(
    first: int,
    height: int,
    total: int,
    ticks: Iterable[int],
    look: Look,
    *,
    ground: str,
    track: str,
    dots: Iterable[int] = (),
) -> list[Segment]:
    """The rail of a pane that shows `height` of `total` rows from `first` on; `ticks` are cells marked on it for the
    selected item, `dots` for what was found."""
    base = look[ground]
    empty = Segment(track, base + look["faint"])
    thumb = Segment("┃", base + look["faint"])
    cells = [empty] * height
    if total > height:
        size = max(1, height * height // total)
        top = round(first * (height - size) / (total - height))
        cells[top : top + size] = [thumb] * size
    for dot in dots:
        if 0 <= dot < height:
            cells[dot] = Segment("•", base + look["muted"])
    for tick in ticks:
        if 0 <= tick < height:
            cells[tick] = Segment("┤" if cells[tick] is empty else "┫", base + look["point"])
    return cells
