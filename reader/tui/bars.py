"""The rows around the panes: the article's header, the names of the lists, the footer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from reader.article.model import Article
from reader.reading import Reading
from reader.tui.drawing import Line, Look, Piece
from reader.tui.footer_text import FooterState, footer_line
from reader.tui.header_text import header_lines
from reader.tui.line_widget import LineWidget
from reader.tui.list_rows import QUOTES, tabs_of

LIST_COMMANDS = {"quotes": "list.quotes", "entities": "list.entities", "points": "list.points", "matches": "list.rules"}


class Header(LineWidget):
    """Title and metadata, notices, and a quiet sign of what is going on."""

    def __init__(self, article: Article, look: Look) -> None:
        super().__init__(look, id="header")
        self.article = article
        self._state: tuple[int | None, bool, str] = (None, True, "")
        self.styles.height = 3 + min(2, len(article.notices))

    def show(self, *, words: int | None, with_title: bool, sign: str, column: int) -> None:
        """What to say besides what the article itself says, and at which cell the text below begins."""
        if (state := (words, with_title, sign)) != self._state or column != self.margin:
            self._state, self.margin = state, column
            self.refresh()

    def lines(self, width: int) -> Sequence[Line]:
        words, with_title, sign = self._state
        return header_lines(self.article, width, words=words, with_title=with_title, sign=sign)


class Tabs(LineWidget):
    """The lists' names with their counts; the active one is strong."""

    ground = "pane"

    def __init__(self, look: Look) -> None:
        super().__init__(look, id="tabs")
        self._reading: Reading | None = None
        self._active = QUOTES

    def show(self, reading: Reading | None, active: str) -> None:
        self._reading, self._active = reading, active
        self.refresh()

    def lines(self, width: int) -> Sequence[Line]:
        tabs = tabs_of(self._reading)
        used = sum(len(tab.title) + (len(str(tab.count)) + 1 if tab.count is not None else 0) for tab in tabs)
        gap = " " * max(1, min(3, (width - used) // max(1, len(tabs) - 1)))
        pieces: list[Piece] = []
        for number, tab in enumerate(tabs):
            role = "tab.active" if tab.name == self._active else "tab"
            command = LIST_COMMANDS[tab.name]
            pieces.append(Piece(gap if number else ""))
            pieces.append(Piece(tab.title, role, command))
            pieces.append(Piece(f" {tab.count}" if tab.count is not None else "", "tab", command))
        return (Line(tuple(pieces)), Line((Piece("─" * width, "faint"),)))


class Footer(LineWidget):
    """How far one is, where the selected item lies, and the keys that matter now."""

    ground = "bar"
    margin = 0

    def __init__(self, look: Look) -> None:
        super().__init__(look, id="footer")
        self._state = FooterState()

    def show(self, **changes: Any) -> None:
        """Change some of what it tells (the fields of FooterState)."""
        state = replace(self._state, **changes)
        if state != self._state:
            self._state = state
            self.refresh()

    def lines(self, width: int) -> Sequence[Line]:
        return (footer_line(self._state, width),)
