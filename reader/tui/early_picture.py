"""The first screen as rows, at the place where one reads: what Textual will draw there. Pure.

The rows around the panes that have nothing to say yet are left blank.
"""

from __future__ import annotations

from typing import TypeAlias

from rich.segment import Segment

from reader.article.model import Article
from reader.tui.drawing import TRACK, Look, line_segments, rail
from reader.tui.frames import Region, frames
from reader.tui.header_text import header_lines, header_rows, title_block, words_at_once
from reader.tui.layout import Layout, Outline
from reader.tui.paint import GUTTER, Painter, column_at, column_width
from reader.tui.stepping import Move, Shown, paged, stepped, within

Place: TypeAlias = tuple[int, int]
"""Offsets of the first character shown, and of the one where one reads."""
BEGINNING: Place = (0, 0)

_GROUNDS = {"tabs": "pane", "list": "pane", "detail": "pane", "footer": "bar"}
_AROUND = 3
"""Screenfuls that are laid out on both sides of what is shown."""


class Picture:
    """An article in a screen of a given size, and what is shown of it."""

    def __init__(
        self, article: Article, look: Look, measure: int | None, sign: str, width: int, height: int, place: Place
    ) -> None:
        """Only for a size in which there is room for the article: see `first_picture`."""
        self._article, self._look, self._measure, self._sign, self._height = article, look, measure, sign, height
        self._regions = frames(width, height, header=header_rows(article), links=False).regions
        self._title = title_block(article)
        self._painter = Painter(article, look, self._title)
        region = self._regions["article"]
        self.layout = Layout(Outline(article.text, article.blocks), column_width(region.width - 1, measure))
        top, cursor = place
        self.layout.settle(self.layout.y_of(top), _AROUND * region.height)
        first = within(self.layout, self.layout.y_of(top), region.height)
        line = min(max(self.layout.y_of(cursor), first), first + region.height - 1)
        self.shown = Shown(first, line, region.height)
        self.has_moved = False

    # --- moving --------------------------------------------------------------------------------------------------
    def do(self, move: Move) -> None:
        """Show what a key asks for."""
        amount, by_page = move
        to = paged(self.layout, self.shown, amount) if by_page else stepped(self.layout, self.shown, amount)
        if to is not None:
            self._roll(*to)

    def _roll(self, first: int, line: int) -> None:
        self.has_moved = True
        layout, height = self.layout, self.shown.height
        below = line - within(layout, first, height)
        row = layout.row(self.shown.first)
        anchor = row.start if row is not None else 0
        before = layout.y_of(anchor)
        layout.settle(first, _AROUND * height)
        first = within(layout, first + layout.y_of(anchor) - before, height)
        self.shown = Shown(first, first + below, height)

    # --- drawing -------------------------------------------------------------------------------------------------
    def rows(self) -> list[list[Segment]]:
        """The rows of the screen."""
        regions, look = self._regions, self._look
        panes = [(regions["header"], self._header_rows()), (regions["article"], self._article_rows())]
        for name, ground in _GROUNDS.items():
            if (region := regions.get(name)) is not None:
                panes.append((region, [[Segment(" " * region.width, look[ground])]] * region.height))
        panes.sort(key=lambda pane: pane[0].x)
        return [
            [segment for region, rows in panes if 0 <= y - region.y < region.height for segment in rows[y - region.y]]
            for y in range(self._height)
        ]

    def _header_rows(self) -> list[list[Segment]]:
        article, look, layout = self._article, self._look, self.layout
        width, height = self._regions["header"][2:]
        margin = column_at(width - 1, column_width(width - 1, self._measure))
        title = None if self._title is None else article.blocks[self._title].span.end - 1
        lines = header_lines(
            article,
            max(0, width - 2 * margin),
            words=words_at_once(article),
            with_title=title is None or self.shown.first > layout.y_of(title),
            sign=self._sign,
            rows=height,
        )
        rows = (line_segments(line, width, margin, look, "text") for line in lines)
        track = Segment(TRACK, look["text"] + look["faint"])
        return [[*Segment.adjust_line_length(row, width - 1, look["text"]), track] for row in rows]

    def _article_rows(self) -> list[list[Segment]]:
        region: Region = self._regions["article"]
        look, layout, ground, width = self._look, self.layout, self._look["text"], region.width - 1
        left = Segment(" " * (column_at(width, layout.width) - GUTTER), ground)
        side = rail(self.shown.first, region.height, layout.height, (), look, ground="text", track=TRACK)
        rows = []
        for y in range(region.height):
            at = self.shown.first + y
            row, cursor = layout.row(at), at == self.shown.line
            painter = self._painter
            segments = [left, *painter.row(row, painter.marks_on(row), cursor=cursor, ground=ground)] if row else []
            rows.append([*Segment.adjust_line_length(segments, width, ground), side[y]])
        return rows


def first_picture(
    article: Article, look: Look, measure: int | None, sign: str, width: int, height: int, place: Place = BEGINNING
) -> Picture | None:
    """The first screen with an article at a place; None when the screen is too small."""
    if "article" not in frames(width, height, header=header_rows(article), links=False).regions:
        return None
    return Picture(article, look, measure, sign, width, height, place)
