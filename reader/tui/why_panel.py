"""The panel that tells why a place in the text looks as it does, over the lists; the text stays in view."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from textual.binding import Binding
from textual.geometry import Region
from textual.message import Message

from reader.tui.drawing import BLANK, Line, Look, Piece, few_rows
from reader.tui.entries import Entry
from reader.tui.frames import frames
from reader.tui.item_list import ItemList
from reader.tui.panel import Panel, keys_of
from reader.tui.why import Reason

_FEW = 4
"""Rows in which there is no room for all that could be said."""
_LEAST_FOOT = 8


class WhyPanel(Panel):
    """Steps through what lies at a place, and says with messages which of it one looks at; closes with the id of the
    item to select, or None."""

    BINDINGS = [  # noqa: RUF012 (Textual's own form)
        keys_of("why", "next"),
        Binding("enter", "take", "Select it", show=False),
    ]
    keys = (("why", " next  "), ("↵", " select  "), ("esc", " close"))

    class Stepped(Message):
        """Another reason is looked at."""

        def __init__(self, reason: Reason) -> None:
            super().__init__()
            self.reason = reason

    def __init__(self, look: Look, reasons: Sequence[Reason], first: int = 0) -> None:
        """`reasons`: at least one; `first`: which of them to begin with."""
        super().__init__(look)
        self._reasons = tuple(reasons)
        self.begin_at = str(first)

    # --- what it shows -------------------------------------------------------------------------------------------
    def stand_on(self, width: int, height: int, rows: int) -> tuple[Region, int]:
        regions = frames(width, height, header=3, links=False).regions
        side = regions.get("tabs", regions["header"])
        tall = max(1, height - 1 - side.y)
        listed = min(rows, max(1, tall - 2 - _LEAST_FOOT))
        return Region(side.x, side.y, side.width, tall), max(0, tall - 2 - listed)

    def entries(self, width: int) -> tuple[Entry, ...]:
        return tuple(Entry(str(number), (_line(reason, width),)) for number, reason in enumerate(self._reasons))

    def about(self, key: str | None, width: int, rows: int) -> Sequence[Line]:
        number = int(key or 0)
        reason = self._reasons[number]
        self.set_title("Why?", f"{number + 1} of {len(self._reasons)}")
        words = [Line((Piece(row, reason.role),)) for row in few_rows(reason.words, width, 2)]
        gives = f"paints {reason.gives}" if reason.rule else reason.gives
        is_low = rows < _FEW
        said = [*reason.found, gives][: 1 if is_low else None]
        told = [Line((Piece(row),)) for line in said for row in few_rows(line, width, 1 if is_low else 3)]
        each = max(1, rows - len(told)) if is_low else 3
        ruled = [Line((Piece(row, "muted"),)) for line in reason.rule for row in few_rows(line, width, each)]
        if is_low:  # the words are in view
            return (*told, *ruled)
        return (*words, *told, *([BLANK] if rows > len(words) + len(told) + len(ruled) else []), *ruled)

    # --- stepping ------------------------------------------------------------------------------------------------
    @property
    def _current(self) -> Reason:
        return self._reasons[int(self.list.current or 0)]

    def action_next(self) -> None:
        keys = self.list.keys
        at = (keys.index(self.list.current) + 1) % len(keys) if self.list.current in keys else 0
        self.list.set_current(keys[at])
        self._step()

    def action_take(self) -> None:
        self.dismiss(self._current.item or None)

    def on_item_list_moved(self, message: ItemList.Moved) -> None:
        self._step()

    def on_item_list_chosen(self, message: ItemList.Chosen) -> None:
        self._step()

    def _step(self) -> None:
        self._tell()
        self.post_message(self.Stepped(self._current))


def _line(reason: Reason, width: int) -> Line:
    """What a reason is called, and beside it what it gives where there is room for both."""
    fits = cell_len(reason.title) + cell_len(reason.gives) < width
    return Line((Piece(reason.title, reason.role),), (Piece(reason.gives, "muted"),) if fits else ())
