"""The command palette: every command, and the themes and rules by name."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from reader.tui.commands import COMMANDS
from reader.tui.reading_screen import ReadingScreen
from reader.tui.rules_menu import RulesMenu
from reader.tui.theme_files import theme_names


class ReaderCommands(Provider):
    """Offers the commands of the screen that is open."""

    def _offers(self) -> Iterator[tuple[str, Callable[[], object], str]]:
        for command in COMMANDS:
            if not command.listed or command.mode:
                continue
            yield command.title, partial(self.screen.run_action, command.action), command.shown_keys
        for name in theme_names():
            yield f"Theme: {name}", partial(self.app.run_action, f"reader_theme('{name}')"), ""
        if isinstance(self.screen, ReadingScreen) and self.screen.guide is not None:
            for rule in self.screen.guide.reading.rules:
                switched = RulesMenu.Switched({rule.id: not rule.on})
                yield f"Rule {'off' if rule.on else 'on'}: {rule.id}", partial(self.app.post_message, switched), ""

    async def discover(self) -> Hits:
        for title, run, keys in self._offers():
            yield DiscoveryHit(Content.assemble(title, ("   " + keys, "dim")), run, text=title)

    async def search(self, query: str) -> Hits:
        matcher = self.matcher(query)
        for title, run, keys in self._offers():
            if (score := matcher.match(title)) > 0:
                yield Hit(score, matcher.highlight(title) + Content.styled("   " + keys, "dim"), run, text=title)
