"""How the screen looks: theme, width of the column; and the screens that lie over it."""

from __future__ import annotations

from textual.message import Message

from reader.tui.desk import Desk

MEASURES: tuple[int | None, ...] = (60, 72, 84, None)
"""Widths of the column that `w` goes through; None is as wide as the pane."""


class ThemesAsked(Message):
    """The reader asks for another theme."""


class Looks(Desk):
    """Theme, width, palette, help, the end."""

    def action_theme(self) -> None:
        self.post_message(ThemesAsked())

    def action_width(self) -> None:
        at = MEASURES.index(self.pane.measure) + 1 if self.pane.measure in MEASURES else 0
        measure = MEASURES[at % len(MEASURES)]
        self.pane.measure = measure
        self.say(f"column: {measure} cells" if measure else "column: the whole pane")

    def action_palette(self) -> None:
        self.app.action_command_palette()

    def action_help(self) -> None:
        from reader.tui.help_screen import HelpScreen

        self.app.push_screen(HelpScreen(self.pane.look))

    def action_stop(self) -> None:
        self.say("back again")  # which is seen when it is
        self.app.action_suspend_process()

    def action_quit(self) -> None:
        self.app.exit()
