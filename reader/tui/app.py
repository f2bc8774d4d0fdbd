"""The app: the one screen, with an article, a theme and keys."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from reader.article.model import Article
from reader.tui.commands import change_keys
from reader.tui.finding_app import FindingApp
from reader.tui.live_rules import LiveRules
from reader.tui.ordered_keys import OrderedKeys
from reader.tui.reading_screen import ReadingScreen
from reader.tui.resting import Resting
from reader.tui.themed_app import ThemedApp
from reader.tui.themes import ReaderTheme

if TYPE_CHECKING:
    from textual.screen import Screen

    from reader.chapters.starting import Readers
    from reader.library.keeping import Keeping
    from reader.library.session import Session
    from reader.reading import Reading
    from reader.tui.loading import Whole
    from reader.tui.rules_menu import RulesMenu
    from reader.tui.why_panel import WhyPanel


class ReaderApp(FindingApp, ThemedApp, Resting, OrderedKeys, inherit_bindings=False):
    """Reads one article."""

    ENABLE_COMMAND_PALETTE = False  # it has its own
    TITLE = "reader"

    def __init__(
        self,
        article: Article,
        theme: ReaderTheme,
        analyse: LiveRules | Callable[[Article], Reading],
        measure: int | None = 72,
        *,
        load: Callable[[], Whole] | None = None,
        chapters: Readers | None = None,
        keeping: Keeping | None = None,
        session: Session | None = None,
    ) -> None:
        """`load` gives the whole of the article, where `article` is only its opening; it and `analyse` (rules that can
        change while one reads, or once and for all) run in a thread of their own. `chapters` reads in a process of
        its own, which makes no key wait. `keeping` is what outlives the session (None: nothing does, and the file is
        not watched), and `session` where to begin."""
        self.begin_with(theme)
        super().__init__()
        self.article = article
        self.reading_screen = ReadingScreen(article, theme.look(), measure)
        self.keep(keeping, session)
        self.find_by(analyse, load, chapters)

    def use_keys(self, keys: Mapping[str, tuple[str, ...]]) -> None:
        """Other keys for commands, by their ids; they have been checked (keymap.py)."""
        change_keys(keys)
        self.set_keymap({id_: ",".join(own) for id_, own in keys.items()})

    def get_default_screen(self) -> Screen[None]:
        return self.reading_screen

    def on_rules_menu_switched(self, message: RulesMenu.Switched) -> None:
        if self._rules is not None:
            self._rules.switch(message.on)

    def on_why_panel_stepped(self, message: WhyPanel.Stepped) -> None:
        self.reading_screen.point_at(message.reason.span)
