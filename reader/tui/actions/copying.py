"""Copying to the clipboard."""

from __future__ import annotations

import asyncio

from reader.tui.desk import Desk


class Copying(Desk):
    """Copies the selected item: the text unwrapped, a quote with its attribution."""

    def action_copy(self) -> None:
        if self.guide is None or self.selected is None:
            self.say("select an item first: n")
            return
        self.run_worker(self._copy(self.guide.copy(self.selected)), exclusive=True)

    async def _copy(self, text: str) -> None:
        from reader.tui.clipboard import copy_natively

        if await asyncio.to_thread(copy_natively, text):
            self.say("copied")
        else:
            self.app.copy_to_clipboard(text)
            self.say("sent to the terminal’s clipboard (OSC 52), if it takes it")
