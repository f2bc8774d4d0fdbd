"""Copying to the clipboard."""

from __future__ import annotations

import asyncio
import os

from reader.tui.desk import Desk


class Copying(Desk):
    """Copies the selected item: the text unwrapped, a quote with its attribution."""

    def action_copy(self) -> None:
        if self.guide is None or self.selected is None:
            self.say_select_first()
            return
        self.copy_out(self.guide.copy(self.selected))

    def copy_out(self, text: str) -> None:
        """Copy a text, and say how that went."""
        self.run_worker(self._copy(text), exclusive=True)

    async def _copy(self, text: str) -> None:
        from reader.tui.clipboard import TMUX, copy_natively, is_too_long, through_tmux

        tool = await asyncio.to_thread(copy_natively, text)
        if tool == TMUX:
            further = ", and to the terminal if it takes it" if not is_too_long(text) else ""
            self.say(f"copied to tmux{further}")
        elif tool is not None:
            self.say("copied")
        elif is_too_long(text):
            self.say("not copied: it is too long for the terminal’s clipboard, and there is no other here")
        else:
            self.app.copy_to_clipboard(text)
            if os.environ.get("TMUX") and (driver := self.app._driver) is not None:
                driver.write(through_tmux(text))
            self.say("sent to the terminal’s clipboard (OSC 52), if it takes it")
