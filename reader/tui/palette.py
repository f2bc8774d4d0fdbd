"""The command palette: every command, and the themes by name."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from reader.tui.commands import COMMANDS
from reader.tui.themes import theme_names


class ReaderCommands(Provider):
    """Offers the commands of the screen that is open."""

    def _offers(self) -> Iterator[tuple[str, Callable[[], object], str]]:
        for command in COMMANDS:
            if not command.listed:
                continue
            yield command.title, partial(self.screen.run_action, command.action), command.shown_keys
        for name in theme_names():
            yield f"Theme: {name}", partial(self.app.run_action, f"reader_theme('{name}')"), ""

    async def discover(self) -> Hits:
        for title, run, keys in self._offers():
            yield DiscoveryHit(Content.assemble(title, ("   " + keys, "dim")), run, text=title)

    async def search(self, query: str) -> Hits:
        matcher = self.matcher(query)
        for title, run, keys in self._offers():
            if (score := matcher.match(title)) > 0:
                yield Hit(score, matcher.highlight(title) + Content.styled("   " + keys, "dim"), run, text=title)
