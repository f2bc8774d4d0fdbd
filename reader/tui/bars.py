"""The rows around the panes: the article's header, the names of the lists, the footer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rich.segment import Segment

from reader.article.model import Article
from reader.tui.drawing import TRACK, Line, Look, Piece, few_rows, line_segments, rule
from reader.tui.entries import QUOTES, TABS, Tab
from reader.tui.footer_text import FooterState, footer_line
from reader.tui.frames import LEAST
from reader.tui.header_text import header_lines
from reader.tui.line_widget import LineWidget
from reader.tui.tab_row import tab_row

_TOO_SMALL = f"Too small: reader needs {LEAST.width}×{LEAST.height}."


class Header(LineWidget):
    """Title and metadata, notices, and a quiet sign of what is going on; the line beside it is the rail below."""

    def __init__(self, article: Article, look: Look) -> None:
        super().__init__(look, id="header")
        self.article = article
        self._state: tuple[int | None, bool, str] = (None, True, "")

    def show(self, *, words: int | None, with_title: bool, sign: str, column: int) -> None:
        """What to say besides what the article itself says, and at which cell the text below begins."""
        if (state := (words, with_title, sign)) != self._state or column != self.margin:
            self._state, self.margin = state, column
            self.refresh()

    @property
    def _is_too_small(self) -> bool:
        return self.app.size.width < LEAST.width or self.app.size.height < LEAST.height

    def cells(self, y: int) -> list[Segment]:
        width = self.outer_size.width
        if self._is_too_small:  # there is nothing else; the margin is that of an article that is not shown
            segments = line_segments(self._row(y), width, 0, self.look, self.ground)
            return Segment.adjust_line_length(segments, width, self.look[self.ground])
        row = Segment.adjust_line_length(super().cells(y), max(0, width - 1))
        return [*row, Segment(TRACK, self.look["text"] + self.look["faint"])]

    def lines(self, width: int) -> Sequence[Line]:
        if self._is_too_small:
            told = few_rows(_TOO_SMALL, max(1, self.outer_size.width), max(1, self.outer_size.height))
            return tuple(Line((Piece(row, "muted"),)) for row in told)
        words, with_title, sign = self._state
        rows = self.outer_size.height
        return header_lines(self.article, width, words=words, with_title=with_title, sign=sign, rows=rows)


class Tabs(LineWidget):
    """The lists' names with their counts; the active one is strong."""

    ground = "pane"

    def __init__(self, look: Look) -> None:
        super().__init__(look, id="tabs")
        self._tabs: tuple[Tab, ...] = TABS
        self._active = QUOTES
        self._focused = False

    def show(self, tabs: tuple[Tab, ...], active: str) -> None:
        """Show these names, the active one strong."""
        self._tabs, self._active = tabs, active
        self.refresh()

    @property
    def focused(self) -> bool:
        """Whether the list has the focus: then the rule above it is strong."""
        return self._focused

    @focused.setter
    def focused(self, focused: bool) -> None:
        if focused != self._focused:
            self._focused = focused
            self.refresh()

    def lines(self, width: int) -> Sequence[Line]:
        return (tab_row(self._tabs, self._active, width), Line((rule(width, strong=self._focused),)))


class Footer(LineWidget):
    """How far one is, where the selected item lies, and the keys that matter now."""

    ground = "bar"
    margin = 0

    def __init__(self, look: Look) -> None:
        super().__init__(look, id="footer")
        self._state = FooterState()

    def show(self, **changes: Any) -> None:
        """Change some of what it tells (the fields of FooterState)."""
        state = self._state._replace(**changes)
        if state != self._state:
            self._state = state
            self.refresh()

    @property
    def message(self) -> str:
        """What stands in for the keys."""
        return self._state.message

    def lines(self, width: int) -> Sequence[Line]:
        return (footer_line(self._state, width),)
