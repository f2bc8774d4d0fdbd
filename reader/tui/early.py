"""The first screen, written to the terminal before Textual is imported, which takes a third of a second.

What is written is what Textual will draw there: it takes over the terminal as it is and draws over it. The rows around
the panes that have nothing to say yet are left blank. Keys typed meanwhile wait in the terminal's queue.
"""

from __future__ import annotations

import os
import shutil
import sys
import termios
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from rich.segment import Segment

from reader.article.model import Article
from reader.tui.drawing import TRACK, Look, line_segments, rail
from reader.tui.few_colours import color_system
from reader.tui.frames import MOST, Region, Size, frames
from reader.tui.header_text import header_lines, header_rows, title_block, words_at_once
from reader.tui.layout import Layout, Outline
from reader.tui.paint import GUTTER, Painter, column_at, column_width

if TYPE_CHECKING:
    from textual.driver import Driver

Place: TypeAlias = tuple[int, int]
"""Offsets of the first character shown, and of the one where one reads."""
BEGINNING: Place = (0, 0)

_ENTER = "\x1b[?1049h"  # the alternate screen, as Textual enters it
_QUIET = "\x1b[?25l\x1b[?7l"  # no cursor, no wrapping of lines
_TOGETHER, _DONE = "\x1b[?2026h", "\x1b[?2026l"  # one picture, not half of it; who does not know this passes over it
_LEAVE = "\x1b[?7h\x1b[?1049l\x1b[?25h"
_GROUNDS = {"tabs": "pane", "list": "pane", "detail": "pane", "footer": "bar"}


# --- what is on it: pure ------------------------------------------------------------------------------------------
def first_screen(
    article: Article, look: Look, measure: int | None, sign: str, width: int, height: int, place: Place = BEGINNING
) -> list[list[Segment]] | None:
    """The rows of the screen with an article at a place; None when the screen is too small."""
    regions = frames(width, height, header=header_rows(article), links=False).regions
    if "article" not in regions:
        return None
    view = _view(article, measure, regions["article"], place)
    panes = [(regions["header"], _header(article, look, measure, sign, *regions["header"][2:], view))]
    panes.append((regions["article"], _article(article, look, regions["article"], view)))
    for name, ground in _GROUNDS.items():
        if (region := regions.get(name)) is not None:
            panes.append((region, [[Segment(" " * region.width, look[ground])]] * region.height))
    panes.sort(key=lambda pane: pane[0].x)
    return [
        [segment for region, rows in panes if 0 <= y - region.y < region.height for segment in rows[y - region.y]]
        for y in range(height)
    ]


class _View(NamedTuple):
    """The rows that are in view."""

    layout: Layout
    first: int
    line: int
    """The row where one reads."""


def _view(article: Article, measure: int | None, region: Region, place: Place) -> _View:
    layout = Layout(Outline(article.text, article.blocks), column_width(region.width - 1, measure))
    top, cursor = place
    layout.settle(layout.y_of(top), 3 * region.height)
    first = max(0, min(layout.y_of(top), layout.height - region.height))
    line = min(max(layout.y_of(cursor), first), first + region.height - 1)
    return _View(layout, first, line)


def _header(
    article: Article, look: Look, measure: int | None, sign: str, width: int, height: int, view: _View
) -> list[list[Segment]]:
    title = title_block(article)
    margin = column_at(width - 1, column_width(width - 1, measure))
    lines = header_lines(
        article,
        max(0, width - 2 * margin),
        words=words_at_once(article),
        with_title=title is None or view.first > view.layout.y_of(article.blocks[title].span.end - 1),
        sign=sign,
        rows=height,
    )
    rows = (line_segments(line, width, margin, look, "text") for line in lines)
    track = Segment(TRACK, look["text"] + look["faint"])
    return [[*Segment.adjust_line_length(row, width - 1, look["text"]), track] for row in rows]


