"""What of the app is done while nobody presses a key."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from functools import partial
from time import perf_counter

from textual.app import App
from textual.events import Event, Key
from textual.timer import Timer

from reader.tui.reading_screen import ReadingScreen

_SOON = 0.025
"""Seconds after a key in which its picture is drawn; then what the next one may show is made ready."""
_STEP = 0.001
"""Seconds of that at a time: no key waits longer for it."""
_BETWEEN = 0.002
"""Seconds between two steps."""
_QUIET = 0.03
"""Seconds after the last step before one looks for what is left over."""
_MANY = (4_000, 10, 10)
"""Objects made, and looks at the youngest and the younger of them, after which it is time for a look: the first takes
a millisecond."""


class Resting(App[None], inherit_bindings=False):
    """Foresees what the next key may show, and looks for circles of objects: left to itself, Python looks when so many
    objects have been made that it takes as long as three pictures, and that within a key."""

    reading_screen: ReadingScreen
    _rest: Timer | None = None

    async def on_event(self, event: Event) -> None:
        if not isinstance(event, Key):
            await super().on_event(event)
            return
        if self._rest is not None:
            self._rest.stop()
        await super().on_event(event)
        self._rest = self.set_timer(_SOON, partial(self._foresee, self.reading_screen.foresee()))

    def _foresee(self, steps: Iterator[None]) -> None:
        until = perf_counter() + _STEP
        while perf_counter() < until:
            if next(steps, self) is self:
                self._rest = self.set_timer(_QUIET, tidy)
                return
        self._rest = self.set_timer(_BETWEEN, partial(self._foresee, steps))


def tidy() -> None:
    """Look for circles among the objects made lately, and seldom among those made before; not while others want it to
    wait."""
    if not gc.isenabled():
        return
    due = [generation for generation, count in enumerate(gc.get_count()) if count > _MANY[generation]]
    if due:
        gc.collect(max(due))
