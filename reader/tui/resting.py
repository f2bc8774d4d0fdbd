"""What of the app is done while nobody presses a key."""

from __future__ import annotations

import gc
from asyncio import TimerHandle, get_running_loop

from textual.app import App
from textual.events import Event, Key

_QUIET = 0.06
"""Seconds after a key in which its picture is drawn, and after which one rests."""
_MANY = (4_000, 10, 10)
"""Objects made, and looks at the youngest and the younger of them, after which it is time for a look: the first takes
a millisecond."""


class Resting(App[None], inherit_bindings=False):
    """Looks for circles of objects where one rests: left to itself, Python looks when so many objects have been made
    that it takes as long as three pictures, and that within a key."""

    _rest: TimerHandle | None = None

    async def on_event(self, event: Event) -> None:
        if isinstance(event, Key):
            if self._rest is not None:
                self._rest.cancel()
            self._rest = get_running_loop().call_later(_QUIET, tidy)
        await super().on_event(event)


def tidy() -> None:
    """Look for circles among the objects made lately, and seldom among those made before; not while others want it to
    wait."""
    if not gc.isenabled():
        return
    due = [generation for generation, count in enumerate(gc.get_count()) if count > _MANY[generation]]
    if due:
        gc.collect(max(due))
