"""The row of the lists' names: what is said of each where there is less and less room. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len

from reader.tui.commands import LISTS
from reader.tui.drawing import Line, Piece, elide
from reader.tui.entries import Tab

_SHORT = 3
"""Cells of a name that is cut short, at the least."""
_MORE = "…"


def tab_row(tabs: Sequence[Tab], active: str, width: int) -> Line:
    """Names and sizes in `width` cells, the active one strong. Where there is less room, first the sizes of the others
    are left out, then that of the active one; then the others' names are cut short, the longest first; at last those
    furthest from the active one are left out, and a sign stands in their place."""
    sizes = {tab.name: f" {tab.size}" for tab in tabs if tab.size is not None}
    titles = {tab.name: tab.title for tab in tabs}
    own = {active: sizes.get(active, "")}
    for names, counts in ((titles, sizes), (titles, own), (short := _shortened(tabs, active, width), {})):
        if _cells(tabs, names, counts) <= width:
            return _row(tabs, active, names, counts, width)
    shown = list(tabs)
    while len(shown) > 1 and _cells(shown, short, {}) + _signs(shown, tabs) > width:
        at = next((i for i, tab in enumerate(shown) if tab.name == active), 0)
        shown.pop(-1 if len(shown) - 1 - at >= at else 0)
    return _row(tabs, active, {tab.name: short[tab.name] for tab in shown}, {}, width)


def _shortened(tabs: Sequence[Tab], active: str, width: int) -> dict[str, str]:
    """The names, those of the others so short that all have room, if they do not become too short for it."""
    cells = {tab.name: cell_len(tab.title) for tab in tabs}
    over = sum(cells.values()) + len(tabs) - 1 - width
    while over > 0 and (longest := max((n for n in cells if n != active), key=cells.__getitem__, default="")):
        if cells[longest] <= _SHORT:
            break
        cells[longest] -= 1
        over -= 1
    return {tab.name: elide(tab.title, cells[tab.name]) for tab in tabs}


def _cells(tabs: Sequence[Tab], names: dict[str, str], sizes: dict[str, str]) -> int:
    return sum(cell_len(names[tab.name] + sizes.get(tab.name, "")) + 1 for tab in tabs) - 1


def _signs(shown: Sequence[Tab], tabs: Sequence[Tab]) -> int:
    return 2 * ((shown[0] is not tabs[0]) + (shown[-1] is not tabs[-1]))


def _row(tabs: Sequence[Tab], active: str, names: dict[str, str], sizes: dict[str, str], width: int) -> Line:
    """`names`: of those that are shown."""
    shown = [tab for tab in tabs if tab.name in names]
    left = width - _cells(shown, names, sizes) - _signs(shown, tabs)
    gap = " " * max(1, min(3, 1 + left // max(1, len(shown) - 1)))
    pieces = [Piece(f"{_MORE} ", "muted")] if shown[0] is not tabs[0] else []
    for number, tab in enumerate(tabs):
        if tab.name in names:
            command = LISTS[number] if number < len(LISTS) else ""
            pieces.append(Piece(gap if tab is not shown[0] else ""))
            pieces.append(Piece(names[tab.name], "tab.active" if tab.name == active else "tab", command))
            pieces.append(Piece(sizes.get(tab.name, ""), "tab", command))
    if shown[-1] is not tabs[-1]:
        pieces.append(Piece(f" {_MORE}", "muted"))
    return Line(tuple(pieces))
