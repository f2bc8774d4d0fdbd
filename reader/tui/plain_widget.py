"""A widget that is nothing but rows of text: what Textual does for borders, padding, tints and links is left out."""

from __future__ import annotations

from typing import Any, Self

from textual.geometry import Region, Size
from textual.strip import Strip
from textual.widget import Widget


class PlainWidget(Widget):
    """Draws with `render_line`, and remembers a row until it is refreshed. It has no border and no padding."""

    ALLOW_SELECT = False

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's own name)
        self._drawn_rows: dict[int, Strip] = {}
        self._drawn_size = Size(0, 0)
        super().__init__(id=id)

    def refresh(self, *regions: Region, **how: Any) -> Self:
        if not regions:
            self._drawn_rows.clear()
        for region in regions:
            for y in region.line_range:
                self._drawn_rows.pop(y, None)
        return super().refresh(*regions, **how)

    def render_lines(self, crop: Region) -> list[Strip]:
        if self._drawn_size != self.outer_size:
            self._drawn_rows.clear()
            self._drawn_size = self.outer_size
        known = self._drawn_rows
        missing = [y for y in crop.line_range if y not in known]
        if missing:
            filters, background = self.get_line_filters(), self.background_colors[1]
            for y in missing:
                strip = self.render_line(y)
                for line_filter in filters:  # such as NO_COLOR's
                    strip = strip.apply_filter(line_filter, background)
                known[y] = strip
        rows = [known[y] for y in crop.line_range]
        left, right = crop.column_span
        return rows if (left, right) == (0, self.outer_size.width) else [row.crop(left, right) for row in rows]
