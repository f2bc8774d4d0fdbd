"""How the screen looks: theme, width of the column; and the screens that lie over it."""

from __future__ import annotations

from textual.message import Message

from reader.tui.commands import BY_ID
from reader.tui.desk import Desk
from reader.tui.paint import column_width

MEASURES: tuple[int | None, ...] = (60, 72, 84, 100, None)
"""Widths of the column that `w` goes through; None is as wide as the pane."""


class ThemeAsked(Message):
    """The reader asks for the theme called `name`, and `said` is whether that is to be said."""

    def __init__(self, name: str, *, said: bool = True) -> None:
        super().__init__()
        self.name, self.said = name, said


class Looks(Desk):
    """Theme, width, palette, help, the end."""

    def action_theme(self) -> None:
        from reader.tui.theme_files import theme_names
        from reader.tui.theme_picker import ThemePicker

        name = self.pane.look.name

        def picked(kept: str | None) -> None:
            self.post_message(ThemeAsked(kept or name, said=False))

        self.app.push_screen(ThemePicker(self.pane.look, theme_names(), name), picked)

    def action_width(self) -> None:
        at = MEASURES.index(self.pane.measure) + 1 if self.pane.measure in MEASURES else 0
        measure = MEASURES[at % len(MEASURES)]
        self.pane.measure = measure
        room = column_width(self.pane.row_width, None)
        here = f", here {room}: the pane is no wider" if measure is not None and room < measure else ""
        self.say(f"column: {measure} cells{here}" if measure else "column: the whole pane")

    def action_palette(self) -> None:
        from reader.tui.choose_panel import ChoosePanel
        from reader.tui.palette import offers
        from reader.tui.theme_files import theme_names

        rules = self.guide.reading.rules if self.guide is not None else ()
        self.app.push_screen(ChoosePanel(self.pane.look, "Commands", offers(rules, theme_names())), self._do)

    async def _do(self, offered: str | None) -> None:
        """Do what was chosen in the palette."""
        from reader.tui.palette import COMMAND, THEME

        kind, _, name = (offered or "").partition(":")
        if kind == COMMAND:
            await self.run_action(BY_ID[name].action)
        elif kind == THEME:
            self.post_message(ThemeAsked(name))
        elif name:
            self._switch_rule(name)

    def _switch_rule(self, id_: str) -> None:
        """A rule on or off."""
        from reader.tui.rules_menu import RulesMenu

        for rule in self.guide.reading.rules if self.guide is not None else ():
            if rule.id == id_:
                self.post_message(RulesMenu.Switched({id_: not rule.on}))

    def action_help(self) -> None:
        from reader.tui.help_screen import HelpScreen

        self.app.push_screen(HelpScreen(self.pane.look))

    def action_stop(self) -> None:
        self.say("back again")  # which is seen when it is
        self.app.action_suspend_process()

    def action_quit(self) -> None:
        self.app.exit()