def _article(article: Article, look: Look, region: Region, view: _View) -> list[list[Segment]]:
    ground, width, layout = look["text"], region.width - 1, view.layout
    painter = Painter(article, look, title_block(article))
    left = Segment(" " * (column_at(width, layout.width) - GUTTER), ground)
    side = rail(view.first, region.height, layout.height, (), look, ground="text", track=TRACK)
    rows = []
    for y in range(region.height):
        row, cursor = layout.row(view.first + y), view.first + y == view.line
        segments = [left, *painter.row(row, painter.marks_on(row), cursor=cursor, ground=ground)] if row else []
        rows.append([*Segment.adjust_line_length(segments, width, ground), side[y]])
    return rows


# --- the terminal -------------------------------------------------------------------------------------------------
class Terminal:
    """The terminal with the first screen on it, until Textual takes it over."""

    def __init__(self, attributes: list[int | list[bytes | int]]) -> None:
        self.attributes = attributes
        """What the terminal was set to before."""
        self.taken_over = False

    def driver(self, base: type[Driver]) -> type[Driver]:
        """Textual's driver for a terminal that shows its first screen already."""
        from textual.drivers.linux_driver import LinuxDriver

        if not issubclass(base, LinuxDriver):
            return base
        terminal = self

        class TakingOver(base):  # type: ignore[misc, valid-type]  # mypy knows no class that is a variable
            def start_application_mode(self) -> None:
                super().start_application_mode()
                self.attrs_before = terminal.attributes

            def write(self, data: str) -> None:
                if data == _ENTER and not terminal.taken_over:  # entered again, it would be cleared
                    terminal.taken_over = True
                else:
                    super().write(data)

        return TakingOver


def terminal_size() -> Size:
    """The part of the terminal that is drawn on. (One may call itself 65,535 cells wide and high, and would be sent
    gigabytes.)"""
    width, height = shutil.get_terminal_size()
    return Size(min(width, MOST.width), min(height, MOST.height))


@contextmanager
def early_screen(
    article: Article, look: Look, measure: int | None, sign: str, place: Place = BEGINNING
) -> Iterator[Terminal | None]:
    """Show the first screen for as long as it takes; afterwards the terminal is what it was. None: not shown."""
    size = terminal_size()
    rows = first_screen(article, look, measure, sign, *size, place) if _is_terminal() else None
    if rows is None:
        yield None
        return
    before = termios.tcgetattr(0)
    terminal = Terminal(before)
    quiet = termios.tcgetattr(0)
    quiet[3] &= ~(termios.ECHO | termios.ICANON)
    quiet[6][termios.VMIN] = 1
    quiet[6][termios.VSUSP] = b"\x00"  # stopped now, it would leave the terminal as it is
    termios.tcsetattr(0, termios.TCSANOW, quiet)
    try:
        _write(_ENTER + _QUIET + _TOGETHER + _encoded(rows) + _DONE)
        yield terminal
    finally:
        termios.tcsetattr(0, termios.TCSANOW, before)
        # done in any case: a signal may have ended it in the middle of a picture
        _write(_DONE if terminal.taken_over else _DONE + _LEAVE)


def _is_terminal() -> bool:
    return sys.__stderr__ is not None and sys.__stderr__.isatty() and os.isatty(0)  # where Textual writes and reads


def _write(text: str) -> None:
    assert sys.__stderr__ is not None
    sys.__stderr__.write(text)
    sys.__stderr__.flush()


def _encoded(rows: list[list[Segment]]) -> str:
    """The rows as a terminal takes them, with the colours that Rich would find it to have."""
    system = color_system()
    plain = "NO_COLOR" in os.environ
    out = []
    for y, row in enumerate(rows, 1):
        out.append(f"\x1b[{y};1H")
        for text, style, _ in row:
            if style is not None:
                out.append((style.without_color if plain else style).render(text, color_system=system))
    return "".join(out)
