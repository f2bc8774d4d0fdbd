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
        self._row_strips_size = Size(0, 0)
        super().__init__(id=id)

    def refresh(self, *regions: Region, **how: Any) -> Self:
        if not regions:
            self._drawn_rows.clear()
        for region in regions:
            for y in region.line_range:
                self._drawn_rows.pop(y, None)
        return super().refresh(*regions, **how)

    def render_lines(self, crop: Region) -> list[Strip]:
        if self._row_strips_size != self.outer_size:
            self._drawn_rows.clear()
            self._row_strips_size = self.outer_size
        rows = [self._drawn_rows.get(y) or self._filtered(y) for y in crop.line_range]
        left, right = crop.column_span
        if (left, right) == (0, self.outer_size.width):
            return rows
        return [row.crop(left, right) for row in rows]

    def _filtered(self, y: int) -> Strip:
        strip = self.render_line(y)
        for line_filter in self.get_line_filters():  # such as NO_COLOR's
            strip = strip.apply_filter(line_filter, self.background_colors[1])
        self._drawn_rows[y] = strip
        return strip
