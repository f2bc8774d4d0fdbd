"""Keys one after the other."""

from __future__ import annotations

from textual.app import App
from textual.events import Event, Key

from reader.tui.line_widget import LineWidget
from reader.tui.reading_screen import ReadingScreen


class OrderedKeys(App[None], inherit_bindings=False):
    """Does a key that is a command at once: Textual would send it round by the pane, and a later one that opens a box,
    however fast it came, would be done before it."""

    reading_screen: ReadingScreen

    async def on_event(self, event: Event) -> None:
        if isinstance(event, Key) and not event.is_forwarded and self.screen is self.reading_screen:
            focused = self.focused
            typing = isinstance(focused, LineWidget) and focused.takes_letters
            if not typing and (await self._check_bindings(event.key, True) or await self._check_bindings(event.key)):
                return
        await super().on_event(event)
