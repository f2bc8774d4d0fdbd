"""Moving over the rows of a layout: where a row or a screenful further is. Pure, and without Textual: keys are answered
before it is there."""

from __future__ import annotations

from typing import NamedTuple

from reader.tui.layout import Layout


class Shown(NamedTuple):
    """Which rows are shown, and the one where one reads."""

    first: int
    line: int
    height: int
    """Rows in view."""


class Move(NamedTuple):
    """What a key asks for."""

    amount: int
    """Rows, or screenfuls."""
    by_page: bool = False


def within(layout: Layout, y: int, height: int) -> int:
    """The row that comes to the top of `height` rows when the row `y` is asked for there."""
    return max(0, min(y, layout.height - height))


def stepped(layout: Layout, shown: Shown, step: int) -> tuple[int, int] | None:
    """The first row to ask for, and the line to read, a row further: the text scrolls while it can, and the reading
    line goes with it. None at the end."""
    target = shown.line + step
    return (shown.first + step, target) if layout.row(target) is not None else None


def paged(layout: Layout, shown: Shown, step: int) -> tuple[int, int]:
    """The same a screenful further, less two rows to hold on to."""
    height = shown.height
    rows = step * max(1, height - 2)
    first = within(layout, shown.first + rows, height)
    target = shown.line + rows if first == shown.first else min(shown.line, shown.first + height - 1)
    return first, min(max(target, first), first + height - 1, layout.height - 1)
