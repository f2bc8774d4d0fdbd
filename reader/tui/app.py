"""The app: themes, the thread that analyses, and the one screen."""

from __future__ import annotations

import contextlib
import sys
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.app import App
from textual.message import Message

from reader.article.model import Article
from reader.errors import ReaderError
from reader.tui.actions.looks import NextTheme
from reader.tui.reading_screen import ReadingScreen
from reader.tui.themes import ReaderTheme, load_theme, theme_names

if TYPE_CHECKING:
    from textual.command import Provider
    from textual.screen import Screen
    from textual.theme import Theme

    from reader.reading import Reading
    from reader.tui.guide import Guide

_SWITCH_SECONDS = 0.0005
"""While analysis runs, Python's threads take turns this often: with its usual 5 ms every key would wait."""
_COUNT_AT_ONCE = 50_000
"""Characters whose words are counted before the first paint; of more they are counted beside it."""


def _commands() -> type[Provider]:
    from reader.tui.palette import ReaderCommands  # not needed for the first paint

    return ReaderCommands


class ReaderApp(App[None], inherit_bindings=False):
    """Reads one article."""

    COMMANDS = {_commands}  # noqa: RUF012 (Textual's own form)
    ENABLE_COMMAND_PALETTE = True
    TITLE = "reader"

    class Counted(Message):
        """How many words the article has."""

        def __init__(self, words: int) -> None:
            super().__init__()
            self.words = words

    class Ready(Message):
        """What was found in it."""

        def __init__(self, guide: Guide) -> None:
            super().__init__()
            self.guide = guide

    class Failed(Message):
        """Why nothing was."""

        def __init__(self, message: str) -> None:
            super().__init__()
            self.message = message

    def __init__(
        self, article: Article, theme: ReaderTheme, analyse: Callable[[Article], Reading], measure: int | None = 72
    ) -> None:
        self._reader_theme = theme
        self._textual_theme = theme.textual()
        # Known before Textual first asks: switching to it later would parse every style sheet twice.
        self.set_reactive(App.theme, theme.textual_name)
        super().__init__()
        self.article = article
        self._analyse = analyse
        self.reading_screen = ReadingScreen(article, theme.look(), measure)

    def get_theme(self, theme_name: str) -> Theme | None:
        if theme_name == self._reader_theme.textual_name:
            return self._textual_theme
        return super().get_theme(theme_name)

    def get_default_screen(self) -> Screen[None]:
        return self.reading_screen

    def on_mount(self) -> None:
        if len(self.article.text) <= _COUNT_AT_ONCE:
            self.reading_screen.set_words(self.article.words)
        self.call_after_refresh(self._begin)

    # --- analysis beside the screen ------------------------------------------------------------------------------
    def _begin(self) -> None:
        threading.Thread(target=self._work, name="analysis", daemon=True).start()

    def _work(self) -> None:
        """Runs in its own thread; what it finds comes to the app as a message. Quitting does not wait for it."""
        interval = sys.getswitchinterval()
        sys.setswitchinterval(_SWITCH_SECONDS)
        try:
            if len(self.article.text) > _COUNT_AT_ONCE:
                self._send(self.Counted(self.article.words))
            reading = self._analyse(self.article)
            from reader.tui.guide import Guide  # needs all of the analysis: imported here, not before the first paint

            self._send(self.Ready(Guide(reading)))
        except Exception as error:
            self._send(self.Failed(f"nothing could be found in it ({type(error).__name__}: {error})"))
        finally:
            sys.setswitchinterval(interval)

    def _send(self, message: Message) -> None:
        with contextlib.suppress(RuntimeError):  # the app has ended meanwhile
            self.post_message(message)

    def on_reader_app_counted(self, message: Counted) -> None:
        self.reading_screen.set_words(message.words)

    def on_reader_app_ready(self, message: Ready) -> None:
        self.reading_screen.set_guide(message.guide)

    def on_reader_app_failed(self, message: Failed) -> None:
        self.reading_screen.set_failure(message.message)

    # --- themes --------------------------------------------------------------------------------------------------
    def on_next_theme(self, _: NextTheme) -> None:
        names = theme_names()
        at = names.index(self._reader_theme.name) + 1 if self._reader_theme.name in names else 0
        self.action_reader_theme(names[at % len(names)])

    def action_reader_theme(self, name: str) -> None:
        """Switch to the theme called `name`."""
        try:
            theme = load_theme(name)
        except ReaderError as error:
            self.reading_screen.say(str(error))
            return
        self._reader_theme, self._textual_theme = theme, theme.textual()
        self.register_theme(self._textual_theme)
        self.theme = theme.textual_name
        self.reading_screen.set_look(theme.look())
        self.reading_screen.say(f"theme: {name}")
