"""What of the app concerns its theme: which one it is, the picker, another one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import App

from reader.article.clean import clean_line
from reader.errors import ReaderError
from reader.tui.actions.looks import ThemeAsked
from reader.tui.few_colours import suited
from reader.tui.reading_screen import ReadingScreen
from reader.tui.theme_files import load_theme
from reader.tui.themes import ReaderTheme

if TYPE_CHECKING:
    from textual.theme import Theme

    from reader.tui.theme_picker import ThemePicker


class ThemedApp(App[None], inherit_bindings=False):
    """Draws everything in one of the program's themes."""

    reading_screen: ReadingScreen

    def begin_with(self, theme: ReaderTheme) -> None:
        """Have a theme, before Textual first asks: switching to it later would parse every style sheet twice."""
        self._reader_theme = theme
        self._textual_theme = theme.textual()
        self.set_reactive(App.theme, theme.textual_name)

    def get_theme(self, theme_name: str) -> Theme | None:
        if theme_name == self._reader_theme.textual_name:
            return self._textual_theme
        return super().get_theme(theme_name)

    def on_theme_asked(self, message: ThemeAsked) -> None:
        if message.name != self._reader_theme.name and self.show_theme(message.name) and message.said:
            self.reading_screen.say(f"theme: {message.name}")

    def on_theme_picker_previewed(self, message: ThemePicker.Previewed) -> None:
        if self.show_theme(message.name):
            message.picker.set_look(self._reader_theme.look())

    def show_theme(self, name: str) -> bool:
        """Draw everything in the theme called `name`; whether there is one that is right."""
        try:
            theme = suited(load_theme(name))
        except ReaderError as error:
            self.reading_screen.say(clean_line(f"theme {name}: {error.message}"))
            return False
        self._reader_theme, self._textual_theme = theme, theme.textual()
        self.register_theme(self._textual_theme)
        self.theme = theme.textual_name
        self.reading_screen.set_look(theme.look())
        return True
