"""The row at the foot: how far one is, where the selected item lies, and the keys that matter now. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from rich.cells import cell_len

from reader.spans import Span, first_from
from reader.tui.commands import ARTICLE, BY_ID, FOOTER, PAIRS
from reader.tui.drawing import Line, Piece, elide

_BARS = "▁▂▃▄▅▆▇█"
NOTHING_THERE = _BARS[0]


def dispersion(spans: Sequence[Span], length: int, cells: int, full: int = 1) -> str:
    """Where the spans, in the order of the text, lie in one of `length` characters: one bar a cell, the higher the more
    of them; `full` are as many as the highest bar stands for at the least."""
    cuts = [first_from(spans, -(-cell * length // cells)) for cell in range(1, cells)]
    counts = [past - first for first, past in pairwise([0, *cuts, len(spans)])]
    most = max(full, *counts)
    return "".join(_BARS[0 if not count else max(2, round(count * 7 / most))] for count in counts)


class FooterState(NamedTuple):
    """What the footer tells."""

    progress: float = 0.0
    """How much of the article has come by, from 0 to 1."""
    spans: Sequence[Span] = ()
    """Those of the selected item."""
    length: int = 1
    """Of the text, in code points."""
    cursor: int = 0
    """The offset where one reads."""
    pane: str = ARTICLE
    """The pane that has the focus."""
    message: str = ""
    """Stands in for the keys for a moment."""


def footer_line(state: FooterState, width: int) -> Line:
    """The footer in a row `width` cells wide."""
    spans, length, message = state.spans, state.length, state.message
    cells = 24 if width >= 110 else 12
    bar = dispersion(spans, length, cells)
    at = min(cells - 1, state.cursor * cells // max(1, length))
    here = bar[at] if bar[at] != _BARS[0] else "▂"
    left = [
        Piece(f" {round(100 * state.progress):>3} %  ", "bar.strong"),
        Piece(bar[:at]),
        Piece(here, "bar.strong"),
        Piece(bar[at + 1 :]),
        Piece("   "),
    ]
    room = width - sum(cell_len(piece.text) for piece in left) - 1
    if message:
        return Line((*left, Piece(elide(message, room), "bar.strong")))
    return Line(tuple(left), (*_keys(room, state.pane), Piece(" ")))


def _keys(room: int, pane: str) -> list[Piece]:
    offered: dict[str, tuple[str, str]] = {}
    used = 0
    for id_ in FOOTER:
        command = BY_ID[id_]
        if pane not in command.panes:
            continue
        keys = f"{command.first_key}/{BY_ID[PAIRS[id_]].first_key}" if id_ in PAIRS else command.first_key
        cells = cell_len(keys) + len(command.label) + 4
        if used + cells > room:
            break
        offered[id_] = (keys, command.label)
        used += cells
    pieces: list[Piece] = []
    for id_ in sorted(offered, key=lambda id_: (id_ == "help", FOOTER.index(id_))):
        keys, label = offered[id_]
        pieces += [Piece("   " if pieces else ""), Piece(keys, "bar.key", id_), Piece(f" {label}", "", id_)]
    return pieces
