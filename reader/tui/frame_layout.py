"""The Textual layout that puts a screen's panes where `frames` says."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from textual.geometry import NULL_OFFSET, NULL_SPACING, Region, Size
from textual.layout import ArrangeResult, Layout, WidgetPlacement

from reader.tui.frames import frames

if TYPE_CHECKING:
    from textual.widget import Widget


class FrameLayout(Layout):
    """Puts a screen's panes where `frames` says."""

    name = "frames"

    def __init__(self, header: int) -> None:
        self.header = header
        self.links = False
        self.foot = "footer"
        """The id of what stands in the footer's place."""

    def moves(self, size: Size, *, links: bool) -> bool:
        """Whether panes stand elsewhere now that the links have the focus or have it no longer."""
        before, self.links = self._regions(size), links
        return self._regions(size) != before

    def _regions(self, size: Size) -> Mapping[str, tuple[int, int, int, int]]:
        return frames(size.width, size.height, header=self.header, links=self.links).regions

    def arrange(self, parent: Widget, children: list[Widget], size: Size, greedy: bool = True) -> ArrangeResult:
        regions = dict(self._regions(size))
        if "footer" in regions:
            regions[self.foot] = regions.pop("footer")
        return [
            WidgetPlacement(Region(*regions[child.id]), NULL_OFFSET, NULL_SPACING, child)
            for child in children
            if child.id is not None and child.id in regions
        ]
